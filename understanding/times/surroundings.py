"""What stands around a number decides whether it is a time or counts something."""

from __future__ import annotations

from understanding.times.lexicon import Line
from understanding.tokens import word_set

# Words that may follow a bare hour or day of the month; any other word is what it counts.
_MAY_FOLLOW = word_set(
    # pointing words, what is said of a time, and the same in German, French, Spanish, Urdu
    """
    or and & but if then because so though although however as when while where since until
    till  to by on at in of from with for before after around about between not no instead
    either  unless than without through via per during

    is are was were be would will could can should might may does do did has works work
    worked  suits suit sounds seems fits looks good fine ok okay great perfect best better
    ideal whenever pref preferred prefered please pls  plz thanks thank ty cheers too also again maybe perhaps possibly
    probably preferably ideally  latest earliest sharp exactly ish onwards onward then there
    here works? available free open  possible thx that this it i we you he she they my our
    your the a an me us him  her them let lets  how what who which yes yeah yep no nope
    sorry actually rather later earlier tho  yeah? hi hello  dont don't cant can't won't
    wont doesn't doesnt won isn isnt didn couldn wouldn shouldn doesn  don meet meeting call
    demo appointment book booking reserve table leave leaving  arrive arriving  depart
    departing start starting begin beginning finish end ending just only early late now
    tomorrow today tonight morning afternoon evening night noon midnight next week month
    weekend  am pm every any some same said says going gonna want wanna need like love
    prefer reminder  remind set create add schedule cancel move push change switch make put
    show  check tell give find  sure right correct bro mate man dude guys team sir madam
    dear most weekdays weeknights all whole

    oder und aber wenn dann weil bis von am um im ab vor nach passt passen geht  gehen ginge
    ware ist  sind bitte danke gut okay ja nein auch noch mit fur bei mir uns ich wir sie
    konnte kann gerne  lieber besser uhr heute morgen ou et mais si alors car de du le la
    les a au pour avec ca cela  est serait convient irait bien possible merci svp s oui non
    je nous vous on demain aujourd  o y pero entonces porque del el los las en para con me
    nos te se es esta seria estaria bien  vale gracias por favor si hoy manana pm am horas
    baje bajay bjy ko ka ki ke se  tak par pe aur ya  phir theek thik sahi kar karo kr hai
    ho hoga chalega ga
    """
)
_COUNTED = word_set(
    """
    each people person persons guests adults children euro euros dollar dollars percent prozent pct
    pounds bucks grand k thousand hundred million different other more large small big new
    main street st avenue ave road rd lane of star degrees miles km minutes minute hours hour
    days day weeks week months month years year locations users seats licenses licences staff
    employee cent pro tausend mille mil lakh crore personen leute personnes personas
    """
)
_NEVER_FOLLOWS = word_set(
    "time times day days hour hours floor party place option street avenue point stage moment each nights evenings"
    " mornings afternoons"
)
_MARKS_AFTER_NUMBER = word_set(
    """
    % € $ £ ° ′ ″ * ^ _ = ₹ ¥
    """
)
_CLOSING = frozenset(
    [
        ".",
        ",",
        ";",
        ":",
        "!",
        "?",
        ")",
        "]",
        "}",
        '"',
        "”",
        "’",
        "'",
        "»",
        "…",
        "-",
        "–",
        "—",
        "/",
        "&",
        "~",
        "@",
        "(",
        "|",
    ]
)


def stands_free(line: Line, j: int) -> bool:
    """Whether what follows a number lets it be an hour or a day, and not a count of something."""
    word = line.word(j)
    if word == "of" and line.word(j + 1) in ("us", "them", "you", "my", "our"):
        return False
    if word in _NEVER_FOLLOWS or _counts_people(line, j):
        return False
    if not word or word in _MAY_FOLLOW:
        return True
    if word in _CLOSING:
        return not (
            line.glued(j) and line.glued(j + 1) and bool(line.digits(j + 1)) and word in ".,:/-–"
        )
    if word in _MARKS_AFTER_NUMBER or line.digits(j):
        return False
    if not word[0].isalpha():
        return True  # an emoji, an Arabic full stop
    return _is_time_word(line, j)


def _counts_people(line: Line, j: int) -> bool:
    """ "6 instead of 7 people": what the second number counts, the first counts too."""
    if line.word(j) != "instead" or not line.digits(j + 2):
        return False
    return line.word(j + 3).isalpha() and not stands_free(line, j + 3)


def may_follow_cued(line: Line, j: int) -> bool:
    """The same after "at 5", where only a noun that is counted or named speaks against an hour."""
    if stands_free(line, j):
        return True
    word = line.word(j)
    if (
        not word[0].isalpha()
        or word in _NEVER_FOLLOWS
        or word in _COUNTED
        or line.raw(j)[0].isupper()
    ):
        return False
    return line.lexicon.language == "de" or not word.endswith("s")


