"""What depends on what, and what the groups found: the chapters between which items are tied together."""

from collections.abc import Mapping
from typing import Any

from tasks.linking.related import RELATED
from tasks.model.values import Level, parts
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.view.items import Row, Rows, number_key
from tasks.rendering.view.shape import Dependency, Direction, Finding, Item
from tasks.rendering.word import inline
from tasks.rendering.word.inline import Inline
from tasks.scheduling.verdicts import Verdict

_CENTRE = frozenset({str(Level.CENTRAL), str(Level.CENTRAL_UNIT)})
_REGIONS = frozenset({str(Level.PROVINCE), str(Level.DISTRICT), str(Level.SCHOOL)})
_DIRECTIONS = ("centre-region", "region-centre", "centre-centre", "region-region", "other", RELATED)


def direction_views(rows: Rows, items: Mapping[str, Item], speak: Catalogue) -> tuple[Direction, ...]:
    """Dependencies that hold or are proposed, by the sides of the two leading owners, and what only points to another.

    Empty directions are left out.
    """
    sides = {row["item_id"]: _side(row) for row in rows.items}
    held: dict[str, list[Dependency]] = {name: [] for name in _DIRECTIONS}
    for row in rows.links:
        before, after = items.get(row["from_item"]), items.get(row["to_item"])
        if before is None or after is None or row["status"] == "rejected":
            continue
        name = RELATED if row["relation"] == RELATED else f"{sides[row['from_item']]}-{sides[row['to_item']]}"
        held[name if name in held else "other"].append(_dependency(before, after, row, speak))
    return tuple(
        Direction(speak.text(f"direction.{name}"), tuple(sorted(held[name], key=_order))) for name in held if held[name]
    )


def _side(row: Row) -> str:
    leading = next(iter(parts(row["levels"])), "")
    return "centre" if leading in _CENTRE else "region" if leading in _REGIONS else "other"


def _dependency(before: Item, after: Item, row: Row, speak: Catalogue) -> Dependency:
    evidence = _reason(row, speak)
    kind = speak.text(f"basis.{'explicit' if row['kind'] == 'explicit' else 'inferred'}")
    status = speak.text(f"link.{'accepted' if row['status'] == 'accepted' else 'proposed'}")
    told = "\n".join(filter(None, [status, _verdict(row, speak)]))
    return Dependency(before, after, f"{kind}: {evidence}" if evidence else kind, told)


def _reason(row: Row, speak: Catalogue) -> str:
    """The words of the documents; of an inferred link its two stages by their names, and the words in common."""
    stages, found, words = row["evidence"].partition(": ")
    if row["kind"] == "explicit" or not found:
        return row["evidence"]
    names = (speak.text(f"stage.{name}") if f"stage.{name}" in speak else name for name in stages.split(" → "))
    return f"{' → '.join(names)} ({words})"


def _verdict(row: Row, speak: Catalogue) -> str:
    """What the schedule says of a dependency, empty if there is nothing to say."""
    name = row["verdict"] if row["between"] or row["verdict"] != Verdict.UNDATED else f"{row['verdict']}-none"
    key = f"scheduling.verdict.{name}"
    return wording.spoken_days(speak.text(key, between=row["between"]), speak) if key in speak else ""


def _order(dependency: Dependency) -> tuple[Any, ...]:
    return number_key(dependency.before.number), number_key(dependency.after.number)


def finding_views(rows: Rows, items: Mapping[str, Item]) -> tuple[Finding, ...]:
    """State, obstacle and solution as the groups put them, each once, with the items that share it."""
    held: dict[tuple[str, str, str], list[Inline]] = {}
    for row in rows.items:
        said = (row["progress"], row["obstacle"], row["solution"])
        if any(said):
            held.setdefault(said, []).append(items[row["item_id"]].link)
    return tuple(Finding(*said, items=inline.joined(links)) for said, links in held.items())
