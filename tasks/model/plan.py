"""The plan: everything that the documents are rendered from."""

from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from tasks.model.decisions import Review
from tasks.model.meeting import Meeting
from tasks.model.problem import Problem
from tasks.model.tables import RECORDS, frame


def _none() -> pd.DataFrame:
    return frame(RECORDS, [])


@dataclass(frozen=True)
class Plan:
    """An integrated work plan. The frames have the schemas of `tables` with the same names.

    review: doubtful cases for people to decide, and what they decided.
    as_of: the day for which the plan is made (an argument of the run, never the clock in the middle of it).
    withdrawn: records (RECORDS) that people took out of the plan, with the items that they were; they come back as they
    were when that is undone.
    """

    meeting: Meeting
    as_of: date
    records: pd.DataFrame
    items: pd.DataFrame
    links: pd.DataFrame
    conflicts: pd.DataFrame
    accounting: pd.DataFrame
    sources: pd.DataFrame
    problems: tuple[Problem, ...]
    review: Review = field(default_factory=Review)
    withdrawn: pd.DataFrame = field(default_factory=_none)
