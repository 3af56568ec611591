"""Raw records to records: their words become owners, regions, dates and sums, each beside the words it came from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from tasks.model.meeting import Inputs, Meeting
from tasks.model.problem import Code, Problem, problem
from tasks.model.tables import RECORDS, checked
from tasks.model.values import joined, parts
from tasks.normalising.date_orders import orders
from tasks.normalising.defined import Defined
from tasks.normalising.institution_times import year_of_names
from tasks.normalising.institutions import Directory
from tasks.normalising.money_fields import Funded, funded
from tasks.normalising.notes import NOTHING, Notes
from tasks.normalising.owned import Owned
from tasks.normalising.owner_fields import cells, owned
from tasks.normalising.period_deadlines import due
from tasks.normalising.period_fields import Timed, timed
from tasks.normalising.placing import Placing
from tasks.normalising.plan_country import country_meant
from tasks.normalising.plan_places import learnt_places
from tasks.normalising.plan_year import context, dated
from tasks.normalising.region_fields import Placed, placed
from tasks.normalising.regions import Gazetteer
from tasks.normalising.tags import Tagged, tagged

_LATEST = 9999  # the newest list of regions, where nothing tells the year


@dataclass(frozen=True)
class Normalised:
    """records: a frame of RECORDS whose item_id and family_id are empty; meeting: with its year.

    country: whose plan it is, by its two letters, "" if nobody knows.
    """

    records: pd.DataFrame
    meeting: Meeting
    problems: tuple[Problem, ...]
    country: str = "ID"


def normalise(raw: pd.DataFrame, inputs: Inputs, notes: Notes = NOTHING) -> Normalised:
    """Values for the words of raw records. Words that are not understood stay as written, with a problem.

    notes: what the documents say beside their actions.
    """
    meeting, assumed = dated(raw, inputs)
    gazetteer = _gazetteer(raw, meeting, inputs)
    own, abroad = inputs.side_tables.get("institutions", ()), meeting.language == "en" and meeting.currency != "IDR"
    defined = Defined(notes.definitions)
    directory = Directory.load(
        gazetteer, own, meeting.language, meeting.host, abroad, defined.everywhere, year_of_names(meeting)
    )
    placing = Placing(gazetteer, directory, meeting.place, defined)
    owners = owned(raw, placing)
    regions = placed(raw, owners, placing)
    read_against = context(meeting, inputs.side_tables.get("calendar", ()), notes.budget_years, notes.planned_years)
    times = timed(raw, read_against, orders(raw, meeting))
    times = due(times, zip(raw["period_text"], raw["action"], strict=True), meeting.language)
    money = funded(raw, meeting.currency, meeting.language, gazetteer)
    tags = tagged(raw, owners, regions, meeting, inputs.side_tables.get("vocabulary", ()), gazetteer)
    country = gazetteer.country or ("" if abroad else "ID")
    records = _records(raw, owners, regions, times, money, tags)
    return Normalised(records, meeting, (*assumed, *_problems(raw, owners, regions, times, money)), country)


def _gazetteer(raw: pd.DataFrame, meeting: Meeting, inputs: Inputs) -> Gazetteer:
    """The regions of the plan; one in English may be of a country whose places only its own words tell."""
    year, own = meeting.year or _LATEST, inputs.side_tables.get("regions", ())
    country = country_meant(meeting, raw)
    listed = Gazetteer.load(year, own, meeting.language, country=country)
    learnt = learnt_places(raw, listed) if meeting.language == "en" else {}
    return Gazetteer.load(year, own, meeting.language, learnt, country) if learnt else listed


def _records(
    raw: pd.DataFrame,
    owners: Sequence[Owned],
    regions: Sequence[Placed],
    times: Sequence[Timed],
    money: Sequence[Funded],
    tags: Sequence[Tagged],
) -> pd.DataFrame:
    institutions = [cells(o) for o in owners]
    inferred = zip(raw["inferred"], owners, regions, times, tags, strict=True)
    made = {
        "item_id": [""] * len(raw),
        "family_id": [""] * len(raw),
        "owners": [names for names, _, _ in institutions],
        "levels": [levels for _, levels, _ in institutions],
        "supporters": [names for _, _, names in institutions],
        "regions": [joined(r.regions) for r in regions],
        "start": [t.start for t in times],
        "end": [t.end for t in times],
        "period_text": [t.text for t in times],
        "period_sense": [t.sense for t in times],
        "budget": [m.budget for m in money],
        "fund_sources": [m.funds for m in money],
        "inferred": [
            joined([*parts(i), *o.inferred, r.inferred, p.inferred, *t.inferred]) for i, o, r, p, t in inferred
        ],
        "programme": [t.programme for t in tags],
        "theme": [joined(t.themes) for t in tags],
        "targets": [joined(t.targets) for t in tags],
        "media": [joined(t.media) for t in tags],
        "tags_from": [joined(t.sources) for t in tags],
    }
    columns = {
        name: pd.Series(made[name], dtype="str") if name in made else raw[name].reset_index(drop=True)
        for name in RECORDS.columns
    }
    return checked(RECORDS, pd.DataFrame(columns))


def _problems(
    raw: pd.DataFrame,
    owners: Sequence[Owned],
    regions: Sequence[Placed],
    times: Sequence[Timed],
    money: Sequence[Funded],
) -> Iterator[Problem]:
    """What is not understood, record by record; `item` is the record's id."""
    places = zip(raw["file"], raw["locator"], raw["record_id"], strict=True)
    for (file, locator, record), o, r, t, m in zip(places, owners, regions, times, money, strict=True):
        for text in o.unknown:
            yield problem(Code.OWNER_UNKNOWN, file, locator, item=record, text=text)
        for text, candidates in r.ambiguous:
            yield problem(Code.REGION_AMBIGUOUS, file, locator, item=record, text=text, candidates=candidates)
        if t.unclear:
            yield problem(Code.PERIOD_NOT_UNDERSTOOD, file, locator, item=record, text=" ".join(t.unclear.split()))
        if m.unclear:
            yield problem(Code.BUDGET_NOT_UNDERSTOOD, file, locator, item=record, text=" ".join(m.unclear.split()))
