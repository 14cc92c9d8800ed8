"""The widget's endpoints: one turn, its stream, the conversation again, reset, the form."""

from __future__ import annotations

import re
import secrets
import uuid
from collections.abc import Iterator
from typing import Any

import structlog
from flask import Response, g, request, session, stream_with_context
from flask_openapi3 import APIBlueprint, Tag
from pydantic import Field, field_validator

from chatbot.chat import Chat
from chatbot.conversation import Page
from chatbot.identity import Client
from chatbot.incoming import Incoming
from chatbot.ratings import Ratings, rating_as_json
from chatbot.site_identity import SiteIdentity, SiteVisitor
from core.errors import InvalidInput
from core.values import zone_named
from web.api import JSON_ANSWER, Answers, Body, public, service, success
from web.pages import clock_of
from web.security import own_origin

log = structlog.get_logger(__name__)

_EVENTS: dict[str, Any] = {"text/event-stream": {}}
_A_STREAM: Answers = {200: {"content": _EVENTS}}
_ANSWERS_OF_A_TURN: Answers = {200: {"content": {**JSON_ANSWER, **_EVENTS}}}

bp = APIBlueprint("chat", __name__, url_prefix="/gemini", abp_tags=[Tag(name="Visitor chat")])

_LOCALE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
_DIGEST = re.compile(r"[0-9a-fA-F]{64}")
SSE_HEADERS = {"Cache-Control": "no-cache, no-transform", "X-Accel-Buffering": "no"}


class PageBody(Body):
    """Where the visitor is; `utm_*` are the campaign's parameters."""

    model_config = {"extra": "ignore", "str_strip_whitespace": True}

    url: str | None = Field(None, max_length=2000)
    title: str | None = Field(None, max_length=300)
    referrer: str | None = Field(None, max_length=2000)
    utm_source: str | None = Field(None, max_length=200)
    utm_medium: str | None = Field(None, max_length=200)
    utm_campaign: str | None = Field(None, max_length=200)
    utm_term: str | None = Field(None, max_length=200)
    utm_content: str | None = Field(None, max_length=200)

    def as_page(self) -> Page:
        given = self.model_dump(exclude_none=True)
        utm = {key: value for key, value in given.items() if key.startswith("utm_")}
        return Page(self.url, self.title, self.referrer, utm)


class IdentityBody(Body):
    """Whom the embedding site says the visitor is, signed on its server."""

    user_id: str | None = Field(None, max_length=200, description="The site's own id of its user")
    email: str | None = Field(None, max_length=254)
    expires: int = Field(ge=0, description="Unix second, at most seven days ahead")
    signature: str = Field(
        max_length=64,
        description="HMAC-SHA256 in hex, with the site's key, over `user_id`, `email` and "
        "`expires`, one a line; an absent one is an empty line",
    )

    @field_validator("signature")
    @classmethod
    def _is_a_digest(cls, value: str) -> str:
        if not _DIGEST.fullmatch(value):
            raise ValueError("must be the 64 hexadecimal digits of an HMAC-SHA256")
        return value


class TurnBody(Body):
    """A visitor's message."""

    content: str = Field(min_length=1, description="1 to MAX_INPUT_LENGTH characters")
    client_id: str | None = Field(None, min_length=1, max_length=200)
    message_id: uuid.UUID | None = Field(None, description="Made by the caller, for safe retries")
    name: str | None = Field(None, max_length=200)
    email: str | None = Field(None, max_length=254)
    phone: str | None = Field(None, max_length=40)
    timezone: str | None = Field(None, max_length=64, description="IANA, e.g. Europe/Berlin")
    locale: str | None = Field(None, max_length=35, description="BCP 47, e.g. en-GB")
    page: PageBody | None = None
    identity: IdentityBody | None = Field(
        None, description="A signature that does not hold is ignored: the address counts as typed"
    )
    consent: str | None = Field(
        None, max_length=500, description="The consent text the visitor was shown and agreed to"
    )

    @field_validator("timezone")
    @classmethod
    def _is_a_zone(cls, value: str | None) -> str | None:
        if value is not None:
            try:
                zone_named(value)
            except InvalidInput as error:
                raise ValueError(error.errors[0].message) from None
        return value

    @field_validator("locale")
    @classmethod
    def _is_a_locale(cls, value: str | None) -> str | None:
        if value is not None and not _LOCALE.fullmatch(value):
            raise ValueError("is no language tag; use one such as en-GB")
        return value

    def given(self) -> dict[str, str]:
        fields = {"name": self.name, "email": self.email, "phone": self.phone}
        return {key: value for key, value in fields.items() if value}


class ResetBody(Body):
    client_id: str = Field(min_length=1, max_length=200)


class FormBody(Body):
    """What the visitor typed into a form."""

    client_id: str = Field(min_length=1, max_length=200)
    name: str | None = Field(None, max_length=200)
    email: str | None = Field(None, max_length=254)
    phone: str | None = Field(None, max_length=40)
    company: str | None = Field(None, max_length=200)
    need: str | None = Field(None, max_length=2000)
    budget: str | None = Field(None, max_length=120)
    timeline: str | None = Field(None, max_length=300)


class RatingBody(Body):
    """What the visitor thought of the chat."""

    client_id: str = Field(min_length=1, max_length=200)
    conversation_id: str = Field(min_length=1, max_length=60)
    score: int = Field(ge=1, le=5, description="1 (bad) to 5 (good)")
    comment: str | None = Field(None, max_length=1000)


