"""The fixtures every test may ask for."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page

from core.clock import SettableClock
from core.database import Database
from tests.effort import examples
from tests.fakes.gemini_server import GeminiServer
from tests.servers.chromium import Browsing, browsing, running_chromium
from tests.servers.network import loopback_only
from tests.servers.postgres import PostgresServer, running_postgres
from tests.servers.redis import RedisServer, running_redis
from tests.servers.schema import create_schema
from tests.servers.scratch import prefer_memory

pytest_plugins = ["tests.application"]

prefer_memory()

MONDAY_MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

# An example has no time limit of its own: how long one takes says more about what else the
# machine does. In CI the examples are the same in every run; here each run tries others.
settings.register_profile(
    "parley",
    deadline=None,
    max_examples=examples(100),
    derandomize=os.environ.get("CI") == "true",
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("parley")


@pytest.fixture(autouse=True)
def only_this_machine() -> Iterator[None]:
    """A test that tries to reach another machine fails, whatever its code makes of the refusal."""
    with loopback_only():
        yield


@pytest.fixture
def clock() -> SettableClock:
    """Stands at nine in the morning (UTC) of Monday, 2026-11-23."""
    return SettableClock(MONDAY_MORNING)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """A database with all tables and no rows, of the test's own; once on each kind."""
    database = Database(request.getfixturevalue(f"{request.param}_url"))
    yield database
    database.close()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    create_schema(f"sqlite:///{path}")
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The URL of a SQLite database with all tables, of the test's own."""
    path = tmp_path / "parley.db"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """The run's PostgreSQL. A test that wants to stop one starts its own: `running_postgres`."""
    with running_postgres() as server:
        yield server


@pytest.fixture(scope="session")
def postgres_template(postgres_server: PostgresServer) -> str:
    name = postgres_server.new_database()
    create_schema(postgres_server.url(name))
    return name


@pytest.fixture
def postgresql_name(postgres_server: PostgresServer, postgres_template: str) -> Iterator[str]:
    """The name of a PostgreSQL database with all tables, of the test's own."""
    name = postgres_server.new_database(postgres_template)
    yield name
    postgres_server.drop_database(name)


@pytest.fixture
def postgresql_url(postgres_server: PostgresServer, postgresql_name: str) -> str:
    """The URL of a PostgreSQL database with all tables, of the test's own."""
    return postgres_server.url(postgresql_name)


@pytest.fixture(scope="session")
def redis_server() -> Iterator[RedisServer]:
    """The run's Redis. A test that wants to stop one starts its own: `running_redis`."""
    with running_redis() as server:
        yield server


@pytest.fixture
def redis_url(redis_server: RedisServer) -> str:
    """The URL of an empty Redis."""
    redis_server.flush()
    return redis_server.url


@pytest.fixture
def gemini_server() -> Iterator[GeminiServer]:
    """A fake Gemini on a loopback port; see tests/fakes/gemini_server.py."""
    with GeminiServer() as server:
        yield server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with running_chromium() as browser:
        yield browser


@pytest.fixture
def windows(browser: Browser) -> Iterator[Browsing]:
    """Opens visitors' browsers; what their pages complain about fails the test."""
    with browsing(browser) as windows:
        yield windows


@pytest.fixture
def page(windows: Browsing) -> Page:
    """A page in a fresh browser; see `windows` to let it complain about something."""
    return windows.open().new_page()
