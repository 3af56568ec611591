"""The calendar, held against the rules of RFC 5545."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.plan import Plan
from tasks.rendering.catalogue import LANGUAGES, load
from tasks.rendering.exchange.calendar_file import calendar_files
from tests.rendering.plans import item, plan

NASTY = 'a & b; c, d\\e "f"\nbaris – dua\x00'


def lines(what: Plan, language: str = "id") -> list[str]:
    """The content lines, unfolded as 3.1 has it."""
    ((name, data),) = calendar_files(what, load(language))
    assert name == {"id": "rencana-kerja.ics", "en": "work-plan.ics"}[language]
    assert data.endswith(b"\r\n")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert re.search(rb"(?<!\r)\n|\r(?!\n)", data) is None
    for piece in data.split(b"\r\n"):
        piece.decode()
    return data.decode().replace("\r\n ", "").split("\r\n")[:-1]


def values(found: list[str], name: str) -> list[str]:
    return [line.partition(":")[2] for line in found if re.split("[:;]", line)[0] == name]


def unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_calendar_has_what_the_rules_ask_for(language: str) -> None:
    found = lines(plan([item("A.1"), item("A.2")]), language)
    assert (found[0], found[1], found[-1]) == ("BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR")
    assert (found.count("BEGIN:VEVENT"), found.count("END:VEVENT")) == (2, 2)
    assert values(found, "UID") == ["RK-A1.2017@renja", "RK-A2.2017@renja"]
    assert values(found, "DTSTAMP") == ["20170220T000000Z"] * 2
    assert found == lines(plan([item("A.1"), item("A.2")]), language)


def test_a_deadline_is_its_day_and_what_takes_days_as_a_whole_takes_them() -> None:
    found = lines(plan([item("A.1"), item("A.2", start="2017-04-03", end="2017-04-07", period_sense="whole")]))
    assert values(found, "DTSTART") == ["20170630", "20170403"]
    assert values(found, "DTEND") == ["20170701", "20170408"]
    assert values(found, "SUMMARY") == ["Tenggat: A.1 Menyusun pedoman A.1", "A.2 Menyusun pedoman A.2"]


def test_what_has_no_end_has_no_event_and_without_events_there_is_no_calendar() -> None:
    undated = item("A.1", end="", period_sense="from")
    assert values(lines(plan([undated, item("A.2")])), "UID") == ["RK-A2.2017@renja"]
    assert list(calendar_files(plan([undated]), load("id"))) == []
    assert list(calendar_files(plan(), load("en"))) == []


def test_texts_are_escaped() -> None:
    found = lines(plan([item("A.1", action=NASTY, regions="Kota Ambon; Bali", programme="Guru, siswa")]))
    assert values(found, "SUMMARY") == [r'Tenggat: A.1 a & b\; c\, d\\e "f"\nbaris – dua']
    assert values(found, "LOCATION") == [r"Kota Ambon\, Bali"]
    assert values(found, "CATEGORIES") == [r"Guru\, siswa"]


@given(st.text(st.characters(exclude_characters="\r", exclude_categories=["Cc", "Cs"]), max_size=300))
def test_any_text_comes_back(text: str) -> None:
    (summary,) = values(lines(plan([item("A.1", action=text)])), "SUMMARY")
    assert unescaped(summary) == f"Tenggat: A.1 {text}"


def test_two_thousand_items_have_uids_of_their_own() -> None:
    found = values(lines(plan(item(f"A.{n}") for n in range(1, 2001))), "UID")
    assert len(set(found)) == len(found) == 2000
