"""What people should settle about one work or two and about who waits for whom, and what they have settled.

Values between the stages.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from tasks.model.problem import Problem


class Ruling(StrEnum):
    """What somebody decided about two mentions of work."""

    SAME = "same"
    APART = "apart"
    FAMILY = "family"


class LinkRuling(StrEnum):
    """What somebody decided about a link: whether the one work waits for the other."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Standing(StrEnum):
    """What became of a decision in a run.

    IGNORED: one of the two texts is not in the documents of this run; REWORDED: a text was found in other words;
    CONTRADICTED: other decisions say the opposite, so the two are not united by decision. Of links alone: ONE: both
    ends are one work by now; RINGED: with it items wait for one another; SUSPECT: a text has changed since.
    """

    HOLDS = "holds"
    REWORDED = "reworded"
    IGNORED = "ignored"
    CONTRADICTED = "contradicted"
    ONE = "one"
    RINGED = "ringed"
    SUSPECT = "suspect"


@dataclass(frozen=True, slots=True)
class Side:
    """One of two mentions: what it says and where; the cells are those of RECORDS.

    prints: the fingerprints under which it was met, its own first, then those of records that are one work with it.
    """

    action: str
    owners: str = ""
    regions: str = ""
    start: str = ""
    end: str = ""
    period_text: str = ""
    period_sense: str = ""
    group: str = ""
    file: str = ""
    locator: str = ""
    prints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why two mentions may be one work, or not: names of fields and reasons, the weightiest first.

    common: words of what both act upon, as the first writes them;
    agree: fields that speak for one work; differ: fields that speak against it; silent: what one of the two leaves
    open; vetoes: what forbids it.
    """

    common: tuple[str, ...] = ()
    agree: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    vetoes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """What people wrote beside an answer: who, on which day (ISO), what else."""

    who: str = ""
    day: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A row of the decisions file. word: the answer as written; ruling: None if there is none or it is not known.

    file: where it stands.
    """

    a: Side
    b: Side
    ruling: Ruling | None = None
    word: str = ""
    remark: Remark = field(default_factory=Remark)
    standing: Standing = Standing.HOLDS
    file: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question: are the two one work? chance: 0 to 1, that they are; hangs: how many mentions the answer moves.

    word, remark: what people wrote beside it without deciding.
    """

    a: Side
    b: Side
    grounds: Grounds
    chance: float
    hangs: int
    word: str = ""
    remark: Remark = field(default_factory=Remark)


@dataclass(frozen=True, slots=True)
class Synonym:
    """Two words that answers took for one. approved: None while nobody has said; examples: texts that differ in them.

    `word` is read as `meant`.
    """

    word: str
    meant: str
    approved: bool | None = None
    written: str = ""
    remark: Remark = field(default_factory=Remark)
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkAnswer:
    """A row of the decisions file on a link: does `after` wait for `before`? The other fields as those of Answer."""

    before: Side
    after: Side
    ruling: LinkRuling | None = None
    word: str = ""
    remark: Remark = field(default_factory=Remark)
    standing: Standing = Standing.HOLDS
    file: str = ""


@dataclass(frozen=True, slots=True)
class LinkDecision:
    """A link between two items that people accepted or rejected; told: who, when, in which file, in one text."""

    source: str
    target: str
    accepted: bool
    told: str = ""


@dataclass(frozen=True, slots=True)
class LinkQuestion:
    """A question: does `after` wait for `before`?

    evidence, verdict, status, kind: cells of LINKS; chance: 0 to 1, that it does; hangs: how many items wait for it,
    directly or not. ring: the items that wait for one another, of which the first is what waits, the last what it waits
    for; weakest: whether no other link of the ring has weaker evidence. word, remark: as those of Doubt.
    """

    before: Side
    after: Side
    kind: str
    status: str
    evidence: str
    verdict: str
    chance: float
    hangs: int
    ring: tuple[str, ...] = ()
    weakest: bool = False
    word: str = ""
    remark: Remark = field(default_factory=Remark)


class SourceRuling(StrEnum):
    """What somebody decided where a source says something new about what reviewers had changed."""

    KEPT = "kept"
    TAKEN = "taken"


ROW = "row"
"""What stands for the field where the change is that a row was deleted."""


@dataclass(frozen=True, slots=True)
class SourceCase:
    """A row of the decisions file on an accepted change whose source says something else by now.

    field: as reviewers know it; old, new: the words before the change and those accepted; now: what the source says,
    the cells of ITEMS that hold it, first and last day parted by a slash; by: who proposed the change and when.
    KEPT: the accepted words hold all the same, as they do as long as nobody has answered; TAKEN: those of the source.
    """

    item: str
    field: str
    old: str
    new: str
    now: str
    by: str = ""
    action: str = ""
    ruling: SourceRuling | None = None
    word: str = ""
    remark: Remark = Remark()

    @property
    def about(self) -> tuple[str, str, str, str]:
        """What makes two rows the same question."""
        return self.item, self.field, self.new, self.now


@dataclass(frozen=True, slots=True)
class ValueCase:
    """A row of the decisions file on a field on which the sources of an item disagree.

    field: of CONFLICTS; old: the cell of ITEMS that held when people were asked; values: cells that sources give, each
    with file and locator; word: the value that people chose, as they wrote it.
    """

    item: str
    field: str
    old: str
    action: str = ""
    values: tuple[tuple[str, str, str], ...] = ()
    word: str = ""
    remark: Remark = Remark()
    file: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """What people decided before this run, as their files have it, and what is wrong with these."""

    pairs: tuple[Answer, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    problems: tuple[Problem, ...] = ()
    links: tuple[LinkAnswer, ...] = ()
    sources: tuple[SourceCase, ...] = ()
    values: tuple[ValueCase, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """What the decisions file of this run holds: questions, earlier answers, words for the glossary; those on links.

    sources: open and answered questions on sources that changed after a change was accepted; values: on fields on which
    sources disagree.
    """

    doubts: tuple[Doubt, ...] = ()
    answers: tuple[Answer, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    links: tuple[LinkQuestion, ...] = ()
    link_answers: tuple[LinkAnswer, ...] = ()
    sources: tuple[SourceCase, ...] = ()
    values: tuple[ValueCase, ...] = ()
