"""Everything that a template may write. Field names are the tags; templates/tags.csv explains each of them.

All values are text in the language of the document, ready to be read; `Inline` is a link or bookmark for `{{r … }}`.
"""

from dataclasses import dataclass

from tasks.rendering.word.inline import Inline


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting from which the plan comes; a field that nobody stated is empty."""

    name: str
    theme: str
    host: str
    place: str
    dates: str
    year: str


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


@dataclass(frozen=True, slots=True)
class Share:
    """A line of a summary table: what a part of the items adds up to."""

    name: str
    items: str
    institutions: str
    with_budget: str
    budget: str


@dataclass(frozen=True, slots=True)
class Tally:
    """A line of a table that only counts."""

    name: str
    count: str


@dataclass(frozen=True, slots=True)
class Tagging:
    """How many items bear a tag. `kind`: theme, target group or medium."""

    kind: str
    name: str
    count: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The plan in figures."""

    files: str
    files_read: str
    files_superseded: str
    files_unread: str
    groups: str
    records: str
    items: str
    merged: str
    institutions: str
    links: str
    links_proposed: str
    conflicts: str
    to_settle: str
    errors: str
    warnings: str
    undated: str
    unowned: str
    budget: str
    with_budget: str
    levels: tuple[Share, ...]
    working_groups: tuple[Share, ...]
    programmes: tuple[Share, ...]
    tags: tuple[Tagging, ...]
    funds: tuple[Share, ...]
    problems: tuple[Tally, ...]
    total: Share


@dataclass(frozen=True, slots=True)
class Finding:
    """What the groups said about a state of affairs: progress, obstacle, solution, and the items that answer it."""

    progress: str
    obstacle: str
    solution: str
    items: Inline


@dataclass(frozen=True, slots=True)
class Dependency:
    """One item waits for another: `after` cannot be finished before `before` is."""

    before: Item
    after: Item
    basis: str
    status: str


@dataclass(frozen=True, slots=True)
class Direction:
    """Dependencies in one direction, such as from the centre to the regions."""

    title: str
    dependencies: tuple[Dependency, ...]


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
class Trouble:
    """Something to settle. `subject` is the item's link or the file with the place."""

    subject: Inline
    message: str


@dataclass(frozen=True, slots=True)
class TroubleKind:
    """Things of one kind to settle."""

    title: str
    severity: str
    count: str
    troubles: tuple[Trouble, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says on a field."""

    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sources that disagree on a field of an item."""

    item: Item
    field: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A source document and what became of it."""

    file: str
    group: str
    status: str
    blocks: str
    records: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an item was read."""

    item: Item
    file: str
    place: str


@dataclass(frozen=True, slots=True)
class PlanView:
    """What stands at the top level of a template of the plan."""

    meeting: Meeting
    contents: Inline
    summary: Summary
    findings: tuple[Finding, ...]
    matrices: tuple[Matrix, ...]
    directions: tuple[Direction, ...]
    critical: tuple[Step, ...]
    months: tuple[Month, ...]
    to_settle: tuple[TroubleKind, ...]
    conflicts: tuple[Conflict, ...]
    sources: tuple[Source, ...]
    origins: tuple[Origin, ...]
