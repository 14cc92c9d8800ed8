"""What a file of the product looks like, and what it never does."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.architecture.source import FunctionNode, Source, Violation

MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 60

_VAGUE = {"util", "utils", "helper", "helpers", "common", "manager", "managers", "misc"}
_CLOCK = "core/clock.py"
_TELLS_THE_TIME = {
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "datetime.datetime.today",
    "datetime.date.today",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
    "sqlalchemy.func.now",
    "sqlalchemy.func.current_timestamp",
}
# Ruff wants the noqa only where the traceback is not logged, and takes it away where it is.
_REASON = re.compile(r"#\s*(noqa:\s*BLE001\s+-\s+)?\w+(\W+\w+){2,}")


def file_length(sources: list[Source]) -> Iterator[Violation]:
    """A file fits into the head."""
    for source in sources:
        if len(source.lines) > MAX_FILE_LINES:
            found = len(source.lines)
            yield source.violation(1, f"{found} lines, at most {MAX_FILE_LINES} are allowed")


def function_length(sources: list[Source]) -> Iterator[Violation]:
    """A function fits on the screen; its docstring does not count."""
    for source in sources:
        for node in source.functions:
            length = _length(node)
            if length > MAX_FUNCTION_LINES:
                message = f"{node.name} has {length} lines, at most {MAX_FUNCTION_LINES}"
                yield source.violation(node.lineno, message)


def empty_packages(sources: list[Source]) -> Iterator[Violation]:
    """Importing a package does nothing."""
    for source in sources:
        if source.path.endswith("__init__.py") and source.text.strip():
            yield source.violation(1, "__init__.py is not empty")


def module_docstrings(sources: list[Source]) -> Iterator[Violation]:
    """Every file says what it is."""
    for source in sources:
        if source.text.strip() and not ast.get_docstring(source.tree):
            yield source.violation(1, "no docstring")


def telling_names(sources: list[Source]) -> Iterator[Violation]:
    """A name says what is inside."""
    for source in sources:
        for part in source.module.split("."):
            if _VAGUE & set(part.split("_")):
                yield source.violation(1, f"{part} says nothing about what is inside")


def broad_excepts(sources: list[Source]) -> Iterator[Violation]:
    """Who catches everything either raises again or says why: `# an edge: …` beside it."""
    for source in sources:
        for node in ast.walk(source.tree):
            if isinstance(node, ast.ExceptHandler) and _is_broad(node):
                # Up to the first statement: the line itself, and comments between.
                last = max(node.lineno, node.body[0].lineno - 1)
                beside = "\n".join(source.lines[node.lineno - 1 : last])
                if not (_REASON.search(beside) or _raises_again(node)):
                    yield source.violation(node.lineno, "catches everything without a reason")


def one_clock(sources: list[Source]) -> Iterator[Violation]:
    """Only the clock asks what time it is."""
    for source in sources:
        if source.path == _CLOCK:
            continue
        names = _imported_names(source)
        for node in ast.walk(source.tree):
            dotted = _dotted(node, names) if isinstance(node, ast.Attribute | ast.Name) else ""
            if dotted in _TELLS_THE_TIME:
                assert isinstance(node, ast.expr)
                yield source.violation(node.lineno, f"{dotted} outside {_CLOCK}")


def stores_are_made_once(sources: list[Source]) -> Iterator[Violation]:
    """Stores are made by the composition root; everybody else is given one."""
    for source in sources:
        if source.is_top:
            continue
        names = _imported_names(source)
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
                dotted = _dotted(node.func, names)
                if re.fullmatch(r"\w+(\.\w+)*\.store\.\w+Store", dotted):
                    yield source.violation(node.lineno, f"{dotted} is made in bootstrap only")


def _length(node: FunctionNode) -> int:
    end = node.end_lineno or node.lineno
    length = end - node.lineno + 1
    first = node.body[0]
    if ast.get_docstring(node, clean=False) is not None:
        length -= (first.end_lineno or first.lineno) - first.lineno + 1
    return length


def _is_broad(node: ast.ExceptHandler) -> bool:
    caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
    return any(
        each is None or (isinstance(each, ast.Name) and each.id in {"Exception", "BaseException"})
        for each in caught
    )


def _raises_again(node: ast.ExceptHandler) -> bool:
    return any(isinstance(each, ast.Raise) and each.exc is None for each in ast.walk(node))


def _imported_names(source: Source) -> dict[str, str]:
    """What each name at hand stands for: `import datetime as dt` gives dt → datetime."""
    names = {}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                name = alias.asname or alias.name.partition(".")[0]
                names[name] = alias.name if alias.asname else name
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return names


def _dotted(node: ast.AST, names: dict[str, str]) -> str:
    """`datetime.datetime.now` for whatever way the source spells it; "" for what is no name."""
    if isinstance(node, ast.Name):
        return names.get(node.id, "")
    if isinstance(node, ast.Attribute):
        base = _dotted(node.value, names)
        return f"{base}.{node.attr}" if base else ""
    return ""
