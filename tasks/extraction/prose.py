"""Running text to records: the walk down the paragraphs of a document, between and around its tables."""

from dataclasses import dataclass, field, replace

from tasks.extraction.asides import aside
from tasks.extraction.clauses import action_in_table, read_actions
from tasks.extraction.columns import Column
from tasks.extraction.draft import Draft, Fate, Reading, Reason, reason
from tasks.extraction.header_words import level_of, level_words
from tasks.extraction.labels import Labelled, as_cell, inline_labels, label_line, sender
from tasks.extraction.matrix import Tools
from tasks.extraction.phrases import holds, starts
from tasks.extraction.sections import Section, Text, depth, is_title, leads_in
from tasks.extraction.texts import Line, blank, block_line
from tasks.extraction.trail import Trail
from tasks.extraction.values import completed
from tasks.model.blocks import Heading, ListItem
from tasks.model.locator import item

_TITLE_WORDS = 5
_EVIDENCE = ("owners_text", "period_text", "budget_text")


@dataclass(frozen=True, slots=True)
class _Open:
    """An action to which further lines may add: what its words say, cells from label lines, blocks it was made of.

    An action with label lines keeps all its words (`text`), as one in a table does: who and when stand elsewhere.
    """

    locator: str
    base: dict[str, str]
    said: dict[str, str]
    cells: dict[str, list[tuple[Column, str]]]
    places: tuple[str, ...]
    level: int
    mark: str = ""
    evident: bool = True
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Addressee:
    """Who is to do what stands below: the words, their Level ("" if none), how deep in a list they stand (-1: not)."""

    words: str
    level: str
    depth: int


@dataclass
class Walk:
    """Where the walk stands: the section, the titles above, who the list below is addressed to, the last action."""

    tools: Tools
    trail: Trail = field(default_factory=Trail)
    section: Section = field(default_factory=Section)
    sender: str = ""
    addressee: "_Addressee | None" = None
    last: _Open | None = None
    drafts: list[Draft] = field(default_factory=list)
    fates: list[Fate] = field(default_factory=list)

    def reading(self) -> Reading:
        """What the text gave so far; the walk goes on with nothing in hand."""
        self.close()
        found = Reading(tuple(self.drafts), tuple(self.fates))
        self.drafts, self.fates = [], []
        return found

    def close(self) -> None:
        """Nothing more is added to the last action; without any sign of an action it is none."""
        last, self.last = self.last, None
        if last is None:
            return
        if not (last.evident or last.cells):
            self.fates += [Fate(place, "remark", reason("no-section")) for place in last.places]
            return
        said = last.said
        if last.cells:
            said = {**action_in_table(last.text, frozenset(last.cells), self.tools.recognise), **_kept(said)}
        fields = completed({**last.base, "sender": self.sender}, said, last.cells, "", self.tools.recognise)
        self.drafts.append(Draft(last.locator, fields, last.places, last.mark))


def _kept(said: dict[str, str]) -> dict[str, str]:
    return {k: v for k, v in said.items() if k in {"remarks", "owners_text", "place_text"}}


def step(walk: Walk, block: Text, following: Text | None = None) -> None:
    """One paragraph, list item or heading further down; `following`: the next one with words, before any table."""
    line = block_line(block)
    if not blank(line.raw) and _label(walk, block, line):
        return
    found = aside(block, line, walk.section.region)
    if found is not None:
        if found.fate != "empty":
            walk.close()
        if found.ends:
            walk.section = Section("closed", walk.section.level)
        _fate(walk, block, found.fate, found.reason)
    else:
        _text(walk, block, line, following)


def _fate(walk: Walk, block: Text, fate: str, why: Reason | None = None) -> None:
    walk.fates.append(Fate(block.locator, fate, reason(why) if why else ""))


def _label(walk: Walk, block: Text, line: Line) -> bool:
    """A label line: it adds to the last action, opens one ("Kegiatan: …"), or belongs to the head of the document."""
    found = None if isinstance(block, Heading) else label_line(line.text, walk.tools.vocabulary)
    if found is None or blank(found.value):
        return False
    if found.word.field == "action":
        if walk.section.region in {"closed", "example"} or _only_titled(found, walk.tools):
            return False
        walk.close()
        _open(walk, block, line, {"action": found.value}, found.value, evident=walk.section.region == "open")
    elif walk.last is not None and _belongs(walk.last, block, found):
        _add(walk, walk.last, block, found)
    elif walk.section.region == "example":
        _fate(walk, block, "example", "example")
    else:
        walk.close()
        walk.sender = sender(found, walk.tools.recognise) or walk.sender
        past = holds("history", found.value)
        _fate(walk, block, "history" if past else "remark", "history" if past else _why_aside(found))
    return True


def _why_aside(found: Labelled) -> Reason:
    return "head" if found.word.field == "meta" else "remark"


def _only_titled(found: Labelled, tools: Tools) -> bool:
    """Whether "Tindak lanjut: konten inklusif" is a title rather than an action with its label."""
    return starts("open", found.label) and not read_actions(found.value, tools.recognise)