def day_follows(line: Line, j: int) -> bool:
    """Whether a day or a part of one stands at `j`: "… Friday", "… on Friday", "… tomorrow"."""
    j = line.skip(j, "exactly")
    on = j + 1 if line.word(j) == "on" else j
    return any(line.term(k, kind) is not None for k in {j, on} for kind in _DAYS) or (
        (joint := line.term(j, "in_part")) is not None and line.term(joint[1], "part") is not None
    )


_DAYS = ("weekday", "weekday_part", "relative", "relative_part")


def is_part_of_name(line: Line, i: int) -> bool:
    """Whether a capitalized day or month goes on with a capitalized word: "Wednesday Addams"."""
    ours, theirs = line.raw(i), line.raw(i + 1)
    if not (ours[:1].isupper() and theirs[:1].isupper() and len(theirs) > 1):
        return False
    if line.lexicon.language == "de" or ours.isupper() != theirs.isupper() or line.glued(i + 1):
        return False
    if line.word(i + 1) in _MAY_FOLLOW or _is_time_word(line, i + 1):
        return False
    return line.word(i - 1) not in _BEFORE_DAYS and not line.terms(i + 1)


_BEFORE_DAYS = word_set("on by until till next this every each from since before after coming last")


def opens(line: Line, i: int) -> bool:
    """Whether what stands before a bare number lets it be an hour: nothing, a mark, "yes", "do"."""
    word = line.word(i - 1)
    return not word or word in _MAY_OPEN or word in _CLOSING or line.ends_before(i, "at")


_MAY_OPEN = word_set(
    """
    yes yeah yep yup ok okay sure do about around maybe perhaps or and then say like prefer works
    cool great perfect fine good hi hello either also n not no by before after till until from
    between past b4
    """
)


def _is_time_word(line: Line, j: int) -> bool:
    kinds = (
        "weekday",
        "month",
        "relative",
        "relative_part",
        "part",
        "half",
        "oclock",
        "until",
        "or",
        "and",
        "on",
        "next",
        "this",
        "coming",
        "zone",
        "holiday",
        "onward",
        "backward",
        "before",
        "after",
        "except",
        "between",
        "any",
        "all_day",
        "refusal_after",
    )
    return any(line.term(j, kind) is not None for kind in kinds)


def belongs_to_number(line: Line, i: int) -> bool:
    """Whether the digits are a piece of a longer number: 1.5, 3,000, 24/7, #5, v2."""
    if is_half_of_pair(line, i):
        return False
    if line.glued(i) and (
        line.word(i - 1) in ("#", "$", "€", "£", "/")
        or (line.word(i - 1) in (".", ",", ":") and line.digits(i - 2))
    ):
        return True
    if line.glued(i) and line.word(i - 1).isalpha() and not line.digits(i - 2):
        return True
    if line.word(i + 1) == "+" and not stands_free(line, i + 2):
        return True
    if line.word(i + 1) in ("%", "€", "$", "£", "°", "'", '"', "*"):
        return True
    return line.word(i + 1) in (".", ",", "/") and bool(line.digits(i + 2)) and line.glued(i + 2)


def is_half_of_pair(line: Line, i: int) -> bool:
    """ "10/11am", "6p/7p": hours with a stroke between them, told by the am or pm."""
    ahead = line.word(i + 1) == "/" and line.digits(i + 2) and line.term(i + 3, "half")
    behind = line.word(i - 1) == "/" and line.term(i + 1, "half") and line.glued(i)
    letter = line.word(i - 1) == "/" and line.word(i + 1) in ("a", "p") and line.glued(i + 1)
    return bool(ahead or behind or letter)


def is_plain_military(line: Line, i: int) -> bool:
    """Whether digits with nothing to mark them are an hour: "430", "0930-1030", not "at 300"."""
    digits = line.digits(i)
    if len(digits) == 3 and (digits[2] not in "05" or digits[1:] == "00"):
        return False
    ranged = line.word(i + 1) in ("-", "–") and len(line.digits(i + 2)) == len(digits)
    return ranged or stands_free(line, i + 1)


def is_12_hour(line: Line, i: int) -> bool:
    """Whether the digits at `i` end an hour that can have an "a" or "p" behind it: not seat 14A."""
    digits = line.digits(i)
    if line.word(i - 1) in (":", ".") and line.digits(i - 2):
        digits = line.digits(i - 2)
    elif len(digits) > 2:
        digits = digits[:-2]
    return bool(digits) and 1 <= int(digits) <= 12
