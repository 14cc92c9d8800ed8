"""What a correction makes of an address said before: "no, it's with an e at the end".

Four ways of mending are read: one thing for another ("gmail, not gmial", "underscore instead of
the dot"), a letter more or less ("with two n's", "without the dot", "an e at the end"), a word
spelled ("A N N E"), and a bare word or domain that resembles a part ("I meant gmail"). What fits
no part of the address, or more than one, mends nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from understanding.lazy_patterns import LazyPattern
from understanding.name_words import FIRST_NAMES
from understanding.resemblance import resembles
from understanding.spelling import SPELLED, joined
from understanding.spoken_emails import FREE_MAIL, SIGNS
from understanding.top_level_domains import TOP_LEVEL_DOMAINS

_LONGEST = 200  # characters; a correction is short
_SIGN_WORDS = "|".join(sorted(map(re.escape, SIGNS), key=len, reverse=True))
_ARTICLE = (
    r"(?:(?:an?|the|one|letter|ein|eine|einem|einen|das|dem|den|un|une|le|la|l['’]|el|los|les)\s"
    r"|l['’])?(?:(?:letter|digit|number|buchstabe|lettre|letra|small|capital|lower ?case)\s)?"
)
_THING = rf"(?:dot|punkt|point|punto|ponto)\s\w+|(?:{_SIGN_WORDS})\b|[\w.+@-]*\w"
_ONE_THING = rf"{_ARTICLE}[\"“'‘]?({_THING})[\"”'’]?"
_NOT = (
    r"(?:and not|und nicht|et non|y no|not|nicht|pas|no|kein|instead of|rather than|statt|anstatt"
    r"|au lieu d[e']|plut[oô]t qu[e']|en (?:vez|lugar) de(?:l)?)"
)
_BUT = (
    r"(?:,?\s(?:but|sondern|mais|sino|it['’]?s|its|use)\s|\s?,\s?(?:it['’]?s\s|but\s)?|\s?[-–—]\s?)"
)
_EXCHANGES = (
    # (pattern, group of the wrong, group of the right)
    (LazyPattern(rf"\b(?:not|nicht|pas|no es|no)\s{_ONE_THING}{_BUT}{_ONE_THING}"), 1, 2),
    (LazyPattern(rf"(?<![\w@.]){_ONE_THING}\s?,?\s{{1,2}}{_NOT}\s{_ONE_THING}"), 2, 1),
    (
        LazyPattern(
            rf"\b(?:replace|change|swap|ersetz\w*|remplace\w*|cambi\w*)\s{_ONE_THING}\s"
            rf"(?:with|to|by|for|durch|par|por)\s{_ONE_THING}",
                ),
        1,
        2,
    ),
    (
        LazyPattern(
            rf"(?<![\w@.]){_ONE_THING}\s(?:should be|should read|must be|is actually|sollte|muss"
            rf"|devrait être|debe ser)\s{_ONE_THING}",
                ),
        1,
        2,
    ),
)  # fmt: skip
_END = r"(?:at the (?:very )?end|on the end|in the end|am ende|[àa] la fin|al final|hinten|last)"
_START = (
    r"(?:at the (?:very )?(?:beginning|start|front)|in front|first|am anfang|vorne|au début"
    r"|al (?:principio|inicio|comienzo))"
)
_LETTER = rf"(?P<letter>(?:{_SIGN_WORDS}|ph|th|ch|ck|sh|sch|ue|oe|ae|ss|ei|ie|ey|ai|ay|oo|ee|\d{{1,6}}|[^\W_])(?:['’]?s)?(?![\w@]))"
_WHERE = (
    rf"(?:\s(?:(?P<end>{_END})|(?P<start>{_START})|(?:after|nach|après|después de) (?:the )?"
    r"(?P<after>[\w.]+)|(?:before|vor|avant|antes de) (?:the )?(?P<before>[\w.]+)"
    r"|(?:between|zwischen|entre) (?P<left>\w+) (?:and|und|et|y) (?P<right>\w+)"
    r"|in (?:the )?(?P<inside>\w+)))?"
)
_WORD = r"(?:(?P<word>[\w.]{2,30}),?\s(?:is\s|ends\s|is spelled\s|is written\s)?)?"
_WITH = LazyPattern(
    rf"{_WORD}(?:with|mit|avec|con|there(?:['’]s| is| should be)|theres|has|is|needs|needs to have"
    rf"|you forgot|you missed|forgot|missing|add|plus|da fehlt|es fehlt|il manque|falta)\s{_ARTICLE}"
    rf"{_LETTER}{_WHERE}",
)
_ENDS = LazyPattern(
    rf"(?P<kind>ends (?:in|with|on)|starts with|begins with|endet (?:mit|auf)|finit par"
    rf"|termina (?:con|en))\s{_ARTICLE}{_LETTER}",
)
_PLACED = LazyPattern(
    rf"(?<![\w.@]){_ARTICLE}{_LETTER}\s(?:is missing\s?|fehlt\s?|manque\s?|goes\s|comes\s)?"
    rf"(?:(?P<end>{_END})|(?P<start>{_START}))",
)
_MISSING = LazyPattern(rf"(?<![\w.@]){_ARTICLE}{_LETTER}\s(?:is missing|fehlt|manque){_WHERE}")
_WITHOUT = LazyPattern(
    rf"{_WORD}(?:without|no|there(?:['’]s| is) no|minus|remove|drop|delete|leave out|skip|ohne"
    rf"|kein|sans|pas de|sin)\s{_ARTICLE}{_LETTER}{_WHERE}",
)
_DOUBLE = LazyPattern(
    rf"{_WORD}(?:(?:with|mit|avec|con)\s)?(?:a\s)?(?:double[- ]?|doppel[- ]?|doble\s|two\s|2\s|zwei"
    rf"\s|deux\s|dos\s){_LETTER}(?:\sin\s(?P<inside>\w+))?",
)
_ONCE = LazyPattern(
    rf"{_WORD}(?:(?:with|mit|avec|con)\s)?(?:only |just |nur |seulement |un seul |solo )?(?:one|a"
    rf" single|single|1|ein|einem|un|une seule|una sola)\s{_LETTER}",
)
_LEAD = LazyPattern(
    r"(?:\s*(?:no+|nope|nein|non|sorry|oops|whoops|actually|wait|correction|pardon|perdón|désolée?"
    r"|entschuldigung|hm+|oh|ah|it['’]?s|its|it is|that['’]?s|thats|that should be|should be"
    r"|it should be|must be|make that|make it|i mean|i meant|rather|es ist|c['’]est|es|ich meinte"
    r"|je voulais dire|quise decir|spelled|spelt|it is spelled|written|mit|with|my email is"
    r"|the email is|the address is|my address is|email|domain is|the domain is|wrong|typo)\b"
    r"[\s,.:;!–—-]*|\s*[*,.:;–—-]+\s*)*",
)
_TAIL = LazyPattern(
    r"[\s.,!)]*(?:please|sorry|of course|obviously|thanks|thank you|bitte|merci|gracias)?[\s.!]*$"
)
_CUE = LazyPattern(
    r"\b(?:no|nope|not|sorry|oops|whoops|actually|correction|mean|meant|typo|wrong|should|instead"
    r"|missing|forgot|nein|nicht|sondern|statt|non|pas|désolée?|perdón|sino|rather|without|with"
    r"|double|two|mit|ohne|avec|sans|con|sin)\b|^\s*\*",
)
_ABOUT_MAIL = LazyPattern(
    r"e-?mail|\baddress\b|adresse|correo|courriel|direcci[oó]n|gmail|hotmail|outlook|yahoo"
    r"|\.(?:com|org|net|de|fr|es|uk|co|io)\b|\b(?:dot|dash|underscore|punkt|point|punto) ",
)


@dataclass(frozen=True)
class Mend:
    """The address as it should have been, and the words that say so."""

    address: str
    span: tuple[int, int]


def corrected(text: str, start: int, address: str, *, sure: bool) -> Mend | None:
    """What the text from `start` on makes of an earlier `address`. Unless the talk is of that
    address (`sure`), the text has to say that it is about one."""
    said = text[start:]
    if not said.strip() or len(said) > _LONGEST or '"' in address:
        return None
    if not sure and not _CUE.search(said):
        return None
    local, _, domain = address.rpartition("@")
    about = sure or start > 0 or _ABOUT_MAIL.search(said) is not None
    for way in _WAYS:
        for mended, span in way(said, local, domain, about):
            if mended != address:
                return Mend(mended, (start + span[0], start + span[1]))
    return None


_Found = Iterator[tuple[str, tuple[int, int]]]


# -- one thing for another


def _exchanged(said: str, local: str, domain: str, about: bool) -> _Found:
    for pattern, wrong_group, right_group in _EXCHANGES:
        for match in pattern.finditer(said):
            wrong, right = _written(match[wrong_group]), _written(match[right_group])
            if not about and (len(wrong) < 3 or len(right) < 3):
                continue
            mended = _replaced(local, domain, wrong, right)
            if mended:
                yield mended, match.span()


def _written(thing: str) -> str:
    """A dot for "dot", and small letters."""
    word = thing.lower()
    if word in SIGNS:
        return SIGNS[word]
    if " " in word:
        return "." + word.split()[-1]
    return word.rstrip(".,") if len(word) > 1 else word


def _replaced(local: str, domain: str, wrong: str, right: str) -> str | None:
    low, low_domain = local.lower(), domain.lower()
    if wrong.startswith(".") and len(wrong) > 1 and low_domain.endswith(wrong):
        return f"{local}@{domain[: -len(wrong)]}{right if right[0] == '.' else '.' + right}"
    ending = right.removeprefix(".")
    if ending in TOP_LEVEL_DOMAINS and low_domain.endswith("." + wrong):
        return f"{local}@{domain[: -len(wrong)]}{ending}"
    if wrong in _parts(low):
        return f"{_once(low, wrong, right, parts=True)}@{domain}"
    if wrong in _parts(low_domain) or (len(wrong) > 1 and "." in wrong and wrong in low_domain):
        return f"{local}@{_once(low_domain, wrong, right, parts='.' not in wrong)}"
    if len(wrong) == 1 and len(right) <= 2 and low.count(wrong) == 1:
        return f"{low.replace(wrong, right)}@{domain}"
    if len(wrong) > 1 and low.count(wrong) == 1:
        return f"{low.replace(wrong, right)}@{domain}"
    if len(wrong) > 1 and low_domain.count(wrong) == 1:
        return f"{local}@{low_domain.replace(wrong, right)}"
    return None


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r"[._+-]|\d+", text) if part]


def _once(text: str, wrong: str, right: str, *, parts: bool) -> str:
    edge = r"(?<![^\W\d_]){}(?![^\W\d_])" if parts else "{}"
    return re.sub(edge.format(re.escape(wrong)), lambda _: right, text, count=1)


# -- a letter more or less


def _with_letter(said: str, local: str, domain: str, about: bool) -> _Found:
    if not about:
        return
    for match in _ENDS.finditer(said):
        yield from _at_edge(local, domain, match)
    for pattern, change in _LETTER_WAYS:
        matches = list(pattern.finditer(said))
        for match in matches:
            yield from _in_part(local, domain, match, change)
        if matches and change is not _more:
            return


def _letter(match: re.Match[str]) -> str:
    raw = match["letter"].lower()
    if raw not in SIGNS and len(raw) > 1 and raw[-1] == "s":
        raw = raw[:-1].rstrip("'’")
    return SIGNS.get(raw, raw)


def _group(match: re.Match[str], name: str) -> str:
    return (match.groupdict().get(name) or "").lower()


Change = Callable[[str, str, re.Match[str]], list[str]]


def _in_part(local: str, domain: str, match: re.Match[str], change: Change) -> _Found:
    """The change in the part that the correction names, else in all before the @."""
    letter = _letter(match)
    word = (_group(match, "inside") or _group(match, "word")).strip(".")
    part = _nearest(word, _parts(local.lower())) if word else None
    first, _, rest = domain.lower().partition(".")
    if word and part is None and letter in word and word != first and resembles(word, first):
        yield f"{local}@{word}.{rest}", match.span()
        return
    if part and word != part and letter in word:
        yield f"{_once(local.lower(), part, word, parts=True)}@{domain}", match.span()
        return
    whole = part or local.lower()
    changed = [one for one in dict.fromkeys(change(whole, letter, match)) if one != whole]
    known = [one for one in changed if any(p in FIRST_NAMES for p in _parts(one))]
    if len(changed) > 1 and known and len(known) < len(changed):
        changed = known
    if len(changed) == 1 or (changed and known == changed):
        mended = _once(local.lower(), part, changed[0], parts=True) if part else changed[0]
        yield f"{mended}@{domain}", match.span()


def _nearest(word: str, parts: list[str]) -> str | None:
    """The one part that the word resembles."""
    close = [part for part in parts if resembles(word, part)]
    exact = [part for part in close if part == word]
    return exact[0] if exact else close[0] if len(close) == 1 else None


def _doubled(whole: str, letter: str, _match: re.Match[str]) -> list[str]:
    places = [
        i
        for i, sign in enumerate(whole)
        if sign == letter and letter not in (whole[i - 1 : i], whole[i + 1 : i + 2])
    ]
    return [whole[:i] + letter + whole[i:] for i in places]


def _single(whole: str, letter: str, _match: re.Match[str]) -> list[str]:
    return [whole.replace(letter * 2, letter, 1)] if whole.count(letter * 2) == 1 else []


def _less(whole: str, letter: str, match: re.Match[str]) -> list[str]:
    if _group(match, "end"):
        return [whole[: -len(letter)]] if whole.endswith(letter) else []
    if _group(match, "start"):
        return [whole.removeprefix(letter)]
    if whole.count(letter) == 1 or (letter in "._-+" and match["letter"].lower().endswith("s")):
        return [whole.replace(letter, "")]
    return []


def _more(whole: str, letter: str, match: re.Match[str]) -> list[str]:
    if _group(match, "end"):
        return [whole + letter]
    if _group(match, "start"):
        return [letter + whole]
    for name, offset in (("after", 1), ("before", 0), ("left", 1)):
        mark = _group(match, name)
        if mark and whole.count(mark) == 1:
            place = whole.find(mark) + len(mark) * offset
            return [whole[:place] + letter + whole[place:]]
    if _group(match, "left") or not letter.isalpha():
        return []
    more = [whole[:i] + letter + whole[i:] for i in range(len(whole) + 1)]
    other = _SOUNDS_LIKE.get(letter, "")
    more += [whole[:i] + letter + whole[i + 1 :] for i, sign in enumerate(whole) if sign in other]
    alike = [
        whole.replace(pair, letter, 1) for pair in _SPELLED_ALIKE.get(letter, ()) if pair in whole
    ]
    if len(alike) == 1 and len(letter) > 1:
        return alike
    more += alike
    named = [one for one in more if _parts(one) and all(p in FIRST_NAMES for p in _parts(one)[:1])]
    if named:
        return named[:1]
    return [whole + letter] if match["letter"].lower() == "e" and len(_parts(whole)) == 1 else []


_SPELLED_ALIKE = {
    "ei": ("ai", "ay", "ey", "ie"), "ai": ("ei", "ay", "ey"), "ay": ("ai", "ei", "ey"),
    "ey": ("ay", "ai", "ei", "y"), "ie": ("y", "ei", "ee"), "ck": ("k", "c"), "ph": ("f", "v"),
    "th": ("t",), "ch": ("k", "c"), "f": ("ph",), "t": ("th",), "k": ("ck", "ch"),
    "ue": ("ü", "u"), "oe": ("ö", "o"), "ae": ("ä", "a"), "ss": ("ß", "s"),
    "ee": ("ea", "ie"), "oo": ("u", "o"), "sh": ("s", "sch"), "sch": ("sh", "s"),
}  # fmt: skip
_SOUNDS_LIKE = {"k": "c", "c": "ks", "y": "i", "i": "ye", "z": "s", "s": "zc", "f": "v", "g": "j",
                "j": "g", "v": "w", "w": "v"}  # fmt: skip


def _at_edge(local: str, domain: str, match: re.Match[str]) -> _Found:
    """ "it ends with an e"; at the start only if that makes a name."""
    whole, letter = local.lower(), _letter(match)
    starts = match["kind"].lower().startswith(("start", "begin"))
    ways = [letter + whole] if starts else [whole + letter, whole[:-1] + letter]
    if (whole.startswith if starts else whole.endswith)(letter):
        return
    named = [way for way in ways if any(part in FIRST_NAMES for part in _parts(way))]
    best = named or ([] if starts else ways)
    if best:
        yield f"{best[0]}@{domain}", match.span()


# -- a word that resembles a part


def _resembling(said: str, local: str, domain: str, about: bool) -> _Found:
    """The rest of the message is one word, and that takes the place of what it resembles."""
    for match in SPELLED.finditer(said):
        word = joined(match)
        mended = word and _put(word, local, domain)
        if mended:
            yield mended, match.span()
    lead = _LEAD.match(said)
    start = lead.end() if lead else 0
    rest = re.compile(rf"(?i:{_SIGN_WORDS}\s)?[\w.+-]{{2,60}}").match(said, start)
    while start and said[start - 1] == ".":  # ".org"
        start -= 1
        rest = re.compile(r"\.[\w.]{2,40}").match(said, start)
    if rest is None or not _TAIL.match(said, rest.end()):
        return
    word = re.sub(rf"^(?:{_SIGN_WORDS})\s", ".", rest.group().lower()).rstrip(".")
    mended = _put(word, local, domain)
    if mended and (about or "." in word or word in FREE_MAIL):
        yield mended, (start, rest.end())


def _put(word: str, local: str, domain: str) -> str | None:
    ending = word.rpartition(".")[2]
    if word.startswith(".") and ending in TOP_LEVEL_DOMAINS:
        kept = domain.split(".")
        while len(kept) > 1 and len(kept[-1]) <= 4 and (len(kept[-1]) < 4 or kept[-1] == "info"):
            kept.pop()
        return f"{local}@{'.'.join(kept)}{word}"
    first, _, rest = domain.lower().partition(".")
    if "." in word and ending in TOP_LEVEL_DOMAINS:
        near = resembles(word, domain.lower()) or first in FREE_MAIL or word.split(".")[0] == first
        return f"{local}@{word}" if near or word.split(".")[0] in FREE_MAIL else None
    if word in FREE_MAIL and (first in FREE_MAIL or resembles(word, first)):
        return f"{local}@{word}.{rest}"
    part = _nearest(word, _parts(local.lower()))
    if part and part != word:
        return f"{_once(local.lower(), part, word, parts=True)}@{domain}"
    if part is None and resembles(word, first) and word != first:
        return f"{local}@{word}.{rest}"
    return None


_LETTER_WAYS: tuple[tuple[LazyPattern, Change], ...] = (
    (_DOUBLE, _doubled), (_ONCE, _single), (_WITHOUT, _less), (_WITH, _more), (_PLACED, _more),
    (_MISSING, _more),
)  # fmt: skip
_WAYS = (_exchanged, _with_letter, _resembling)
