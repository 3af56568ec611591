"""Lines of running text that are no actions whatever stands around them: closings, remarks, history, questions."""

import re
from dataclasses import dataclass

from tasks.extraction.action_words import first_verb, is_verb, starts_doing, starts_with_verb
from tasks.extraction.courtesies import is_about_itself, is_courtesy, is_signature, lists_people
from tasks.extraction.draft import Reason
from tasks.extraction.header_words import is_month
from tasks.extraction.phrases import equals, holds, pattern, starts
from tasks.extraction.sections import Region
from tasks.extraction.sentences import sentences
from tasks.extraction.subjects import starts_with_request
from tasks.extraction.texts import Line, blank, struck
from tasks.model.blocks import Heading, Text
from tasks.normalising.periods import find_periods

_LEGEND = re.compile(r"[^\w\s(\"'“*•–—-]{1,3}\s*[=:]\s*\S")  # what a sign of the list means: "☐ = akan dikerjakan"
_PLACE_AND_DAY = re.compile(r"(?:[A-Z][\w.'-]*\s?){1,3},\s+\d{1,2}\s+[A-Z][a-z]+\s+\d{4}\.?")
_RELATIVE = frozenset({"that", "which", "who", "yang", "yg", "already", "not", "tidak", "belum"})
_SUBJECT = 2  # words before "has been" of which the first may look like a verb ("Survey work has been …")
_REPORTERS = 6  # words of those who say something
_VERDICT = 8  # words of a sentence that says that nothing came of it
_DAY = re.compile(r"\d{1,2}\D")
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
    """Questions, history, what was refused; a line that ends in a colon is the title of such things instead."""
    if is_courtesy(text) and not line.label:
        return Aside("remark", "no-request")
    if text.endswith(":"):
        return None
    if _LEGEND.match(line.raw):
        return Aside("remark", "legend")
    past = holds("history", text) and (region == "closed" or not starts_with_request(text))
    tests: tuple[tuple[bool, str, Reason], ...] = (
        (text.endswith("?"), "remark", "question"),
        (line.box == "ticked" or past or starts("history", text) or _reports(text), "history", "history"),
        (region == "unknown" and _of_the_meeting(text, line), "remark", "head"),
        (_put_off(text), "remark", "rejected"),
        (starts("recital", text), "remark", "no-request"),
        (_titles_meeting(text), "remark", "head"),
        (_told(text), "remark", "no-request"),
        (is_about_itself(text) or is_signature(text) or lists_people(text), "remark", "head"),
        (starts("example", text) and bool(line.label), "example", "example"),
    )
    return next((Aside(fate, why) for is_it, fate, why in tests if is_it), None)


def _titles_meeting(text: str) -> bool:
    """Whether a line names the meeting with its day, and nothing to be done: "Rapat Koordinasi X, Bogor 3 Mei 2026"."""
    if not starts("meeting", text) or first_verb(text) >= 0 or pattern("modal", "decided").search(text) is not None:
        return False
    last = find_periods(text)[-1:]
    return bool(last) and last[0].end >= len(text.rstrip(". ")) and _DAY.match(last[0].text) is not None


def _put_off(text: str) -> bool:
    """Whether the first sentence tells of what was refused, put off or only wished for, or the last says so of all."""
    first, *more = sentences(text) or [text]
    last = bool(more) and len(more[-1].split()) <= _VERDICT and starts("nothing agreed", more[-1])
    return last or holds("rejected", first) or holds("wish", first)


def _told(text: str) -> bool:
    """Whether a single sentence says no more than what somebody said: "Delegates pointed out that …"."""
    said = pattern("telling that").search(text)
    return said is not None and len(text[: said.start()].split()) <= _REPORTERS and len(sentences(text)) == 1


def _reports(text: str) -> bool:
    """Whether a sentence begins with a finished event, time words alone before it: "Tahun 2018 telah dibayarkan …"."""
    mark = pattern("perfect").search(text)
    before = [] if mark is None else [word.strip(",.") for word in text[: mark.start()].split()]
    if mark is None:
        return False
    timed = all(word.isdigit() or is_month(word) or equals("time before", word) for word in before)
    return timed or _finished(text[: mark.start()], text)


def _finished(before: str, text: str) -> bool:
    """Whether the only sentence of a text is about something finished: "Pemilahan sampah | sudah berjalan".

    before: what stands before "sudah", "has been": no verb that asks, no "yang", no condition.
    """
    said = before.split()
    if len(sentences(text)) > 1 or pattern("modal", "depends", "subordinate").search(before) is not None:
        return False
    return (
        not is_verb(said[0])
        and said[-1].casefold() not in _RELATIVE
        and (len(said) <= _SUBJECT or not starts_with_verb(before))
    )


def _of_the_meeting(text: str, line: Line) -> bool:
    """Whether a line says what meeting this was, rather than being a point such as "Revisi RDTR"."""
    point = bool(line.label) and starts_doing(text)
    return (starts("meeting", text) and not point) or _place_and_day(text)


def _place_and_day(text: str) -> bool:
    """Whether a line is where and when the meeting was: "Surabaya, 14 Februari 2024"."""
    return _PLACE_AND_DAY.fullmatch(text) is not None and not starts("office", text) and not starts("people", text)