def _belongs(last: _Open, block: Text, found: Labelled) -> bool:
    """Whether a label line speaks of the last action; a remark does only below it, or among other label lines."""
    if found.word.field == "meta":
        return False
    if found.word.field != "remarks":
        return True
    return bool(last.cells) or (isinstance(block, ListItem) and block.level > last.level)


def _add(walk: Walk, last: _Open, block: Text, found: Labelled) -> None:
    cell = as_cell(found)
    cells = {k: list(v) for k, v in last.cells.items()}
    if cell is not None:
        cells.setdefault(found.word.field, []).append(cell)
    walk.last = replace(last, cells=cells, places=(*last.places, block.locator))


def _text(walk: Walk, block: Text, line: Line, following: Text | None) -> None:
    if _below(walk, block, line):
        _more(walk, block, line)
    elif _addressed(walk, block, line):
        return
    elif leads_in(line.text) and not isinstance(block, Heading):
        walk.close()
        walk.section = Section("open", walk.section.level)
        _fate(walk, block, "heading", "lead-in")
    elif is_title(block, line) or _heads_list(block, line, following):
        _title(walk, block, line)
    else:
        walk.close()
        _item(walk, block, line)


def _below(walk: Walk, block: Text, line: Line) -> bool:
    """Whether a line is a point below the last action, rather than the next one."""
    if walk.last is None or not isinstance(block, ListItem) or block.level <= walk.last.level:
        return False
    said = read_actions(line.text, walk.tools.recognise)
    return not any(f.get(name) for f in said for name in _EVIDENCE)


def _more(walk: Walk, block: Text, line: Line) -> None:
    if walk.last is not None:
        remarks = "; ".join(t for t in (walk.last.said.get("remarks", ""), line.text) if t)
        walk.last = replace(
            walk.last, said={**walk.last.said, "remarks": remarks}, places=(*walk.last.places, block.locator)
        )


def _addressed(walk: Walk, block: Text, line: Line) -> bool:
    """Whether a line over a list says who is to do what stands below ("Pusat:", "Dinas Pendidikan Provinsi:")."""
    words = line.text.rstrip(" :")
    if walk.section.region not in {"open", "unknown"} or not (line.text.endswith(":") or isinstance(block, ListItem)):
        return False
    level = level_words(words)
    named = walk.tools.recognise.institutions(words)
    whole = len(named) == 1 and named[0].start == 0 and named[0].end >= len(words)
    if not (level or whole):
        return False
    walk.close()
    depth_of_list = block.level if isinstance(block, ListItem) else -1
    walk.addressee = _Addressee(words, level_of(level) if level else "", depth_of_list)
    _fate(walk, block, "heading", "addressee")
    return True


def _heads_list(block: Text, line: Line, following: Text | None) -> bool:
    """A few words without a number over points with one: a title, even if it names something done ("Pendataan")."""
    if isinstance(block, ListItem) or line.label or following is None or len(line.text.split()) > _TITLE_WORDS:
        return False
    return bool(block_line(following).label) and not line.text.endswith((".", ";")) and ":" not in line.text


def _title(walk: Walk, block: Text, line: Line) -> None:
    walk.close()
    if not starts("continued", line.raw):
        walk.section = walk.section.titled(line.text or line.raw, depth(block, line))
        walk.trail = walk.trail.below(line) if walk.trail.fits(line) else walk.trail
        walk.addressee = None
    _fate(walk, block, "heading")


def _item(walk: Walk, block: Text, line: Line) -> None:
    region = walk.section.region
    if region == "example":
        _fate(walk, block, "example", "example")
        return
    if region == "closed":
        _fate(walk, block, "remark", "closed-section")
        return
    text, labels = inline_labels(line.text, walk.tools.vocabulary)
    said = read_actions(text, walk.tools.recognise)
    if not said or (region == "unknown" and not line.label and not labels):
        _fate(walk, block, *_no_request(region, line))
        return
    for n, fields in enumerate(said):
        evident = region == "open" or bool(labels) or any(fields.get(name) for name in _EVIDENCE)
        walk.close()
        _open(
            walk, block, line, fields, text if len(said) == 1 else fields["action"], evident, n if len(said) > 1 else -1
        )
    for label in labels:
        if walk.last is not None:
            _add(walk, walk.last, block, label)


def _no_request(region: str, line: Line) -> tuple[str, Reason]:
    if region == "open" and line.label:
        return "not understood", "no-request"
    return "remark", "no-section" if region == "unknown" else "no-request"


def _open(walk: Walk, block: Text, line: Line, fields: dict[str, str], text: str, evident: bool, n: int = -1) -> None:
    level = block.level if isinstance(block, ListItem) else 0
    if walk.addressee is not None and level <= walk.addressee.depth:
        walk.addressee = None
    base = {"number": line.label if not line.dashed else "", "heading": walk.trail.text()}
    said = {k: v for k, v in fields.items() if v}
    if walk.addressee is not None and not said.get("owners_text"):
        said["owners_text"] = walk.addressee.words
        base["level_hint"] = walk.addressee.level
    locator = block.locator if n < 0 else item(block.locator, n + 1)
    walk.last = _Open(locator, base, said, {}, (block.locator,), level, str(n), evident, text)
