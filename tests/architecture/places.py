"""Places that must not be named in what we ship: they exist on the makers' machines only."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import Violation

# In pieces, since this file is shipped as well.
_PLACES = (
    "/work/" + "shared",
    "/work/" + "main",
    r"\." + "library/",
    "files." + r"pythonhosted\." + "org",
    "pypi" + r"\." + "org",
    "registry." + r"npmjs\." + "org",
    "deb." + r"debian\." + "org",
)
_NAMED = re.compile("|".join(_PLACES))
_THEIRS = re.compile(r"\.(?!ci$).*|node_modules|__pycache__")
_TOO_LARGE_BYTES = 2_000_000


def named_places(root: Path) -> Iterator[Violation]:
    """Every mention of such a place in a text file under `root`."""
    for path in sorted(_shipped(root)):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), start=1):
            found = _NAMED.search(line)
            if found:
                where = path.relative_to(root).as_posix()
                yield Violation(where, number, f"{found[0]} is not a place of ours")


def _shipped(root: Path) -> Iterator[Path]:
    """What git would commit; without git, all that is not plainly somebody else's."""
    for path in _known_to_git(root) or root.rglob("*"):
        folders = path.relative_to(root).parts[:-1]
        theirs = any(_THEIRS.fullmatch(name) for name in folders)
        if not theirs and path.is_file() and path.stat().st_size < _TOO_LARGE_BYTES:
            yield path


def _known_to_git(root: Path) -> list[Path]:
    if not shutil.which("git"):
        return []
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return [root / name for name in listed.stdout.split("\0") if name]
