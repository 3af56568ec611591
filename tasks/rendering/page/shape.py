"""Everything that the template of the page may write. All values are text in the language of the page."""

from dataclasses import dataclass

from tasks.rendering.view.shape import Meeting
from tasks.rendering.view.shape_annexes import Source
from tasks.rendering.view.shape_figures import Summary


@dataclass(frozen=True, slots=True)
class Pointer:
    """A link to an item: `code` is its anchor, `number` what people call it."""

    code: str
    number: str
    action: str


@dataclass(frozen=True, slots=True)
class Reference:
    """The other end of a dependency. `accepted`: it holds, otherwise it is proposed; `basis`: what it rests on."""

    item: Pointer
    time: str
    accepted: bool
    basis: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a source document."""

    file: str
    place: str


@dataclass(frozen=True, slots=True)
class Status:
    """What is special about an item: `name` (critical, infeasible, undecided) is its style, `label` its words."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Card:
    """An item with all that the page says of it; what nobody stated is empty.

    facts: pairs of a label and its text; window: when the schedule lets it be done; concerns: matters by anchor.
    """

    item: Pointer
    output: str
    owners: tuple[str, ...]
    where: str
    time: str
    budget: str
    statuses: tuple[Status, ...]
    facts: tuple[tuple[str, str], ...]
    waits_for: tuple[Reference, ...]
    awaited_by: tuple[Reference, ...]
    concerns: tuple[tuple[str, str], ...]
    sources: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value by which items can be filtered; `value` is its position, by which the page's data name it."""

    value: int
    name: str
    count: str


@dataclass(frozen=True, slots=True)
class Choices:
    """Values under a common title, which is empty if they need none."""

    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """A list from which the reader chooses; `every` is the entry that filters nothing."""

    name: str
    label: str
    every: str
    groups: tuple[Choices, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """Something to decide. `items`: those that it is about; `place`: where it stands if it is about none.

    title: what it is called in the details of its items.
    """

    anchor: str
    title: str
    items: tuple[Pointer, ...]
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class MatterKind:
    """Matters of one kind; `note` says what else there is to know, `count` counts those that are not listed too."""

    anchor: str
    title: str
    count: str
    note: str
    matters: tuple[Matter, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A bar of the timeline from column `first` to column `last`; before, after: it goes on beyond the columns."""

    item: Pointer
    time: str
    critical: bool
    first: int
    last: int
    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """The timeline of a working group; `heads` are the names of its columns."""

    title: str
    heads: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the summary. `target`: the part of the page that shows more; `status`: of which items, as a value."""

    value: str
    label: str
    target: str
    status: str


@dataclass(frozen=True, slots=True)
class Part:
    """A line of a breakdown: `percent` of the longest one is its bar; `name` is shown."""

    name: str
    items: str
    budget: str
    percent: int


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The plan by level, group, programme or source of funds."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """What stands at the top level of the page's template. `data` is JSON that is safe inside a script element."""

    language: str
    title: str
    meeting: Meeting
    as_of: str
    summary: Summary
    figures: tuple[Figure, ...]
    breakdowns: tuple[Breakdown, ...]
    filters: tuple[Filter, ...]
    cards: tuple[Card, ...]
    charts: tuple[Chart, ...]
    missing: tuple[MatterKind, ...]
    decide: tuple[MatterKind, ...]
    sources: tuple[Source, ...]
    data: str
