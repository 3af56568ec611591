"""Where the walk through the text of a document stands, and the action to which further lines may add."""

from dataclasses import dataclass, field

from tasks.extraction.clauses import action_in_table
from tasks.extraction.columns import Column
from tasks.extraction.draft import Draft, Fate, Reading, Reason, reason
from tasks.extraction.phrases import equals, holds
from tasks.extraction.sections import Section
from tasks.extraction.setting import Addressee, Setting, Tools
from tasks.extraction.texts import Line
from tasks.extraction.trail import Trail
from tasks.extraction.values import completed
from tasks.model.blocks import ListItem, Text
from tasks.model.locator import item

EVIDENCE = ("owners_text", "period_text", "budget_text")
"""Fields that show an action to be one: somebody is to do it, some time, for some money."""


_WHO_OR_WHEN = frozenset({"owner", "supporter", "time", "start", "end"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where an action stands: its block, its number from 0 among several there (-1: the only one), its list level."""

    locator: str
    number: int
    level: int


@dataclass(frozen=True, slots=True)
class Action:
    """An action in the making: what its words say, cells from label lines, the blocks it was made of.

    Where label lines say who or when, the action keeps all its words (`text`), as one in a table does.
    asked: whether it was found where actions are asked for, and reads like one.
    """

    place: Place
    base: dict[str, str]
    said: dict[str, str]
    text: str
    setting: Setting
    asked: bool
    cells: dict[str, list[tuple[Column, str]]]
    places: tuple[str, ...]

    @property
    def level(self) -> int:
        """How deep in a list it stands, from 0."""
        return self.place.level

    @property
    def evident(self) -> bool:
        """Whether anything shows that this is an action."""
        return self.asked or bool(self.cells) or any(self.said.get(name) for name in EVIDENCE)


@dataclass(frozen=True, slots=True)
class Parent:
    """An action over points that each add to it, and the kind of its label."""

    action: Action
    kind: str


@dataclass
class Walk:
    """The section, the titles above, who the list below is addressed to, the last action, and what was found so far."""

    tools: Tools
    trail: Trail = field(default_factory=Trail)
    section: Section = field(default_factory=Section)
    sender: str = ""
    unit: str = ""
    office: str = ""  # whose plan or proposals stand below, as a title says
    addressee: Addressee | None = None
    addressed_at: int = -1  # list level of the line that names the addressee, -1 if it is no list item
    begun: bool = False  # whether anything but titles was read
    last: Action | None = None
    parent: Parent | None = None  # the action of which the points below are parts
    drafts: list[Draft] = field(default_factory=list)
    fates: list[Fate] = field(default_factory=list)

    def setting(self) -> Setting:
        """What holds for the table or list below."""
        return Setting(self.trail.fixed(), self.unit, self.sender, self.addressee, self.office)

    def fate(self, block: Text, fate: str, why: Reason | None = None) -> None:
        """What became of a block that is no action."""
        self.fates.append(Fate(block.locator, fate, reason(why) if why else ""))

    def reading(self) -> Reading:
        """What the text gave so far; the walk goes on with nothing in hand."""
        self.close()
        found = Reading(tuple(self.drafts), tuple(self.fates))
        self.drafts, self.fates = [], []
        return found

    def open(self, place: Place, line: Line, said: dict[str, str], text: str) -> None:
        """An action begins; `said`: fields that its words state, `asked` beside them if words or a label ask for it.

        "clause": they do so by themselves; else where the section, an open box or a title that names somebody asks.
        """
        if place.level <= self.addressed_at:
            self.addressee = None
        base = {"number": line.label if not line.dashed else "", "heading": self.trail.text()}
        mark = said.pop("asked", "")
        told = self.section.region == "open" or line.box == "open" or self.addressee is not None
        asked = mark == "clause" or (bool(mark) and told)
        self.last = Action(place, base, said, text, self.setting(), asked, {}, (place.locator,))

    def take(self, block: Text, line: Line, said: list[dict[str, str]], text: str) -> None:
        """The actions that a block of text asks for, one after the other."""
        level = block.level if isinstance(block, ListItem) else 0
        for n, fields in enumerate(said):
            self.close()
            place = Place(block.locator, n if len(said) > 1 else -1, level)
            whole = text if len(said) == 1 else fields["action"]
            self.open(place, line, {k: v for k, v in fields.items() if v}, whole)

    def close(self) -> None:
        """Nothing more is added to the last action; without any sign of one it is none."""
        last, self.last = self.last, None
        if last is None:
            return
        if not last.evident:
            open_here = self.section.region == "open"
            fate, why = ("not understood", reason("no-request")) if open_here else ("remark", reason("no-section"))
            self.fates += [Fate(place, fate, why) for place in last.places]
            return
        over = _over(last)
        if over is not None:
            self.fates += [Fate(place, over[0], reason(over[1])) for place in last.places]
            return
        said = last.said
        by_itself = said.get("owners_text") and not {"owner", "supporter"} & set(last.cells)
        if _WHO_OR_WHEN & set(last.cells) and not by_itself:
            kept = {k: v for k, v in said.items() if k in {"remarks", "owners_text", "place_text"}}
            text, period = _timed(last)
            said = {**action_in_table(text, frozenset(last.cells), self.tools.recognise), **kept, **period}
        fields = completed(last.base, said, last.cells, last.setting, self.tools.recognise)
        locator = last.place.locator if last.place.number < 0 else item(last.place.locator, last.place.number + 1)
        self.drafts.append(Draft(locator, fields, last.places, str(last.place.number)))


def _over(last: Action) -> tuple[str, Reason] | None:
    """Fate and reason of an action that its label for the state calls done or refused ("Status: batal")."""
    states = [text.rstrip(".! ") for _, text in last.cells.get("status", [])]
    if any(equals("done", text) for text in states):
        return "history", "history"
    return ("remark", "rejected") if any(holds("rejected", text) for text in states) else None


def _timed(last: Action) -> tuple[str, dict[str, str]]:
    """The words of an action without the time behind a dash at their end, and that time."""
    period = last.said.get("period_text", "")
    bare = last.text.rstrip(" .").removesuffix(period).rstrip() if period else ""
    if not bare.endswith(("–", "—", " -")):
        return last.text, {}
    return bare.rstrip(" –—-"), {"period_text": period}
