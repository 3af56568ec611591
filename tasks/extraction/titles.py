"""Titles that say whose plan or proposals stand below: "Usulan Dinas Sosial Kab. Bantul", "X County - Commitments"."""

import re
from collections.abc import Sequence

from tasks.extraction.offices import cased, collective, kind_of
from tasks.extraction.phrases import alternatives, pattern, phrases, starts
from tasks.extraction.recognise import Recognisers
from tasks.extraction.texts import tidy

_SEGMENTS = re.compile(r"\s+[-–—|]+\s+|:\s+|\s*[()\n]\s*")
_PAPER = re.compile(rf"(?:{alternatives(phrases('paper'))})\b[\s,]*", re.IGNORECASE)
_WHOSE = re.compile(r"(?:on\s+behalf\s+of|atas\s+nama|of|by|from|for|the|dari|oleh|milik|pada|untuk)\s+", re.IGNORECASE)
_YEAR = re.compile(
    r"[\s,]*\b(?:(?:ta|t\.a\.|tahun(?:\s+anggaran)?|fy|fiscal\s+year|year|for)\.?\s*)*(?:19|20)\d{2}(?:\s?[/–-]\s?\d{2,4})?\s*$",
    re.IGNORECASE,
)


def titled_office(title: str, recognise: Recognisers) -> str:
    """The office whose paper a title says it heads: "Usulan Dinas Sosial Kab. Bantul TA 2026", "X - COMMITMENTS".

    "" for titles that say nothing of a plan or proposal, and for those that name more than one office.
    """
    segments = [part for part in _SEGMENTS.split(title) if part.strip()]
    said = [_without_paper(part, recognise) for part in segments]
    offices = [bare for bare, _ in said if bare and _an_office(bare, recognise)]
    told = any(paper for _, paper in said)
    first = next((bare for bare, _ in said if bare), "")
    return collective(cased(first)) if told and offices == [first] else ""


def led_office(sentence: str, recognise: Recognisers) -> str:
    """The office whose plan a sentence leads into: "… disampaikan rencana tindak lanjut Dinas X sebagai berikut:"."""
    for paper in pattern("paper").finditer(sentence):
        rest = sentence[paper.end() :].lstrip(" ,")
        while (whose := _WHOSE.match(rest)) is not None:
            rest = rest[whose.end() :]
        named = recognise.institutions(rest)
        if named and named[0].start <= len("the "):
            return named[0].text
    return ""


def office_of(titles: Sequence[str], recognise: Recognisers) -> str:
    """The office whose paper titles that follow one another head; its name may stand on a line of its own."""
    found = [office for title in titles if (office := titled_office(title, recognise))]
    if found:
        return found[-1]
    alone = [bare for title in titles if _an_office(bare := _YEAR.sub("", tidy(title)), recognise)]
    paper = any(_without_paper(title, recognise)[1] for title in titles if title not in alone)
    return collective(cased(alone[0])) if paper and len(alone) == 1 else ""


def _without_paper(segment: str, recognise: Recognisers) -> tuple[str, bool]:
    """A part of a title without year and the words for a kind of paper, and whether it has such words."""
    bare = _YEAR.sub("", tidy(segment)).strip(" .,")
    rest, found = bare, False
    while (paper := _PAPER.match(rest)) is not None:
        rest, found = rest[paper.end() :], True
    while found and (whose := _WHOSE.match(rest)) is not None:
        rest = rest[whose.end() :]
    end = next((m for m in pattern("paper").finditer(rest) if m.end() == len(rest) and m.start() > 0), None)
    return (rest[: end.start()].strip(" ,'’") if end is not None else rest), found or end is not None


def _an_office(words: str, recognise: Recognisers) -> bool:
    """Whether words are the name of an office or of a kind of office, and no more than that."""
    if kind_of(words, recognise) is not None:
        return True
    if starts("group of the meeting", words) or not recognise.only_institutions(words):
        return False
    return bool(recognise.institutions(words)) or not recognise.only_regions(words)
