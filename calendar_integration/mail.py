"""Handing one mail to the business's SMTP server."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Literal
from urllib.parse import unquote, urlsplit

from core.errors import Unavailable
from core.outbox import Undeliverable

_SECONDS = 10
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_REMEDY = "must be smtp://user:password@host:587 or smtps://user:password@host:465"


@dataclass(frozen=True)
class MailServer:
    """Where mail is handed in. `security` is plain on the loopback only."""

    host: str
    port: int
    security: Literal["tls", "starttls", "plain"]
    user: str = ""
    password: str = field(default="", repr=False)

    @classmethod
    def parse(cls, url: str) -> MailServer:
        """Raises ValueError with a line that does not repeat the password."""
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            raise ValueError(_REMEDY) from None
        if parts.scheme not in ("smtp", "smtps") or not parts.hostname or parts.path.strip("/"):
            raise ValueError(_REMEDY)
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        if parts.scheme == "smtps":
            return cls(parts.hostname, port or 465, "tls", user, password)
        security: Literal["plain", "starttls"] = (
            "plain" if parts.hostname in _LOOPBACK else "starttls"
        )
        return cls(parts.hostname, port or 587, security, user, password)

    def send(self, message: EmailMessage) -> None:
        """Returns when the server has accepted the mail. Raises Undeliverable when it refuses it
        for good, Unavailable when trying again may help."""
        try:
            with self._connected(message["From"].addresses[0].domain) as client:
                client.send_message(message)
        except smtplib.SMTPAuthenticationError as error:  # the settings' fault, not the mail's
            raise _later(f"it refused to let us in ({error.smtp_code})") from None
        except smtplib.SMTPRecipientsRefused as error:
            _refused(max(code for code, _ in error.recipients.values()))
        except smtplib.SMTPResponseException as error:
            _refused(error.smtp_code)
        except smtplib.SMTPNotSupportedError:
            raise Undeliverable("The mail server cannot do what this mail needs.") from None
        except (smtplib.SMTPException, OSError) as error:
            raise _later(type(error).__name__) from None

    @contextmanager
    def _connected(self, domain: str) -> Iterator[smtplib.SMTP]:
        """We introduce ourselves by the sender's domain: smtplib would ask DNS for our own."""
        context = ssl.create_default_context()
        if self.security == "tls":
            client: smtplib.SMTP = smtplib.SMTP_SSL(
                self.host, self.port, domain, timeout=_SECONDS, context=context
            )
        else:
            client = smtplib.SMTP(self.host, self.port, domain, timeout=_SECONDS)
        try:
            if self.security == "starttls":
                client.starttls(context=context)
            if self.user:
                client.login(self.user, self.password)
            yield client
            # an accepted mail stays accepted, however the goodbye goes
            with suppress(smtplib.SMTPException, OSError):
                client.quit()
        finally:
            client.close()


def _refused(code: int) -> None:
    # the server's own words may quote the address
    if 500 <= code < 600:
        raise Undeliverable(f"The mail server refused the mail ({code}).") from None
    raise _later(f"it answered {code}") from None


def _later(reason: str) -> Unavailable:
    return Unavailable(f"The mail server did not take the mail: {reason}.")
