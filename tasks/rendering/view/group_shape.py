"""Everything that the template of a group's feedback sheet may write, beside the words about the meeting."""

from dataclasses import dataclass

from tasks.rendering.view.shape import Meeting
from tasks.rendering.view.shape_figures import Fate
from tasks.rendering.word.inline import Inline


@dataclass(frozen=True, slots=True)
class Group:
    """The working group that gets the sheet; `title` is its code with its name."""

    code: str
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Figures:
    """The sheet in figures. `blocks` are the parts of the files: table rows, paragraphs, bullets."""

    files: str
    files_read: str
    files_superseded: str
    files_unread: str
    blocks: str
    entries: str
    inferred: str
    left_out: str
    questions: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An action as it was read from one place of one file.

    `number` counts in the sheet, `anchor` is it with its bookmark, `link` leads there; `item` is the number in the
    plan. What ends in `_written` are the words of the file; empty where they say the same as what was understood.
    """

    number: str
    anchor: Inline
    link: Inline
    item: str
    code: str
    file: str
    place: str
    action: str
    output: str
    progress: str
    obstacle: str
    solution: str
    owners: str
    owners_written: str
    supporters: str
    regions: str
    time: str
    time_written: str
    budget: str
    budget_written: str
    funds: str
    depends: str
    priority: str
    remarks: str
    inferred: str
    shared_with: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the group has to settle. `numbers` leads to its entries, `actions` says what they are."""

    numbers: Inline
    place: str
    actions: str
    title: str
    message: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A file that was not read or not wholly, or that a newer one supersedes: why, and what to do."""

    file: str
    status: str
    message: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """What stands at the top level of a template of the feedback sheet."""

    meeting: Meeting
    group: Group
    as_of: str
    figures: Figures
    entries: tuple[Entry, ...]
    questions: tuple[Question, ...]
    notices: tuple[Notice, ...]
    fates: tuple[Fate, ...]
