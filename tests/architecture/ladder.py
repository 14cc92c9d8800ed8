"""Who may import whom, and which library is used where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.architecture.source import Import, Source, Violation, imported_modules

LEVELS = {
    "core": 1,
    "web": 2,
    "llm": 2,
    "understanding": 2,
    "leads": 3,
    "calendar_integration": 3,
    "crm": 4,
    "reports": 5,
    "chatbot": 6,
    "assistant": 6,
    "insights": 6,
}
# The files beside app.py (bootstrap, jobs, …) are the composition root: they may import everything,
# and nobody below imports them. The settings are the first of them, and import none of the others.
SETTINGS = "config"
OUTSIDE = {"tests", "benchmarks", "migrations", "tools"}

# The library, and the only files that may import it. What is not named here may be used anywhere
# its level allows.
DOORS = {
    "google.genai": {"llm/gemini.py"},
    "openai": {"llm/openai.py"},
    "llama_cpp": {"llm/llama.py"},
    "googleapiclient": {"calendar_integration/google_calendar.py"},
    "openpyxl": {"reports/workbook.py"},
    "apscheduler": {"jobs.py"},
    "sqlglot": {"insights/guard.py", "insights/phrase_parser.py"},
    "fakeredis": {"core/redis_client.py"},
}
_WEB_LIBRARIES = {"flask", "werkzeug"}
_A_TABLE = re.compile(r"\bTable\(\s*\"")
_IMPORT_OR_NOTHING = re.compile(r"\s*(import\b|from\b|$)")
_INNER = {"routes": 4, "pages": 4, "service": 3, "store": 2, "model": 1}


def levels(sources: list[Source]) -> Iterator[Violation]:
    """Imports go down the ladder; packages of one level do not know each other."""
    for source, target, each in _own_imports(sources):
        package = target.partition(".")[0]
        if not _may_import(source, target):
            yield source.violation(each.line, f"{source.package} may not import {package}")


def known_packages(sources: list[Source]) -> Iterator[Violation]:
    """Every package has its place on the ladder."""
    for source in sources:
        if source.package not in LEVELS and not source.is_top:
            yield source.violation(1, f"{source.package} has no place on the ladder in {__name__}")


def only_the_product(sources: list[Source]) -> Iterator[Violation]:
    """The product runs without its tests, benchmarks and tools."""
    for source in sources:
        for each in source.imports:
            if each.name.partition(".")[0] in OUTSIDE:
                yield source.violation(each.line, f"the product may not import {each.name}")


def inner_order(sources: list[Source]) -> Iterator[Violation]:
    """Inside a package: routes → service → store → model. Others' routes are nobody's business."""
    for source, target, each in _own_imports(sources):
        own, theirs = _inner(source.module), _inner(target)
        if source.is_top or target.startswith("web."):
            continue
        if target.partition(".")[0] == source.package and own is not None and theirs is not None:
            if _INNER[own] < _INNER[theirs] or {own, theirs} == {"routes", "pages"}:
                yield source.violation(each.line, f"{own} may not import {target}")
        elif theirs in {"routes", "pages"}:
            yield source.violation(each.line, f"only the composition root imports {target}")


def web_stays_in_routes(sources: list[Source]) -> Iterator[Violation]:
    """Below its routes a feature knows nothing of HTTP: neither `web` nor Flask."""
    for source in sources:
        if source.is_top or source.package == "web" or _inner(source.module) in {"routes", "pages"}:
            continue
        for each in source.imports:
            root = each.name.partition(".")[0]
            if root in _WEB_LIBRARIES or root.startswith("flask_") or root == "web":
                yield source.violation(each.line, f"only routes, pages and web import {root}")


def library_doors(sources: list[Source]) -> Iterator[Violation]:
    """A library stays behind one door."""
    for source in sources:
        for each in source.imports:
            for library, doors in DOORS.items():
                if f"{each.name}.".startswith(f"{library}.") and source.path not in doors:
                    allowed = " and ".join(sorted(doors))
                    yield source.violation(each.line, f"{library} is imported by {allowed} only")


# A module of ours that is nothing but a heavy library's other half comes late with it.
LATE = {("llm.gemini", "llm.http_client.new_client")}


def no_deferred_imports(sources: list[Source]) -> Iterator[Violation]:
    """Our own modules are imported at the top; a library elsewhere only with its reason."""
    known = {source.module for source in sources}
    for source in sources:
        own = {each for _, each in imported_modules(source, known)}
        for each in source.imports:
            if not each.in_function:
                continue
            if each in own and (source.module, each.name) not in LATE:
                yield source.violation(each.line, f"{each.name} is imported inside a function")
            elif not _has_comment(source, each.line):
                yield source.violation(each.line, f"no reason given for importing {each.name} late")


def no_cycles(sources: list[Source]) -> Iterator[Violation]:
    """No module imports itself by way of others, not even under TYPE_CHECKING."""
    graph = _graph(sources)
    by_module = {source.module: source for source in sources}
    for module in sorted(graph):
        path = _way_back(module, graph)
        if path and module == min(path):
            yield by_module[module].violation(1, f"import cycle: {' → '.join(path)}")


def tables_are_known(sources: list[Source]) -> Iterator[Violation]:
    """`schema` imports, itself or by way of others, every module that puts a table on the metadata.

    Otherwise the migrations and the tests would not know the table.
    """
    reached, waiting = set(), ["schema"]
    graph = _graph(sources)
    while waiting:
        module = waiting.pop()
        if module not in reached:
            reached.add(module)
            waiting += graph.get(module, ())
    for source in sources:
        if _A_TABLE.search(source.text) and source.module not in reached:
            yield source.violation(1, "schema.py does not import this module's tables")


def _graph(sources: list[Source]) -> dict[str, set[str]]:
    graph: dict[str, set[str]] = {source.module: set() for source in sources}
    for source, target, each in _own_imports(sources):
        if not each.when_run:
            graph[source.module].add(target)
    return graph


def _own_imports(sources: list[Source]) -> Iterator[tuple[Source, str, Import]]:
    known = {source.module for source in sources}
    for source in sources:
        for target, each in imported_modules(source, known):
            yield source, target, each


def _may_import(source: Source, target: str) -> bool:
    package = target.partition(".")[0]
    if source.module == SETTINGS:
        return package in LEVELS
    if source.is_top or source.package == package:
        return True
    return LEVELS.get(source.package, 0) > LEVELS.get(package, len(LEVELS))


def _inner(module: str) -> str | None:
    """What part a module plays in its package: leads.routes, leads.staff_routes, leads.routes.x."""
    name = module.split(".")[1] if "." in module else ""
    last = name.rpartition("_")[2]
    if last in {"routes", "pages"}:
        return last
    return name if name in _INNER else None


def _has_comment(source: Source, line: int) -> bool:
    """Whether a comment stands beside the import, or above the imports that it stands among."""
    if " # " in source.lines[line - 1]:
        return True
    above = reversed(source.lines[: line - 1])
    first = next((each for each in above if not _IMPORT_OR_NOTHING.match(each)), "")
    return first.lstrip().startswith("# ")


def _way_back(module: str, graph: dict[str, set[str]]) -> list[str]:
    """The shortest way from the module to itself; empty when there is none."""
    ways = [[module, each] for each in sorted(graph[module])]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        if way[-1] == module:
            return way[:-1]
        if way[-1] not in seen:
            seen.add(way[-1])
            ways += [[*way, each] for each in sorted(graph[way[-1]])]
    return []
