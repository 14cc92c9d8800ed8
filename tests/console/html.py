"""Reading a page as a browser would: its elements, attributes and text."""

from __future__ import annotations

from html.parser import HTMLParser

_OURS = frozenset(
    "a article aside body button circle code dd details dialog div dl dt figcaption figure form h1 "
    "h2 h3 head header html input label li line link main mark meta nav ol option p path q rect "
    "script section select span strong summary svg table tbody td text textarea tfoot th thead "
    "time title tr ul caption".split()
)
_ADDRESSES = ("href", "action", "src", "hx-get", "hx-post", "formaction", "xlink:href")


class Page(HTMLParser):
    """What is in a page. `faults` has what no page of ours may have."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.addresses: list[str] = []
        self.text: list[str] = []
        self.labels: set[str] = set()
        self.fields: list[dict[str, str]] = []
        self._inside: list[str] = []
        self.feed(html)
        self.close()

    @property
    def words(self) -> str:
        """All text and all values, as they are read."""
        values = [field["value"] for field in self.fields if "value" in field]
        return "\n".join([*self.text, *values])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag not in _OURS:
            self.faults.append(f"<{tag}> is no element of ours")
        for name, value in given.items():
            if name == "style" or name.startswith(("on", "hx-on")):
                self.faults.append(f"<{tag} {name}={value!r}>")
            if name in _ADDRESSES and not value.startswith(("/", "#", "?", "data:,", "http")):
                self.faults.append(f"<{tag} {name}={value!r}>")
            if name in _ADDRESSES:
                self.addresses.append(value)
        if tag == "script" and "src" not in given:
            self.faults.append("a script in the page")
        if (
            tag == "a"
            and given.get("target") == "_blank"
            and "noopener" not in given.get("rel", "")
        ):
            self.faults.append(f"opens a window that can reach back: {given['href']}")
        if tag == "label":
            self.labels.add(given.get("for", ""))
        if tag in ("input", "select", "textarea"):
            self.fields.append(given)
        self._inside.append(tag)

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def unlabelled(self) -> list[str]:
        """Fields to fill in that no label names."""
        return [
            field.get("name", "?")
            for field in self.fields
            if field.get("type") not in ("hidden", "submit")
            and "aria-hidden" not in field
            and field.get("id") not in self.labels
        ]
