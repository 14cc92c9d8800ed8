"""The console's page for putting the widget on a website: the line, and the key for signing."""

from __future__ import annotations

from flask import Response

from chatbot.site_identity import SiteIdentity
from web.api import service
from web.pages import console_blueprint, page
from web.security import own_origin

bp = console_blueprint("widget", "/widget")


@bp.get("")
def index() -> Response:
    """The snippet, who may embed it, and how a site says who its user is."""
    return page("widget.html", host=own_origin(), key=service(SiteIdentity).key)
