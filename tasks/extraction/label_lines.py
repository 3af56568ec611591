"""Label lines in running text: they add to an action, open one, or belong to the head of the document."""

from dataclasses import replace

from tasks.extraction.clauses import read_actions
from tasks.extraction.draft import Reason
from tasks.extraction.labels import Labelled, as_cell, label_line, sender, told_apart
from tasks.extraction.phrases import holds, starts
from tasks.extraction.setting import Tools
from tasks.extraction.texts import Line, blank
from tasks.extraction.walk import Action, Place, Walk
from tasks.model.blocks import Heading, ListItem, Text


def label_step(walk: Walk, block: Text, line: Line) -> bool:
    """A label line: it adds to the last action, opens one ("Kegiatan: …"), or belongs to the head of the document."""
    found = None if isinstance(block, Heading) else label_line(line.text, walk.tools.vocabulary)
    if found is None or blank(found.value) or _next_point(walk, block, line):
        return False
    if found.word.field == "action":
        if walk.section.region in {"closed", "example"} or _only_titled(found, walk.tools):
            return False
        walk.close()
        level = block.level if isinstance(block, ListItem) else 0
        walk.open(Place(block.locator, -1, level), line, {"action": found.value, "asked": "label"}, found.value)
    elif walk.last is not None and _belongs(walk.last, block, found):
        add(walk, walk.last, block, found)
    elif walk.section.region == "example":
        walk.fate(block, "example", "example")
    else:
        walk.close()
        walk.sender = sender(found, walk.tools.recognise) or walk.sender
        past = holds("history", found.value)
        walk.fate(block, "history" if past else "remark", "history" if past else _why_aside(found))
    return True


def _next_point(walk: Walk, block: Text, line: Line) -> bool:
    """Whether a line with a number is the next point of the list, whatever stands before its colon."""
    level = block.level if isinstance(block, ListItem) else 0
    numbered = bool(line.label) and not line.dashed
    return numbered and walk.last is not None and bool(walk.last.base.get("number")) and level <= walk.last.level


def _why_aside(found: Labelled) -> Reason:
    return "head" if found.word.field == "meta" else "remark"


def _only_titled(found: Labelled, tools: Tools) -> bool:
    """Whether "Tindak lanjut: konten inklusif" is a title rather than an action with its label."""
    return (
        starts("open", found.label)
        and not found.label[-1:].isdigit()
        and not read_actions(found.value, tools.recognise)
    )


def _belongs(last: Action, block: Text, found: Labelled) -> bool:
    """Whether a label line speaks of the last action; a remark does only below it, or among other label lines."""
    if found.word.field == "meta":
        return False
    if found.word.field != "remarks":
        return True
    return bool(last.cells) or (isinstance(block, ListItem) and block.level > last.level)


def add(walk: Walk, last: Action, block: Text, found: Labelled) -> None:
    """The action, with what a label says of it."""
    cells = {k: list(v) for k, v in last.cells.items()}
    for said in told_apart(found, walk.tools.recognise):
        cell = as_cell(said)
        if cell is not None:
            cells.setdefault(said.word.field, []).append(cell)
    walk.last = replace(last, cells=cells, places=(*last.places, block.locator))
