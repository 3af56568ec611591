"""Problems as values: a stable code, a place, and what the message needs to be written in any language."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal

Severity = Literal["error", "warning", "info"]


class Code(StrEnum):
    """Every code that problems.csv may hold; problem_codes.csv says what each means."""

    FILE_UNREADABLE = "file-unreadable"
    FILE_ENCRYPTED = "file-encrypted"
    FILE_EMPTY = "file-empty"
    FILE_SUPERSEDED = "file-superseded"
    FILE_SKIPPED = "file-skipped"
    FILE_REFUSED = "file-refused"
    FILE_MISTYPED = "file-mistyped"
    FILE_CONFLICTED = "file-conflicted"
    FORMAT_NOT_SUPPORTED = "format-not-supported"
    SHEET_HIDDEN = "sheet-hidden"
    PROGRAM_MISSING = "program-missing"
    READ_IN_PART = "read-in-part"
    TEXT_RECOGNISED = "text-recognised"
    TEXT_UNACCOUNTED = "text-unaccounted"
    PART_LEFT_OUT = "part-left-out"
    LAYOUT_CLAMPED = "layout-clamped"
    FORMULA_NOT_CALCULATED = "formula-not-calculated"
    TABLE_NOT_UNDERSTOOD = "table-not-understood"
    RECORDS_NONE = "records-none"
    INPUTS_NOT_FOUND = "inputs-not-found"
    INPUTS_NOT_FOLDER = "inputs-not-folder"
    INPUTS_PACKED = "inputs-packed"
    INPUTS_EMPTY = "inputs-empty"
    INPUTS_LITTER = "inputs-litter"
    MEETING_ASSUMED = "meeting-assumed"
    MEETING_INVALID = "meeting-invalid"
    MEETING_FIELD_UNKNOWN = "meeting-field-unknown"
    SIDE_TABLE_INVALID = "side-table-invalid"
    GROUP_ASSUMED = "group-assumed"
    OWNER_MISSING = "owner-missing"
    OWNER_UNKNOWN = "owner-unknown"
    REGION_AMBIGUOUS = "region-ambiguous"
    PERIOD_MISSING = "period-missing"
    PERIOD_NOT_UNDERSTOOD = "period-not-understood"
    BUDGET_NOT_UNDERSTOOD = "budget-not-understood"
    FIELDS_CONFLICT = "fields-conflict"
    DECISIONS_UNREADABLE = "decisions-unreadable"
    DECISION_NOT_UNDERSTOOD = "decision-not-understood"
    DECISIONS_CONTRADICT = "decisions-contradict"
    LINK_DECIDED_TWICE = "link-decided-twice"
    DECISION_CLOSES_RING = "decision-closes-ring"
    LINK_SUSPECT = "link-suspect"
    LINK_LOST = "link-lost"
    PROPOSAL_APPLIED = "proposal-applied"
    PROPOSAL_NOT_APPLIED = "proposal-not-applied"
    ITEM_ADDED = "item-added"
    ITEM_WITHDRAWN = "item-withdrawn"
    DEPENDENCY_CYCLE = "dependency-cycle"
    REFERENCE_NOT_FOUND = "reference-not-found"
    REFERENCE_AMBIGUOUS = "reference-ambiguous"
    SCHEDULE_INFEASIBLE = "schedule-infeasible"
    SCHEDULE_INFEASIBLE_IF = "schedule-infeasible-if"
    SCHEDULE_UNDECIDED = "schedule-undecided"
    PREREQUISITE_MISSING = "prerequisite-missing"
    AUTHORITY_MISMATCH = "authority-mismatch"
    GRANT_UNANSWERED = "grant-unanswered"
    BUDGET_TOO_LATE = "budget-too-late"
    INSTITUTION_OVERLOADED = "institution-overloaded"
    FINDING_WAIVED = "finding-waived"
    WAIVER_IDLE = "waiver-idle"
    NOTHING_TO_BUILD = "nothing-to-build"
    ITEMS_NOT_READ = "items-not-read"
    ITEMS_INCOMPLETE = "items-incomplete"
    OUTPUT_NOT_WRITABLE = "output-not-writable"
    OUTPUT_OPEN = "output-open"
    OUTPUT_EDITED = "output-edited"
    DISK_FULL = "disk-full"
    PLAN_BUSY = "plan-busy"
    MEMORY_UNAVAILABLE = "memory-unavailable"
    MEMORY_BUSY = "memory-busy"
    MEMORY_DAMAGED = "memory-damaged"
    MEMORY_RESTORED = "memory-restored"
    TEMPLATE_BROKEN = "template-broken"
    PREFECT_UNAVAILABLE = "prefect-unavailable"
    CLUSTER_UNAVAILABLE = "cluster-unavailable"
    CLUSTER_LOST = "cluster-lost"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person should know. `details` fills the message; a value "@key" is itself a catalogue key."""

    code: Code
    file: str = ""
    locator: str = ""
    details: tuple[tuple[str, str], ...] = ()

    @property
    def severity(self) -> Severity:
        """How grave this code is."""
        return severities()[self.code]


def problem(code: Code, file: str = "", locator: str = "", **details: str) -> Problem:
    """A problem, its details sorted by name so that equal problems are equal."""
    return Problem(code, file, locator, tuple(sorted(details.items())))


@cache
def severities() -> Mapping[Code, Severity]:
    """Severity of every code, from the list of codes."""
    return {Code(row["code"]): _severity(row["severity"]) for row in code_list()}


@cache
def code_list() -> tuple[dict[str, str], ...]:
    """The rows of problem_codes.csv: code, severity, meaning, example."""
    with (Path(__file__).parent / "problem_codes.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


def _severity(word: str) -> Severity:
    if word == "error":
        return "error"
    return "warning" if word == "warning" else "info"
