"""Lines of running text that are no actions whatever stands around them: closings, remarks, history, questions."""

from dataclasses import dataclass

from tasks.extraction.draft import Reason
from tasks.extraction.phrases import equals, holds, starts
from tasks.extraction.sections import Region, Text
from tasks.extraction.subjects import starts_with_request
from tasks.extraction.texts import Line, blank, struck
from tasks.model.blocks import Heading

_FEW = 12  # words of a signature or closing line


@dataclass(frozen=True, slots=True)
class Aside:
    """A fate with its reason; `ends`: nothing after it is an action."""

    fate: str
    reason: Reason | None = None
    ends: bool = False


def aside(block: Text, line: Line, region: Region, begun: bool) -> Aside | None:
    """What a line is that speaks for itself as no action; None for all others.

    begun: whether anything but titles came before; the first title of minutes ends nothing.
    """
    if struck(block):
        return Aside("superseded", "struck-out")
    if blank(line.raw):
        return Aside("empty")
    if isinstance(block, Heading):
        return None
    text = line.text or line.raw
    if text.startswith(("*)", "**", "¹")) or (
        starts("remark", text) and ":" in text and not equals("remark", text.rstrip(": "))
    ):
        return Aside("history" if holds("history", text) else "remark", "remark")
    if begun and starts("end", text) and (len(text.split()) <= _FEW or not line.label):
        return Aside("remark", "closing", ends=True)
    return _speech(text, line, region)


def _speech(text: str, line: Line, region: Region) -> Aside | None:
    if text.endswith("?"):
        return Aside("remark", "question")
    if starts("history", text) or (holds("history", text) and not starts_with_request(text)):
        return Aside("history", "history")
    if region == "unknown" and starts("meeting", text):
        return Aside("remark", "head")
    if holds("rejected", text) and not text.endswith(":"):
        return Aside("remark", "rejected")
    return (
        Aside("example", "example")
        if starts("example", text) and not text.endswith(":") and line.label and region != "open"
        else None
    )
