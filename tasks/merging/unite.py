"""One item from the records that are the same work."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tasks.merging.essence import essence
from tasks.merging.matching.offices import held
from tasks.merging.periods import Settled, Stated, settled
from tasks.merging.programmes import programme
from tasks.merging.words import fold, plain
from tasks.model.values import SEPARATOR, joined, parts
from tasks.normalising.periods import PeriodContext, parse_period

Row = dict[str, str]
UNITED_TEXTS = ("obstacle", "progress", "solution")
UNITED_LISTS = ("supporters", "regions", "fund_sources", "theme", "targets", "media")


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field on which an item's records disagree; `values` each with its source."""

    field: str
    values: str


def united(records: Sequence[Row]) -> tuple[Row, list[Conflict]]:
    """The fields of an item (those of ITEMS that records decide) and what its records disagree on.

    records: rows of RECORDS in document order, at least one. Where they disagree, the first source holds.
    """
    period = settled([Stated(r["start"], r["end"], n, _since(r)) for n, r in enumerate(records)])
    conflicts = _conflicts(records, period)
    fields = {conflict.field for conflict in conflicts}
    item = {name: _texts(records, name) for name in UNITED_TEXTS}
    item |= {name: joined([v for r in records for v in parts(r[name])]) for name in UNITED_LISTS}
    item |= _owners(records) | _period(records, period) | programme(records)
    item["action"] = max(records, key=_said)["action"] if len(records) > 1 else records[0]["action"]
    item["output"] = _first(records, "output") if "output" in fields else _fullest(records, "output")
    item["budget"] = _first(records, "budget")
    item["supporters"] = joined([v for v in parts(item["supporters"]) if v not in parts(item["owners"])])
    return item, conflicts


def _since(record: Row) -> str:
    """Where the unit of the calendar begins of which a record states the last day alone ("by Q2"), empty if none."""
    end = record["end"]
    if record["start"] or not end:
        return ""
    told = parse_period(record["period_text"], PeriodContext(int(end[:4])))
    whole = told is not None and told.start is not None and told.end is not None and told.end.isoformat() == end
    return told.start.isoformat() if whole and told and told.start else ""


def _said(record: Row) -> int:
    """How much an action says of its object; what it waits for does not count."""
    about = essence(record["action"])
    return len(about.object) + len(about.steps) + len(about.quantities) + len(about.years)


def _owners(records: Sequence[Row]) -> Row:
    levels: dict[str, str] = {}
    for record in records:
        names, their = parts(record["owners"]), record["levels"].split(SEPARATOR)
        for n, name in enumerate(names):
            levels.setdefault(name, their[n].strip() if n < len(their) else "")
    return {"owners": SEPARATOR.join(levels), "levels": SEPARATOR.join(levels.values()) if any(levels.values()) else ""}


def _period(records: Sequence[Row], period: Settled) -> Row:
    spoken = [r for r in records if r["period_text"]]
    source = records[period.record] if period.record >= 0 else next(iter(spoken), records[0])
    sense, text = source["period_sense"], source["period_text"]
    return {"start": period.start, "end": period.end, "period_text": text, "period_sense": sense}


def _conflicts(records: Sequence[Row], period: Settled) -> list[Conflict]:
    found = [Conflict(side, _sourced(records, side)) for side in ("start", "end") if side in period.conflicts]
    if len(records) > 1 and _disjoint([{fold(name) for name in parts(r["owners"])} for r in records if r["owners"]]):
        found.append(Conflict("owners", _sourced(records, "owners", lambda cell: " & ".join(parts(cell)))))
    if len({r["budget"] for r in records if r["budget"]}) > 1:
        found.append(Conflict("budget", _sourced(records, "budget")))
    if _amounts_differ([r["output"] for r in records]):
        found.append(Conflict("output", _sourced(records, "output")))
    return found


def _disjoint(owners: Sequence[set[str]]) -> bool:
    """Whether two records have no owner in common; two names that may mean one office are no disagreement."""
    alike = held(name for names in owners for name in names)
    also = [names.union(*(alike.get(name, ()) for name in names)) for names in owners]
    return any(
        a.isdisjoint(also[m]) and b.isdisjoint(also[n]) for n, a in enumerate(owners) for m, b in enumerate(owners)
    )


def _amounts_differ(outputs: Sequence[str]) -> bool:
    """Whether two outputs count the same thing and differ in number."""
    counted: dict[str, set[str]] = {}
    for text in dict.fromkeys(outputs):
        for noun, number in ((n, q) for n, q in essence(text).quantities if n):
            counted.setdefault(noun, set()).add(number)
    return any(len(numbers) > 1 for numbers in counted.values())


def _sourced(records: Sequence[Row], field: str, shown: Callable[[str], str] = str) -> str:
    told = {r[field]: f"{shown(r[field])} ({r['file']}, {r['locator']})" for r in reversed(records) if r[field]}
    return SEPARATOR.join(told[value] for value in dict.fromkeys(r[field] for r in records if r[field]))


def _first(records: Sequence[Row], field: str) -> str:
    return next((r[field] for r in records if r[field]), "")


def _fullest(records: Sequence[Row], field: str) -> str:
    return max((r[field] for r in records), key=lambda text: len(plain(text)))


def _texts(records: Sequence[Row], field: str) -> str:
    told = {fold(r[field]).rstrip(" ."): r[field] for r in reversed(records) if r[field]}
    return SEPARATOR.join(told[key] for key in dict.fromkeys(fold(r[field]).rstrip(" .") for r in records if r[field]))
