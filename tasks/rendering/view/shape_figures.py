"""What the templates may write of the plan in figures."""

from dataclasses import dataclass


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
    funds: tuple[Share, ...]
    problems: tuple[Tally, ...]
    total: Share
    critical: str
    infeasible: str
    conditional: str
    missing: str
    cycles: str
    doubts: str
    regions: str


@dataclass(frozen=True, slots=True)
class Fate:
    """Parts of the files that became no action: what they were taken for, with the reasons and how often."""

    name: str
    reasons: str
    count: str
