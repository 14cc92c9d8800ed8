"""Kinds of claim by how much it takes to undo one."""

from __future__ import annotations

PROMISES = frozenset({"promised", "human", "held_soon"})
"""Kinds about the future: what the visitor is asked to do first makes them no claim."""
STATEMENTS = frozenset({"act_soon", "stated", "stated_team", "stated_data", "presumed"})
"""Kinds that state how things are, in words that may be harmless elsewhere: any doubt undoes them."""
MENTIONS = frozenset({"mentioned", "mentioned_mail"}) | STATEMENTS
"""Kinds that only speak of a meeting or mail as if there were one: any doubt undoes them too."""
UNCONDITIONAL = frozenset({"mailing", "commits", "leaks"})
"""Kinds that no condition makes right: nothing in this product does what they say."""


def is_general(kind: str) -> bool:
    """Whether the kind has no words of its own: a special one in the same words says it better."""
    return kind == "act" or kind.startswith("touches") or kind in STATEMENTS
