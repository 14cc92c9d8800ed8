"""How promising a lead is, from 0 to 100, and why. Pure: the same facts give the same score."""

from __future__ import annotations

from collections.abc import Mapping

from leads.model import Evidence, ScoreReason

_FREE_MAIL = (
    "gmail.com googlemail.com yahoo.com yahoo.co.uk outlook.com hotmail.com live.com msn.com "
    "icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.at web.de t-online.de mail.com "
    "mail.ru yandex.ru proton.me protonmail.com qq.com 163.com orange.fr wanadoo.fr free.fr"
)
_FIELD_POINTS = (
    ("email", 15, "left an e-mail address"),
    ("phone", 15, "left a phone number"),
    ("name", 8, "gave their name"),
    ("company", 10, "named their company"),
    ("need", 17, "said what they need"),
    ("budget", 15, "named a budget"),
    ("timeline", 10, "named a time frame"),
)
_STATUS_POINTS = {
    "contacted": (5, "was contacted"),
    "qualified": (15, "was qualified by the team"),
    "follow_up": (5, "is to be followed up"),
    "meeting_scheduled": (20, "has a meeting"),
}
_MAXIMUM = 100


def score_of(current: Mapping[str, Evidence], status: str) -> tuple[int, tuple[ScoreReason, ...]]:
    """The score and the reasons that add up to it."""
    if status == "won":
        return _MAXIMUM, (ScoreReason(_MAXIMUM, "was won"),)
    if status == "lost":
        return 0, (ScoreReason(0, "was lost"),)
    reasons = [
        ScoreReason(points, reason)
        for field, points, reason in _FIELD_POINTS
        if field in current and current[field].value
    ]
    reasons += _address_reasons(current)
    if status in _STATUS_POINTS:
        reasons.append(ScoreReason(*_STATUS_POINTS[status]))
    over = sum(item.points for item in reasons) - _MAXIMUM
    if over > 0:
        reasons.append(ScoreReason(-over, "100 is the most there is"))
    return sum(item.points for item in reasons), tuple(reasons)


def _address_reasons(current: Mapping[str, Evidence]) -> list[ScoreReason]:
    reasons = []
    if any(current[field].verified for field in ("email", "phone") if field in current):
        reasons.append(ScoreReason(5, "the address is verified"))
    email = current["email"].value if "email" in current else None
    if email and email.rpartition("@")[2].casefold() not in _FREE_MAIL.split():
        reasons.append(ScoreReason(5, "writes from a company's address"))
    return reasons
