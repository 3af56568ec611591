"""The walk down the paragraphs of a document, between and around its tables: what each of them is."""

import re
from dataclasses import replace

from tasks.extraction.action_words import starts_doing
from tasks.extraction.actors import parts_of
from tasks.extraction.asides import aside
from tasks.extraction.clauses import read_actions, read_point
from tasks.extraction.draft import Reason
from tasks.extraction.finished import announced_as_done, told_as_finished
from tasks.extraction.header_words import money_unit
from tasks.extraction.label_lines import add, label_step
from tasks.extraction.labels import inline_labels
from tasks.extraction.minutes import decisions, requests
from tasks.extraction.parents import of_parent, over_parts, parent_of, place_before
from tasks.extraction.phrases import equals, holds, starts
from tasks.extraction.sections import Section, depth, is_title, leads_in
from tasks.extraction.sentences import sentences
from tasks.extraction.setting import addressee
from tasks.extraction.subjects import asked
from tasks.extraction.texts import Line, blank, block_line, struck
from tasks.extraction.titles import led_office, titled_office
from tasks.extraction.walk import EVIDENCE, Walk
from tasks.model.blocks import Heading, ListItem, Paragraph, Text

_SHORT_NAME = re.compile(r"[A-Z]{3,}")
_TITLE_WORDS = 5  # words of a title that has no other mark of one


def step(walk: Walk, block: Text, following: Text | None = None) -> None:
    """One paragraph, list item or heading further down; `following`: the next one with words, before any table."""
    line = block_line(block)
    walk.unit = money_unit(line.raw) or walk.unit
    if not blank(line.raw) and label_step(walk, block, line):
        walk.begun = True
        return
    if _asks(walk, block, line):
        walk.begun = True
        return
    signs_off = isinstance(block, Paragraph) and equals("end", line.text.rstrip(" ,."))
    title = not isinstance(block, ListItem) and not signs_off and is_title(block, line)
    found = None if title and walk.begun else aside(block, line, walk.section.region, walk.begun)
    if found is not None:
        if found.fate != "empty":
            walk.close()
        if found.ends:
            walk.section = Section("closed", walk.section.level)
        walk.begun = walk.begun or found.fate != "empty"
        walk.fate(block, found.fate, found.reason)
    else:
        _text(walk, block, line, following)


def _asks(walk: Walk, block: Text, line: Line) -> bool:
    """A paragraph of minutes outside the parts that ask for action, of which some clause does so by itself."""
    region = walk.section.region
    plain = (isinstance(block, Paragraph) and not line.label) or region == "closed"
    plain = plain and not isinstance(block, Heading) and not line.text.endswith(":")
    here = region in {"unknown", "closed"} or (region == "open" and line.text.endswith("?"))
    if not plain or not here or struck(block) or leads_in(line.text) or _announced(walk, line.text):
        return False
    said = (decisions if region == "closed" else requests)(line.text, walk.tools.recognise)
    if said:
        walk.close()
        walk.take(block, line, said, line.text)
    return bool(said)


def _text(walk: Walk, block: Text, line: Line, following: Text | None) -> None:
    if of_parent(walk, block, line):
        return
    if _below(walk, block, line):
        _more(walk, block, line)
    elif over_parts(block, line, following, walk):
        walk.close()
        _item(walk, block, replace(line, text=line.text.rstrip(" :")))
        walk.parent = parent_of(walk.last, line)
    elif _addressed(walk, block, line, following):
        return
    elif leads_in(line.text) and not isinstance(block, Heading):
        walk.close()
        walk.section = Section("open", walk.section.level)
        walk.office = led_office(line.text, walk.tools.recognise) or walk.office
        walk.fate(block, "heading", "lead-in")
    elif is_title(block, line) or _heads_list(block, line, following):
        _title(walk, block, line, following)
    else:
        walk.close()
        walk.begun = True
        _item(walk, block, line)


def _below(walk: Walk, block: Text, line: Line) -> bool:
    """Whether a line is a point below the last action, rather than the next one."""
    if walk.last is None or not isinstance(block, ListItem) or block.level <= walk.last.level:
        return False
    said = read_actions(line.text, walk.tools.recognise)
    return not any(f.get(name) for f in said for name in EVIDENCE)


def _more(walk: Walk, block: Text, line: Line) -> None:
    if walk.last is not None:
        remarks = "; ".join(t for t in (walk.last.said.get("remarks", ""), line.text) if t)
        walk.last = replace(
            walk.last, said={**walk.last.said, "remarks": remarks}, places=(*walk.last.places, block.locator)
        )


