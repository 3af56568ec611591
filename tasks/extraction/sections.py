"""Which part of a document asks for action: titles and lead-in sentences open it, others close it."""

import re
from dataclasses import dataclass
from typing import Literal

from tasks.extraction.action_words import starts_doing
from tasks.extraction.phrases import alternatives, equals, holds, phrases, starts
from tasks.extraction.texts import Line
from tasks.model.blocks import Heading, ListItem, Text

Region = Literal["open", "closed", "example", "unknown"]

_TITLE = 100  # letters of a title at most
_WORDS = 12
_JOINED = re.compile(r"\s+(?:and|dan|serta)\s+|\s*[&/,]\s+", re.IGNORECASE)
_EXAMPLE = re.compile(rf"[(\[–—-]\s*(?:{alternatives(phrases('example'))})\s*[)\]]?$|\S\s+contoh$", re.IGNORECASE)
_WHEN = re.compile(
    rf"(?:\s+(?:{alternatives(phrases('trailing time'))}|(?:19|20)\d{{2}}(?:/\d{{2,4}})?))+$", re.IGNORECASE
)
_HERE = re.compile(
    r"(?:^|,\s+)(?:(?:maka|bersama)\s+)?(?:(?:ini\s+)?(?:kami|saya)\s+\w+\s+)?"
    r"(?:berikut\b|here\s+(?:are|is)\b|below\s+(?:are|is)\b|please\s+(?:find|see)\b|(?:find|see)\s+below\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Section:
    """Where the walk through a document stands. `level`: how deep the title that decided lies, as `depth` counts it.

    outer: what an example stands in.
    """

    region: Region = "unknown"
    level: str = ""
    outer: Region = "unknown"

    def titled(self, words: str, level: str, begun: bool = True) -> "Section":
        """Below a title: its words decide; a title of another subject on the same level ends what was open.

        The title of the document itself (`begun` False) closes nothing: "Catatan rapat" holds all that follows.
        """
        region = region_of(words)
        if region == "closed" and not begun and not _closes(_untimed(words.strip(" :."))):
            region = None
        if region is not None:
            return Section(region, level, self.region if self.region != "example" else self.outer)
        if self.region == "example" and level == self.level:
            return Section(self.outer, level)
        return Section("unknown", level) if level and level == self.level else self


def region_of(words: str) -> Region | None:
    """What a title says of the text below it; None if nothing."""
    text = words.strip(" :.").rstrip("0123456789 ")
    if _closes(text) or _closes(_untimed(text)) or holds("rejected", text):
        return "closed"
    if starts("example", text) or _EXAMPLE.search(text) is not None:
        return "example"
    if _mixed(text):
        return "unknown"
    if equals("open", text) or starts("open", text):
        return "open"
    if starts("close", text) or starts("history", text) or starts("rejected", text):
        return "closed"
    return "open" if holds("open", text) else None


def _closes(text: str) -> bool:
    return equals("close", text) or equals("achieved", text)


def _untimed(text: str) -> str:
    """A title without the year that it is about: "What went well | in 2022"."""
    return _WHEN.sub("", text)


def _mixed(text: str) -> bool:
    """Whether what was said and what was decided stand below in one: "Discussion and decisions"."""
    first, *more = _JOINED.split(text)
    discussed = starts("close", first) or equals("deliberated", first)
    return bool(more) and discussed and (equals("open", more[-1]) or starts("open", more[-1]))


def is_title(block: Text, line: Line) -> bool:
    """Whether a block is a title: by its style, or by looks (short, no full stop, capitals, a letter before it)."""
    if isinstance(block, Heading):
        return True
    text = line.text
    if (
        not isinstance(block, ListItem)
        and len(text) <= _TITLE
        and equals("close", text.rpartition(": ")[2].rstrip("."))
    ):
        return True
    if not text or len(text) > _TITLE or len(text.split()) > _WORDS or text.endswith((".", ";", ",")):
        return False
    if text.endswith(":"):
        return not isinstance(block, ListItem) or line.dashed is False
    if isinstance(block, ListItem):
        return False
    bare = text.split(":")[0]
    known = equals("open", text) or equals("close", text) or (starts("open", bare) and not starts_doing(text))
    return known or _looks(line)


def _looks(line: Line) -> bool:
    if line.raw.isupper():
        return True
    outline = line.label.isupper() and line.label.isalpha()
    return not starts_doing(line.text) and (outline or (not line.label and _few_words(line.text)))


def _few_words(text: str) -> bool:
    return len(text.split()) <= 7 and text[:1].isupper() and ":" not in text and "," not in text


def depth(block: Text, line: Line) -> str:
    """How deep a title lies: the level of its style, or the kind of its label."""
    if isinstance(block, Heading):
        return f"heading {block.level}"
    if not line.label:
        return "capitals" if line.raw.isupper() else ""
    if line.label[-1].isdigit():
        return "number" + "." * line.label.count(".")
    return "roman" if not line.label.strip("IVXivx") else "letter"


def leads_in(text: str) -> bool:
    """Whether a sentence leads into a list of what was agreed."""
    if holds("rejected", text):
        return False
    if _here_are(text):
        return True
    return holds("lead", text) and (
        text.rstrip().endswith(":") or (text.rstrip().endswith((".", ";")) and len(text) < 250 and _announces(text))
    )


def _here_are(text: str) -> bool:
    """Whether a sentence hands over what stands below: "Menindaklanjuti surat Ibu, berikut rencana …:"."""
    return text.rstrip().endswith(":") and _HERE.search(text) is not None


def _announces(text: str) -> bool:
    return holds("announce", text)
