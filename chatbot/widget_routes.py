"""The widget's files, and the demo page that embeds it as a customer's page would."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, current_app, render_template, request, url_for
from flask.blueprints import BlueprintSetupState

from chatbot.chat import Chat
from chatbot.widget_bundle import Asset, WidgetAssets
from core.errors import NotFound
from web.api import public, service

bp = Blueprint("widget", __name__)

_EXTENSION = "widget_assets"
# The address stays the same, so it is asked for again soon; what it names carries its version.
_REVALIDATED = "public, max-age=300, stale-while-revalidate=86400"
_FOREVER = "public, max-age=31536000, immutable"


@bp.record
def _prepare(state: BlueprintSetupState) -> None:
    """Bundles once, when the application is made: a broken source stops the start."""
    static = state.app.static_folder
    assert static is not None
    state.app.extensions[_EXTENSION] = WidgetAssets.from_sources(Path(static))


@bp.get("/")
@public
def demo() -> str:
    """A customer's page with the widget on it."""
    told = service(Chat).widget_config()
    return render_template(
        "demo/index.html",
        business=told["business_name"],
        engine=told["engine"],
        script=url_for("widget.script"),
    )


@bp.get("/widget.js")
@public
def script() -> Response:
    """The one line that a site embeds."""
    return _served(_assets().script, _REVALIDATED)


@bp.get("/widget/<path:name>")
@public
def asset(name: str) -> Response:
    """What the loader asks for. With the version it was told, for good. Raises NotFound."""
    found = _assets().files.get(name)
    if found is None:
        raise NotFound("There is no such file of the widget.")
    current = request.args.get("v") == found.digest
    return _served(found, _FOREVER if current else _REVALIDATED)


def _assets() -> WidgetAssets:
    assets: WidgetAssets = current_app.extensions[_EXTENSION]
    return assets


def _served(asset: Asset, caching: str) -> Response:
    """Any site may load it: it is the same for everyone, and no cookie goes in or out."""
    zipped = request.accept_encodings["gzip"] > 0
    response = Response(asset.zipped if zipped else asset.body, mimetype=asset.media_type)
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
    response.set_etag(f"{asset.digest}{'-gz' if zipped else ''}")
    response.headers["Cache-Control"] = caching
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["Access-Control-Allow-Origin"] = "*"  # a module is always fetched with CORS
    response.vary.add("Accept-Encoding")
    response.make_conditional(request)
    return response
