"""Cues: wordings by which a visitor says things that only matter in a chat.

What any feature may want to know (times, people, intents) is `understanding`'s; here is what the
scripted engine alone reacts to: "the second one", "none of these", "just looking".
"""

from __future__ import annotations

import re
import unicodedata

from chatbot.scripted import cue_words

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_QUOTES = str.maketrans("’‘`´“”„«»", '\'\'\'\'"""""')


def folded(text: str) -> str:
    """Lower case, no accents, plain quotes, single spaces: what cues are matched on."""
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).translate(_QUOTES)
    letters = unicodedata.normalize("NFD", visible.casefold())
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return " ".join(bare.split())


def _cue(wordings: str) -> re.Pattern[str]:
    # folded as the text is, so that the wordings can be written as people write them
    lines = (folded(line) for line in wordings.strip().splitlines())
    return re.compile(rf"(?<!\w)(?:{'|'.join(lines)})(?!\w)")


CUES = {name: _cue(wordings) for name, wordings in cue_words.WORDINGS.items()}
ORDINALS = tuple(_cue(wordings) for wordings in cue_words.ORDINALS)
LAST, EARLIEST, MIDDLE = (
    _cue(wordings) for wordings in (cue_words.LAST, cue_words.EARLIEST, cue_words.MIDDLE)
)
LANGUAGE_REQUESTS = {
    language: _cue(cue_words.LANGUAGE_REQUEST.replace("NAMES", names))
    for language, names in cue_words.LANGUAGE_NAMES.items()
}
_INTERROGATIVE = re.compile(folded(cue_words.INTERROGATIVE.replace("\n", "")))


def is_question(sentence: str) -> bool:
    """Whether a sentence asks, by its mark or its first word."""
    plain = folded(sentence)
    return "?" in plain or "؟" in plain or bool(_INTERROGATIVE.match(plain))
