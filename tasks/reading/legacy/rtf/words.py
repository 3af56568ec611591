"""Control words that stand for characters or change what holds (RTF 1.9.1)."""

from collections.abc import Callable
from typing import Final

from tasks.reading.legacy.rtf.channel import RowDefinition
from tasks.reading.legacy.rtf.state import State

CHARACTERS: Final = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
SYMBOLS: Final = {"~": "\xa0", "_": "-"}
LITERAL: Final = frozenset("\\{}")


def _on(number: int | None) -> bool:
    return number is None or number != 0


def _bold(state: State, number: int | None) -> None:
    state.bold = _on(number)


def _struck(state: State, number: int | None) -> None:
    state.struck = _on(number)


def _hidden(state: State, number: int | None) -> None:
    state.hidden = _on(number)


def _deleted(state: State, number: int | None) -> None:
    state.deleted = _on(number)


def _inserted(state: State, number: int | None) -> None:
    state.inserted = _on(number)


def _author(state: State, number: int | None) -> None:
    state.author = number or 0


def _font(state: State, number: int | None) -> None:
    state.font = number or 0


def _fallback(state: State, number: int | None) -> None:
    state.fallback = min(max(1 if number is None else number, 0), 255)


def _in_table(state: State, number: int | None) -> None:
    state.in_table = _on(number)


def _depth(state: State, number: int | None) -> None:
    state.depth = min(max(number or 0, 0), 255)
    state.in_table = state.in_table or state.depth > 0


def _outline(state: State, number: int | None) -> None:
    state.outline = (number or 0) + 1


def _style(state: State, number: int | None) -> None:
    state.style = number or 0


def _level(state: State, number: int | None) -> None:
    state.level = min(max(number or 0, 0), 8)


def _plain(state: State, number: int | None) -> None:
    state.plain()


def _new_paragraph(state: State, number: int | None) -> None:
    state.new_paragraph()


STATE_WORDS: Final[dict[str, Callable[[State, int | None], None]]] = {
    "b": _bold, "strike": _struck, "striked": _struck, "v": _hidden, "deleted": _deleted, "revised": _inserted,
    "revauth": _author, "f": _font, "uc": _fallback, "intbl": _in_table, "itap": _depth, "outlinelevel": _outline,
    "s": _style, "ilvl": _level, "plain": _plain, "pard": _new_paragraph,
}  # fmt: skip


def row_word(row: RowDefinition, word: str, number: int, colours: list[str]) -> None:
    """A control word of the definition of a row."""
    if word == "cellx":
        row.cell(number)
    elif word == "trleft":
        row.edges = [number] if not row.marks else row.edges
    elif word in ("clvmgf", "clvmrg"):
        row.down = "restart" if word == "clvmgf" else "continue"
    elif word in ("clmgf", "clmrg"):
        row.across = "restart" if word == "clmgf" else "continue"
    elif word == "clcbpat":
        found = colours[number] if 0 <= number < len(colours) else ""
        row.fill = "" if found == "FFFFFF" else found


ROW_WORDS: Final = frozenset({"cellx", "trleft", "clvmgf", "clvmrg", "clmgf", "clmrg", "clcbpat"})
