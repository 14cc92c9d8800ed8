"""The composition root: the one place where ports meet adapters."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from calendar_integration.booking import BookingService
from calendar_integration.calendar import Calendar
from calendar_integration.cards import meeting_as_json
from calendar_integration.client_secrets import ClientSecrets
from calendar_integration.connection import CalendarConnection
from calendar_integration.delivery import LINK_TOPIC, MeetingDelivery
from calendar_integration.delivery import TOPIC as MEETING_CHANGED
from calendar_integration.elsewhere import ElsewhereChanges
from calendar_integration.google_access import SERVICE_SCOPES, PersonalAccess, ServiceAccess
from calendar_integration.google_calendar import GoogleApi, GoogleCalendar, Place, calendar_name
from calendar_integration.google_sync import GoogleSync
from calendar_integration.ics import Organizer
from calendar_integration.links import MeetingLinks
from calendar_integration.local_calendar import LocalCalendar
from calendar_integration.mail import MailServer
from calendar_integration.mail_delivery import MeetingMail
from calendar_integration.mail_store import TOPIC as MEETING_MAIL
from calendar_integration.model import BookingRules, BusinessHours
from calendar_integration.oauth import GoogleConnection
from calendar_integration.prompt_delivery import PromptDelivery
from calendar_integration.vault import TokenVault
from chatbot.budget import DailyBudget
from chatbot.chat import Chat, ChatSettings
from chatbot.conversation import Card, Conversation
from chatbot.desk_services import ServiceDesk
from chatbot.engine import SCRIPTED, ChatEngine, Parts, Voice
from chatbot.history import History
from chatbot.identity import ClientIds
from chatbot.incoming import Incoming
from chatbot.instructions import Instructions
from chatbot.knowledge import Knowledge
from chatbot.ratings import Ratings
from chatbot.scripted_engine import ScriptedEngine
from chatbot.site_identity import SiteIdentity
from chatbot.store import Turn
from chatbot.transcripts import Transcripts
from config import Settings
from core.clock import Clock, SystemClock
from core.database import Database
from core.events import EventBus, LeadChanged, MeetingChanged
from core.outbox import Dispatcher, Handler
from core.redis_client import RedisClient, connect
from counting import count_events, count_tokens, count_turns
from leads.capture import CaptureService
from leads.exporting import LeadExport
from leads.model import ConversationContext, LeadFilter
from leads.service import LeadService
from llm.gemini import GeminiModel
from llm.resilient import ResilientModel
from reactions import MeetingFollower, calendar_news, erasers, exporters
from reports.elsewhere import ChildProcess
from reports.lead_export import WorkbookElsewhere
from reports.service import WRITING_SECONDS, ReportService
from reports.tasks import WorkbooksElsewhere
from web.envelope import status_of
from web.metrics import Metrics
from web.security import link_base

ROOT = Path(__file__).parent


@dataclass(frozen=True)
class Services:
    """Everything the application is made of; `by_type` is what routes look up."""

    settings: Settings
    clock: Clock
    database: Database
    redis: RedisClient
    metrics: Metrics
    model: ResilientModel | None
    gemini: GeminiModel | None
    by_type: Mapping[type, Any]

    def get(self, kind: type) -> Any:
        return self.by_type[kind]

    @property
    def booking_zone(self) -> ZoneInfo:
        """The business's zone, in which days begin."""
        return ZoneInfo(self.settings.business_timezone)

    def warm_up(self) -> None:
        """Does what the first visitor would otherwise wait for."""
        if self.gemini is not None:
            self.gemini.warm_up()

    def close(self) -> None:
        if self.gemini is not None:
            self.gemini.close()
        self.redis.close()
        self.database.close()


def build_services(settings: Settings, *, clock: Clock | None = None) -> Services:
    """Makes every service once. Opens no connection before it is used."""
    clock = clock or SystemClock()
    database = Database(settings.database_location)
    redis = connect(settings.redis_location)
    events = EventBus()
    metrics = Metrics()
    count_events(events, metrics)
    base = _Base(settings, clock, database, redis, events, metrics)
    gemini = _gemini(base)
    model = _guarded(base, gemini) if gemini else None
    by_type: dict[type, Any] = {}
    _add_leads_and_meetings(base, by_type)
    _add_reports(base, by_type)
    _add_chat(base, by_type, model)
    return Services(settings, clock, database, redis, metrics, model, gemini, by_type)


@dataclass(frozen=True)
class _Base:
    settings: Settings
    clock: Clock
    database: Database
    redis: RedisClient
    events: EventBus
    metrics: Metrics


