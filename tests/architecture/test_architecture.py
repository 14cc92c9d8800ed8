"""The product keeps the rules of docs/architecture.md; and each rule does notice a breach."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.architecture import ladder, shape
from tests.architecture.places import named_places
from tests.architecture.source import Source, Violation, product

ROOT = Path(__file__).resolve().parents[2]

Rule = Callable[[list[Source]], Iterator[Violation]]

RULES: tuple[Rule, ...] = (
    ladder.levels,
    ladder.known_packages,
    ladder.only_the_product,
    ladder.inner_order,
    ladder.web_stays_in_routes,
    ladder.library_doors,
    ladder.no_deferred_imports,
    ladder.no_cycles,
    ladder.tables_are_known,
    shape.file_length,
    shape.function_length,
    shape.empty_packages,
    shape.module_docstrings,
    shape.telling_names,
    shape.broad_excepts,
    shape.one_clock,
    shape.stores_are_made_once,
)


@pytest.fixture(scope="module")
def parley() -> list[Source]:
    return product(ROOT)


def named(rule: Rule) -> str:
    return rule.__name__


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_the_product_keeps_the_rule(parley, rule):
    broken = [str(violation) for violation in rule(parley)]

    assert not broken, f"{rule.__doc__}\n" + "\n".join(broken)


def test_nothing_of_the_product_is_overlooked(parley):
    packages = {source.package for source in parley}

    assert packages >= {"core", "web", "llm", "understanding", "leads", "chatbot", "config"}
    assert len(parley) > 40


def test_no_place_is_named_that_only_the_makers_have():
    broken = [str(violation) for violation in named_places(ROOT)]

    assert not broken, "\n".join(broken)


LONG_FILE = '"""Long."""\n' + "x = 1\n" * 400
LONG_FUNCTION = '"""Long."""\n\ndef f():\n' + "    x = 1\n" * 60
LONG_DOCSTRING = '"""Fine."""\n\ndef f():\n    """Told\n' + "    in\n" * 70 + '    detail."""\n'

BREACHES: list[tuple[Rule, dict[str, str], list[str]]] = [
    # Downwards, never up or sideways.
    (ladder.levels, {"core/a.py": "import leads.model", "leads/model.py": ""}, ["core/a.py:1"]),
    (ladder.levels, {"leads/a.py": "from core import b", "core/b.py": ""}, []),
    (ladder.levels, {"leads/a.py": "from core.b import C", "core/b.py": ""}, []),
    (ladder.levels, {"leads/a.py": "from leads.b import C", "leads/b.py": ""}, []),
    (ladder.levels, {"web/a.py": "x = 1\nfrom llm.b import C", "llm/b.py": ""}, ["web/a.py:2"]),
    (
        ladder.levels,
        {"leads/a.py": "import calendar_integration.b", "calendar_integration/b.py": ""},
        ["leads/a.py:1"],
    ),
    (ladder.levels, {"chatbot/a.py": "from insights import b", "insights/b.py": ""}, ["chatbot/a"]),
    (ladder.levels, {"crm/a.py": "from reports.b import C", "reports/b.py": ""}, ["crm/a.py:1"]),
    (ladder.levels, {"chatbot/a.py": "from jobs import run", "jobs.py": ""}, ["chatbot/a.py:1"]),
    (ladder.levels, {"leads/a.py": "from config import S", "config.py": ""}, ["leads/a.py:1"]),
    (ladder.levels, {"config.py": "from leads.a import B", "leads/a.py": ""}, []),
    (ladder.levels, {"config.py": "from bootstrap import a", "bootstrap.py": ""}, ["config.py:1"]),
    (ladder.levels, {"bootstrap.py": "from config import S\nimport leads.a", "leads/a.py": ""}, []),
    (ladder.known_packages, {"mail/a.py": "", "leads/a.py": "", "app.py": ""}, ["mail/a.py"]),
    (ladder.only_the_product, {"leads/a.py": "from tests.fakes import b"}, ["leads/a.py:1"]),
    # Inside a package.
    (
        ladder.inner_order,
        {"leads/model.py": "from leads.service import S", "leads/service.py": ""},
        ["leads/model.py:1"],
    ),
    (
        ladder.inner_order,
        {"leads/store.py": "from leads.service import S", "leads/service.py": ""},
        ["leads/store.py:1"],
    ),
    (
        ladder.inner_order,
        {"leads/service.py": "from leads import routes", "leads/routes.py": ""},
        ["leads/service.py:1"],
    ),
    (
        ladder.inner_order,
        {"leads/routes.py": "from leads.service import S", "leads/service.py": ""},
        [],
    ),
    (
        ladder.inner_order,
        {"chatbot/engine.py": "import leads.routes", "leads/routes.py": ""},
        ["chatbot/engine.py:1"],
    ),
    (ladder.inner_order, {"app.py": "import leads.routes", "leads/routes.py": ""}, []),
    (ladder.inner_order, {"leads/pages.py": "import web.pages", "web/pages.py": ""}, []),
    (
        ladder.inner_order,
        {"leads/pages.py": "import chatbot.pages", "chatbot/pages.py": ""},
        ["leads/pages.py:1"],
    ),
    # HTTP stays at the edge.
    (ladder.web_stays_in_routes, {"leads/service.py": "import flask"}, ["leads/service.py:1"]),
    (ladder.web_stays_in_routes, {"leads/capture.py": "from web import api"}, ["leads/capture"]),
    (ladder.web_stays_in_routes, {"core/a.py": "from werkzeug.x import y"}, ["core/a.py:1"]),
    (ladder.web_stays_in_routes, {"core/a.py": "import flask_limiter"}, ["core/a.py:1"]),
    (ladder.web_stays_in_routes, {"leads/routes.py": "import flask\nimport web.api"}, []),
    (ladder.web_stays_in_routes, {"leads/staff_routes.py": "import flask"}, []),
    (
        ladder.web_stays_in_routes,
        {"leads/pages.py": "import flask", "web/a.py": "import flask"},
        [],
    ),
    # One door for a library.
    (ladder.library_doors, {"chatbot/a.py": "from google import genai"}, ["chatbot/a.py:1"]),
    (ladder.library_doors, {"chatbot/a.py": "from google.genai import types"}, ["chatbot/a.py:1"]),
    (ladder.library_doors, {"llm/gemini.py": "from google import genai"}, []),
    (ladder.library_doors, {"leads/exports.py": "import openpyxl"}, ["leads/exports.py:1"]),
    (
        ladder.library_doors,
        {"reports/a.py": "def f():\n    from openpyxl.cell import C"},
        ["reports/a.py:2"],
    ),
    (ladder.library_doors, {"app.py": "import apscheduler.schedulers"}, ["app.py:1"]),
    (
        ladder.library_doors,
        {"calendar_integration/oauth.py": "from googleapiclient.discovery import build"},
        ["calendar_integration/oauth.py:1"],
    ),
    (ladder.library_doors, {"leads/a.py": "import openpyxl_like"}, []),
    # Imports stand at the top, and never go in a circle.
    (
        ladder.no_deferred_imports,
        {"leads/a.py": "def f():\n    from core.b import C  # no excuse", "core/b.py": ""},
        ["leads/a.py:2"],
    ),
    (ladder.no_deferred_imports, {"llm/a.py": "def f():\n    import heavy"}, ["llm/a.py:2"]),
    (ladder.no_deferred_imports, {"llm/a.py": "def f():\n    # 72 MB\n    import heavy"}, []),
    (ladder.no_deferred_imports, {"llm/a.py": "def f():\n    import heavy  # 72 MB"}, []),
    (
        ladder.no_deferred_imports,
        {"llm/a.py": "def f():\n    # 72 MB\n    import a\n    from b import c\n\n    import d"},
        [],
    ),
    (
        ladder.no_cycles,
        {"core/a.py": "import core.b", "core/b.py": "import core.c", "core/c.py": "import core.a"},
        ["core/a.py:1: import cycle: core.a → core.b → core.c"],
    ),
    (
        ladder.no_cycles,
        {"core/a.py": "import core.b", "core/b.py": "if TYPE_CHECKING:\n    import core.a"},
        ["core/a.py:1"],
    ),
    (
        ladder.no_cycles,
        {"core/a.py": "from . import b", "core/b.py": "from .a import c"},
        ["core/a"],
    ),
    (ladder.no_cycles, {"core/a.py": "import core.b", "core/b.py": "import core.c"}, []),
    (
        ladder.no_cycles,
        {"app.py": "if __name__ == '__main__':\n    import serve", "serve.py": "import app"},
        [],
    ),
    (
        ladder.tables_are_known,
        {"schema.py": "import leads.store", "crm/store.py": 'x = Table(\n    "deals")'},
        ["crm/store.py:1"],
    ),
    (
        ladder.tables_are_known,
        {
            "schema.py": "import leads.store",
            "leads/store.py": "from leads.tables import leads",
            "leads/tables.py": 'leads = Table("leads")',
        },
        [],
    ),
    # Shape.
    (shape.file_length, {"leads/a.py": LONG_FILE}, ["leads/a.py:1: 401 lines"]),
    (shape.file_length, {"leads/a.py": LONG_FILE[:-6]}, []),
    (shape.function_length, {"leads/a.py": LONG_FUNCTION}, ["leads/a.py:3: f has 61 lines"]),
    (shape.function_length, {"leads/a.py": LONG_DOCSTRING}, []),
    (shape.empty_packages, {"leads/__init__.py": "import leads.a"}, ["leads/__init__.py:1"]),
    (shape.module_docstrings, {"leads/a.py": "x = 1", "leads/b.py": '"""B."""'}, ["leads/a.py:1"]),
    (shape.telling_names, {"leads/utils.py": "", "leads/a.py": ""}, ["leads/utils.py"]),
    (shape.telling_names, {"leads/date_helpers.py": ""}, ["leads/date_helpers.py"]),
    (shape.telling_names, {"common/a.py": ""}, ["common/a.py"]),
    # Catching everything.
    (shape.broad_excepts, {"a.py": "try: f()\nexcept Exception: pass"}, ["a.py:2"]),
    (shape.broad_excepts, {"a.py": "try: f()\nexcept: pass"}, ["a.py:2"]),
    (shape.broad_excepts, {"a.py": "try: f()\nexcept (OSError, BaseException): pass"}, ["a.py:2"]),
    (shape.broad_excepts, {"a.py": "try: f()\nexcept Exception: pass  # noqa: BLE001"}, ["a.py:2"]),
    (shape.broad_excepts, {"a.py": "try: f()\nexcept OSError: pass"}, []),
    (
        shape.broad_excepts,
        {"a.py": "try: f()\nexcept Exception:  # an edge: it goes on\n  g()"},
        [],
    ),
    (
        shape.broad_excepts,
        {"a.py": "try: f()\nexcept Exception:\n  # an edge: it goes on\n  g()"},
        [],
    ),
    (shape.broad_excepts, {"a.py": "try: f()\nexcept BaseException:\n    g()\n    raise"}, []),
    (
        shape.broad_excepts,
        {"a.py": "try: f()\nexcept Exception:  # noqa: BLE001 - an edge: it goes on\n  g()"},
        [],
    ),
    # The clock.
    (shape.one_clock, {"a.py": "from datetime import datetime\ndatetime.now(UTC)"}, ["a.py:2"]),
    (shape.one_clock, {"a.py": "import datetime as dt\ndt.datetime.utcnow()"}, ["a.py:2"]),
    (shape.one_clock, {"a.py": "from datetime import date as d\nd.today()"}, ["a.py:2"]),
    (shape.one_clock, {"a.py": "import time\nf(default=time.time)"}, ["a.py:2"]),
    (shape.one_clock, {"a.py": "from time import time\ntime()"}, ["a.py:2"]),
    (shape.one_clock, {"a.py": "from sqlalchemy import func\nfunc.now()"}, ["a.py:2"]),
    (shape.one_clock, {"a.py": "import time\ntime.monotonic()\nclock.now()"}, []),
    (shape.one_clock, {"core/clock.py": "from datetime import datetime\ndatetime.now(UTC)"}, []),
    # Making stores.
    (
        shape.stores_are_made_once,
        {"leads/a.py": "from leads.store import LeadStore\nx = LeadStore(database)"},
        ["leads/a.py:2"],
    ),
    (
        shape.stores_are_made_once,
        {"bootstrap.py": "from leads.store import LeadStore\nx = LeadStore(database)"},
        [],
    ),
]


@pytest.mark.parametrize(
    ("rule", "files", "expected"),
    [pytest.param(*case, id=f"{named(case[0])}-{n}") for n, case in enumerate(BREACHES)],
)
def test_a_breach_is_noticed_and_nothing_else(tmp_path, rule, files, expected):
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    found = [str(violation) for violation in rule(product(tmp_path))]

    assert len(found) == len(expected), found
    assert all(one.startswith(start) for one, start in zip(found, expected, strict=True)), found


def test_every_rule_has_a_breach_that_shows_it_works():
    shown = {named(rule) for rule, _, expected in BREACHES if expected}

    assert shown == {named(rule) for rule in RULES}


def test_tests_and_what_is_not_ours_are_not_looked_at(tmp_path):
    for name in ("tests/a.py", "benchmarks/a.py", ".venv/lib/a.py", "leads/__pycache__/a.py"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("import utils")

    assert product(tmp_path) == []


@pytest.mark.parametrize("place", ["/work/" + "shared/x.md", "https://pypi." + "org/simple"])
def test_a_place_of_the_makers_is_noticed(tmp_path, place):
    (tmp_path / "README.md").write_text(f"Hello.\nSee {place} for more.")

    assert [str(each)[:11] for each in named_places(tmp_path)] == ["README.md:2"]
