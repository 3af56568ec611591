"""The meeting whose plan is made, and the files its groups handed in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tasks.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Group:
    """A working group: its code ("K1"), its name, and its files if the meeting names them."""

    code: str
    name: str
    files: tuple[str, ...] = ()


CHAPTERS = (
    "approval", "foreword", "lists", "abbreviations", "summary", "introduction", "progress", "obstacles", "plan",
    "coordination", "decisions", "matrices", "timeline", "regions", "institutions", "formulations", "pictures",
    "extract_pictures",
)  # fmt: skip
"""The parts of the plan and of its extracts that meeting.yaml can leave out, in their order."""


PAPERS = ("A4", "F4")
"""Paper on which the documents can be laid out; F4 is the folio of Indonesian offices, 215 × 330 mm."""


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs the plan: the position, and the name, empty if nobody stated it."""

    position: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """What meeting.yaml says; `year` None means that the documents' own dates decide.

    fiscal_year: month and day on which budget years begin, None if meeting.yaml does not say.
    legal_basis: the regulations on which the plan rests, one each; without: the CHAPTERS that are not wanted.
    paper: that of the documents, one of PAPERS.
    """

    name: str = ""
    theme: str = ""
    host: str = ""
    start: date | None = None
    end: date | None = None
    place: str = ""
    year: int | None = None
    language: str = "id"
    currency: str = "IDR"
    groups: tuple[Group, ...] = ()
    fiscal_year: tuple[int, int] | None = None
    legal_basis: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    without: tuple[str, ...] = ()
    paper: str = "A4"

    def group(self, code: str) -> Group:
        """The group with this code; one named like the code if there is none."""
        return next((g for g in self.groups if g.code == code), Group(code, code))


@dataclass(frozen=True, slots=True)
class Source:
    """A source document: where it lies, its name below the documents folder, its bytes' hash, its group's code."""

    path: Path
    file: str
    sha256: str
    group: str


@dataclass(frozen=True, slots=True)
class Inputs:
    """An inputs folder, looked through. `side_tables`: rows of institutions, regions, calendar, vocabulary."""

    folder: Path
    meeting: Meeting
    sources: tuple[Source, ...]
    side_tables: Mapping[str, tuple[dict[str, str], ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
