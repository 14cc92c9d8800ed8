"""What a chat line has no use for: HTML, pictures from elsewhere, text that hides its order."""

from __future__ import annotations

import re

_MARKUP = re.compile(
    r"<\s*/?\s*[a-zA-Z!?][^<>]{0,2000}>?|&#x?[0-9a-fA-F]{1,6};|!\[[^\]]{0,500}\]\s?[(\[]"
    r"|\b(?:javascript|vbscript)\s?:|\bdata:[a-z]+/|^\[[^\]]{1,99}\]:\s*\S+"
    "|[\u202a-\u202e\u2066-\u2069]",
    re.MULTILINE,
)
_HARMLESS = re.compile(r"<3\b|<-")


def has_markup(sentence: str) -> bool:
    """Tags, entities, images, script addresses or marks that turn the reading direction."""
    return _MARKUP.search(_HARMLESS.sub("", sentence)) is not None
