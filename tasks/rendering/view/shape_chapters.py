"""What the templates may write in the chapters of the plan."""

from dataclasses import dataclass

from tasks.rendering.view.shape_item import Item
from tasks.rendering.word.inline import Inline


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form that the plan uses, and what it stands for."""

    short: str
    full: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a group said about a state of affairs: progress, obstacle, solution, and the items that answer it."""

    progress: str
    obstacle: str
    solution: str
    items: Inline


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings of a working group."""

    title: str
    count: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Tagged:
    """The items that bear a tag. `kind`: theme, target group or medium."""

    kind: str
    name: str
    count: str
    items: Inline


@dataclass(frozen=True, slots=True)
class Role:
    """How many items of a programme each level of government leads; a shared one counts with every level."""

    programme: str
    central: str
    central_unit: str
    province: str
    district: str
    school: str
    other: str
    total: str


@dataclass(frozen=True, slots=True)
class Family:
    """The same work by several institutions or in several regions. `members`: their numbers, each with who acts."""

    programme: str
    action: str
    count: str
    members: Inline


@dataclass(frozen=True, slots=True)
class Dependent:
    """An item that waits for another. `basis` says what the dependency rests on and how it stands."""

    item: Item
    basis: str


@dataclass(frozen=True, slots=True)
class Prerequisite:
    """An item with those that cannot be finished before it is."""

    item: Item
    count: str
    dependents: tuple[Dependent, ...]


@dataclass(frozen=True, slots=True)
class Direction:
    """Dependencies in one direction, such as from the centre to the regions. `count`: of the dependencies."""

    title: str
    count: str
    prerequisites: tuple[Prerequisite, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """An item on the critical path with the bounds that the schedule gives it."""

    item: Item
    earliest: str
    latest: str


@dataclass(frozen=True, slots=True)
class Month:
    """The items that end in a month."""

    name: str
    count: str
    items: Inline


@dataclass(frozen=True, slots=True)
class Quarter:
    """What begins and ends in a quarter; `awaited`: of what ends, the items for which others wait."""

    name: str
    begin: str
    end: str
    awaited: Inline


@dataclass(frozen=True, slots=True)
class Waiting:
    """An institution for which the other side waits: for which of its items with their months, who waits with what.

    `waiting`: the institutions by name, or how many of each level if there are many.
    """

    institution: str
    items: Inline
    waiting: str
    dependents: Inline


@dataclass(frozen=True, slots=True)
class Crossing:
    """What one side waits for from the other: the centre from the regions, or they from it."""

    title: str
    waiting: tuple[Waiting, ...]


@dataclass(frozen=True, slots=True)
class Follow:
    """Items of which something is still missing. `kind` says what."""

    kind: str
    count: str
    items: Inline
