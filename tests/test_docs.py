"""What the documents say is true."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from flask import Flask

from config import Settings

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = ("operations", "architecture", "embedding")
NOT_FOLDERS = {".venv", ".git", ".ci"}


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def example() -> dict[str, str]:
    lines = (line for line in text(".env.example").splitlines() if re.match(r"[A-Z_]+=", line))
    return dict(line.split("=", 1) for line in lines)


def test_the_example_names_every_setting_and_no_other() -> None:
    assert set(example()) == {name.upper() for name in Settings.model_fields}


def test_the_example_shows_the_defaults() -> None:
    shown = example()
    for name, field in Settings.model_fields.items():
        default = "" if field.default is None else str(field.default)
        assert shown[name.upper()] == default, name


def test_every_setting_has_a_comment() -> None:
    previous = ""
    for line in text(".env.example").splitlines():
        if re.match(r"[A-Z_]+=", line):
            assert previous.startswith("#") or re.match(r"[A-Z_]+=", previous), line
        previous = line


def test_the_example_is_a_valid_env_file(tmp_path: Path) -> None:
    settings = Settings.load(_env_file=ROOT / ".env.example", client_data_dir=tmp_path)

    assert settings.provider == "scripted"


def folders_in(document: str) -> set[str]:
    rows = re.findall(r"^\|([^|]+)\|", text(document), re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`(\w+)/`", row)}


@pytest.mark.parametrize("document", ["README.md", "docs/architecture.md"])
def test_the_folder_map_equals_the_tree(document: str) -> None:
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    tree = {path.split("/")[0] for path in tracked if "/" in path} - NOT_FOLDERS

    assert folders_in(document) == tree


def test_the_map_of_files_at_the_top_equals_the_tree() -> None:
    rows = re.findall(r"^\|([^|]+)\|", text("docs/architecture.md"), re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`(\w+\.py)`", row)}

    assert named == {path.name for path in ROOT.glob("*.py")}


@pytest.mark.parametrize(
    "document",
    sorted(str(p.relative_to(ROOT)) for p in ROOT.glob("**/*.md") if ".venv" not in p.parts),
)
def test_links_lead_somewhere(document: str) -> None:
    folder = (ROOT / document).parent
    for target in re.findall(r"\]\(([^)#]+)\)", text(document)):
        if not target.startswith(("http:", "https:", "mailto:", "data:")):
            assert (folder / target).exists(), f"{document}: {target}"


def test_the_commands_of_the_readme_are_targets() -> None:
    targets = set(re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE))
    said = text("README.md") + text("docs/operations.md")
    named = set(re.findall(r"(?:^|`|&& )make ([a-z-]+)", said, re.MULTILINE))

    assert {"run", "test", "setup"} <= named <= targets


def test_the_documents_name_only_routes_that_exist(app: Flask) -> None:
    rules = {re.sub(r"<[^>]+>", "<>", rule.rule) for rule in app.url_map.iter_rules()}
    for document in ("README.md", *(f"docs/{name}.md" for name in DOCUMENTS)):
        for path in re.findall(r"`(?:GET|POST|PUT|PATCH|DELETE) (/[^\s`]*)`", text(document)):
            assert re.sub(r"<[^>]+>", "<>", path.split("?")[0]) in rules, f"{document}: {path}"
