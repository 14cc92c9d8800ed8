"""The application class that describes itself: `/openapi.json`, Swagger UI and ReDoc.

The pages' assets come from installed packages and are served by us: no CDN.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from flask import (
    Blueprint,
    Response,
    current_app,
    jsonify,
    make_response,
    render_template,
    send_from_directory,
)
from flask_openapi3 import Info, OpenAPI
from pydantic import BaseModel, Field

from web.describing import complete
from web.requests import JsonRequest, as_invalid_input
from web.security import public

bp = Blueprint("openapi_pages", __name__)

DESCRIPTION = """Parley's HTTP interface.

Staff endpoints take `Authorization: Bearer KEY` or `X-API-Key: KEY`, or a console session with
its CSRF token in `X-CSRF-Token`. Every answer of the sales endpoints has the envelope
`{"status", "data", "message", "timestamp"}`; an error names the fields at fault in `data.errors`.
Lists take `limit` and `cursor` and answer `next_cursor`. A POST that creates takes
`Idempotency-Key`."""


class ErrorEnvelope(BaseModel):
    """A failed answer."""

    status: str = Field("error", description="Always `error`")
    message: str = Field(description="What went wrong and what to do next")
    data: dict[str, Any] = Field(description="`errors`: the fields at fault, where there are any")
    timestamp: str = Field(description="RFC 3339")


class ParleyFlask(OpenAPI):
    """Flask with OpenAPI, reading requests our way."""

    request_class = JsonRequest

    def generate_spec_json(self) -> None:
        """The library's document, made true of our answers."""
        super().generate_spec_json()  # type: ignore[no-untyped-call]
        complete(self.spec_json)


def new_app(import_name: str, **options: Any) -> ParleyFlask:
    """An application without routes."""
    return ParleyFlask(
        import_name,
        info=Info(title="Parley", version="0.1.0", description=DESCRIPTION),
        security_schemes={
            "staff_key": {"type": "http", "scheme": "bearer"},
            "staff_key_header": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
        },
        doc_ui=False,
        validation_error_status=400,
        validation_error_model=ErrorEnvelope,
        validation_error_callback=_refuse,
        **options,
    )


def _refuse(error: Any) -> Response:
    raise as_invalid_input(error)


@bp.get("/openapi.json")
@public
def document() -> Response:
    """This interface as OpenAPI 3.1."""
    app = current_app
    assert isinstance(app, ParleyFlask)
    return jsonify(app.api_doc)


@bp.get("/docs")
@public
def swagger_page() -> Response:
    """Swagger UI."""
    return make_response(render_template("web/swagger.html"))


@bp.get("/redoc")
@public
def redoc_page() -> Response:
    """ReDoc."""
    return make_response(render_template("web/redoc.html"))


@bp.get("/docs/assets/<path:name>")
@public
def asset(name: str) -> Response:
    """A script or style of the two pages."""
    package, _, rest = name.partition("/")
    if package != "redoc":
        package, rest = "swagger", name
    root = files(f"flask_openapi3_{package}").joinpath("templates", package)
    return send_from_directory(str(root), rest, max_age=3600)
