"""The widget's scripts, put together from readable modules when the service starts.

One request instead of twenty, and nothing to build before a commit. The modules keep to a small
part of the language, which the bundler insists on: named exports of declarations, imports without
renaming, no name twice at the top level of two modules, style sheets imported as text.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_IMPORT = re.compile(
    r"^import\s+(?:\{[^}]*\}|(?P<name>\w+))\s+from\s+'(?P<path>[^']+)'"
    r"(?P<as_text>\s+with\s+\{\s*type:\s*'text'\s*\})?;\n",
    re.MULTILINE,
)
_EXPORT = re.compile(r"^export\s+(?=(?:async\s+)?(?:function|const|let|class)\b)", re.MULTILINE)
_DECLARED = re.compile(
    r"^(?:async\s+)?(?:function\*?|const|let|class)\s+(?P<name>\w+)", re.MULTILINE
)
_LEFT_OVER = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)
# Whole lines only, so that nothing inside a string is touched.
_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*.*?\*/[ \t]*)\n", re.MULTILINE | re.DOTALL)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# Where blanks mean nothing in any style sheet of ours: none has such signs in a string.
_CSS_SPACE = re.compile(r"\s*([{};,])\s*|(?<=:)\s+|\s+")


class CannotBundle(ValueError):
    """A module uses what the bundler does not know; the message names file and line."""


@dataclass(frozen=True)
class Asset:
    """A file as it is served."""

    body: bytes
    media_type: str
    digest: str
    zipped: bytes

    @classmethod
    def of(cls, text: str, media_type: str) -> Asset:
        body = text.encode()
        # A fixed time, so that every process serves the same bytes.
        zipped = gzip.compress(body, 9, mtime=0)
        return cls(body, media_type, hashlib.sha256(body).hexdigest()[:16], zipped)


@dataclass(frozen=True)
class WidgetAssets:
    """The loader, which names the panel by its version, and what is served beside it."""

    script: Asset
    files: Mapping[str, Asset]

    @classmethod
    def from_sources(cls, static: Path) -> WidgetAssets:
        """Reads and bundles the modules. Raises CannotBundle, FileNotFoundError."""
        widget = static / "widget"
        panel = Asset.of(f"{bundle(widget / 'panel.js')}export {{ start }};\n", "text/javascript")
        loader = bundle(widget / "loader.js").replace(
            "'widget/panel.js'", f"'widget/panel.js?v={panel.digest}'"
        )
        script = Asset.of(f"(() => {{\n'use strict';\n{loader}}})();\n", "text/javascript")
        return cls(script, {"panel.js": panel})


def bundle(entry: Path) -> str:
    """The module and all it imports, each once, the imported before the importing."""
    bundled = _Bundle()
    bundled.add(entry.resolve())
    return "".join(bundled.parts)


class _Bundle:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self._seen: set[Path] = set()
        self._names: dict[str, Path] = {}

    def add(self, path: Path) -> None:
        if path in self._seen:
            return
        self._seen.add(path)
        source = path.read_text(encoding="utf-8")
        for found in _IMPORT.finditer(source):
            self._add_imported(path, found)
        body = _EXPORT.sub("", _IMPORT.sub("", source))
        left_over = _LEFT_OVER.search(body)
        if left_over:
            raise CannotBundle(f"{path.name}: {left_over[0]}")
        self._declare(path, _DECLARED.findall(body))
        self.parts.append(_without_comments(body))

    def _add_imported(self, importer: Path, found: re.Match[str]) -> None:
        path = (importer.parent / found["path"]).resolve()
        if not found["as_text"]:
            self.add(path)
        elif path not in self._seen:
            self._seen.add(path)
            self._declare(path, [found["name"]])
            text = json.dumps(_small_css(path.read_text(encoding="utf-8")), ensure_ascii=False)
            self.parts.append(f"const {found['name']} = {text};\n")

    def _declare(self, path: Path, names: list[str]) -> None:
        for name in names:
            if name in self._names:
                raise CannotBundle(f"{path.name}: {name} is declared in {self._names[name].name}")
            self._names[name] = path


def _without_comments(source: str) -> str:
    lines = (line.strip() for line in _COMMENT.sub("", source).splitlines())
    return "".join(f"{line}\n" for line in lines if line)


def _small_css(source: str) -> str:
    text = _CSS_COMMENT.sub("", source).strip()
    return _CSS_SPACE.sub(lambda found: found[1] or _blank(found), text).replace(";}", "}")


def _blank(found: re.Match[str]) -> str:
    return "" if found.string[found.start() - 1] == ":" else " "