class MessagePath(Body):
    message_id: str = Field(max_length=64)


@bp.post("/train", responses=_ANSWERS_OF_A_TURN)
@public
def say(body: TurnBody) -> Response:
    """One turn: the visitor's message in, the reply out.

    With `Accept: text/event-stream` the reply streams as the events `start`, `token`, `card`,
    `done` (its data is this answer's `data`) and `error`, each with an id.
    """
    chat = service(Chat)
    incoming = _incoming(chat, body)
    client = _client_for_turn(chat, body)
    if request.accept_mimetypes.best_match(["application/json", "text/event-stream"]) == (
        "text/event-stream"
    ):
        return _stream(chat.start(client, incoming))
    data = chat.say(client, incoming)
    return success(data, reply=data["reply"])


@bp.get("/stream/<message_id>", responses=_A_STREAM)
@public
def resume(path: MessagePath) -> Response:
    """Resumes the stream of a message after `Last-Event-ID`.

    Whoever asks shows that the stream is theirs: by an event id they received, or by the
    conversation's `client_id` in `X-Client-Id`.
    """
    chat = service(Chat)
    holder = _client(chat, request.headers.get("X-Client-Id"))
    return _stream(chat.resume(path.message_id, request.headers.get("Last-Event-ID"), holder))


@bp.get("/conversation")
@public
def conversation() -> Response:
    """The open conversation of the `client_id` in `X-Client-Id`, for the widget to show again."""
    chat = service(Chat)
    told = chat.transcript(_client(chat, request.headers.get("X-Client-Id")))
    rating = service(Ratings).find(told["conversation_id"])
    return success({**told, "rating": rating_as_json(rating) if rating else None})


@bp.get("/widget-config")
@public
def widget_config() -> Response:
    """What the widget says of the business before the first message."""
    response = success(service(Chat).widget_config())
    response.headers["Cache-Control"] = "public, max-age=60"
    return response


@bp.post("/reset")
@public
def reset(body: ResetBody) -> Response:
    """Ends the conversation; the next turn starts a new one. Transcript and lead stay."""
    chat = service(Chat)
    ended = chat.reset(_client(chat, body.client_id))
    return success({"ended": ended}, "The conversation has ended." if ended else "")


@bp.post("/rating")
@public
def rate(body: RatingBody) -> Response:
    """Keeps what the visitor thought of the chat; sent again, it takes the place of the first.

    404 for a conversation that the `client_id` does not hold. One that has ended may be rated.
    """
    client = _client(service(Chat), body.client_id)
    rating = service(Ratings).rate(client, body.conversation_id, body.score, body.comment)
    return success(rating_as_json(rating), "Thank you.")


@bp.post("/save-info")
@public
def save_info(body: FormBody) -> Response:
    """Saves what the visitor typed into a form."""
    chat = service(Chat)
    fields = body.model_dump(exclude={"client_id"}, exclude_none=True)
    given = {key: value for key, value in fields.items() if value}
    if not given:
        raise InvalidInput.of("body", "name at least one field to save")
    saved = chat.save_form(_client(chat, body.client_id), given, staff=_by_staff_key())
    return success(saved, "Saved.")


def _incoming(chat: Chat, body: TurnBody) -> Incoming:
    chat.check_length(body.content)
    return Incoming(
        text=body.content,
        message_id=str(body.message_id or uuid.uuid4()),
        timezone=body.timezone,
        locale=body.locale,
        page=body.page.as_page() if body.page else Page(),
        given=body.given(),
        staff_verified=_by_staff_key(),
        address=request.remote_addr,
        base_url=own_origin(),
        consent=body.consent or None,
        vouched=_vouched(body.identity),
    )


def _vouched(identity: IdentityBody | None) -> SiteVisitor | None:
    """Whom the site vouches for. A wrong signature must not cost the visitor their answer."""
    if identity is None:
        return None
    visitor = SiteVisitor(identity.user_id or None, identity.email or None)
    problem = service(SiteIdentity).problem(
        visitor, identity.expires, identity.signature, clock_of().now()
    )
    if problem is not None:
        log.warning("site_identity_refused", reason=problem)
        return None
    return visitor


def _client_for_turn(chat: Chat, body: TurnBody) -> Client:
    """The client of a turn; makes what is needed to hold a conversation from here on."""
    if body.client_id is None:
        if body.message_id is None:
            return chat.clients.mint()
        address = request.remote_addr or ""
        return chat.clients.mint_for(str(body.message_id), body.content, address)
    is_ours = chat.clients.signed(body.client_id) is not None
    if not is_ours and not _by_staff_key() and "client" not in session:
        session["client"] = secrets.token_urlsafe(20)
    client = _client(chat, body.client_id)
    assert client is not None
    return client


def _client(chat: Chat, client_id: str | None) -> Client | None:
    """Who that id stands for, from this caller's mouth; None: nobody."""
    if not client_id or len(client_id) > 200:
        return None
    signed = chat.clients.signed(client_id)
    if signed is not None:
        return signed
    if _by_staff_key():
        return chat.clients.of_staff(client_id)
    part = session.get("client")
    return chat.clients.of_session(part, client_id) if isinstance(part, str) else None


def _by_staff_key() -> bool:
    return bool(g.staff_by_key)


def _stream(events: Iterator[str]) -> Response:
    return Response(stream_with_context(events), mimetype="text/event-stream", headers=SSE_HEADERS)
