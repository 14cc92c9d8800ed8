"""What stands in the report of a day, read back by openpyxl."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bootstrap import Services
from calendar_integration.booking import BookingService
from leads.model import Lead
from reports.sheets import FOLLOWUP_COLUMNS, LEAD_COLUMNS, MEETING_COLUMNS
from reports.summary import FOLLOWUPS, FUNNEL, LEADS, MEETINGS, SUMMARY
from tests.reports.conftest import figure, rows_of
from tests.reports.hostile import TEXTS

MONDAY = date(2026, 11, 23)
BERLIN = ZoneInfo("Europe/Berlin")


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=BERLIN)


def names(rows):
    return [row["E-mail"] for row in rows]


def test_the_report_has_its_sheets_in_order_each_ready_to_work_with(report, visitors):
    visitors.leaves("ann@example.com")

    workbook = report()

    assert workbook.sheetnames == [SUMMARY, LEADS, FOLLOWUPS, MEETINGS, FUNNEL]
    for title, columns, frozen in (
        (LEADS, LEAD_COLUMNS, "C2"),
        (FOLLOWUPS, FOLLOWUP_COLUMNS, "D2"),
        (MEETINGS, MEETING_COLUMNS, "D2"),
    ):
        sheet = workbook[title]
        assert [cell.value for cell in sheet[1]] == [column.name for column in columns]
        assert sheet.freeze_panes == frozen
        assert sheet.auto_filter.ref
        assert sheet.print_title_rows == "$1:$1"
    assert workbook[FUNNEL].freeze_panes == "B2"
    assert workbook.properties.title == "Daily sales report 2026-11-23"
    assert workbook.properties.creator == "Lindner & Park"


def test_the_summary_has_native_charts_of_its_own_cells(report, visitors):
    visitors.leaves("ann@example.com")

    charts = report()[SUMMARY]._charts

    assert len(charts) == 3
    drawn = [chart.series[0].val.numRef.f for chart in charts]
    assert all(reference.startswith("'Summary'!$B$") for reference in drawn)
    assert drawn[0] == "'Summary'!$B$43:$B$56"  # fourteen days


def test_the_summary_says_whose_and_which_day_and_in_which_zone(report, clock):
    clock.set(at(23, 18))

    texts = [cell for (cell, *_) in report()[SUMMARY].iter_rows(max_row=6, values_only=True)]

    assert texts[1] == "Lindner & Park"
    assert texts[2] == "Monday, 23 November 2026. The day so far, until 18:00."
    assert texts[3] == (
        "Written Monday, 23 November 2026, 18:00. All times: Europe/Berlin (UTC+01:00)."
    )


def test_a_lead_is_a_row_of_facts_with_typed_cells(report, visitors, leads, clock, book):
    lead = visitors.leaves(
        "ann@firm.example.com, I'm Ann Lee of Firm Ltd, we need a website, +49 30 901820",
        utm={"utm_source": "fair"},
    )
    follow = at(25, 9)
    leads.update(lead.id, {"owner": "Sam", "next_follow_up_at": follow, "note": "Nice."}, "sam")
    book(at(26, 14), lead_id=lead.id)

    (row,) = rows_of(report(), LEADS)

    assert row["E-mail"] == "ann@firm.example.com"
    assert row["Phone"] == "+4930901820"
    assert (row["Owner"], row["Notes"]) == ("Sam", "Nice.")
    assert row["Received"] == datetime(2026, 11, 23, 10, 0)  # nine in the morning, UTC
    assert row["Follow up"] == datetime(2026, 11, 25, 9, 0)
    assert row["Next meeting"] == datetime(2026, 11, 26, 14, 0)
    assert row["Score"] == leads.get(lead.id).lead.score
    assert row["Status"] == "Meeting scheduled"
    assert row["Address verified"] == "no"
    assert row["Lead"] == lead.id


def test_what_is_only_suggested_is_in_no_column(report, visitors, services: Services):
    lead = visitors.leaves("ann@example.com")
    with services.database.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO lead_suggestions (id, conversation_id, field, value, reason, at) "
            "SELECT 's1', conversation_id, 'budget', '99999 EUR', 'unsupported', at "
            "FROM lead_conversations"
        )

    text = repr(rows_of(report(), LEADS))

    assert lead.id in text
    assert "99999" not in text


def test_only_the_days_leads_are_listed_newest_first(report, visitors, clock):
    for day, hour, name in (
        (22, 23, "before"),
        (23, 0, "first"),
        (23, 17, "last"),
        (24, 0, "after"),
    ):
        clock.set(at(day, hour))
        visitors.leaves(f"{name}@example.com")

    clock.set(at(24, 8))
    workbook = report(MONDAY)

    assert names(rows_of(workbook, LEADS)) == ["last@example.com", "first@example.com"]
    assert figure(workbook, "New leads")[0] == 2


def test_leads_that_came_after_the_last_report_are_in_the_next_one(report, visitors, clock):
    clock.set(at(22, 17))
    visitors.leaves("reported@example.com")
    written_at = at(22, 18)
    clock.set(at(22, 22))
    visitors.leaves("late@example.com")
    clock.set(at(23, 9))
    visitors.leaves("today@example.com")
    clock.set(at(23, 18))

    workbook = report(since=written_at)

    assert names(rows_of(workbook, LEADS)) == ["today@example.com", "late@example.com"]
    assert figure(workbook, "New leads")[:2] == (1, 1)  # the late one is yesterday's
    notes = [cell.value for (cell,) in workbook[SUMMARY]["A5:A5"]]
    assert notes[0].startswith("1 lead came after the last report")


def test_a_day_that_is_not_over_is_compared_with_the_same_part_of_the_others(
    report, visitors, clock
):
    for day, hour in ((16, 10), (16, 11), (16, 20), (22, 10), (22, 20), (23, 10)):
        clock.set(at(day, hour))
        visitors.leaves(f"v{day}-{hour}@example.com")

    clock.set(at(23, 18))
    assert figure(report(), "New leads") == (1, 1, 0, 2, -1)

    clock.set(at(24, 8))
    assert figure(report(MONDAY), "New leads") == (1, 2, -1, 3, -2)


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 10, 25), 25), (date(2026, 3, 29), 23), (date(2026, 11, 22), 24)]
)
def test_every_lead_of_a_long_or_short_day_is_counted_once(report, visitors, clock, day, hours):
    start = datetime(day.year, day.month, day.day, tzinfo=BERLIN).astimezone(UTC)
    for hour in range(-1, hours + 1):
        clock.set(start + timedelta(hours=hour, minutes=30))
        visitors.leaves(f"hour{hour}@example.com")
    clock.set(start + timedelta(hours=hours + 30))

    days = [day + timedelta(days=shift) for shift in (-1, 0, 1)]
    books = [report(each) for each in days]

    assert [figure(book, "New leads")[0] for book in books] == [1, hours, 1]
    listed = [name for book in books for name in names(rows_of(book, LEADS))]
    assert len(listed) == len(set(listed)) == hours + 2


def test_followups_come_longest_overdue_first_and_only_open_ones(report, leads, clock):
    for name, due, status in (
        ("today", at(23, 16), "contacted"),
        ("tonight", at(23, 23, 59), "contacted"),
        ("long", at(18, 9), "qualified"),
        ("yesterday", at(22, 23), "new"),
        ("tomorrow", at(24, 0), "contacted"),
        ("done", at(18, 9), "won"),
    ):
        leads.create(
            {"email": f"{name}@example.com", "next_follow_up_at": due, "status": status}, "sam"
        )

    workbook = report()
    rows = rows_of(workbook, FOLLOWUPS)

    assert [row["E-mail"].partition("@")[0] for row in rows] == [
        "long",
        "yesterday",
        "today",
        "tonight",
    ]
    assert [row["Days overdue"] for row in rows] == [5, 1, 0, 0]
    assert figure(workbook, "Follow-ups due")[0] == 4
    assert figure(workbook, "of them overdue")[0] == 2


def test_more_followups_than_one_reading_takes_are_all_listed_once(
    report, leads, monkeypatch, clock
):
    monkeypatch.setattr("reports.reading._BATCH", 3)
    for number in range(8):
        due = at(20, 9) + timedelta(hours=number // 2)
        leads.create({"email": f"v{number}@example.com", "next_follow_up_at": due}, "sam")

    listed = names(rows_of(report(), FOLLOWUPS))

    assert sorted(listed) == [f"v{number}@example.com" for number in range(8)]


def test_meetings_of_the_day_and_the_week_after_in_order_of_time(report, book, leads, clock):
    clock.set(at(23, 8))
    lead = leads.create({"name": "Ann", "phone": "+49 30 901820", "company": "Firm"}, "sam").lead
    book(at(30, 23), title="In a week")
    book(
        at(23, 16),
        lead_id=lead.id,
        with_=("Ann Lee", "ann@example.com"),
        timezone="America/New_York",
        title="Intro",
    )
    book(at(23, 11))
    book(datetime(2026, 12, 1, tzinfo=BERLIN), title="Too far")

    workbook = report()
    rows = rows_of(workbook, MEETINGS)

    assert [(row["Day"].date(), row["From"].hour) for row in rows] == [
        (MONDAY, 11),
        (MONDAY, 16),
        (date(2026, 11, 30), 23),
    ]
    assert rows[1]["With"] == "Ann Lee"
    assert (rows[1]["Phone"], rows[1]["Company"]) == ("+4930901820", "Firm")
    assert rows[1]["Their time"] == "Mon 10:00 America/New_York"
    assert rows[1]["To"].strftime("%H:%M") == "16:30"
    assert figure(workbook, "Meetings this day")[0] == 2
    assert figure(workbook, "Meetings in the week after")[0] == 1


def test_meetings_are_counted_when_booked_when_held_and_when_cancelled(
    report, book, clock, services: Services
):
    booking: BookingService = services.get(BookingService)
    clock.set(at(20, 9))
    held = book(at(23, 11))
    book(at(23, 19))  # still to come when the report is written
    gone = book(at(24, 11))
    clock.set(at(23, 12))
    booking.cancel(gone.id)
    book(at(25, 11))
    clock.set(at(23, 18))

    workbook = report()

    assert held.is_open
    assert figure(workbook, "Meetings booked")[0] == 1
    assert figure(workbook, "Meetings held")[0] == 1
    assert figure(workbook, "Meetings cancelled")[0] == 1


def move(leads, lead: Lead, *statuses: str, by: str = "sam") -> None:
    for status in statuses:
        leads.set_status(lead.id, status, by)


def test_the_first_move_is_the_teams_and_not_the_calendars(report, visitors, leads, clock):
    for minutes, by in ((10, "sam"), (30, "sam"), (240, "sam"), (1, "Parley"), (1, "calendar")):
        clock.set(at(23, 9))
        lead = visitors.leaves(f"v{minutes}{by}@example.com")
        clock.set(at(23, 9) + timedelta(minutes=minutes))
        move(leads, lead, "contacted", by=by)
    clock.set(at(23, 18))

    workbook = report()

    assert figure(workbook, "First move on a new lead (median)")[0] == timedelta(minutes=30)
    assert figure(workbook, "New leads nobody has acted on yet")[0] == 2


def test_the_assistants_answers_are_timed(report, visitors):
    for seconds in (1, 2, 9):
        visitors.chats(waits=seconds)

    assert figure(report(), "Assistant's answer time (median)")[0] == 2.0


def test_the_funnel_goes_from_chat_to_sale(report, visitors, leads, clock):
    clock.set(at(23, 9))
    for _ in range(3):
        visitors.chats()
    people = [visitors.leaves(f"v{number}@example.com") for number in range(5)]
    leads.create({"email": "by-hand@example.com", "status": "won"}, "sam")  # came from no chat
    clock.advance(timedelta(minutes=5))
    move(leads, people[0], "contacted", "qualified", "meeting_scheduled", "won")
    move(leads, people[1], "meeting_scheduled")
    move(leads, people[2], "qualified", "lost")
    move(leads, people[3], "follow_up")

    rows = list(report()[FUNNEL].iter_rows(min_row=2, max_row=6, values_only=True))

    assert [row[0] for row in rows] == [
        "Conversations",
        "Left contact details",
        "Qualified",
        "Meeting",
        "Won",
    ]
    assert [row[1] for row in rows] == [8, 5, 3, 2, 1]
    assert rows[1][2] == 5 / 8
    assert rows[3][3] == 2 / 3


def test_the_summary_counts_what_the_sheet_lists(report, visitors, leads):
    first = visitors.leaves("ann@example.com, I'm Ann Lee", utm={"utm_source": "fair"})
    visitors.leaves("bob@example.com", utm={"utm_source": "fair"})
    move(leads, first, "qualified")

    workbook = report()

    assert figure(workbook, "New")[0] == 1
    assert figure(workbook, "Qualified")[0] == 1
    sources = [row[3:6] for row in workbook[SUMMARY].iter_rows(values_only=True)]
    assert ("fair", None, 2) in sources


def test_an_empty_day_is_a_whole_report_that_says_so(report):
    workbook = report()

    assert workbook[SUMMARY]["A5"].value.strip() == "No new leads on this day."
    assert workbook[LEADS]["A2"].value == "No new leads on this day."
    assert workbook[FOLLOWUPS]["A2"].value == "No follow-ups are due."
    assert workbook[MEETINGS]["A2"].value.startswith("No meetings")
    assert figure(workbook, "New leads") == (0, 0, 0, 0, 0)


FIELDS = ("company", "need", "timeline", "owner", "source", "note")


def test_nothing_that_was_typed_is_alive_in_the_report(report, leads, book, clock):
    texts = [text.replace("\x00", "").replace("\ud800", "") for text in TEXTS]  # never stored
    for start in range(0, len(texts), len(FIELDS)):
        some = dict(zip(FIELDS, (text for text in texts[start:]), strict=False))
        given = {field: text for field, text in some.items() if text.strip()}
        due = {"next_follow_up_at": at(23, 9), "name": f"Ann {texts[start]}"}
        leads.create({**given, **due}, "sam")
    book(at(24, 11), title=TEXTS[0], with_=(TEXTS[4], "ann@example.com"))

    workbook = report()

    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    made = -(-len(texts) // len(FIELDS))
    assert len(rows_of(workbook, LEADS)) == len(rows_of(workbook, FOLLOWUPS)) == made
    assert not [cell for cell in cells if cell.data_type == "f"]
    live = ("=", "@", "\t", "＝", "＋", "－", "＠")
    assert not [cell for cell in cells if str(cell.value or "").startswith(live)]
    assert not [cell for cell in cells if cell.hyperlink]
