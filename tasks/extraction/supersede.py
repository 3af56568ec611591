"""Newer versions of a document supersede older ones: which, and why."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from tasks.extraction.draft import Reason, reason
from tasks.extraction.texts import fold
from tasks.model.blocks import Block, Document, Table
from tasks.normalising.periods import PeriodContext, find_periods, parse_period

_REVISION = re.compile(
    r"(?P<rev>(?:rev(?:isi(?:\s*ke)?|ised|ision)?|versi|version|ver|v|perbaikan|koreksi|edit(?:ed)?)[\s._-]*(?P<number>\d{1,3}|i{1,3}|iv|v)?)"
    r"|(?P<final>final\w*|fix(?:ed)?|fin|akhir|definitif)|(?P<draft>draf?t?|konsep|lama|old|asli|original)"
    r"|\((?P<copy>\d{1,2})\)|(?P<date>(?:\d{4}[-_.]?\d{2}[-_.]?\d{2}|\d{1,2}[-_.]\d{1,2}[-_.]\d{2,4}|\d{6,8}))|(?P<again>salinan|copy(?:\s+of)?|salin)",
    re.IGNORECASE,
)
_TOKEN_EDGE = re.compile(r"[\s_\-.,()\[\]]+")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
_ALIKE = 0.35
"""Share of the smaller document's words that both must hold if the names say which is newer."""
_ALIKE_DATED = 0.8
"""The same if only their dates differ: minutes of two days are alike, and none replaces the other."""


@dataclass(frozen=True, slots=True)
class Version:
    """A file name taken apart: the stem without words of revision, and how new those words say it is."""

    stem: str
    final: int
    number: int
    copy: int
    dated: str
    draft: bool

    @property
    def marked(self) -> bool:
        """Whether the name says anything about its version."""
        return bool(self.final or self.number or self.copy or self.dated or self.draft)


@dataclass(frozen=True, slots=True)
class Superseded:
    """An older document, the newer one's file, and the reason as a key of the message catalogue."""

    file: str
    newer: str
    reason: str


def superseded(documents: Sequence[Document]) -> dict[str, Superseded]:
    """Older versions by file. Only documents of one folder and format that share a good part of their words count."""
    families: dict[tuple[str, str, str], list[Document]] = {}
    for document in documents:
        if document.blocks:
            key = (str(PurePosixPath(document.file).parent), document.format, version(document.file).stem)
            families.setdefault(key, []).append(document)
    found: dict[str, Superseded] = {}
    for family in families.values():
        if len(family) > 1:
            found.update({old.file: old for old in _older(family)})
    return found


@lru_cache(maxsize=4096)
def version(file: str) -> Version:
    """What a file's name says of its version."""
    stem = PurePosixPath(file).stem
    marks = [m for m in _REVISION.finditer(stem) if _whole_token(stem, m.start(), m.end())]
    bare = stem
    for mark in reversed(marks):
        bare = bare[: mark.start()] + " " + bare[mark.end() :]
    numbers = [_number(m["number"]) for m in marks if m["rev"]]
    bare, days = _without_days(_TOKEN_EDGE.sub(" ", bare))
    return Version(
        stem=fold(_TOKEN_EDGE.sub(" ", bare)),
        final=1 if any(m["final"] for m in marks) else 0,
        number=max(numbers, default=0),
        copy=max((int(m["copy"] or 0) for m in marks), default=0) + sum(1 for m in marks if m["again"]),
        dated=max([*(_day(m["date"]) for m in marks if m["date"]), *days], default=""),
        draft=any(m["draft"] for m in marks),
    )


def _without_days(name: str) -> tuple[str, list[str]]:
    """A name without the days that it tells in words ("18 Mrt"), and those days; a month or quarter is no version."""
    days = []
    for found in reversed(find_periods(name)):
        period = parse_period(found.text, PeriodContext(2000))
        if period and period.end and period.start in {None, period.end}:
            days.append(period.end.strftime("%Y%m%d"))
            name = f"{name[: found.start]} {name[found.end :]}"
    return name, days


def _whole_token(stem: str, start: int, end: int) -> bool:
    before, behind = stem[:start][-1:], stem[end:][:1]
    return not before.isalnum() and not behind.isalnum()


def _number(written: str | None) -> int:
    if not written:
        return 1
    return int(written) if written.isdigit() else _ROMAN.get(written.casefold(), 1)


def _day(written: str) -> str:
    parts = re.findall(r"\d+", written)
    if len(parts) == 1:
        text = parts[0]
        parts = [text[:4], text[4:6], text[6:]] if text[:2] in {"19", "20"} else [text[:2], text[2:4], text[4:]]
    if len(parts[0]) == 4:
        return "".join(p.zfill(2) for p in parts)
    year = parts[2] if len(parts[2]) == 4 else f"20{parts[2]}"
    return f"{year}{parts[1].zfill(2)}{parts[0].zfill(2)}"


def _older(family: Sequence[Document]) -> Iterable[Superseded]:
    ordered = sorted(enumerate(family), key=lambda pair: (*_age(pair[1]), pair[0]))
    newest = ordered[-1][1]
    for _, document in ordered[:-1]:
        if _age(document) < _age(newest) and _share(document, newest) >= _enough(document, newest):
            yield Superseded(document.file, newest.file, reason(_why(document, newest)))


def _age(document: Document) -> tuple[bool, int, int, str, int, str]:
    """How new a document is: drafts first, then by revision number, "final", date in the name, copy, date inside."""
    v = version(document.file)
    return (not v.draft, v.number, v.final, v.dated, v.copy, _inner_date(document))


def _enough(old: Document, new: Document) -> float:
    """How much alike two documents must be for the newer to replace the older."""
    a, b = version(old.file), version(new.file)
    told = (a.draft, a.number, a.final, a.copy) != (b.draft, b.number, b.final, b.copy)
    return _ALIKE if told or a.dated == b.dated else _ALIKE_DATED


def _why(old: Document, new: Document) -> Reason:
    return "newer-name" if _age(old)[:-1] != _age(new)[:-1] else "newer-inside"


def _inner_date(document: Document) -> str:
    """The day of its revision that a document states in its first paragraphs, empty if none."""
    for block in document.blocks[:8]:
        if not isinstance(block, Table) and re.search(
            r"revis|versi|version|perbaikan|updated|diperbarui", block.text, re.IGNORECASE
        ):
            days = [p.text for p in find_periods(block.text)]
            return _iso(days[-1]) if days else ""
    return ""


def _iso(text: str) -> str:
    period = parse_period(text, PeriodContext(2000))
    day = (period.end or period.start) if period else None
    return day.isoformat() if day else ""


def _share(a: Document, b: Document) -> float:
    """How much of the smaller one's words the other holds as well."""
    first, second = _words(a.blocks), _words(b.blocks)
    small = min(len(first), len(second))
    return len(first & second) / small if small else 0.0


def _words(blocks: Sequence[Block]) -> frozenset[str]:
    words: set[str] = set()
    for block in blocks:
        texts = [text for _, _, text in block.words()] if isinstance(block, Table) else [block.text]
        for text in texts:
            words.update(fold(text).split())
    return frozenset(words)
