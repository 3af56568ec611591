"""What passes between the edge and the pipeline. Imports nothing large."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tasks.model.decisions import Answers
from tasks.model.last_links import LastLinks
from tasks.model.meeting import Inputs
from tasks.model.proposals import Ruled
from tasks.model.shelf import Shelf

if TYPE_CHECKING:
    import pandas as pd

Write = Callable[[str, bytes], None]
"""Takes a file of the plan: its name below the output folder, its bytes."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be made of what.

    known: item of each record in earlier runs, by fingerprint; as_of: None stands for pipeline.default_day;
    answers: what people decided about doubtful cases; links: those of the last run; before: its records, if any;
    proposals: those of reviewers, with what was decided on them; shelf: what earlier runs made.
    """

    inputs: Inputs
    language: str
    as_of: date | None
    templates: Path
    known: Mapping[str, str]
    write: Write
    answers: Answers = field(default_factory=Answers)
    links: LastLinks = field(default_factory=LastLinks)
    before: "pd.DataFrame | None" = None
    proposals: tuple[Ruled, ...] = ()
    shelf: Shelf = field(default_factory=dict[str, bytes])
