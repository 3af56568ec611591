"""Several actions in one cell, and which part of the other cells belongs to which of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tasks.extraction.action_words import starts_doing
from tasks.extraction.header_words import level_of, same_level
from tasks.extraction.phrases import alternatives, phrases
from tasks.extraction.texts import Line, fold, labelled, tidy

_RUN_IN = re.compile(r"(?:(?<=^)|(?<=[\s;,.]))\(?(\d{1,2}|[a-h])[.)]\s+(?=\S)")
_LEVEL = re.compile(rf"(?:(?<=^)|(?<=[\n;/]))\s*({alternatives(phrases('level'))})\s*:\s*", re.IGNORECASE)
_RANGE = re.compile(r"(\d+)[-–](\d+)")


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things in a cell. `label` as written without dot ("2", "b", "-"), "" for a cell that is no list.

    level: folded words of the level of government before it ("pusat"), "" if none.
    """

    text: str
    label: str = ""
    level: str = ""

    @property
    def numbered(self) -> bool:
        """Whether a number or letter tells it apart from its neighbours."""
        return bool(self.label) and self.label[0].isalnum()


def parts(text: str) -> list[Part]:
    """The things that a cell lists: numbered, lettered, dashed, by level of government; one if it is no list."""
    by_level = _levels(text)
    if by_level:
        return [Part(p.text, p.label, level) for level, own in by_level for p in _listed(own)]
    return _listed(text)


def actions(text: str) -> list[Part]:
    """The actions in a cell: as parts, and lines of their own that each begin with something to be done."""
    found = parts(text)
    if any(p.level for p in found) and not all(starts_doing(p.text) for p in found):
        return _listed(text)
    lines = [tidy(line) for line in text.split("\n") if line.strip()]
    if len(found) == 1 and not found[0].label and len(lines) > 1 and all(_own_action(line) for line in lines):
        return [Part(line) for line in lines]
    return found


def _own_action(line: str) -> bool:
    return line[:1].isupper() and starts_doing(line)


def _levels(text: str) -> list[tuple[str, str]]:
    """What "Pusat: Juni 2017 / Daerah: Desember 2017" says by level; empty if a text does not begin with a level."""
    found = list(_LEVEL.finditer(text))
    if not found or text[: found[0].start()].strip():
        return []
    ends = [f.start() for f in found[1:]] + [len(text)]
    return [(fold(f[1]), text[f.end() : end].strip(" \n;/")) for f, end in zip(found, ends, strict=True)]


def _listed(text: str) -> list[Part]:
    lines = [line for raw in text.split("\n") for line in _run_in(raw)]
    top = next((_kind(line) for line in lines if line.label), "")
    if not top:
        return [Part(tidy(text))] if text.strip() else []
    out: list[Part] = []
    for line in lines:
        if _kind(line) == top:
            out.append(Part(line.text, line.label))
        elif out:
            out[-1] = Part(f"{out[-1].text} {line.raw}".strip(), out[-1].label)
        elif line.raw and not line.raw.endswith(":"):
            out.append(Part(line.raw))
    return [p for p in out if p.text]


def _kind(line: Line) -> str:
    if not line.label:
        return ""
    first, dots = line.label[0], "." * line.label.count(".")
    return f"number{dots}" if first.isdigit() else f"letter{dots}" if first.isalpha() else "dash"


def _run_in(raw: str) -> list[Line]:
    """A line each for "1. … 2. … 3. …" written on one; the numbers must run from 1, letters from a."""
    found = list(_RUN_IN.finditer(raw))
    for first in ("1", "a"):
        run = _in_order([f for f in found if f[1].isdigit() == (first == "1")], first)
        if len(run) > 1:
            cuts = [f.start() for f in run] + [len(raw)]
            head = [labelled(raw[: cuts[0]])] if raw[: cuts[0]].strip() else []
            return head + [labelled(raw[a:b].strip(" ;,")) for a, b in pairwise(cuts)]
    return [labelled(raw)] if raw.strip() else []


def _in_order(found: Sequence["re.Match[str]"], first: str) -> list["re.Match[str]"]:
    run: list[re.Match[str]] = []
    for mark in found:
        wanted = str(len(run) + 1) if first == "1" else chr(ord("a") + len(run))
        if mark[1] == wanted:
            run.append(mark)
    return run


def share(text: str, siblings: Sequence[Part], index: int, by_line: bool) -> tuple[str, bool]:
    """What a cell says about one of several actions, and whether that follows from position alone.

    The part with its number or level; else, in a list as long as the actions, the part at its position (lines
    without marks count only if `by_line`); else all of the cell, as it is for an action that stands alone.
    """
    action = siblings[index]
    if len(siblings) == 1 and not action.numbered and not action.level:
        return text, False
    own = parts(text)
    if not own:
        return "", False
    if any(p.level for p in own):
        return _of_level(own, text, action.level), False
    numbered = [p for p in own if p.numbered]
    if numbered and action.numbered and _kinds_meet(numbered, siblings):
        return "; ".join(p.text for p in own if not p.numbered or action.label in _labels(p.label)), False
    pieces = [p.text for p in own] if len(own) > 1 else [tidy(line) for line in text.split("\n") if line.strip()]
    if len(siblings) > 1 and len(pieces) == len(siblings) and (len(own) > 1 or by_line):
        return pieces[index], True
    return text, False


def _of_level(own: Sequence[Part], text: str, level: str) -> str:
    if not level:
        return text.replace("\n", "; ")
    chosen = same_level(level, [p.level for p in own])
    if chosen is None and not level_of(level):
        return "; ".join(p.text for p in own if level_of(p.level) != "central")
    if chosen is None:
        chosen = same_level("daerah", [p.level for p in own]) if level_of(level) != "central" else None
    return "; ".join(p.text for p in own if p.level == chosen)


def _kinds_meet(own: Sequence[Part], siblings: Sequence[Part]) -> bool:
    labels = {p.label for p in siblings}
    return any(label in labels for p in own for label in _labels(p.label))


def _labels(label: str) -> list[str]:
    """The labels that one stands for: "1-3" is 1, 2 and 3, "1,2" and "1&2" are both."""
    out: list[str] = []
    for piece in re.split(r"[,&]", label):
        span = _RANGE.fullmatch(piece)
        out += [str(n) for n in range(int(span[1]), int(span[2]) + 1)] if span else [piece]
    return out