def _gemini(base: _Base) -> GeminiModel | None:
    """Gemini as set; None: the scripted engine is the one chosen."""
    settings = base.settings
    if settings.provider == SCRIPTED:
        return None
    return GeminiModel(
        settings.gemini_api_key or "",
        settings.gemini_model,
        base_url=settings.google_gemini_base_url,
        clock=base.clock,
    )


def _guarded(base: _Base, model: GeminiModel) -> ResilientModel:
    """The model behind deadline, retries, breaker and the day's budget."""
    budget = DailyBudget(
        base.redis, base.clock, base.settings.daily_model_calls, count_tokens(base.metrics)
    )
    return ResilientModel(model, base.clock, time.sleep, random.random, budget=budget)


def booking_rules(settings: Settings) -> BookingRules:
    """When visitors may meet us, as set."""
    return BookingRules(
        hours=BusinessHours.parse(settings.business_hours),
        zone=ZoneInfo(settings.business_timezone),
        minutes=settings.meeting_minutes,
        buffer_minutes=settings.meeting_buffer_minutes,
        notice_minutes=settings.meeting_notice_minutes,
        horizon_days=settings.meeting_horizon_days,
    )


def _add_leads_and_meetings(base: _Base, by_type: dict[type, Any]) -> None:
    settings = base.settings
    links = MeetingLinks(settings.secrets)
    elsewhere = ElsewhereChanges(
        base.database, base.clock, base.events, calendar_news(by_type, links)
    )
    calendar = _add_calendar(base, by_type, elsewhere)
    booking = BookingService(
        base.database,
        calendar,
        booking_rules(settings),
        base.clock,
        links,
        base.events,
        business_name=settings.business_name,
        is_lead=lambda lead_id: by_type[LeadService].find(lead_id) is not None,
        mails=lambda: settings.smtp_url is not None and calendar.confirms_at_once,
    )
    by_type[MeetingLinks] = links
    delivery = MeetingDelivery(base.database, calendar, base.clock, base.events, elsewhere)
    follow = MeetingFollower(booking, by_type)
    base.events.subscribe(MeetingChanged, lambda event: follow.changed(event.meeting_id))
    base.events.subscribe(LeadChanged, lambda event: follow.lead_made(event))
    by_type[Dispatcher] = Dispatcher(
        base.database,
        {
            MEETING_CHANGED: follow.after(delivery.handle),
            LINK_TOPIC: delivery.handle_link,
            **_mail_handlers(base, by_type, links),
        },
        base.clock,
    )
    by_type[BookingService] = booking
    by_type[PromptDelivery] = PromptDelivery(by_type[Dispatcher], booking)
    by_type[CaptureService] = CaptureService(
        base.database, base.clock, base.events, timezone=settings.business_timezone
    )
    by_type[LeadService] = LeadService(
        base.database,
        base.clock,
        base.events,
        timezone=settings.business_timezone,
        meetings_of=lambda lead_ids: {
            lead_id: [meeting_as_json(meeting, links.at(link_base())) for meeting in found]
            for lead_id, found in booking.of_leads(lead_ids).items()
        },
        erasers=erasers(base.database, by_type),
        exporters=exporters(by_type),
    )


def _mail_handlers(
    base: _Base, by_type: dict[type, Any], links: MeetingLinks
) -> dict[str, Handler]:
    """What writes to attendees; nothing where no mail server is set."""
    settings = base.settings
    if settings.smtp_url is None:
        return {}
    by_type[MeetingMail] = MeetingMail(
        base.database,
        base.clock,
        MailServer.parse(settings.smtp_url),
        links.at(settings.public_url or ""),
        Organizer(settings.business_name, settings.mail_from),
    )
    return {MEETING_MAIL: by_type[MeetingMail].handle}


def _add_calendar(base: _Base, by_type: dict[type, Any], elsewhere: ElsewhereChanges) -> Calendar:
    """Google Calendar where it is set up, else the built-in one; and how it is connected."""
    settings = base.settings
    vault = TokenVault(settings.secrets)
    api = GoogleApi(settings.google_calendar_endpoint)
    access: PersonalAccess | ServiceAccess
    oauth = None
    if settings.google_oauth_client_secrets is not None:
        client = ClientSecrets.read(settings.google_oauth_client_secrets)
        access = PersonalAccess(base.database, vault, client, base.clock)
        oauth = GoogleConnection(
            base.database,
            vault,
            client,
            base.clock,
            calendar_id=settings.google_calendar_id,
            name_of=lambda credentials: calendar_name(
                api, credentials, settings.google_calendar_id
            ),
            on_connected=lambda: by_type[BookingService].announce_all(),
            redirect_uri=settings.google_oauth_redirect_uri,
        )
    elif settings.google_service_account_file is not None:
        access = ServiceAccess(
            settings.google_service_account_file,
            SERVICE_SCOPES,
            base.clock,
            settings.google_service_account_subject,
        )
    else:
        by_type[CalendarConnection] = CalendarConnection(base.database, base.clock)
        return LocalCalendar(base.database)
    place = Place(
        settings.google_calendar_id,
        ZoneInfo(settings.business_timezone),
        settings.busy_calendars,
    )
    calendar = GoogleCalendar(api, access, place, base.clock)
    by_type[CalendarConnection] = CalendarConnection(base.database, base.clock, access, oauth)
    by_type[GoogleSync] = GoogleSync(base.database, calendar, access, elsewhere, base.clock)
    return calendar


