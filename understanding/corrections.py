"""Whether a finding takes back an earlier one: "sorry, wrong address, it's …"."""

from __future__ import annotations

import re

_REACH = 60  # characters before the finding
_TAKES_BACK = re.compile(
    r"\b(?:sorry|oops|whoops|wrong|correction|corrected|mistake|mistyped|typo"
    r"|misspel\w*|i mean|i meant"
    r"|rather|instead|actually|scratch that|should be|should read|not that|changed|new (?:number|"
    r"e-?mail|address)|no,|nope|not \S{2,60},? (?:but|it'?s)|falsch|stimmt nicht|tippfehler|sondern"
    r"|korrektur|entschuldigung|pardon|d[ée]sol[ée]e?|erreur|faux|plut[ôo]t|en fait|perd[óo]n"
    r"|me equivoqu[ée]|mejor dicho|error|incorrecto|corrijo|ghalat|maaf)",
    re.IGNORECASE,
)


def takes_back(text: str, start: int) -> bool:
    """Whether the words right before `start` say that what follows replaces something."""
    return _TAKES_BACK.search(text[max(0, start - _REACH) : start]) is not None
