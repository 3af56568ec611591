"""The plan's dates as an iCalendar file (RFC 5545): all-day events that take nobody's time."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from tasks.model.plan import Plan
from tasks.model.values import Sense, parts
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.exchange.notes import notes
from tasks.rendering.view.items import Row, rows_of_plan

_LONGEST: Final = 75
"""Octets of a line without its end (RFC 5545, 3.1)."""
_NOT_TEXT: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_ESCAPES: Final = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})
_CODE: Final = re.compile(r"[^\w.-]+", re.ASCII)


def calendar_files(plan: Plan, speak: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of the calendar; none where no item has an end, since a calendar must hold something (3.6)."""
    events = [line for row in rows_of_plan(plan).items for line in _event(row, plan, speak)]
    if events:
        lines = [*_head(plan, speak), *events, "END:VCALENDAR"]
        yield speak.text("document.calendar") + ".ics", "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _head(plan: Plan, speak: Catalogue) -> Iterator[str]:
    name = speak.text("document.plan")
    if plan.meeting.name:
        name = speak.text("exchange.title", plan=name, meeting=plan.meeting.name)
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Renja//Renja//{speak.language.upper()}")
    yield from ("CALSCALE:GREGORIAN", "METHOD:PUBLISH", f"X-WR-CALNAME:{_text(name)}")


def _event(row: Row, plan: Plan, speak: Catalogue) -> Iterator[str]:
    """An event over the days that an item takes as a whole, on its last day if it has but to be done by then."""
    end = wording.iso(row["end"])
    if end is None or end == date.max:
        return
    start = wording.iso(row["start"])
    whole = row["period_sense"] == Sense.WHOLE and start is not None and start <= end
    number = row["number"] or row["item_id"]
    action = f"{number} {row['action']}"
    yield from ("BEGIN:VEVENT", f"UID:{_uid(row, plan)}", f"DTSTAMP:{plan.as_of:%Y%m%d}T000000Z")
    yield f"DTSTART;VALUE=DATE:{_day(start if whole and start else end)}"
    yield f"DTEND;VALUE=DATE:{_day(end + timedelta(days=1))}"
    yield f"SUMMARY:{_text(action if whole else speak.text('calendar.late', action=action))}"
    yield f"DESCRIPTION:{_text(notes(row, _shown(row, speak), speak))}"
    if row["regions"]:
        yield f"LOCATION:{_text(', '.join(parts(row['regions'])))}"
    if row["programme"]:
        yield f"CATEGORIES:{','.join(map(_text, parts(row['programme'])))}"
    yield from ("CLASS:PUBLIC", "TRANSP:TRANSPARENT", "END:VEVENT")


def _uid(row: Row, plan: Plan) -> str:
    """The same from run to run, so that importing a calendar again renews its events."""
    return ".".join(filter(None, [_CODE.sub("-", row["item_id"]), str(plan.meeting.year or "")])) + "@renja"


def _shown(row: Row, speak: Catalogue) -> Mapping[str, str]:
    time = wording.period(row["start"], row["end"], row["period_sense"], row["period_text"], speak)
    return {"period": time, "budget": wording.budget(row["budget"], speak).replace("\n", "; ")}


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    """A value of the type TEXT (3.3.11)."""
    return _NOT_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).translate(_ESCAPES)


def _folded(line: str) -> str:
    """A content line in pieces of 75 octets, no character cut in two (3.1)."""
    raw = line.encode()
    pieces: list[bytes] = []
    while len(raw) > _LONGEST - bool(pieces):
        cut = _LONGEST - bool(pieces)
        while raw[cut] & 0xC0 == 0x80:
            cut -= 1
        pieces.append(raw[:cut])
        raw = raw[cut:]
    return b"\r\n ".join([*pieces, raw]).decode()
