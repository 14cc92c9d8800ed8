"""What the model says of a visitor."""

from __future__ import annotations

from leads.model import VisitorMessage


def proposed(capture, ann, fields, *texts):
    messages = [VisitorMessage(f"m{n}", text) for n, text in enumerate(texts)]
    return capture.propose(ann.conversation, fields, messages)
