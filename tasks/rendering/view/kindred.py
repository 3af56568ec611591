"""Families: the same work by several institutions or in several regions, as one row with its members."""

from collections.abc import Mapping

from tasks.model.values import parts
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.view.items import Row, Rows
from tasks.rendering.view.shape_chapters import Family
from tasks.rendering.view.shape_item import Item
from tasks.rendering.word import inline
from tasks.rendering.word.inline import Inline

_LEAST = 2  # items of the plan that make a family
_NAMED = 12  # members at most that stand with who acts; of more the numbers alone, or one row would fill a page


def family_views(rows: Rows, items: Mapping[str, Item], speak: Catalogue) -> tuple[Family, ...]:
    """The families of the plan, the largest first, then in the order of their first items.

    The shortest wording of the members stands for all: it names least of what only one of them does.
    """
    held: dict[str, list[Row]] = {}
    for row in rows.items:
        if row["family_id"]:
            held.setdefault(row["family_id"], []).append(row)
    families = sorted((members for members in held.values() if len(members) >= _LEAST), key=len, reverse=True)
    return tuple(_family(members, items, speak) for members in families)


def _family(members: list[Row], items: Mapping[str, Item], speak: Catalogue) -> Family:
    shown = [(items[row["item_id"]], " / ".join(parts(row["owners"]))) for row in members]
    return Family(
        programme=next((row["programme"] for row in members if row["programme"]), speak.text("programme.none")),
        action=min((item.action for item, _ in shown), key=len),
        count=speak.number(len(shown)),
        members=_members(shown),
    )


def _members(shown: list[tuple[Item, str]]) -> Inline:
    if len(shown) > _NAMED:
        return inline.joined([item.link for item, _ in shown])
    return inline.joined([_member(item, owners) for item, owners in shown], "; ")


def _member(item: Item, owners: str) -> Inline:
    return Inline(item.link + inline.plain(f" {owners}")) if owners else item.link
