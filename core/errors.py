"""Every error Parley raises on purpose.

The tree; `web.errors` maps it to HTTP statuses in one table:

* ParleyError
  x InvalidInput        400  what was sent is wrong; names the fields
  x NotSignedIn         401
  x NotAllowed          403
  x NotFound            404
  x Conflict            409  it clashes with what is there already
    + SlotTaken              the time was sold meanwhile; carries alternatives
  x TooLarge            413
  x NotJson             415
  x Impossible          422  understood, and cannot be done
  x TooManyRequests     429
  x UpstreamFailed      502  a part we depend on answered with a failure
  x Unavailable         503  a part we depend on does not answer

A message is written for the person who reads it and says what to do next: it may be shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any


@dataclass(frozen=True)
class FieldError:
    """What is wrong with one field, and the remedy."""

    field: str
    message: str


class ParleyError(Exception):
    """The root. `message` can be shown to whoever made the call."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class InvalidInput(ParleyError):
    """The caller can mend it; every field at fault is named."""

    def __init__(self, message: str, errors: Sequence[FieldError] = ()) -> None:
        super().__init__(message)
        self.errors = tuple(errors)

    @classmethod
    def of(cls, field: str, message: str) -> InvalidInput:
        """The error of a single field."""
        return cls(f"{field}: {message}", [FieldError(field, message)])


class NotSignedIn(ParleyError):
    """No key or session came with a call that needs one."""


class NotAllowed(ParleyError):
    """Who calls is known and may not do this."""


class NotFound(ParleyError):
    """There is no such thing, or it is not the caller's: the two are told alike."""


class Conflict(ParleyError):
    """It clashes with what is there already."""

    def __init__(self, message: str, data: dict[str, Any] | None = None) -> None:
        super().__init__(message)
        self.data = data or {}


class SlotTaken(Conflict):
    """The time is no longer free; `data["alternatives"]` has free times near it."""


class TooLarge(ParleyError):
    """The body is over the limit."""


class NotJson(ParleyError):
    """The body is of a type we do not read."""


class Impossible(ParleyError):
    """Well-formed, understood, and not possible."""

    def __init__(self, message: str, errors: Sequence[FieldError] = ()) -> None:
        super().__init__(message)
        self.errors = tuple(errors)


class TooManyRequests(ParleyError):
    """A limit was reached."""

    def __init__(self, message: str, *, retry_after: timedelta) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class UpstreamFailed(ParleyError):
    """A service we depend on answered with a failure."""


class Unavailable(ParleyError):
    """A service we depend on does not answer. `retry_after` None: trying again will not help."""

    def __init__(self, message: str, *, retry_after: timedelta | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after
