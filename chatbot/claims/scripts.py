"""Claims in scripts whose words are not parted or carry their grammar in endings."""

from __future__ import annotations


def claims_in_script(text: str, asks: bool) -> list[tuple[str, str]]:
    return []