def _addressed(walk: Walk, block: Text, line: Line, following: Text | None) -> bool:
    """Whether a line over a list says who is to do what stands below ("Pusat:", "Dinas Pendidikan Provinsi:")."""
    if walk.section.region not in {"open", "unknown"} or not (line.text.endswith(":") or isinstance(block, ListItem)):
        return False
    who = addressee(line.text, walk.tools.recognise, _over_points(block, following))
    if who is None:
        return False
    walk.close()
    walk.addressee, walk.addressed_at = who, block.level if isinstance(block, ListItem) else -1
    walk.fate(block, "heading", "addressee")
    return True


def _over_points(block: Text, following: Text | None) -> bool:
    """Whether points of a list, deeper than this line if it is one, stand below."""
    if following is None:
        return False
    if isinstance(block, ListItem):
        deeper = isinstance(following, ListItem) and following.level > block.level
        return deeper or _numbers(block_line(block), following)
    return bool(block_line(following).label)


def _numbers(line: Line, following: Text) -> bool:
    """Whether the number of a line stands before a point in that of the next one: "2" and "2.1"."""
    return bool(line.label) and block_line(following).label.startswith(f"{line.label}.")


def _heads_list(block: Text, line: Line, following: Text | None) -> bool:
    """Whether a line is a title over points: a few words over any ("Pendataan"), "2" over "2.1".

    So it may name something done, but a number over its own points must not ask for it.
    """
    if isinstance(block, ListItem) or following is None:
        return False
    if line.text.endswith((".", ";")):
        return False
    if line.label:
        return _numbers(line, following) and not starts_doing(line.text)
    return len(line.text.split()) <= _TITLE_WORDS and bool(block_line(following).label) and ":" not in line.text


def _title(walk: Walk, block: Text, line: Line, following: Text | None) -> None:
    walk.close()
    if not starts("continued", line.raw):
        listed = following is not None and bool(block_line(following).label)
        who = addressee(line.text, walk.tools.recognise, listed)
        walk.section = walk.section.titled(line.text or line.raw, depth(block, line), walk.begun)
        walk.trail = walk.trail.below(line) if walk.trail.fits(line) else walk.trail
        walk.office = titled_office(line.text, walk.tools.recognise) or walk.office
        walk.addressee, walk.addressed_at = who, -1
    walk.fate(block, "heading")


def _item(walk: Walk, block: Text, line: Line) -> None:
    """A line that is neither title nor label: in a part that asks for action it is one, if it reads like one.

    A point of a list there may do without a verb, if it says who or when, itself or on the lines below.
    """
    region = "open" if line.box and walk.section.region == "unknown" else walk.section.region
    if region in {"example", "closed"}:
        walk.fate(block, *_NOT_ASKED[region])
        return
    if walk.addressee is None and _housekeeping(walk, line.text):
        walk.fate(block, "remark", "housekeeping")
        return
    if told_as_finished(line.text, walk.tools.recognise) or _announced(walk, line.text):
        walk.fate(block, "history", "history")
        return
    place, words = place_before(walk, line.text)
    text, labels = inline_labels(words, walk.tools.vocabulary)
    said = read_actions(text, walk.tools.recognise)
    if region == "unknown" and not line.label and not labels:
        said = []
    elif not said:
        recognise = walk.tools.recognise
        said = [read_point(text, recognise)] if line.label else requests(text, recognise)
    if not said:
        walk.fate(block, "remark", "no-section" if region == "unknown" else "no-request")
    walk.take(block, line, [{"owners_text": place, **fields} for fields in said], text)
    for label in labels:
        if walk.last is not None:
            add(walk, walk.last, block, label)


def _announced(walk: Walk, text: str) -> bool:
    """Whether a line only reports what was done, and asks nobody for anything behind that."""
    first, *more = sentences(text) or [""]
    return announced_as_done(first) and not requests(" ".join(more), walk.tools.recognise)


def _housekeeping(walk: Walk, text: str) -> bool:
    """Whether a line is about the meeting itself: its words say so, and nobody is named who is to act some time."""
    recognise = walk.tools.recognise
    if not holds("housekeeping", text) or recognise.institutions(text) or recognise.periods(text):
        return False
    request = asked(text, recognise)
    owners = parts_of(request.owner) if request is not None else []
    return not (owners and all(_SHORT_NAME.fullmatch(name) for name in owners))


_NOT_ASKED: dict[str, tuple[str, Reason]] = {"example": ("example", "example"), "closed": ("remark", "closed-section")}
