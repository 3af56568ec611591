"""What the sheets of the workbook of decisions have in common."""

from collections.abc import Iterator, Sequence

from tasks.model.decision_keys import LONGEST
from tasks.model.decisions import Side, Standing
from tasks.model.values import parts
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.decisions.differences import marked
from tasks.rendering.locators import localise_locator
from tasks.rendering.sheets.cells import Cell, Column, Sheet, Style
from tasks.rendering.wording import period


def sheet(name: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], speak: Catalogue) -> Sheet:
    """A sheet under its own title and introduction."""
    told = (speak.text(f"decisions.{name}.{part}") for part in ("name", "title", "introduction", "hint", "refusal"))
    label, title, introduction, hint, refusal = told
    return Sheet(label, title, introduction, columns, rows, hint, refusal)


def sides(names: tuple[str, str], speak: Catalogue) -> tuple[Column, ...]:
    """The columns of two texts, each with one of who, when and where."""
    return tuple(
        Column(speak.text(f"decisions.column.{name}{about}"), width, style)
        for name in names
        for about, width, style in (("", 34, Style.TEXT), ("-about", 26, Style.QUIET))
    )


def answers(choices: tuple[str, ...], speak: Catalogue) -> tuple[Column, ...]:
    """The columns to fill in."""
    return (
        Column(speak.text("decisions.column.answer"), 12, Style.INPUT, choices),
        Column(speak.text("decisions.column.who"), 13, Style.INPUT),
        Column(speak.text("decisions.column.note"), 20, Style.INPUT),
    )


def decided(speak: Catalogue) -> tuple[Column, ...]:
    """The columns of when an answer was given and what became of it."""
    return (
        Column(speak.text("decisions.column.day"), 13, Style.INPUT),
        Column(speak.text("decisions.column.standing"), 22, Style.QUIET),
    )


def pair(a: Side, b: Side, speak: Catalogue) -> Iterator[Cell]:
    """The cells of two texts, the words that differ marked."""
    one, other = marked(shown(a.action), shown(b.action))
    yield from (one, about(a, speak), other, about(b, speak))


def shown(action: str) -> str:
    """An action, cut where a cell would be too long."""
    return action if len(action) <= LONGEST else action[:LONGEST] + "…"


def about(side: Side, speak: Catalogue) -> str:
    """Who, where and when, and the source."""
    time = period(side.start, side.end, side.period_sense, side.period_text, speak)
    told = (", ".join(parts(side.owners)) or speak.text("decisions.no-owner"), ", ".join(parts(side.regions)), time)
    return "\n".join(filter(None, [*told, f"[{source(side, speak)}]"]))


def source(side: Side, speak: Catalogue) -> str:
    """Where a text stands: file, place."""
    return ", ".join(filter(None, [side.file, localise_locator(side.locator, speak.language)]))


def stands(standing: Standing, speak: Catalogue) -> str:
    """What became of a decision."""
    return speak.text(f"decisions.standing.{standing}")
