"""The rows of a workbook of proposals as they were filled in."""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tasks.model.proposals import KEY, Ruled, Verdict, gathered_of
from tasks.reading.folder.decisions_file import Filled, FilledSheet


def ruled(file: Filled) -> list[Ruled]:
    """The rows, answered or not, known by their hidden cell; none if the workbook is no such."""
    return [row for sheet in file.sheets for row in _rows(sheet)]


def verdict_of(word: str) -> Verdict | None:
    """What an answer means (words.csv); None if it is none."""
    means = _words("verdict").get(_bare(word), "")
    return Verdict(means) if means else None


def _rows(sheet: FilledSheet) -> Iterator[Ruled]:
    head = next((row for row in sheet.rows if KEY in row[1].values()), None)
    if head is None:
        return
    columns = {_words("column").get(_bare(word), ""): column for column, word in head[1].items()}
    key = next(column for column, word in head[1].items() if word == KEY)
    for number, cells in sheet.rows:
        if number <= head[0] or not cells.get(key):
            continue
        try:
            gathered = gathered_of(cells[key])
        except ValueError:
            continue
        word, who, note = (cells.get(columns.get(name, 0), "") for name in ("answer", "who", "note"))
        yield Ruled(gathered, word, verdict_of(word), who, note)


def _bare(word: str) -> str:
    return " ".join(word.casefold().strip(" .!?:;,\"'").split())


@cache
def _words(kind: str) -> dict[str, str]:
    with (Path(__file__).parent / "words.csv").open(encoding="utf-8", newline="") as lines:
        return {row["word"]: row["means"] for row in csv.DictReader(lines) if row["kind"] == kind}
