"""A message, whatever program wrote it: its head, its words, what is attached."""

from dataclasses import dataclass, field
from typing import Final, Literal

from tasks.model.blocks import Block, Heading, Paragraph
from tasks.model.problem import Code, Problem, problem
from tasks.model.provenance import Provenance
from tasks.reading.contents import Contents, Tally
from tasks.reading.mail.quoted import with_quoted
from tasks.reading.refusal import CannotReadError
from tasks.reading.sniff import sniff
from tasks.reading.text.builder import Place as TextPlace
from tasks.reading.text.delimited import read_records
from tasks.reading.text.encoding import decode
from tasks.reading.text.lines import line_count
from tasks.reading.text.plain import read_text
from tasks.reading.web.flow import Place as WebPlace
from tasks.reading.web.html import page_text, parse_page, read_page

MAX_DEPTH: Final = 10
"""Messages inside messages, deeper than which none is opened."""

_HEAD: Final = "mail header"
_NAMED: Final = 20


@dataclass(frozen=True, slots=True)
class Body:
    """The words of a message, as text or as a web page. `flowed`: lines go on that end in a space (RFC 3676)."""

    kind: Literal["text", "html"]
    text: str
    flowed: bool = False


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that hangs on a message."""

    name: str
    data: bytes


@dataclass(slots=True)
class Letter:
    """`head` are the lines above the words, name and value of each; `unopened` names what nobody can read here.

    `repeated` counts characters of words that stand there twice, as text and as a page, and are read once.
    """

    subject: str = ""
    head: list[tuple[str, str]] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    attached: list[Attached] = field(default_factory=list)
    letters: list["Letter"] = field(default_factory=list)
    unopened: list[str] = field(default_factory=list)
    repeated: int = 0


def letter_contents(letter: Letter) -> Contents:
    """The contents of a message and of those attached to it.

    The lines above its words count with them, as in print: "message 1, line 1" is the subject, or "message 1,
    paragraph 1" where the words are a web page.
    """
    reading = _Reading()
    reading.letter(letter)
    return Contents(tuple(reading.blocks), reading.tally.receipt(), reading.problems())


@dataclass(slots=True)
class _Reading:
    tally: Tally = field(default_factory=Tally)
    blocks: list[Block] = field(default_factory=list)
    unopened: list[str] = field(default_factory=list)
    messages: int = 0

    def letter(self, letter: Letter) -> None:
        """Reads a message, then those attached to it."""
        self.messages += 1
        message = f"message {self.messages}"
        self.tally.read += letter.repeated
        self.tally.skip("repeated", letter.repeated)
        lines, page = self._head(letter, message)
        words: list[Block] = []
        for body in letter.bodies:
            if body.kind == "html":
                words += read_page(parse_page(body.text), page, self.tally)
            else:
                place = TextPlace(f"{message}, ", lines + 1, message)
                words += read_text(body.text, place, self.tally, flowed=body.flowed)
                lines += line_count(body.text)
        self.blocks += with_quoted(words)
        for number, attached in enumerate(letter.attached, 1):
            self._attached(attached, f"{message}, attachment {number}")
        self.unopened += letter.unopened
        for inner in letter.letters:
            self.letter(inner)

    def _head(self, letter: Letter, message: str) -> tuple[int, WebPlace]:
        """Puts down the lines above the words; where the words go on, as lines and as paragraphs."""
        as_page = bool(letter.bodies) and letter.bodies[0].kind == "html"
        kind = "paragraph" if as_page else "line"
        count = 0
        for name, value in (("", letter.subject), *letter.head):
            if not value:
                continue
            count += 1
            self.tally.read += len(value)
            self.tally.emitted += len(value)
            locator, at = f"{message}, {kind} {count}", Provenance(part=message, path=f"{kind[0]}{count}")
            if name:
                self.blocks.append(Paragraph(locator, f"{name}: {value}", _HEAD, at=at))
            else:
                self.blocks.append(Heading(locator, value, 1, at=at))
        page = WebPlace(prefix=f"{message}, ", part=message, paragraphs=count if as_page else 0)
        return (0 if as_page else count), page

    def _attached(self, attached: Attached, place: str) -> None:
        """Reads an attached text; a document is for the person to save, since it is a source of its own."""
        kind = sniff(attached.data, attached.name)
        if kind == "txt":
            self.blocks += read_text(decode(attached.data), TextPlace(f"{place}, ", part=place), self.tally)
        elif kind == "csv":
            table = read_records(decode(attached.data), self.tally, f"{place}, ", place)
            self.blocks += [table] if table is not None else []
        elif kind == "html":
            page = parse_page(page_text(attached.data))
            self.blocks += read_page(page, WebPlace(prefix=f"{place}, ", part=place), self.tally)
        elif kind != "empty":
            self.unopened.append(attached.name or f"({kind})")

    def problems(self) -> tuple[Problem, ...]:
        """What was not opened, by name."""
        if not self.unopened:
            return ()
        names = ", ".join(self.unopened[:_NAMED]) + (", …" if len(self.unopened) > _NAMED else "")
        found = problem(Code.READ_IN_PART, cause="@reading.attachments", names=names, instead="@reading.beside-message")
        return (found,)


def choose(text: Body, page: Body) -> tuple[Body, int]:
    """The version of a message to read, and how many characters the other one repeats.

    The text is as it was typed; but the tables of a page are lost in it.
    """
    try:
        tree = parse_page(page.text)
    except CannotReadError:
        return text, 0
    return (page, len(text.text)) if tree.holds_table else (text, tree.characters)
