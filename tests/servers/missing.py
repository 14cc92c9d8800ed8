"""What happens to a test whose server or browser is not on this machine."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def missing(what: str, remedy: str) -> NoReturn:
    """Skips, saying how to get it; under CI, where everything has to be there, fails."""
    message = f"{what} was not found; {remedy}"
    if os.environ.get("CI") == "true":
        pytest.fail(message, pytrace=False)
    pytest.skip(message)
