"""The pages of the daily report that are laid out cell by cell: the summary, and the funnel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from reports.cells import label
from reports.figures import (
    STAGES,
    DayFigures,
    Funnel,
    KeyFigure,
    Tally,
    Unit,
    in_order,
    key_figures,
)
from reports.layout import Cell, Chart, Page, Style
from reports.model import BusinessDay, Wanted

SUMMARY, LEADS, FOLLOWUPS, MEETINGS, FUNNEL = (
    "Summary",
    "Leads of the day",
    "Follow-ups due",
    "Meetings",
    "Funnel",
)
_WIDTHS = (34, 13, 13, 10, 15, 10, 3, 16, 16, 16, 16, 16, 16)
_FIGURES_ROW = 7
_CHARTS_COLUMN = "H"
_ROWS_PER_CHART = 13
# What the charts are drawn from stands below them, on a page of its own.
_SERIES_ROW = 42
_SOURCES = 5
_STYLE_OF: dict[Unit, Style] = {"count": "number", "duration": "duration", "seconds": "seconds"}
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January February March April May June July August September October November December"
).split()


@dataclass(frozen=True)
class Listed:
    """What the other sheets hold, counted while they were written."""

    tally: Tally
    followups: int
    overdue: int
    meetings_today: int
    meetings_ahead: int


def summary_page(
    business: str, wanted: Wanted, day: BusinessDay, figures: DayFigures, listed: Listed
) -> Page:
    """One sheet of paper: what happened, what is to be done, how the fortnight went."""
    cells = [*_heading(business, wanted, day), *_figure_cells(wanted, day, figures)]
    row = _FIGURES_ROW + 2 + len(key_figures(figures))
    cells += _to_do(row, listed, figures)
    cells += _of_the_day(row + 9, listed.tally)
    series, parts = _series(figures)
    cells += series
    return Page(SUMMARY, cells, _WIDTHS, _charts(parts), page_break_before=_SERIES_ROW)


def funnel_page(figures: DayFigures) -> Page:
    """How far conversations came: of this day, a week and a month."""
    cells = [Cell(1, 1, "Stage", "header")]
    for number, funnel in enumerate(figures.funnels):
        first = 2 + number * 3
        cells += [
            Cell(1, first, funnel.title, "header_right"),
            Cell(1, first + 1, "of first", "header_right"),
            Cell(1, first + 2, "of previous", "header_right"),
        ]
        for stage in range(len(STAGES)):
            row = stage + 2
            cells += [
                Cell(row, first, funnel.reached[stage], "number"),
                Cell(row, first + 1, funnel.share_of_first(stage), "percent"),
                Cell(row, first + 2, funnel.share_of_previous(stage), "percent"),
            ]
    cells += [Cell(stage + 2, 1, name, "strong") for stage, name in enumerate(STAGES)]
    cells.append(Cell(len(STAGES) + 3, 1, _FUNNEL_NOTE, "note"))
    return Page(FUNNEL, cells, (24, *((15, 11, 13) * 3)), frozen="B2", filtered="A1:J6")


_FUNNEL_NOTE = (
    "Conversations that began in the period, and how far the people behind them have come since. "
    "Whoever reached a stage has passed those before it."
)


def _heading(business: str, wanted: Wanted, day: BusinessDay) -> list[Cell]:
    local = wanted.now.astimezone(day.zone)
    offset = f"{local:%z}"
    written = f"{_in_words(local.date())}, {local:%H:%M}"
    so_far = "" if day.is_over(wanted.now) else f" The day so far, until {local:%H:%M}."
    return [
        Cell(1, 1, "Daily sales report", "title", across=6),
        Cell(2, 1, label(business), "heading", across=6),
        Cell(3, 1, f"{_in_words(day.date)}.{so_far}", "strong", across=6),
        Cell(
            4,
            1,
            f"Written {written}. All times: {day.zone.key} (UTC{offset[:3]}:{offset[3:5]}).",
            "subtitle",
            across=6,
        ),
    ]


def _figure_cells(wanted: Wanted, day: BusinessDay, figures: DayFigures) -> Iterator[Cell]:
    row = _FIGURES_ROW
    yield Cell(row - 1, 1, "Key figures", "heading")
    week_ago = f"{_DAYS[day.date.weekday()]} before"
    headers = ("", "This day", "Day before", "Change", week_ago, "Change")
    for column, header in enumerate(headers, 1):
        yield Cell(row, column, header, "header" if column == 1 else "header_right")
    for place, figure in enumerate(key_figures(figures), row + 1):
        yield from _figure_line(place, figure)
    if not day.is_over(wanted.now):
        note = "The other days are counted up to the same time of day."
        yield Cell(row + 1 + len(key_figures(figures)), 1, note, "note", across=6)


def _figure_line(row: int, figure: KeyFigure) -> Iterator[Cell]:
    style = _STYLE_OF[figure.unit]
    yield Cell(row, 1, figure.label, "strong")
    yield Cell(row, 2, _or_dash(figure.today), style)
    yield Cell(row, 3, _or_dash(figure.yesterday), style)
    yield _change(row, 4, figure.since_yesterday, figure.more_is_better)
    yield Cell(row, 5, _or_dash(figure.last_week), style)
    yield _change(row, 6, figure.since_last_week, figure.more_is_better)


def _change(row: int, column: int, change: float | None, more_is_better: bool) -> Cell:
    if not change:
        return Cell(row, column, change, "same")
    return Cell(row, column, change, "better" if (change > 0) == more_is_better else "worse")


def _to_do(row: int, listed: Listed, figures: DayFigures) -> Iterator[Cell]:
    """What the team has to look at next."""
    tally = listed.tally
    yield Cell(row + 1, 1, "To do", "heading")
    waiting = tally.leads - figures.moved
    lines = (
        ("New leads nobody has acted on yet", max(0, waiting)),
        ("Follow-ups due", listed.followups),
        ("   of them overdue", listed.overdue),
        ("Meetings this day", listed.meetings_today),
        ("Meetings in the week after", listed.meetings_ahead),
    )
    for place, (name, many) in enumerate(lines, row + 2):
        yield Cell(place, 1, name, "label")
        yield Cell(place, 2, many, "number")
    if not tally.leads:
        yield Cell(5, 1, f"No new leads on this day. {_late(tally.late)}", "warning", across=6)
    elif tally.late:
        yield Cell(5, 1, _late(tally.late), "note", across=6)


def _late(many: int) -> str:
    if not many:
        return ""
    some = "1 lead" if many == 1 else f"{many} leads"
    return f"{some} came after the last report; listed below the day's, not counted here."


def _of_the_day(row: int, tally: Tally) -> Iterator[Cell]:
    """The day's leads in three ways: by status on the left, by score and source on the right."""
    parts = in_order(tally)
    yield from _block(row, 1, "This day's leads by status", parts["status"])
    yield from _block(row, 4, "By score", parts["score"], across=2)
    below = row + len(parts["score"]) + 2
    yield from _block(below, 4, "By source", parts["source"][:_SOURCES], across=2)


