"""A tree of source files, parsed once, for the rules to look at."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_NOT_PRODUCT = {"tests", "benchmarks", "migrations", "docs", "tools", "client_data", "static"}

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Violation:
    """Where a rule is broken, and how."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


@dataclass(frozen=True)
class Import:
    """One imported name: `name` is the module or, for `from m import n`, `m.n`."""

    name: str
    line: int
    in_function: bool = False
    when_run: bool = False  # under `if __name__ == "__main__"`


@dataclass(frozen=True)
class Source:
    """One Python file of the product."""

    path: str
    text: str
    tree: ast.Module

    @property
    def module(self) -> str:
        """Its dotted name."""
        parts = self.path.removesuffix(".py").split("/")
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def package(self) -> str:
        """The first part of its dotted name."""
        return self.module.partition(".")[0]

    @property
    def is_top(self) -> bool:
        """Whether it stands beside app.py, in no package."""
        return "/" not in self.path

    @cached_property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @cached_property
    def imports(self) -> tuple[Import, ...]:
        """Every import, those under TYPE_CHECKING and in functions too."""
        return tuple(self._imports(self.tree))

    @cached_property
    def functions(self) -> tuple[FunctionNode, ...]:
        return tuple(node for node in ast.walk(self.tree) if isinstance(node, FunctionNode))

    def violation(self, line: int, message: str) -> Violation:
        return Violation(self.path, line, message)

    def _imports(self, node: ast.AST, **where: bool) -> Iterator[Import]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Import):
                for alias in child.names:
                    yield Import(alias.name, child.lineno, **where)
            elif isinstance(child, ast.ImportFrom):
                base = self._base(child)
                for alias in child.names:
                    yield Import(f"{base}.{alias.name}", child.lineno, **where)
            elif isinstance(child, FunctionNode):
                yield from self._imports(child, **{**where, "in_function": True})
            elif isinstance(child, ast.If) and "__name__" in ast.dump(child.test):
                yield from self._imports(child, **{**where, "when_run": True})
            else:
                yield from self._imports(child, **where)

    def _base(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        own = self.path.removesuffix(".py").split("/")[: -node.level]
        return ".".join([*own, *([node.module] if node.module else [])])


def product(root: Path) -> list[Source]:
    """Every Python file of the product under `root`: no tests, benchmarks or migrations."""
    return [
        Source(path.relative_to(root).as_posix(), text, ast.parse(text))
        for path in sorted(root.rglob("*.py"))
        if _is_product(path.relative_to(root))
        for text in [path.read_text(encoding="utf-8")]
    ]


def _is_product(path: Path) -> bool:
    return path.parts[0] not in _NOT_PRODUCT and not any(
        part.startswith(".") or part == "__pycache__" for part in path.parts
    )


def imported_modules(source: Source, known: set[str]) -> Iterator[tuple[str, Import]]:
    """The product's own modules that it imports: `from a.b import c` is a.b.c or else a.b."""
    for each in source.imports:
        for name in (each.name, each.name.rpartition(".")[0]):
            if name in known and name != source.module:
                yield name, each
                break
