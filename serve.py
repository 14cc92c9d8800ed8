"""Serving: `python app.py [port]` ends here. gunicorn with gevent workers, and an orderly end."""

from __future__ import annotations

import fcntl
import gc
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from typing import Any

import structlog
from flask import Flask
from gunicorn.app.base import BaseApplication

from bootstrap import Services, build_services
from chatbot.chat import Chat
from config import Settings, WrongSettings
from core.database import Database
from core.errors import ParleyError
from jobs import Claims, Scheduler, jobs_of
from migrate import migrate
from web.logging import set_up_logging

log = structlog.get_logger(__name__)

CreateApp = Callable[[Settings, Services], Flask]

DEFAULT_PORT = 5000
GRACE_SECONDS = 30
MOST_CONNECTIONS = 2000


def main(arguments: Sequence[str], create_app: CreateApp) -> int:
    """Serves what `create_app` makes; the exit code, 2 for what the operator has to mend."""
    try:
        port = _port(arguments)
        settings = Settings.load()
        _set_up_metrics(settings)
        lock = _only_process(settings)
    except WrongSettings as error:
        print(f"parley: {error}", file=sys.stderr)  # noqa: T201 - a line for the operator
        return 2
    set_up_logging(settings.log_level)
    try:
        _prepare_database(settings)
    except ParleyError:
        where = Database(settings.database_location).url.render_as_string(hide_password=True)
        print(  # noqa: T201
            f"parley: the database does not answer: {where}. Start it, or check DATABASE_URL.",
            file=sys.stderr,
        )
        return 1
    _say_where(settings, port)
    _Server(settings, port, create_app).run()
    del lock
    return 0


class _Server(BaseApplication):  # type: ignore[misc]
    """gunicorn, told by our settings instead of a command line."""

    def __init__(self, settings: Settings, port: int, create_app: CreateApp) -> None:
        self._settings = settings
        self._create_app = create_app
        self._port = port
        self._scheduler: Scheduler | None = None
        self._app: Flask | None = None
        super().__init__()

    def load_config(self) -> None:
        options = {
            "bind": f"{self._settings.bind_address}:{self._port}",
            "workers": self._settings.web_concurrency,
            "worker_class": "gevent",
            "worker_connections": MOST_CONNECTIONS,
            "timeout": 120,
            "graceful_timeout": GRACE_SECONDS,
            "keepalive": 15,
            "forwarded_allow_ips": "",
            "proc_name": "parley",
            "loglevel": "warning",
            "control_socket_disable": True,
            "post_worker_init": self._begin_worker,
            "worker_exit": self._end_worker,
        }
        for name, value in options.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Flask:
        """The application, made in the worker: clients and pools belong to one process."""
        services = build_services(self._settings)
        self._app = self._create_app(self._settings, services)
        self._scheduler = Scheduler(
            jobs_of(services),
            Claims(services.database, services.clock),
            services.clock,
            services.booking_zone,
            lambda job, outcome: services.metrics.jobs.labels(job, outcome).inc(),
        )
        self._app.extensions["scheduler"] = self._scheduler
        threading.Thread(target=_warm_up, args=(services,), name="warm-up", daemon=True).start()
        return self._app

    def _begin_worker(self, _worker: Any) -> None:
        if self._scheduler is not None:
            self._scheduler.start()

    def _end_worker(self, _server: Any, _worker: Any) -> None:
        if self._app is None or self._scheduler is None:
            return
        self._app.extensions["services"][Chat].finish_running(GRACE_SECONDS)
        self._scheduler.stop()


def _warm_up(services: Services) -> None:
    """Does what the first visitor would wait for, and takes all that stays from the collector: a
    look through it stops every stream for a tenth of a second."""
    services.warm_up()
    gc.collect()
    gc.freeze()
    gc.collect()  # how soon it looks again follows from what it found last


def _port(arguments: Sequence[str]) -> int:
    given = arguments[0] if arguments else os.environ.get("PORT") or str(DEFAULT_PORT)
    if len(arguments) > 1 or not given.isdecimal() or not 1 <= int(given) <= 65535:
        raise WrongSettings(f"port: {given!r} is no port; use `python app.py 5000`")
    return int(given)


def _only_process(settings: Settings) -> Any:
    """Holds the data folder while the embedded store is in use. Raises WrongSettings."""
    if settings.redis_location:
        return None
    path = settings.client_data_dir / ".embedded.lock"
    lock = path.open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise WrongSettings(
            f"another Parley serves from {settings.client_data_dir} on the embedded store, which "
            "holds one process only; stop it, or set REDIS_URL to run several"
        ) from None
    return lock


def _set_up_metrics(settings: Settings) -> None:
    """Several workers share their counters through files."""
    if settings.web_concurrency > 1:
        os.environ.setdefault(
            "PROMETHEUS_MULTIPROC_DIR", tempfile.mkdtemp(prefix="parley-metrics-")
        )


def _prepare_database(settings: Settings) -> None:
    database = Database(settings.database_location)
    try:
        migrate(database)
    finally:
        database.close()


def _say_where(settings: Settings, port: int) -> None:
    host = (
        "localhost"
        if settings.bind_address in ("127.0.0.1", "0.0.0.0")
        else (settings.bind_address)
    )
    base = f"http://{host}:{port}"
    key = (
        "ADMIN_API_KEY, as you set it"
        if os.environ.get("ADMIN_API_KEY")
        else f"in {settings.client_data_dir / '.admin_api_key'}"
    )
    who = "the built-in scripted engine (set GEMINI_API_KEY for Gemini)"
    if settings.provider != "scripted":
        who = f"{settings.provider} ({settings.gemini_model})"
    print(  # noqa: T201 - what a person who just started it wants to see
        f"\n  Parley is ready.\n"
        f"    Demo page   {base}/\n"
        f"    Console     {base}/console\n"
        f"    Staff key   {key}\n"
        f"    API docs    {base}/docs\n"
        f"    Answers by  {who}\n",
        flush=True,
    )