def _add_reports(base: _Base, by_type: dict[type, Any]) -> None:
    """Reports, and the leads' workbooks; both are written by a process of their own."""
    settings, leads = base.settings, by_type[LeadService]
    folder = settings.client_data_dir / "daily_lead_reports"
    child = ChildProcess(
        ROOT / "report_worker.py", settings.model_dump(mode="json"), seconds=WRITING_SECONDS
    )
    elsewhere = WorkbooksElsewhere(child)
    by_type[ReportService] = ReportService(
        base.database,
        base.clock,
        elsewhere.write_report,
        folder,
        ZoneInfo(settings.business_timezone),
        is_anything_before=lambda instant: leads.count_is_over(LeadFilter(until=instant), 0),
    )
    by_type[LeadExport] = LeadExport(
        leads, WorkbookElsewhere(elsewhere.write_leads, folder, base.clock)
    )


def _add_chat(base: _Base, by_type: dict[type, Any], model: ResilientModel | None) -> None:
    settings, database, clock = base.settings, base.database, base.clock
    history = History(
        database,
        base.redis,
        max_turns=settings.max_history_turns,
        lifetime_seconds=settings.session_lifetime,
    )
    knowledge = Knowledge(database, knowledge_folder(settings), clock)
    instructions = Instructions(database, clock, ROOT / "system_instruction.txt")
    transcripts = Transcripts(database, clock, history, settings.client_data_dir / "logs")
    voice = Voice(
        settings.business_name,
        settings.business_timezone,
        model,
        ScriptedEngine(settings.business_name, clock),
        settings.max_history_turns,
    )
    engine = ChatEngine(
        Parts(
            database=database,
            clock=clock,
            history=history,
            capture=by_type[CaptureService],
            knowledge=knowledge,
            instructions=instructions,
            desk=_desk_maker(base, by_type, knowledge),
            voice=voice,
            on_turn=count_turns(base.metrics),
        )
    )
    by_type[Knowledge] = knowledge
    by_type[Instructions] = instructions
    by_type[Transcripts] = transcripts
    by_type[Ratings] = Ratings(database, clock)
    by_type[SiteIdentity] = SiteIdentity(settings.site_key)
    by_type[ChatEngine] = engine
    by_type[Chat] = Chat(
        engine=engine,
        clients=ClientIds(settings.secret),
        transcripts=transcripts,
        capture=by_type[CaptureService],
        database=database,
        redis=base.redis,
        settings=ChatSettings(
            settings.max_input_length,
            settings.max_turns_at_once,
            lambda: describe(settings),
            status_of,
        ),
    )


def knowledge_folder(settings: Settings) -> Path:
    """The owner's knowledge files; the example business's while there are none."""
    own = settings.client_data_dir / "knowledge"
    return own if own.is_dir() else ROOT / "client_data" / "knowledge"


def describe(settings: Settings) -> dict[str, Any]:
    """What the widget says of us before the first message."""
    return {
        "business_name": settings.business_name,
        "engine": settings.provider,
        "disclosure": "You are chatting with an AI assistant.",
        "business_timezone": settings.business_timezone,
        "business_hours_label": settings.business_hours,
        "privacy_note": settings.privacy_note,
        "privacy_url": settings.privacy_url,
        "consent_text": settings.consent_text,
    }


def _desk_maker(base: _Base, by_type: dict[type, Any], knowledge: Knowledge) -> Any:
    def make(
        conversation: Conversation,
        context: ConversationContext,
        turn: Turn,
        incoming: Incoming,
        show: Callable[[Card], None],
    ) -> ServiceDesk:
        return ServiceDesk(
            conversation=conversation,
            context=context,
            turn=turn,
            address=incoming.address,
            database=base.database,
            clock=base.clock,
            capture=by_type[CaptureService],
            booking=by_type[BookingService],
            links=by_type[MeetingLinks].at(incoming.base_url),
            knowledge=knowledge,
            show=show,
            settled=by_type[PromptDelivery].settled,
        )

    return make
