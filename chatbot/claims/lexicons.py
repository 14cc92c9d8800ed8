"""All lexicons of languages written in an alphabet."""

from __future__ import annotations

from chatbot.claims.english import ENGLISH

ALPHABETIC = (ENGLISH,)
