"""What the templates may write of matters that people have to settle."""

from dataclasses import dataclass

from tasks.rendering.view.shape_item import Item
from tasks.rendering.word.inline import Inline


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
class Doubt:
    """Two proposals that may be one piece of work: their words and places, and why there is a doubt."""

    first: str
    first_place: str
    second: str
    second_place: str
    reason: str
