"""An item of the plan as the templates may write it."""

from dataclasses import dataclass

from tasks.rendering.word.inline import Inline


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the plan. `anchor` is its number with the bookmark of its row, `link` leads there."""

    number: str
    code: str
    anchor: Inline
    link: Inline
    action: str
    output: str
    owners: str
    supporters: str
    regions: str
    time: str
    budget: str
    funds: str
    waits_for: Inline
    groups: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """A working group and its items, in the order of their numbers."""

    title: str
    count: str
    items: tuple[Item, ...]
