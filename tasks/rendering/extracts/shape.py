"""Everything that the template of an institution's extract may write, beside the words about the meeting."""

from dataclasses import dataclass

from tasks.rendering.view.shape import Meeting
from tasks.rendering.view.shape_item import Item
from tasks.rendering.view.shape_pictures import Picture
from tasks.rendering.word.inline import Inline


@dataclass(frozen=True, slots=True)
class Institution:
    """Whose extract it is: an institution, or all institutions of a region; `level` is empty if nobody knows it."""

    name: str
    level: str


@dataclass(frozen=True, slots=True)
class Member:
    """An institution of the region whose extract it is, and how many actions it leads and supports."""

    name: str
    level: str
    leads: str
    supports: str


@dataclass(frozen=True, slots=True)
class Totals:
    """The extract in figures. `budget`: the sums that are stated, by currency; empty if there are none."""

    leads: str
    supports: str
    needs: str
    takers: str
    undated: str
    matters: str
    budget: str


@dataclass(frozen=True, slots=True)
class Duty:
    """An action that the office leads. `leads`: those of a region's institutions that lead it, empty in others.

    partners: who leads it too; critical: whether it is on the critical path.
    """

    item: Item
    leads: str
    partners: str
    critical: bool


@dataclass(frozen=True, slots=True)
class Need:
    """Another's action (`item`) for which an action of the office (`own`) waits.

    who: who does it, of others than the office; until: the day on which it is promised; basis: what the dependency
    rests on, and what the schedule says of it.
    """

    own: Item
    item: Item
    who: str
    until: str
    status: str
    basis: str


@dataclass(frozen=True, slots=True)
class Taker:
    """Another's action (`item`) that waits for an action of the office (`own`).

    until: the day on which the office has promised its own; who: who waits, of others than the office; since: when the
    other action begins.
    """

    own: Item
    until: str
    item: Item
    who: str
    since: str
    status: str
    basis: str


@dataclass(frozen=True, slots=True)
class Turn:
    """Two actions of the office of which the second waits for the first."""

    first: Item
    until: str
    second: Item
    since: str
    status: str
    basis: str


@dataclass(frozen=True, slots=True)
class Matter:
    """Something to answer. `numbers` leads to the actions that it is about."""

    numbers: Inline
    title: str
    message: str


@dataclass(frozen=True, slots=True)
class ExtractView:
    """What stands at the top level of a template of the extract."""

    meeting: Meeting
    institution: Institution
    as_of: str
    totals: Totals
    members: tuple[Member, ...]
    duties: tuple[Duty, ...]
    needs: tuple[Need, ...]
    takers: tuple[Taker, ...]
    turns: tuple[Turn, ...]
    supported: tuple[Item, ...]
    matters: tuple[Matter, ...]
    pictures: tuple[Picture, ...]
