"""Who gets an extract: every institution that leads or supports an action, and every province with institutions."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from tasks.model.plan import Plan
from tasks.model.values import Level, Region, parts
from tasks.normalising.institutions import Directory
from tasks.normalising.plan_country import country_said
from tasks.normalising.regions import Gazetteer
from tasks.rendering import wording
from tasks.rendering.view.items import Row

_OF_REGIONS = frozenset({Level.PROVINCE, Level.DISTRICT, Level.SCHOOL})


@dataclass(frozen=True, slots=True)
class Body:
    """An office with an extract: an institution, or a province with its `members`, in the order of their levels.

    known: whether the plan or the directory tells the level.
    """

    name: str
    level: Level
    members: tuple["Body", ...] = ()
    known: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """The institutions as whose the plan's actions count."""
        return tuple(member.name for member in self.members) or (self.name,)


def bodies(plan: Plan, items: Iterable[Row]) -> list[Body]:
    """All that get an extract, from the centre down, then by name; provinces before the institutions of that level.

    `items`: the rows of the plan's items.
    """
    rows = list(items)
    gazetteer = _gazetteer(plan)
    found = sorted(_institutions(plan, rows, gazetteer), key=_order)
    return sorted([*_provinces(found, rows, gazetteer), *found], key=lambda body: wording.level_rank(body.level))


def _order(body: Body) -> tuple[int, str]:
    return wording.level_rank(body.level), body.name


def _gazetteer(plan: Plan) -> Gazetteer:
    meeting = plan.meeting
    return Gazetteer.load(
        meeting.year or plan.as_of.year, language=meeting.language, country=country_said(meeting)
    )  # fmt: skip


def _institutions(plan: Plan, rows: Sequence[Row], gazetteer: Gazetteer) -> list[Body]:
    stated = _stated_levels(rows)
    names = dict.fromkeys(name for row in rows for name in parts(row["owners"]) + parts(row["supporters"]))
    named = _namer(plan, gazetteer)
    return [_institution(name, stated.get(name) or named(name)) for name in names]


def _institution(name: str, level: Level) -> Body:
    return Body(name, level, known=level != Level.OTHER)


def _stated_levels(rows: Iterable[Row]) -> dict[str, Level]:
    """The level that the plan gives each responsible institution, the commonest where it gives several."""
    counts: dict[str, Counter[str]] = {}
    for row in rows:
        owners, levels = parts(row["owners"]), parts(row["levels"])
        if len(owners) == len(levels):
            for owner, level in zip(owners, levels, strict=True):
                counts.setdefault(owner, Counter())[level] += 1
    return {
        name: Level(min(held, key=lambda level: (-held[level], wording.level_rank(level))))
        for name, held in counts.items()
        if set(held) <= set(Level)
    }


def _namer(plan: Plan, gazetteer: Gazetteer) -> Callable[[str], Level]:
    """The level of an institution that only supports, from the directory; loaded when somebody asks."""

    @cache
    def directory() -> Directory:
        return Directory.load(gazetteer, language=plan.meeting.language, host=plan.meeting.host)

    return lambda name: directory().named(name).level


def _provinces(institutions: Iterable[Body], rows: Iterable[Row], gazetteer: Gazetteer) -> list[Body]:
    """The provinces of the institutions below the centre that bear a region's name."""
    regions = {name for row in rows for name in parts(row["regions"])}
    held: dict[str, list[Body]] = {}
    for body in institutions:
        province = _province(body, regions, gazetteer) if body.level in _OF_REGIONS else ""
        if province:
            held.setdefault(province, []).append(body)
    return [Body(name, Level.PROVINCE, tuple(held[name])) for name in sorted(held)]


def _province(body: Body, regions: Iterable[str], gazetteer: Gazetteer) -> str:
    """The province that an institution belongs to: of the gazetteer, else a region of the plan in its name."""
    known = [match.region for match in gazetteer.find(body.name)]
    if known:
        return _above(known[-1], gazetteer)
    borne = [name for name in regions if body.name.endswith(f" {name}")] if body.level == Level.PROVINCE else []
    return max(borne, key=len, default="")


def _above(region: Region, gazetteer: Gazetteer) -> str:
    province = gazetteer.parent(region) or region
    return province.name if province.level == Level.PROVINCE else ""
