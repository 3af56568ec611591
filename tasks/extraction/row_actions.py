"""The actions that a cell of a row holds: several, or one in several steps."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.extraction.action_words import is_verb, starts_doing
from tasks.extraction.brackets import bracketed
from tasks.extraction.columns import Column
from tasks.extraction.layout import Layout
from tasks.extraction.phrases import pattern
from tasks.extraction.row_cells import BY_LINE
from tasks.extraction.row_words import RowWords
from tasks.extraction.sentences import sentences
from tasks.extraction.setting import Tools
from tasks.extraction.several import Part, actions, parts
from tasks.extraction.shared_cells import in_brackets
from tasks.extraction.texts import blank, labelled, tidy

_OUTLINE = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?=[A-Z])")


def listed_actions(layout: Layout, words: RowWords, column: Column, tools: Tools) -> list[Part]:
    """The actions in a cell, each with the level of government that the cell or the column names."""
    text = _resolved(words.texts[column.index])
    if column.shares:
        text = in_brackets(text, column.shares, tools.vocabulary, tools.recognise)
    found = [replace(p, level=p.level or column.level) for p in _outlined(text) or actions(text) if not blank(p.text)]
    if len(found) > 1 and not any(p.level for p in found) and not _each_its_own(layout, words, column, found, tools):
        lead = _lead(text)
        if _in_steps(layout, words, lead, [p for p in found if p.label]):
            steps = "; ".join(p.text for p in found if p.label)
            return [Part(f"{lead}: {steps}" if lead else steps)]
    return _below_lead(_lead(text), found)


def _resolved(text: str) -> str:
    """A cell of minutes from what the meeting resolved on: "Arrears were discussed. It was resolved to | pay them"."""
    found = [m for m in pattern("resolved").finditer(text) if text[: m.start()].rstrip().endswith((".", ";"))]
    if len(found) != 1 or any(starts_doing(sentence) for sentence in sentences(text[: found[0].start()])):
        return text
    return text[found[0].end() :].strip()


def _below_lead(lead: str, found: list[Part]) -> list[Part]:
    """Points that do not say what is to be done, with the line above them that does."""
    points = [p for p in found if p.label]
    if len(points) < 2 or not starts_doing(lead) or any(p.level or starts_doing(p.text) for p in points):
        return found
    return [replace(p, text=f"{lead}: {p.text}") for p in points]


def _outlined(text: str) -> list[Part]:
    """The lines of a cell that begins with a number of several levels ("1.1 Grade 80 km of roads")."""
    out: list[Part] = []
    for line in (tidy(raw) for raw in text.split("\n") if raw.strip()):
        number = _OUTLINE.match(line)
        if number is not None:
            out.append(Part(line[number.end() :], number[1]))
        elif out:
            out[-1] = replace(out[-1], text=f"{out[-1].text} {line}")
        else:
            return []
    return out


def _lead(text: str) -> str:
    """The line over a list in a cell, "" if the list begins at once."""
    first = labelled(next((line for line in text.split("\n") if line.strip()), ""))
    return "" if first.label else first.text.rstrip(" :")


def _in_steps(layout: Layout, words: RowWords, lead: str, listed: Sequence[Part]) -> bool:
    """Whether the points of a list are steps of one action.

    Below a line that itself says what is to be done, unless each point is a request of its own and nobody says what
    they cost together; below any line, if no point says what is to be done; without one, if they are no more than
    bullets under one number, beside one sum.
    """
    budget = any(not blank(words.texts[c.index]) for c in layout.roles.of("budget"))
    if lead and not starts_doing(lead):
        return not any(starts_doing(p.text) for p in listed)
    if lead:
        return budget or not all(is_verb(p.text.split()[0]) for p in listed)
    return budget and layout.begins(words.row, "no") and not any(p.numbered for p in listed)


def _each_its_own(layout: Layout, words: RowWords, action: Column, listed: Sequence[Part], tools: Tools) -> bool:
    """Whether other cells, or brackets behind the points, say something of each point by itself."""
    if any(bracketed(p.text, tools.recognise)[1] for p in listed):
        return True
    beside = [words.texts[c.index] for c in layout.roles.of(*BY_LINE) if c.index != action.index]
    return any(len(parts(text)) > 1 or len(text.split("\n")) == len(listed) for text in beside)
