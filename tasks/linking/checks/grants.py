"""What the centre gives to regions, none of which has put down that it receives, runs and maintains it."""

from collections.abc import Iterator

from tasks.linking.checks.plan import Actions, Cells
from tasks.merging import acts
from tasks.merging.essence import essence
from tasks.merging.words import words
from tasks.model.problem import Code, Problem, problem
from tasks.model.values import Level, parts

_GIFTS = frozenset({"bantuan", "hibah", "grant", "grants"})
_GIVING = frozenset({"supply", "distribute"})
_CENTRE = frozenset({str(Level.CENTRAL), str(Level.CENTRAL_UNIT)})
_REGIONS = frozenset({str(Level.PROVINCE), str(Level.DISTRICT), str(Level.SCHOOL)})


def unanswered(actions: Actions) -> Iterator[Problem]:
    """Gifts of the centre after which no action of a region follows, nor is there one about the same thing."""
    gifts = [row for row in actions.rows if _gives(row)]
    regional = [row for row in actions.rows if set(parts(row["levels"])) & _REGIONS] if gifts else []
    held = {word for row in regional for word in essence(row["action"]).object}
    for row in gifts:
        if not any(_is_regional(actions.by_id.get(item)) for item in actions.after[row["item_id"]]):
            about = set(essence(row["action"]).object) - _GIFTS
            if about and not about & held:
                yield problem(Code.GRANT_UNANSWERED, item=row["item_id"], action=row["action"])


def _gives(row: Cells) -> bool:
    levels = set(parts(row["levels"]))
    if not levels or not levels <= _CENTRE or _GIFTS.isdisjoint(words(row["action"])):
        return False
    return acts.family(essence(row["action"]).act) in _GIVING


def _is_regional(row: Cells | None) -> bool:
    return row is not None and bool(set(parts(row["levels"])) & _REGIONS)
