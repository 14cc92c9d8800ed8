"""A page that complains fails its test."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator

import pytest

from tests.servers.chromium import PageComplained, browsing

pytestmark = pytest.mark.browser


class _Site(http.server.BaseHTTPRequestHandler):
    pages: dict[str, str] = {}

    def do_GET(self) -> None:
        body = self.pages.get(self.path, "").encode()
        self.send_response(200 if self.path in self.pages else 404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Security-Policy", "script-src 'nonce-abc'")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


NONCE = "<script nonce=abc>%s</script>"


@pytest.fixture
def site() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def visit(browser, url: str, *, allowing: str = "", expecting: str = "") -> None:
    with browsing(browser) as windows:
        if allowing:
            windows.allow(allowing)
        page = windows.open().new_page()
        page.goto(url)
        for _ in range(40 if expecting else 2):
            page.wait_for_timeout(50)
            if any(expecting in complaint for complaint in windows.complaints):
                break


def given(page: str) -> None:
    _Site.pages = {"/": "<link rel=icon href='data:,'>" + page}


def test_a_quiet_page_passes(browser, site):
    given(NONCE % "document.title = 'well'; console.log('hello')")

    visit(browser, site)


@pytest.mark.parametrize(
    ("page", "complaint"),
    [
        (NONCE % "console.error('it broke')", "it broke"),
        (NONCE % "throw new Error('uncaught thing')", "uncaught thing"),
        (NONCE % "fetch('/missing')", "404"),
        ("<script>1</script>", "Content Security Policy"),
        ("<body onload='f()'>", "Content Security Policy"),
        ("<img src=http://www.example.com/pixel.png>", "asked another machine"),
        (NONCE % "Promise.reject(new Error('lost promise'))", "lost promise"),
    ],
)
def test_a_page_that_complains_fails_the_test(browser, site, page, complaint):
    given(page)

    with pytest.raises(PageComplained, match=complaint):
        visit(browser, site, expecting=complaint)


def test_what_the_test_allows_passes(browser, site):
    given(NONCE % "fetch('/missing')")

    visit(browser, site, allowing="status of 404", expecting="404")


def test_every_window_has_storage_of_its_own(site, windows):
    given(NONCE % "localStorage.seen = (localStorage.seen || 0) + 1; document.title = 'x'")
    first, second = windows.open().new_page(), windows.open().new_page()
    first.goto(site)

    second.goto(site)

    assert second.evaluate("localStorage.seen") == "1"
