"""Terms: what passages and questions are compared by, in five languages.

A word becomes its folded, lightly stemmed form; a word that belongs to a concept (what something
costs, when we are open, …) also becomes the concept, so that "Was kostet das?" finds a passage on
prices that was written in English.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from functools import lru_cache

from chatbot.knowledge_words import CONCEPTS, STOP_WORDS

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = re.compile(r"(?:(?<=.{4})(?:ings?|edly|ed|ers?|ungen|ung)|ies|es|en|e|s|n|x|os|as|o|a)$")
_STEM_AT_LEAST = 4
_NOT_STEMMED = frozenset({"parking", "booking", "meeting", "hosting", "rates"})
_WORD_AT_MOST = 40
_WORDS_READ = 400
_TYPO_AT_LEAST = 5
_TELLING_DIGITS = 3
_THOUSANDS = re.compile(r"(?<=\d)[.,'](?=\d{3}(?!\d))")

# Questions that consist of nothing but the commonest words; matched on folded words.
_IDIOMS = {
    "price": re.compile(
        r"\bhow much\b(?! (?:time|long))|\bwie ?viel\b(?! zeit)|\bwas macht das\b|\bc est combien\b"
    ),
    "service": re.compile(
        r"\bwhat (?:else )?(?:do|can|does) (?:you|your \w+|\w+) (?:guys )?(?:all )?"
        r"(?:do|offer|provide|sell)\b"
        r"|\bwhat are you offering\b|\bwas (?:machen|bieten|macht|tun) (?:sie|ihr)\b"
        r"|\b(?:que|qu est ce que) (?:faites|vous faites|proposez|vous proposez)\b"
        r"|\bque (?:hacen|ofrecen|hace usted)\b|\b(?:aap|ap) kya kart\w+|آپ کیا کرتے"
    ),
    "process": re.compile(
        r"\bhow (?:do|does|would|will|can) (?:you|it|this|that|we|everything|things) (?:guys )?"
        r"(?:work|go|proceed|operate)\b"
        r"|\bwie (?:arbeiten|lauft|funktioniert|geht) (?:sie|ihr|das|es)\b"
        r"|\bcomment (?:travaillez|ca (?:marche|se passe))\b|\bcomo (?:trabajan|funciona)\b"
    ),
    "team": re.compile(
        r"\bwho (?:are|is) (?:you|behind|we|in|on|the)\b|\bwer (?:sind|steckt|seid)\b"
        r"|\bqui (?:etes|est)\b|\bquien(?:es)? (?:son|es)\b"
    ),
    "place": re.compile(
        r"\bwhere (?:are|is|exactly) (?:you|your|the|it|this)\b|\bwhere (?:do|can) (?:i|we) find\b"
        r"|\bwo (?:sind|finde|ist|seid|sitzen)\b|\bou (?:etes|est|se|vous)\b"
        r"|\bdonde (?:estan|esta|se|queda|quedan)\b"
    ),
    "duration": re.compile(
        r"\bhow (?:long|fast|soon|much time)\b|\bwie lange\b|\bcombien de temps\b"
        r"|\bcuanto (?:tiempo|tarda|dura)\b|\bkitna (?:waqt|time)\b"
    ),
    "hours": re.compile(
        r"\bwhen (?:are|do) you (?:guys )?(?:open|there|work)\b|\bwann sind sie da\b"
    ),
    "contact": re.compile(r"\b(?:your|ihre|votre|su) (?:number|nummer|numero)\b"),
}


def folded_words(text: str) -> list[str]:
    """The words of `text` in lower case without accents."""
    letters = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    bare = _THOUSANDS.sub("", bare)
    return [word[:_WORD_AT_MOST] for word in _WORD.findall(bare)]


def _spellings() -> tuple[dict[str, set[str]], list[tuple[str, str]]]:
    exact: dict[str, set[str]] = {}
    prefixes: list[tuple[str, str]] = []
    for concept, words in CONCEPTS.items():
        for word in words.split():
            bare = folded_words(word)[0]
            if word.endswith("*"):
                prefixes.append((bare, concept))
            exact.setdefault(bare, set()).add(concept)
    return exact, prefixes


_EXACT, _PREFIXES = _spellings()
_STOP = frozenset(word for entry in STOP_WORDS.split() for word in folded_words(entry))
# "mcuh" and "waht": letters of a stop word in another order, between the same first and last
_SCRAMBLED = {"".join(sorted(word)): (word[0], word[-1]) for word in _STOP if len(word) > 3}
del _SCRAMBLED["fmor"]  # a form is not a "from"


def is_stop_word(word: str) -> bool:
    """Whether a word is so common that it tells nothing."""
    return any(part in _STOP for part in folded_words(word))


@lru_cache(maxsize=4096)
def concepts_of(word: str) -> frozenset[str]:
    """The concepts a folded word belongs to."""
    found = set(_EXACT.get(word, ()))
    found.update(concept for prefix, concept in _PREFIXES if word.startswith(prefix))
    return frozenset(found)


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    """The concept word that a mistyped one was meant to be, or the word itself."""
    if len(word) < _TYPO_AT_LEAST or concepts_of(word):
        return word
    near = get_close_matches(word, _EXACT, n=1, cutoff=0.85)
    return near[0] if near else word


@lru_cache(maxsize=4096)
def stem_of(word: str) -> str:
    """A word without its commonest endings, never shorter than four letters."""
    stem = word if word in _NOT_STEMMED else _ENDINGS.sub("", word)
    return stem if len(stem) >= _STEM_AT_LEAST else word


def may_be_continued(term: str) -> bool:
    """Whether a longer word that begins with `term` is taken for it: not for short ones."""
    return len(term) > _STEM_AT_LEAST and not term.startswith("0")


def same_term(wanted: str, term: str) -> bool:
    """Whether `term`, of a passage, is what a question's `wanted` means."""
    return term == wanted or (may_be_continued(wanted) and term.startswith(wanted))


def terms_of(text: str) -> list[str]:
    """The terms of a passage, in its order, concepts marked by a leading `0`."""
    found: list[str] = []
    for word in folded_words(text):
        found.append(stem_of(word))
        found.extend(f"0{concept}" for concept in sorted(concepts_of(word)))
    return found


def question_words(question: str) -> list[tuple[str, frozenset[str]]]:
    """The telling words of a question, each once: its stem and its concepts. An idiom made of
    stop words ("how much") counts as its concept alone."""
    found: dict[str, frozenset[str]] = {}
    for word in folded_words(question)[:_WORDS_READ]:
        if (word.isdecimal() and len(word) < _TELLING_DIGITS) or word in _STOP:
            continue
        if _SCRAMBLED.get("".join(sorted(word))) == (word[0], word[-1]):
            continue
        meant = _mended(word)
        found.setdefault(stem_of(meant), concepts_of(meant))
    meant = " ".join(folded_words(question)[:_WORDS_READ])
    for concept, idiom in _IDIOMS.items():
        if idiom.search(meant) and not any(concept in concepts for concepts in found.values()):
            found[f"0{concept}"] = frozenset({concept})
    return list(found.items())
