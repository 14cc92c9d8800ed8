"""What a reply may claim at this moment, read from rows and not from the model's memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chatbot.conversation import Conversation, Known
from chatbot.desk import BookedMeeting, OfferedSlot
from chatbot.desk_services import ServiceDesk
from chatbot.knowledge import Knowledge
from chatbot.reply_checks import Grounds


@dataclass(frozen=True)
class Standing:
    """How things stood at one instant: what the model is told then, and may say."""

    known: Known
    offered: Sequence[OfferedSlot]
    meeting: BookedMeeting | None
    callback_requested: bool


def standing_of(desk: ServiceDesk) -> Standing:
    """Read from the rows now."""
    with desk.reads():
        return Standing(desk.known(), desk.offered(), desk.meeting(), desk.callback_requested())


def grounds_of(
    desk: ServiceDesk,
    standing: Standing,
    *,
    conversation: Conversation,
    visitor_texts: Sequence[str],
    instruction: str,
    knowledge: Knowledge,
    business_timezone: str,
) -> Grounds:
    """The grounds of the next words of this turn."""
    said = "\n".join(visitor_texts)
    meeting, known = standing.meeting, standing.known
    return Grounds(
        meeting_booked=meeting is not None,
        meeting_cancelled="cancel" in desk.acts,
        meeting_moved="move" in desk.acts,
        facts_saved=known.email is not None or known.phone is not None,
        callback_requested=standing.callback_requested,
        mail_sent=False,
        held=desk.held() is not None,
        allowed_amounts=knowledge.prices(),
        visitor_text=said,
        instruction=instruction,
        meeting_times=(meeting.start,) if meeting is not None else (),
        offered_times=tuple(slot.start for slot in standing.offered),
        timezone=conversation.timezone,
        business_timezone=business_timezone,
        knowledge_text="\n".join(passage.text for passage in desk.looked_up),
    )
