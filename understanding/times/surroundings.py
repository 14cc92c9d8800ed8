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
    ideal please pls  plz thanks thank ty cheers too also again maybe perhaps possibly
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
    dear

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
_NEVER_FOLLOWS = word_set("time times day days hour hours floor party place option street avenue")
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
    if word in _NEVER_FOLLOWS:
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


def may_follow_cued(line: Line, j: int) -> bool:
    """The same after "at 5", where only a noun that is counted or named speaks against an hour."""
    if stands_free(line, j):
        return True
    word = line.word(j)
    if not word[0].isalpha() or word in _COUNTED or line.raw(j)[0].isupper():
        return False
    return line.lexicon.language == "de" or not word.endswith("s")


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
    )
    return any(line.term(j, kind) is not None for kind in kinds)
