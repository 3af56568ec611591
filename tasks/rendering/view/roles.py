"""Who does what: themes and other tags with their items, the levels of government by programme, the institutions."""

from collections import Counter
from collections.abc import Mapping

from tasks.model.values import Level, parts
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.view.items import Row, Rows
from tasks.rendering.view.shape_annexes import Office
from tasks.rendering.view.shape_chapters import Role, Tagged
from tasks.rendering.view.shape_item import Item
from tasks.rendering.word import inline
from tasks.rendering.word.inline import Inline

_TAGS = ("theme", "targets", "media")
_NONE = "–"


def tagged_views(rows: Rows, items: Mapping[str, Item], speak: Catalogue) -> tuple[Tagged, ...]:
    """The items of every tag, the commonest tags first within each kind."""
    found = []
    for kind in _TAGS:
        held: dict[str, list[Inline]] = {}
        for row in rows.items:
            for tag in parts(row[kind]):
                held.setdefault(tag, []).append(items[row["item_id"]].link)
        for tag in sorted(held, key=lambda tag: (-len(held[tag]), tag)):
            name = speak.text(f"field.{kind}")
            found.append(Tagged(name, tag, speak.number(len(held[tag])), inline.joined(held[tag])))
    return tuple(found)


def role_views(rows: Rows, speak: Catalogue) -> tuple[Role, ...]:
    """How many items of each programme every level leads, programmes in order of appearance, the sum last."""
    held: dict[str, list[Row]] = {}
    for row in rows.items:
        held.setdefault(row["programme"] or speak.text("programme.none"), []).append(row)
    found = [_role(name, of_programme, speak) for name, of_programme in held.items()]
    return (*found, _role(speak.text("summary.total"), rows.items, speak)) if found else ()


def _role(name: str, rows: "list[Row] | list[dict[str, str]]", speak: Catalogue) -> Role:
    counts = Counter(level for row in rows for level in set(parts(row["levels"])))

    def told(level: Level) -> str:
        return speak.number(counts[str(level)]) if counts[str(level)] else _NONE

    return Role(
        programme=name,
        central=told(Level.CENTRAL),
        central_unit=told(Level.CENTRAL_UNIT),
        province=told(Level.PROVINCE),
        district=told(Level.DISTRICT),
        school=told(Level.SCHOOL),
        other=told(Level.OTHER),
        total=speak.number(len(rows)),
    )


def office_views(rows: Rows, items: Mapping[str, Item], speak: Catalogue) -> tuple[Office, ...]:
    """The responsible and supporting institutions, centre first, then by name."""
    leads: dict[str, list[Inline]] = {}
    levels: dict[str, str] = {}
    supports: Counter[str] = Counter()
    for row in rows.items:
        owners = parts(row["owners"])
        for owner in dict.fromkeys(owners):
            leads.setdefault(owner, []).append(items[row["item_id"]].link)
        stated = parts(row["levels"])
        if len(stated) == len(owners):
            levels |= dict(zip(owners, stated, strict=True))
        supports.update(set(parts(row["supporters"])))
    names = sorted({*leads, *supports}, key=lambda name: (wording.level_rank(levels.get(name, "")), name))
    return tuple(
        Office(
            name=name,
            level=wording.level(levels[name], speak) if name in levels else _NONE,
            leads=speak.number(len(leads.get(name, []))),
            supports=speak.number(supports[name]),
            items=inline.joined(leads.get(name, [])),
        )
        for name in names
    )
