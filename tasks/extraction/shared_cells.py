"""Cells that hold several things under one header: "Kegiatan dan Penanggung Jawab", "PIC / Deadline"."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from tasks.extraction.action_words import starts_doing
from tasks.extraction.brackets import said_in
from tasks.extraction.columns import Column
from tasks.extraction.labels import label_line
from tasks.extraction.piece_marks import BRACKET
from tasks.extraction.pieces import classify
from tasks.extraction.recognise import Recognisers
from tasks.extraction.texts import labelled, tidy
from tasks.extraction.vocabulary import Vocabulary
from tasks.model.values import SEPARATOR, joined

_FIELD_OF = {"owner": "owner", "supporter": "supporter", "period": "time", "money": "budget", "fund": "fund"}
_SEPARATOR = re.compile(r"\s(?:--?|–|—|/|\|)\s|,\s|:\s")
_AT_END = re.compile(r"\s*\(([^()]*)\)[\s.]*$|\s(?:--?|–|—|/|\|)\s([^–—/|]+)$")
_SMALL = frozenset({"dan", "and", "of", "the", "di", "bersama", "for", "&"})
_NAME = 8  # words of a name at most
_BESIDE = re.compile(r"\n|;|\s(?:/|\||--?|–|—)\s")
_SHELLS = re.compile(r"\(\s*[,;/–-]*\s*\)|\[\s*\]")
_EDGES = " \n,;:/|–—-()."

Said = list[tuple[str, str]]
"""Fields of columns, each with words for it."""


def apart(columns: Sequence[Column]) -> list[Column]:
    """The columns, one for each thing that a header names, side by side at the same place."""
    return [replace(c, field=f) for c in columns for f in (c.shares if c.field in c.shares else (c.field,))]


def in_brackets(text: str, shares: Collection[str], vocabulary: Vocabulary, recognise: Recognisers) -> str:
    """The text of a cell, lines that say who, when or how much put into brackets behind what is to be done."""
    out: list[str] = []
    for line in (tidy(raw) for raw in text.split("\n") if raw.strip()):
        label = label_line(line, vocabulary)
        words = label.value if label is not None and label.word.field in {*shares, "supporter"} else line
        if out and (words is not line or _aside(line, shares, recognise)):
            out[-1] = f"{out[-1][:-1]}; {words})" if out[-1].endswith(")") else f"{out[-1]} ({words.strip('()')})"
        else:
            out.append(line)
    return "\n".join(out)


def _aside(line: str, shares: Collection[str], recognise: Recognisers) -> bool:
    """Whether a line speaks of something else than what is to be done: in brackets, or by what it names."""
    if line.startswith("(") and line.endswith(")"):
        return True
    known = all(_field(part, recognise) for part in said_in(line, recognise))
    return not labelled(line).label and (known or ("owner" in shares and _named(line)))


def _field(words: str, recognise: Recognisers) -> str:
    """What words speak of, "" if it is none of who, when and how much."""
    return _FIELD_OF.get(classify(words, recognise), "")


def _named(words: str) -> bool:
    """Whether a few words without a verb are written like a name, be it one that nobody knows."""
    bare = [w for w in words.split() if w.casefold() not in _SMALL]
    return 0 < len(bare) <= _NAME and all(w[0].isupper() or w[0].isdigit() for w in bare) and not starts_doing(words)


def told(text: str, shares: Collection[str], recognise: Recognisers) -> tuple[str, Said]:
    """An action without the words that say who, when or how much, and those words by field."""
    said: Said = []

    def taken(found: "re.Match[str]") -> str:
        parts = said_in(found[1], recognise)
        fields = [_field(p, recognise) for p in parts]
        if not set(fields) & set(shares):
            return found[0]
        said.extend((field or "owner", part) for field, part in zip(fields, parts, strict=True))
        return " "

    rest, before = _led(tidy(BRACKET.sub(taken, text)).replace(" ,", ","), recognise)
    said += before
    while (marks := list(_SEPARATOR.finditer(rest))) and (
        field := _field(words := rest[marks[-1].end() :].strip(" ."), recognise)
    ) in shares:
        said.append((field, words))
        rest = rest[: marks[-1].start()]
    if "owner" in shares and not any(field == "owner" for field, _ in said):
        rest, before = _unknown(rest)
        said += before
    return rest.rstrip(" ,;"), said


def _led(text: str, recognise: Recognisers) -> tuple[str, Said]:
    """What stands behind the name of those who are to do it: "Ditjen Bina Marga: mengganti jembatan"."""
    mark = _SEPARATOR.search(text)
    if mark is None or not starts_doing(text[mark.end() :]) or not recognise.only_institutions(text[: mark.start()]):
        return text, []
    return text[mark.end() :], [("owner", text[: mark.start()])]


def _unknown(text: str) -> tuple[str, Said]:
    """A name that nobody knows at the end of a cell in which somebody must be named, in brackets or behind a dash."""
    found = _AT_END.search(text)
    words = next((w for w in found.groups() if w), "") if found else ""
    return (text[: found.start()], [("owner", words)]) if found and _named(words) else (text, [])


def share_of(text: str, field: str, shares: Sequence[str], recognise: Recognisers) -> str:
    """What a cell without an action says of one of the things that its header names."""
    if "supporter" in shares:
        first, *others = [tidy(part) for part in _BESIDE.split(text) if not part.isspace()] or [""]
        return joined([first] if field == shares[0] else others)
    spans = {
        "time": [(m.start, m.end) for m in recognise.periods(text)] if "time" in shares else [],
        "budget": [(m.start, m.end) for m in recognise.money(text)] if "budget" in shares else [],
    }
    if field in spans:
        return SEPARATOR.join(tidy(text[start:end]).strip(_EDGES) for start, end in spans[field])
    rest = text
    for start, end in sorted((s for found in spans.values() for s in found), reverse=True):
        rest = f"{rest[:start]}\n{rest[end:]}"
    lines = (_SHELLS.sub(" ", line).strip(_EDGES) for line in rest.split("\n"))
    return joined([tidy(line) for line in lines if line])
