"""The application: `create_app(settings, services)`; `python app.py [port]` serves it.

`python app.py` runs gunicorn with gevent workers: slow and silent clients must not keep others
waiting, and a process holds hundreds of streams.
"""

from __future__ import annotations

import sys

if __name__ == "__main__":
    # First of all, before anything else is imported: what was imported before stays unpatched.
    from gevent import monkey

    monkey.patch_all()

from pathlib import Path

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

import calendar_integration.google_routes
import calendar_integration.pages
import calendar_integration.routes
import chatbot.instruction_pages
import chatbot.pages
import chatbot.routes
import chatbot.staff_routes
import chatbot.widget_pages
import chatbot.widget_routes
import leads.lead_pages
import leads.pages
import leads.routes
import reports.pages
import reports.routes
import reports.today_pages
import web.design_pages
import web.pages
from bootstrap import Services
from calendar_integration.booking import BookingService
from components import checks
from config import Settings
from leads.commands import leads_commands
from leads.service import LeadService
from web import (
    envelope,
    health,
    limits,
    logging,
    metrics,
    openapi,
    requests,
    security,
    sessions,
    sign_in,
)

ROOT = Path(__file__).parent
LARGEST_BODY = 256 * 1024


def create_app(settings: Settings, services: Services) -> Flask:
    """The whole application around services that were made before."""
    app = openapi.new_app(
        "parley", template_folder=str(ROOT / "templates"), static_folder=str(ROOT / "static")
    )
    app.config.update(MAX_CONTENT_LENGTH=LARGEST_BODY, SECRET_KEY=settings.secret)
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.extensions["clock"] = services.clock
    app.extensions["database"] = services.database
    app.extensions["services"] = services.by_type
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops
        )
    _register_edges(app, settings, services)
    _register_features(app)
    return app


def _register_edges(app: Flask, settings: Settings, services: Services) -> None:
    """In the order in which each request passes them."""
    logging.register_logging(app)
    metrics.register_metrics(app, services.metrics)
    envelope.register_errors(app)
    sessions.register_sessions(
        app,
        services.redis,
        lifetime_seconds=settings.session_lifetime,
        secure=settings.session_cookie_secure,
        samesite=settings.session_cookie_samesite,
    )
    guard = security.Guard(settings.staff_key, settings.origins)
    security.register_security(app, guard)
    app.extensions["limits"] = limits.Limits(app, services.redis, settings.rate_limits)
    app.before_request(requests.check_request)
    security.register_cors(app, settings.origins)
    app.extensions["health"] = health.Health(checks(services), services.metrics, services.clock)


def _register_features(app: openapi.ParleyFlask) -> None:
    for api in (
        chatbot.routes.bp,
        chatbot.staff_routes.bp,
        leads.routes.bp,
        reports.routes.bp,
        calendar_integration.routes.bp,
        calendar_integration.google_routes.bp,
    ):
        app.register_api(api)
    app.cli.add_command(leads_commands(lambda: app.extensions["services"][LeadService]))
    for blueprint in (chatbot.widget_routes.bp, health.bp, openapi.bp, sign_in.bp):
        app.register_blueprint(blueprint)
    booking: BookingService = app.extensions["services"][BookingService]
    web.pages.register_console(app, web.pages.Console(booking.business_name, booking.rules.zone))
    for pages in (
        reports.today_pages.bp,
        leads.pages.bp,
        leads.lead_pages.bp,
        chatbot.pages.bp,
        calendar_integration.pages.bp,
        calendar_integration.google_routes.console_bp,
        reports.pages.bp,
        chatbot.instruction_pages.bp,
        chatbot.widget_pages.bp,
        web.design_pages.bp,
    ):
        app.register_blueprint(pages)


if __name__ == "__main__":
    from serve import main

    sys.exit(main(sys.argv[1:], create_app))
