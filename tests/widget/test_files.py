"""The widget's files: how heavy they are, how they are put together, how they are served."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from chatbot import widget_routes
from chatbot.widget_bundle import CannotBundle, WidgetAssets, bundle
from core.errors import NotFound

STATIC = Path(__file__).resolve().parents[2] / "static"
LOADER_BUDGET = 6 * 1024
PANEL_BUDGET = 45 * 1024
LANGUAGES = ("de", "en", "es", "fr", "ur")


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    app = Flask("files", static_folder=str(STATIC))
    app.testing = True  # errors come through; the real error table is the application's
    app.register_blueprint(widget_routes.bp)
    return app.test_client()


def zipped(client: FlaskClient, path: str):
    return client.get(path, headers={"Accept-Encoding": "gzip"})


def panel_address(client: FlaskClient) -> str:
    found = re.search(r"widget/panel\.js\?v=\w+", client.get("/widget.js").text)
    assert found is not None
    return f"/{found[0]}"


def test_the_loader_is_light(client):
    assert len(zipped(client, "/widget.js").data) <= LOADER_BUDGET


def test_the_panel_is_light(client):
    assert len(zipped(client, panel_address(client)).data) <= PANEL_BUDGET


def test_whoever_takes_no_gzip_gets_the_same_bytes_plain(client):
    plain = client.get("/widget.js")

    assert "Content-Encoding" not in plain.headers
    assert gzip.decompress(zipped(client, "/widget.js").data) == plain.data
    assert "Accept-Encoding" in plain.headers["Vary"]


def test_the_script_is_asked_for_again_and_what_it_names_is_kept_for_good(client):
    assert "max-age=300" in client.get("/widget.js").headers["Cache-Control"]
    assert "immutable" in client.get(panel_address(client)).headers["Cache-Control"]
    stale = client.get("/widget/panel.js?v=of-another-version")
    assert "immutable" not in stale.headers["Cache-Control"]
    assert stale.status_code == 200


@pytest.mark.parametrize("path", ["/widget.js", "/widget/panel.js"])
def test_an_unchanged_file_is_not_sent_again(client, path):
    etag = client.get(path).headers["ETag"]

    again = client.get(path, headers={"If-None-Match": etag})

    assert again.status_code == 304
    assert again.data == b""


@pytest.mark.parametrize("path", ["/widget.js", "/widget/panel.js"])
def test_any_site_may_load_the_files_and_no_cookie_goes_along(client, path):
    response = client.get(path)

    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response.headers
    assert "Set-Cookie" not in response.headers
    assert response.mimetype == "text/javascript"


@pytest.mark.parametrize("path", ["loader.js", "../app.py", "%2e%2e/app.py", "i18n/en.js"])
def test_nothing_else_is_served_there(client, path):
    with pytest.raises(NotFound):
        client.get(f"/widget/{path}")


def test_the_scripts_hold_nothing_that_strict_pages_refuse(client):
    for path in ("/widget.js", "/widget/panel.js"):
        text = client.get(path).text
        for refused in ("innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "new Function"):
            assert refused not in text
        assert "document.write" not in text
        assert "setAttribute('style'" not in text
        # Messages come over the channel of the page's own origin only.
        assert "addEventListener('message'" not in text and "window.onmessage" not in text


def test_every_language_has_the_same_sentences_with_the_same_blanks():
    english = _sentences("en")
    for language in LANGUAGES:
        sentences = _sentences(language)
        assert sentences.keys() == english.keys()
        for key, text in sentences.items():
            assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", english[key]))


def test_every_sentence_is_said_somewhere():
    scripts = " ".join(path.read_text() for path in (STATIC / "widget").glob("*.js"))

    unused = {key for key in _sentences("en") if not re.search(rf"\b{key}\b", scripts)}

    assert unused == set()


def test_the_guide_names_every_attribute_command_and_event():
    guide = (STATIC.parent / "docs" / "embedding.md").read_text()
    scripts = " ".join(path.read_text() for path in (STATIC / "widget").glob("*.js"))
    loader = (STATIC / "widget" / "loader.js").read_text()
    attributes = {*re.findall(r"\bdata\.(\w+)", loader), "greeting"}
    commands = re.search(r"COMMANDS = new Set\(\[(.*?)\]", scripts)
    events = re.findall(r"emit\('(\w+)'", scripts)
    assert commands is not None

    for attribute in attributes:
        written = re.sub(r"[A-Z]", lambda found: f"-{found[0].lower()}", attribute)
        assert f"`data-{written}`" in guide
    for command in re.findall(r"\w+", commands[1]):
        assert f"Parley('{command}'" in guide
    for event in [*events, "opened", "closed"]:
        assert f"`{event}`" in guide


class TestBundling:
    """The bundler knows a small part of the language and refuses the rest."""

    def bundled(self, folder: Path, **modules: str) -> str:
        for name, source in modules.items():
            (folder / f"{name}.js").write_text(source)
        return bundle(folder / "main.js")

    def test_what_is_imported_stands_before_what_imports_it_and_once(self, tmp_path):
        text = self.bundled(
            tmp_path,
            main="import { a } from './a.js';\nimport { b } from './b.js';\na(b);\n",
            a="import { b } from './b.js';\nexport function a() { return b; }\n",
            b="/** Kept out. */\nexport const b = 'https://x.example'; // stays\n",
        )

        assert text == (
            "const b = 'https://x.example'; // stays\nfunction a() { return b; }\na(b);\n"
        )

    def test_a_style_sheet_becomes_a_string(self, tmp_path):
        (tmp_path / "x.css").write_text('/* why */\n.a {\n  content: "\\2014";\n}\n')
        main = "import css from './x.css' with { type: 'text' };\nuse(css);\n"

        text = self.bundled(tmp_path, main=main)

        assert text == 'const css = ".a{content:\\"\\\\2014\\"}";\nuse(css);\n'

    @pytest.mark.parametrize(
        ("source", "named"),
        [
            ("export default 1;\n", "export default"),
            ("import * as x from './a.js';\n", "import \\*"),
            ("export { a } from './a.js';\n", "export { a }"),
            ("import { a } from './a.js';\nconst a = 1;\n", "a is declared in a.js"),
        ],
    )
    def test_what_it_does_not_know_stops_the_start(self, tmp_path, source, named):
        with pytest.raises(CannotBundle, match=named):
            self.bundled(tmp_path, main=source, a="export const a = 1;\n")

    def test_the_same_sources_give_the_same_bytes_in_every_process(self):
        first, second = (WidgetAssets.from_sources(STATIC) for _ in range(2))

        assert first == second


def _sentences(language: str) -> dict[str, str]:
    source = (STATIC / "widget" / "i18n" / f"{language}.js").read_text()
    return dict(re.findall(r"^  (\w+): '(.*)',$", source, re.MULTILINE))
