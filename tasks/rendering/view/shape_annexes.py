"""What the templates may write in the annexes of the plan."""

from dataclasses import dataclass

from tasks.rendering.view.shape_item import Item
from tasks.rendering.word.inline import Inline


@dataclass(frozen=True, slots=True)
class Bar:
    """An item in the timeline. `title`: its words, cut to a line; `marks`: a sign for every column, empty for none."""

    item: Item
    title: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The dated items of a working group over twelve columns; `heads` are their names."""

    title: str
    heads: tuple[str, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """The items that name a region."""

    name: str
    count: str
    budget: str
    institutions: str
    items: Inline


@dataclass(frozen=True, slots=True)
class Office:
    """An institution with the items that it leads, and how many it supports."""

    name: str
    level: str
    leads: str
    supports: str
    items: Inline


@dataclass(frozen=True, slots=True)
class Handed:
    """A proposal that a group put in other words than the plan does. `source`: the file's number and the place."""

    item: Item
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The proposals of a file. `items`: each as a link with its place."""

    number: str
    file: str
    items: Inline


@dataclass(frozen=True, slots=True)
class Formulation:
    """What a working group concluded: its proposals in figures, where they stand, those in other words one by one."""

    title: str
    files: str
    records: str
    items: str
    shared: str
    undated: str
    unowned: str
    budget: str
    origins: tuple[Origin, ...]
    handed: tuple[Handed, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A source document and what became of it. `number` is that by which the annexes refer to it."""

    number: str
    file: str
    group: str
    status: str
    blocks: str
    records: str
