"""What a version reports, held against what was done to its documents, and against its own tables."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tasks.merging.words import fold, plain
from tasks.model.changes import Change, Kind, Reason
from tasks.model.values import parts
from tests.flows.history.works import Expected, Meeting

Row = Mapping[str, str]
Tables = Mapping[str, Sequence[Row]]
Told = tuple[Kind, str, str, str]
"""A change: kind, item, field of kinds that have one, the other item."""

_LINKS = (Kind.LINK_ADDED, Kind.LINK_REMOVED, Kind.LINK_SUSPECT)
_WHOLE = (Kind.NEW, Kind.DROPPED, Kind.SPLIT, Kind.MERGED)
_LISTS = ("owners", "supporters", "regions", "fund_sources")
_COLUMNS = ("action", "output", "obstacle", "progress", "solution", *_LISTS, "budget")


@dataclass
class Verdict:
    """A version's figures and all that is wrong with it.

    items: works that had an id before; changed: those of them that have another; expected, right: changes.
    """

    items: int = 0
    changed: list[str] = field(default_factory=list)
    expected: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)


def judged(meeting: Meeting, found: Sequence[Change], old: Tables, new: Tables, ever: set[str]) -> Verdict:
    """Compare. ever: all ids that any earlier version had."""
    verdict = Verdict()
    _identities(meeting, new, ever, verdict)
    _changes(meeting, [c for c in found if c.kind not in _LINKS], new, verdict)
    verdict.wrong += _untold(found, old, new)
    verdict.wrong += _links(meeting, found, old, new)
    return verdict


def _identities(meeting: Meeting, new: Tables, ever: set[str], verdict: Verdict) -> None:
    """Every work keeps its item; one that people or rows have put together has that of either."""
    united = {e.other: {e.work.before, e.other.before} for e in meeting.expected if e.kind == Kind.MERGED and e.other}
    parts_ = {e.other: e.work for e in meeting.expected if e.kind == Kind.SPLIT and e.other}
    for work in meeting.works:
        if work.before:
            verdict.items += 1
            part = parts_.get(work)
            allowed = united.get(work, {work.before}).union(*(ids for ids in meeting.united if work.before in ids))
            if not ({work.item, part.item if part else work.item} & allowed):
                verdict.changed.append(f"{work.before} → {work.item}: {work.action}")
    fresh = {row["item_id"] for row in new["items"]}
    had = {e.work.before for e in meeting.expected}.union((work.before for work in meeting.works), *meeting.united)
    verdict.wrong += [f"id given again: {item}" for item in sorted((fresh & ever) - had)]


def _changes(meeting: Meeting, found: Sequence[Change], new: Tables, verdict: Verdict) -> None:
    wanted = Counter(_told(e) for e in meeting.expected)
    reported = Counter((_key(c), c.months, c.cause.reason, c.cause.files) for c in found)
    verdict.expected, verdict.right = sum(wanted.values()), sum((wanted & reported).values())
    verdict.wrong += [f"not reported: {told}" for told in wanted - reported]
    decided = {work.item for work in meeting.tied} | {work.before for work in meeting.tied}
    loose = meeting.loose | {e.other.item for e in meeting.expected if e.kind == Kind.MERGED and e.other}
    handed_on = {e.work.item for e in meeting.expected if e.kind == Kind.OWNER}
    many = {row["item_id"] for row in new["items"] if len(parts(row["record_ids"])) > 1}
    for change in found:
        told = (_key(change), change.months, change.cause.reason, change.cause.files)
        by_people = change.cause.reason in (Reason.DECISION, Reason.REVIEWER) and change.item in decided
        by_order = (
            change.cause.reason == Reason.FILE_RENAMED
            and change.item in many
            and set(change.cause.files) <= meeting.renamed
        )
        by_owner = change.field == "supporters" and change.item in handed_on
        by_one = loose & {change.item, change.other} and set(change.cause.files) <= meeting.edited | meeting.others
        if told not in wanted and not (by_people or by_order or by_one or by_owner):
            verdict.wrong.append(f"reported: {told} {change.old!r} → {change.new!r}")


def _told(expected: Expected) -> tuple[Told, int | None, Reason, tuple[str, ...]]:
    """An expected change as it must be reported: which of two works bears the id of both is left open."""
    work, other, kind = expected.work, expected.other, expected.kind
    item, beside = work.item, other.item if other else ""
    if kind == Kind.SPLIT and other and other.item != other.before:
        item, beside = beside, item
    if kind == Kind.MERGED and other:
        item = work.before if other.item != work.before else other.before
    if kind == Kind.WORDING:
        item, beside = work.item if other else work.before, ""
    files = () if expected.reason in (Reason.DECISION, Reason.REVIEWER) else (work.file,)
    return (kind, item, "" if kind in _WHOLE else expected.field, beside), expected.months, expected.reason, files


def _key(change: Change) -> Told:
    return change.kind, change.item, "" if change.kind in _WHOLE else change.field, change.other


def _untold(found: Sequence[Change], old: Tables, new: Tables) -> Iterator[str]:
    """Cells that differ and are not reported, items that have come or gone without a word."""
    told = {(c.item, c.field) for c in found}
    named = {c.item for c in found if c.kind in _WHOLE}
    before, after = ({row["item_id"]: row for row in tables["items"]} for tables in (old, new))
    yield from (f"not told that it came or went: {item}" for item in sorted((before.keys() ^ after.keys()) - named))
    for item in sorted(before.keys() & after.keys()):
        for name in (*_COLUMNS, "end"):
            names = ("start", "end") if name == "end" else (name,)
            if any(_plain(before[item], n) != _plain(after[item], n) for n in names) and (item, name) not in told:
                yield f"not told: {name} of {item}: {before[item][name]!r} → {after[item][name]!r}"


def _plain(row: Row, name: str) -> object:
    if name in _LISTS:
        return sorted(map(fold, parts(row[name])))
    return row[name] if name in ("budget", "start", "end") else plain(row[name])


def _links(meeting: Meeting, found: Sequence[Change], old: Tables, new: Tables) -> Iterator[str]:
    """Links that came or went are told, and no others, each with a document that was edited or with a decision."""
    heirs = {c.item: c.other for c in found if c.kind == Kind.MERGED}
    had, has = _held(old, heirs), _held(new, {})
    before, after = ({heirs.get(row["item_id"], row["item_id"]) for row in tables["items"]} for tables in (old, new))
    wanted = {(Kind.LINK_ADDED, *pair) for pair in has.keys() - had.keys() if pair[1] in before}
    wanted |= {
        (Kind.LINK_REMOVED, *pair) for pair in had.keys() - has.keys() if pair[0] != pair[1] and pair[1] in after
    }
    wanted |= {(Kind.LINK_SUSPECT, *pair) for pair, suspect in has.items() if suspect}
    told = {(c.kind, c.other, c.item): c.cause for c in found if c.kind in _LINKS}
    yield from (f"link not told: {link}" for link in sorted(wanted - told.keys()))
    yield from (f"link told: {link}" for link in sorted(told.keys() - wanted))
    for link, cause in told.items():
        files = cause.reason != Reason.PROGRAM and set(cause.files) <= meeting.edited | meeting.renamed | meeting.others
        if not (files if cause.files else cause.reason in (Reason.DECISION, Reason.REVIEWER)):
            yield f"cause of a link: {link} {cause}"


def _held(tables: Tables, heirs: Mapping[str, str]) -> dict[tuple[str, str], str]:
    rows = [r for r in tables["links"] if r["status"] == "accepted" and r["relation"] == "finish-start"]
    ends = [(heirs.get(r["from_item"], r["from_item"]), heirs.get(r["to_item"], r["to_item"])) for r in rows]
    return dict(zip(ends, (r["suspect"] for r in rows), strict=True))
