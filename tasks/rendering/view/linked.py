"""What depends on what: a row for every prerequisite, with all that waits for it."""

from collections.abc import Iterator, Mapping

from tasks.linking.decided import ACCEPTED_MARK
from tasks.linking.related import RELATED
from tasks.model.values import SEPARATOR, Level, parts
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.view.items import Row, Rows, number_key
from tasks.rendering.view.shape_chapters import Dependent, Direction, Prerequisite
from tasks.rendering.view.shape_item import Item
from tasks.scheduling.verdicts import Verdict

_CENTRE = frozenset({str(Level.CENTRAL), str(Level.CENTRAL_UNIT)})
_REGIONS = frozenset({str(Level.PROVINCE), str(Level.DISTRICT), str(Level.SCHOOL)})
BETWEEN_SIDES = ("centre-region", "region-centre")
_DIRECTIONS = (*BETWEEN_SIDES, "centre-centre", "region-region", "other", RELATED)


def direction_views(rows: Rows, items: Mapping[str, Item], speak: Catalogue) -> tuple[Direction, ...]:
    """Dependencies that hold or are proposed, by the sides of the two leading owners, and what only points to another.

    Empty directions are left out.
    """
    held: dict[str, list[Row]] = {name: [] for name in _DIRECTIONS}
    for name, row in directed(rows):
        held[name].append(row)
    return tuple(_direction(name, held[name], items, speak) for name in held if held[name])


def directed(rows: Rows) -> Iterator[tuple[str, Row]]:
    """Every link between two items that nobody rejected, with the name of its direction."""
    sides = {row["item_id"]: _side(row) for row in rows.items}
    for row in rows.links:
        ends = (row["from_item"], row["to_item"])
        if row["status"] == "rejected" or not all(end in sides for end in ends):
            continue
        name = RELATED if row["relation"] == RELATED else "-".join(sides[end] for end in ends)
        yield name if name in _DIRECTIONS else "other", row


def _side(row: Row) -> str:
    leading = next(iter(parts(row["levels"])), "")
    return "centre" if leading in _CENTRE else "region" if leading in _REGIONS else "other"


def _direction(name: str, links: list[Row], items: Mapping[str, Item], speak: Catalogue) -> Direction:
    held: dict[str, list[Row]] = {}
    for row in links:
        held.setdefault(row["from_item"], []).append(row)
    ordered = sorted(held, key=lambda item: number_key(items[item].number))
    return Direction(
        title=speak.text(f"direction.{name}"),
        count=speak.number(len(links)),
        prerequisites=tuple(_prerequisite(items[item], held[item], items, speak) for item in ordered),
    )


def _prerequisite(item: Item, links: list[Row], items: Mapping[str, Item], speak: Catalogue) -> Prerequisite:
    ordered = sorted(links, key=lambda row: number_key(items[row["to_item"]].number))
    waiting = tuple(Dependent(items[row["to_item"]], _basis(row, speak)) for row in ordered)
    return Prerequisite(item, speak.number(len(waiting)), waiting)


def _basis(row: Row, speak: Catalogue) -> str:
    """What a dependency rests on, how it stands unless the documents state it, and what the schedule says of it."""
    stated = row["kind"] == "explicit"
    evidence = reason(row, speak)
    names = [] if row["status"] == "accepted" else [speak.text("link.proposed")]
    if not (stated and evidence):
        names.append(speak.text("basis.explicit" if stated else "basis.inferred"))
    told = ", ".join([*names[:1], *(name.lower() for name in names[1:])])
    return "; ".join(
        filter(None, [": ".join(filter(None, [told, evidence])), verdict(row, speak), _changed(row, speak)])
    )


def _changed(row: Row, speak: Catalogue) -> str:
    """What is said of a dependency of which a text is another one than in the run before."""
    ends = parts(row["suspect"])
    end = ends[0] if len(ends) == 1 else "both"
    return speak.text("link.suspect", end=f"@linking.suspect.{end}") if ends else ""


def reason(row: Row, speak: Catalogue) -> str:
    """The words of the documents; of an inferred link its two stages by their names, and the words in common.

    Who decided on it stands behind.
    """
    said, mark, who = (SEPARATOR + row["evidence"]).partition(f"{SEPARATOR}{ACCEPTED_MARK} ")
    decided = wording.spoken_days(speak.text("link.decided", who=who), speak) if mark else ""
    return SEPARATOR.join(filter(None, [_said(said.removeprefix(SEPARATOR), row["kind"], speak), decided]))


def _said(evidence: str, kind: str, speak: Catalogue) -> str:
    if kind == "explicit":
        return f"“{evidence}”" if evidence else ""
    stages, found, words = evidence.partition(": ")
    if not found:
        return evidence
    names = (speak.text(f"stage.{name}") if f"stage.{name}" in speak else name for name in stages.split(" → "))
    return f"{' → '.join(names)} ({words})"


def verdict(row: Row, speak: Catalogue) -> str:
    """What the schedule says of a dependency, empty if there is nothing to say."""
    name = row["verdict"] if row["between"] or row["verdict"] != Verdict.UNDATED else f"{row['verdict']}-none"
    key = f"scheduling.verdict.{name}"
    return wording.spoken_days(speak.text(key, between=row["between"]), speak) if key in speak else ""