def _series(figures: DayFigures) -> tuple[list[Cell], dict[str, tuple[int, int]]]:
    """What the charts show, and in which rows."""
    blocks: Sequence[tuple[str, str, Sequence[tuple[Any, int]], Style]] = (
        ("days", "New leads per day", figures.per_day, "day"),
        ("funnel", "From chat to sale, last 30 days", _stages(figures.funnels[-1]), "label"),
        ("sources", "Where leads came from, last 14 days", figures.sources, "label"),
    )
    row = _SERIES_ROW
    cells: list[Cell] = []
    parts: dict[str, tuple[int, int]] = {}
    for name, title, items, style in blocks:
        cells += _block(row, 1, title, items, style)
        parts[name] = (row + 1, row + len(items))
        row += max(1, len(items)) + 2
    return cells, parts


def _block(
    row: int,
    column: int,
    title: str,
    items: Sequence[tuple[Any, int]],
    style: Style = "label",
    across: int = 1,
) -> Iterator[Cell]:
    """A heading, and a line for each item: its name over `across` columns, then its count."""
    yield Cell(row, column, title, "header", across)
    yield Cell(row, column + across, "Count", "header_right")
    if not items:
        yield Cell(row + 1, column, "None", "note")
    for place, (name, many) in enumerate(items, row + 1):
        shown = label(name) if isinstance(name, str) else name
        yield Cell(place, column, shown, style, across)
        yield Cell(place, column + across, many, "number")


def _charts(parts: dict[str, tuple[int, int]]) -> list[Chart]:
    wanted = (
        ("columns", "New leads per day", "days", True),
        ("bars", "From chat to sale, last 30 days", "funnel", False),
        ("bars", "Where leads came from, last 14 days", "sources", False),
    )
    return [
        Chart(
            "columns" if kind == "columns" else "bars",
            title,
            labels_column=1,
            values_column=2,
            first_row=parts[part][0],
            last_row=parts[part][1],
            anchor=f"{_CHARTS_COLUMN}{1 + place * _ROWS_PER_CHART}",
            labels_are_days=days,
        )
        for place, (kind, title, part, days) in enumerate(wanted)
    ]


def _stages(funnel: Funnel) -> list[tuple[str, int]]:
    return list(zip(STAGES, funnel.reached, strict=True))


def _or_dash(value: Any) -> Any:
    return "–" if value is None else value


def _in_words(on: date | datetime) -> str:
    return f"{_DAYS[on.weekday()]}, {on.day} {_MONTHS[on.month - 1]} {on.year}"
