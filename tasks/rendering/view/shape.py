"""Everything that a template may write. Field names are the tags; templates/tags.csv explains each of them.

All values are text in the language of the document, ready to be read; `Inline` is a link or bookmark for `{{r … }}`;
a switch is true or false.
"""

from dataclasses import dataclass

from tasks.rendering.view.shape_annexes import Formulation, Office, Region, Source, Timeline
from tasks.rendering.view.shape_chapters import (
    Abbreviation,
    Crossing,
    Direction,
    Family,
    Findings,
    Follow,
    Month,
    Quarter,
    Role,
    Step,
    Tagged,
)
from tasks.rendering.view.shape_figures import Fate, Summary
from tasks.rendering.view.shape_item import Matrix
from tasks.rendering.view.shape_pictures import Picture
from tasks.rendering.view.shape_settling import Conflict, Doubt, TroubleKind
from tasks.rendering.word.inline import Inline


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs the plan: the position, and the name, empty where nobody stated it."""

    position: str
    name: str


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
class Chapters:
    """Which parts of the plan are wanted: meeting.yaml switches them off."""

    approval: bool
    foreword: bool
    lists: bool
    abbreviations: bool
    summary: bool
    introduction: bool
    progress: bool
    obstacles: bool
    plan: bool
    coordination: bool
    decisions: bool
    matrices: bool
    timeline: bool
    regions: bool
    institutions: bool
    formulations: bool
    pictures: bool
    extract_pictures: bool


@dataclass(frozen=True, slots=True)
class PlanView:
    """What stands at the top level of a template of the plan."""

    meeting: Meeting
    chapters: Chapters
    as_of: str
    legal_basis: tuple[str, ...]
    signatories: tuple[Signatory, ...]
    contents: Inline
    tables: Inline
    figures: Inline
    abbreviations: tuple[Abbreviation, ...]
    summary: Summary
    fates: tuple[Fate, ...]
    progress: tuple[Findings, ...]
    obstacles: tuple[Findings, ...]
    tagged: tuple[Tagged, ...]
    roles: tuple[Role, ...]
    families: tuple[Family, ...]
    directions: tuple[Direction, ...]
    critical: tuple[Step, ...]
    months: tuple[Month, ...]
    quarters: tuple[Quarter, ...]
    crossings: tuple[Crossing, ...]
    follow: tuple[Follow, ...]
    to_settle: tuple[TroubleKind, ...]
    conflicts: tuple[Conflict, ...]
    doubts: tuple[Doubt, ...]
    matrices: tuple[Matrix, ...]
    timelines: tuple[Timeline, ...]
    regions: tuple[Region, ...]
    offices: tuple[Office, ...]
    formulations: tuple[Formulation, ...]
    sources: tuple[Source, ...]
    overview_pictures: tuple[Picture, ...]
    overview_note: str
    link_pictures: tuple[Picture, ...]
    link_pictures_note: str
    schedule_pictures: tuple[Picture, ...]
    schedule_pictures_note: str
