"""The settings: read once from the environment and `.env`, refused when wrong.

`Settings.load()` raises `WrongSettings` with one line that names the setting and the remedy.
"""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path
from typing import Any, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from limits import parse_many
from pydantic import Field, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from calendar_integration.client_secrets import ClientSecrets, is_secure, read_service_account
from calendar_integration.mail import MailServer
from calendar_integration.model import BusinessHours

# Only those long enough to pass the length check need a name here.
KNOWN_DEFAULT_SECRETS = frozenset(
    {
        "you-will-never-guess",
        "your-secret-key-here",
        "change-me-in-production",
        "change_me_in_production",
        "dev-secret-key-change-me",
        "dev-secret-key-change-in-production",
        "your-super-secret-key",
        "this-is-a-secret-key",
        "thisisaverysecretkey",
        "supersecretkey123456",
        "hard to guess string",
        "temporary_key_change",
        "00000000000000000000",
        "12345678901234567890",
    }
)

_PLACEHOLDER = re.compile(r"(?i)change[-_ ]?(?:me|this)|your[-_ ](?:secret|key|admin)|example")


class WrongSettings(Exception):
    """A setting that we will not start with; the message is one line for the operator."""


class Settings(BaseSettings):
    """Every setting has its meaning in `.env.example`."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True
    )

    gemini_api_key: str | None = None
    gemini_model: str = "gemini-3.8-flash"
    google_gemini_base_url: str | None = None
    llm_provider: Literal["gemini", "scripted"] | None = None

    redis_url: str | None = None
    redis_host: str | None = None
    redis_port: int = Field(6379, ge=1, le=65535)
    redis_db: int = Field(0, ge=0)
    database_url: str | None = None

    secret_key: str | None = None
    former_secret_keys: str = ""
    admin_api_key: str | None = None
    identity_key: str | None = None
    session_type: Literal["redis"] = "redis"
    session_cookie_secure: bool | None = None
    session_cookie_samesite: Literal["Lax", "Strict", "None"] = "Lax"
    session_lifetime: int = Field(86400, ge=60)
    allowed_origins: str = ""
    trusted_proxies: int = Field(0, ge=0, le=10)
    rate_limits: str = "2000 per day;500 per hour"
    max_input_length: int = Field(5000, ge=1, le=100_000)
    max_history_turns: int = Field(10, ge=1, le=100)
    max_turns_at_once: int = Field(500, ge=1, le=100_000)
    daily_model_calls: int = Field(20_000, ge=0)

    business_name: str = "Lindner & Park Studio"
    business_timezone: str = "Europe/Berlin"
    business_hours: str = "mon-fri 09:00-17:00"
    privacy_note: str | None = Field(None, max_length=300)
    privacy_url: str | None = Field(None, max_length=2000)
    consent_text: str | None = Field(None, max_length=500)
    meeting_minutes: int = Field(30, ge=5, le=480)
    meeting_buffer_minutes: int = Field(10, ge=0, le=240)
    meeting_notice_minutes: int = Field(120, ge=0, le=43_200)
    meeting_horizon_days: int = Field(30, ge=1, le=365)

    google_oauth_client_secrets: Path | None = None
    google_oauth_redirect_uri: str | None = None
    google_service_account_file: Path | None = None
    google_service_account_subject: str | None = None
    google_calendar_id: str = "primary"
    google_busy_calendars: str = ""
    google_calendar_endpoint: str | None = None

    smtp_url: str | None = None
    mail_from: str | None = Field(None, max_length=254)
    public_url: str | None = None
    reminder_hours: int = Field(24, ge=0, le=336)

    report_time: str = "18:00"
    client_data_dir: Path = Path("client_data")
    bind_address: str = "127.0.0.1"
    web_concurrency: int = Field(1, ge=1, le=64)
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    @classmethod
    def load(cls, **given: Any) -> Self:
        """The settings of this process. Raises WrongSettings."""
        try:
            settings = cls(**given)
        except ValidationError as error:
            raise WrongSettings(_in_one_line(error)) from None
        settings.client_data_dir.mkdir(parents=True, exist_ok=True)
        kept = ("secret_key", "admin_api_key", "identity_key")
        return settings.model_copy(
            update={name: getattr(settings, name) or _kept_secret(settings, name) for name in kept}
        )

    @field_validator("rate_limits")
    @classmethod
    def _are_limits(cls, value: str) -> str:
        try:
            parse_many(value)
        except ValueError:
            raise ValueError("is no list of limits; use e.g. 2000 per day;500 per hour") from None
        return value

    @field_validator("database_url")
    @classmethod
    def _is_a_database(cls, value: str | None) -> str | None:
        if value is not None:
            try:
                backend = make_url(value).get_backend_name()
            except (ArgumentError, ValueError):
                backend = ""
            if backend not in ("sqlite", "postgresql"):
                raise ValueError("must be a URL that begins with postgresql:// or sqlite:///")
        return value

    @field_validator("redis_url")
    @classmethod
    def _is_a_redis(cls, value: str | None) -> str | None:
        if value is not None and urlsplit(value).scheme not in ("redis", "rediss", "unix"):
            raise ValueError("must be a URL such as redis://localhost:6379/0")
        return value

    @field_validator("google_oauth_client_secrets", "google_service_account_file")
    @classmethod
    def _is_of_google(cls, value: Path | None, info: ValidationInfo) -> Path | None:
        if value is not None:
            if info.field_name == "google_service_account_file":
                read_service_account(value)
            else:
                ClientSecrets.read(value)
        return value

    @field_validator("google_oauth_redirect_uri")
    @classmethod
    def _is_a_callback(cls, value: str | None) -> str | None:
        if value is not None and not (
            is_secure(value) and urlsplit(value).path == "/oauth2callback"
        ):
            raise ValueError("must be https://YOUR-HOST/oauth2callback, as registered with Google")
        return value

    @field_validator("google_calendar_endpoint")
    @classmethod
    def _is_an_api(cls, value: str | None) -> str | None:
        if value is not None and not is_secure(value):
            raise ValueError("must be an https URL")
        return value

    @field_validator("smtp_url")
    @classmethod
    def _is_a_mail_server(cls, value: str | None) -> str | None:
        if value is not None:
            MailServer.parse(value)
        return value

    @field_validator("mail_from")
    @classmethod
    def _is_an_address(cls, value: str | None) -> str | None:
        if value is not None and not re.fullmatch(r"[!-?A-~]+@[A-Za-z0-9.-]+", value):
            raise ValueError("must be an address such as meetings@example.com, without a name")
        return value

    @field_validator("public_url")
    @classmethod
    def _is_our_address(cls, value: str | None) -> str | None:
        if value is not None and not is_secure(value):
            raise ValueError("must be where visitors reach us, as https://chat.example.com")
        return value

    @field_validator("privacy_url")
    @classmethod
    def _is_a_page(cls, value: str | None) -> str | None:
        if value is not None and urlsplit(value).scheme not in ("http", "https"):
            raise ValueError(
                "must be the whole address of a page, as https://www.example.com/privacy"
            )
        return value

    @field_validator("business_timezone")
    @classmethod
    def _is_a_zone(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError("is no IANA time zone; use a name such as Europe/Berlin")
        return value

    @field_validator("business_hours")
    @classmethod
    def _are_hours(cls, value: str) -> str:
        BusinessHours.parse(value)
        return value

    @field_validator("report_time")
    @classmethod
    def _is_a_time(cls, value: str) -> str:
        if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value):
            raise ValueError("must be a time of day such as 18:00")
        return value

    @field_validator("secret_key", "admin_api_key", "identity_key")
    @classmethod
    def _is_no_default(cls, value: str | None) -> str | None:
        if value is not None and (
            len(value) < 20
            or value.lower() in KNOWN_DEFAULT_SECRETS
            or len(set(value)) < 8
            or _PLACEHOLDER.search(value)
        ):
            raise ValueError(
                "is too short or a known default; use at least 20 random characters, "
                "or leave it unset and one is made"
            )
        return value

    @field_validator("allowed_origins")
    @classmethod
    def _are_origins(cls, value: str) -> str:
        for origin in _split(value):
            parts = urlsplit(origin)
            bare = parts.scheme in ("http", "https") and parts.netloc and not parts.path
            if not bare or "*" in origin or parts.query or parts.fragment:
                raise ValueError(
                    f"{origin!r} is no origin; list exact ones such as https://www.example.com, "
                    "separated by commas"
                )
        return value

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.llm_provider == "gemini" and not self.gemini_api_key:
            raise ValueError("LLM_PROVIDER is gemini, but GEMINI_API_KEY is not set")
        if self.google_oauth_client_secrets and self.google_service_account_file:
            raise ValueError(
                "GOOGLE_OAUTH_CLIENT_SECRETS and GOOGLE_SERVICE_ACCOUNT_FILE are both set; keep one"
            )
        if self.smtp_url and not (self.mail_from and self.public_url):
            missing = "PUBLIC_URL" if self.mail_from else "MAIL_FROM"
            raise ValueError(f"SMTP_URL is set, but {missing} is not: mail needs both")
        if self.web_concurrency > 1 and not self.redis_location:
            raise ValueError(
                "WEB_CONCURRENCY is over 1, but REDIS_URL is not set: the embedded store serves "
                "one process only"
            )
        if self.meeting_notice_minutes >= self.meeting_horizon_days * 1440:
            raise ValueError(
                "MEETING_NOTICE_MINUTES is as long as MEETING_HORIZON_DAYS: nothing can be offered"
            )
        return self

    @property
    def provider(self) -> str:
        """Who answers: the provider named, else Gemini when its key is set, else the scripted
        engine."""
        return self.llm_provider or ("gemini" if self.gemini_api_key else "scripted")

    @property
    def redis_location(self) -> str | None:
        """The URL of Redis; None: the embedded stand-in."""
        if self.redis_url:
            return self.redis_url
        if self.redis_host:
            return f"redis://{self.redis_host}:{self.redis_port}/{self.redis_db}"
        return None

    @property
    def database_location(self) -> str:
        """A SQLAlchemy URL."""
        if self.database_url:
            return self.database_url
        return f"sqlite:///{self.client_data_dir.resolve() / 'parley.db'}"

    @property
    def origins(self) -> list[str]:
        """The sites that may embed the widget, besides our own."""
        return _split(self.allowed_origins)

    @property
    def report_hour_minute(self) -> tuple[int, int]:
        hour, minute = self.report_time.split(":")
        return int(hour), int(minute)

    @property
    def secret(self) -> str:
        """The signing key. `load` always provides one."""
        assert self.secret_key is not None
        return self.secret_key

    @property
    def secrets(self) -> list[str]:
        """The signing key, and former ones that what was made with them is still read by."""
        return [self.secret, *_split(self.former_secret_keys)]

    @property
    def busy_calendars(self) -> list[str]:
        """The calendars besides the one for events in which a time counts as taken."""
        return _split(self.google_busy_calendars)

    @property
    def staff_key(self) -> str:
        """The staff's API key. `load` always provides one."""
        assert self.admin_api_key is not None
        return self.admin_api_key

    @property
    def site_key(self) -> str:
        """What the owner's site signs its users with. `load` always provides one."""
        assert self.identity_key is not None
        return self.identity_key


def _split(value: str) -> list[str]:
    return [part.strip().rstrip("/") for part in value.split(",") if part.strip()]


def _in_one_line(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    name = ".".join(str(part) for part in first["loc"]).upper()
    message = first["msg"].removeprefix("Value error, ")
    return f"{name}: {message}" if name else message


def _kept_secret(settings: Settings, name: str) -> str:
    """The secret kept in the data folder, made once; several processes may start at once."""
    path = settings.client_data_dir / f".{name}"
    made = secrets.token_urlsafe(32)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(made + "\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)  # atomic, and refuses to replace the one another process made
        except FileExistsError:
            return _read_secret(path)
        return made
    finally:
        draft.unlink(missing_ok=True)


def _read_secret(path: Path) -> str:
    value = path.read_text(encoding="utf-8").strip()
    if len(value) < 20:
        raise WrongSettings(f"{path} holds no usable key; remove the file and one is made anew")
    return value
