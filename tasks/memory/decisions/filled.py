"""The rows of a decisions file as answers. Rows are known by their hidden cell, columns by their headers."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from tasks.model.decision_keys import LINK, PAIR, SOURCE, SYNONYM, VALUE, pair_of, source_of, synonym_of, value_of
from tasks.model.decisions import (
    Answer,
    Answers,
    LinkAnswer,
    LinkRuling,
    Remark,
    Ruling,
    SourceCase,
    SourceRuling,
    Synonym,
    ValueCase,
)
from tasks.model.problem import Code, Problem, problem
from tasks.reading.folder.decisions_file import Filled, FilledSheet, Row
from tasks.reading.refusal import CannotReadError


@dataclass(frozen=True, slots=True)
class _Line:
    """A row: kind and place, its hidden cell, what people wrote in it by the meaning of the column."""

    kind: str
    place: str
    key: str
    told: Mapping[str, str]

    def remark(self, file: Filled) -> Remark:
        """Who and when; where the row does not say, and holds an answer, what the file says of its last saving."""
        answered = bool(self.told.get("answer"))
        who = self.told.get("who", "") or (file.saved_by if answered else "")
        day = self.told.get("day", "") or (file.saved_on if answered else "")
        return Remark(who, day, self.told.get("note", ""))


def answers(file: Filled, name: str) -> Answers:
    """What a file holds, rows without answer too if people wrote anything beside it.

    name: of the file, for the problems. Raises CannotReadError if none of its sheets is one of ours.
    """
    heads = [(sheet, _head(sheet)) for sheet in file.sheets]
    if all(head is None for _, head in heads):
        raise CannotReadError("reading.decisions-unknown")
    if any(_crippled(sheet, head) for sheet, head in heads):
        raise CannotReadError("reading.decisions-column")
    lines = [line for sheet, head in heads if head is not None for line in _lines(sheet, head)]
    pairs = [_pair(line, file, name) or line for line in lines if line.kind == PAIR]
    words = [_synonym(line, file) or line for line in lines if line.kind == SYNONYM]
    links = [_link(line, file, name) or line for line in lines if line.kind == LINK]
    sources = [_source(line, file) or line for line in lines if line.kind == SOURCE]
    values = [_value(line, file, name) or line for line in lines if line.kind == VALUE]
    return Answers(
        tuple(pair for pair in pairs if isinstance(pair, Answer)),
        tuple(word for word in words if isinstance(word, Synonym)),
        tuple(_problem(name, *lost) for row in (*pairs, *words, *links, *sources, *values) if (lost := _lost(row))),
        tuple(link for link in links if isinstance(link, LinkAnswer)),
        tuple(case for case in sources if isinstance(case, SourceCase)),
        tuple(case for case in values if isinstance(case, ValueCase) and case.word),
    )


def meaning(word: str, kind: str) -> str:
    """What a word means (`words.csv`), whatever its case and the marks around it; empty if it is not known."""
    return _words(kind).get(" ".join(word.casefold().strip(" .!?:;,\"'").split()), "")


def _head(sheet: FilledSheet) -> tuple[str, Row] | None:
    """The kind of a sheet and its row of headers; None if it is not ours."""
    for row in sheet.rows:
        kind = next((word for word in row[1].values() if word in (PAIR, SYNONYM, LINK, SOURCE, VALUE)), "")
        if kind:
            return kind, row
    return None


def _crippled(sheet: FilledSheet, head: tuple[str, Row] | None) -> bool:
    """Whether a sheet of ours has lost the column of its answers, or the hidden one by which its rows are known."""
    if head is not None:
        return "answer" not in _meanings(head[1])
    return any({"answer", "who", "note"} <= _meanings(row) for row in sheet.rows)


def _meanings(row: Row) -> set[str]:
    return {meaning(word, "column") for word in row[1].values()}


def _lines(sheet: FilledSheet, head: tuple[str, Row]) -> Iterator[_Line]:
    kind, (number, headers) = head
    key = next(column for column, word in headers.items() if word == kind)
    columns = {column: means for column, word in headers.items() if (means := meaning(word, "column"))}
    for row, words in sheet.rows:
        if row > number and (words.get(key) or any(column in words for column in columns)):
            told = {means: words.get(column, "") for column, means in columns.items()}
            yield _Line(kind, f"sheet '{sheet.name}', row {row}", words.get(key, ""), told)


def _pair(line: _Line, file: Filled, name: str) -> Answer | None:
    try:
        a, b = pair_of(line.key)
    except ValueError:
        return None
    word = line.told.get("answer", "")
    means = meaning(word, "ruling")
    ruling = Ruling(means) if means else None
    return Answer(a, b, ruling, word, line.remark(file), file=name)


def _link(line: _Line, file: Filled, name: str) -> LinkAnswer | None:
    try:
        before, after = pair_of(line.key)
    except ValueError:
        return None
    word = line.told.get("answer", "")
    means = meaning(word, "link")
    return LinkAnswer(before, after, LinkRuling(means) if means else None, word, line.remark(file), file=name)


def _synonym(line: _Line, file: Filled) -> Synonym | None:
    try:
        word, meant = synonym_of(line.key)
    except ValueError:
        return None
    written = line.told.get("answer", "")
    approved = {"yes": True, "no": False}.get(meaning(written, "approval"))
    return Synonym(word, meant, approved, written, line.remark(file))


def _source(line: _Line, file: Filled) -> SourceCase | None:
    try:
        case = source_of(line.key)
    except ValueError:
        return None
    word = line.told.get("answer", "")
    means = meaning(word, "source")
    return replace(case, ruling=SourceRuling(means) if means else None, word=word, remark=line.remark(file))


def _value(line: _Line, file: Filled, name: str) -> ValueCase | None:
    try:
        case = value_of(line.key)
    except ValueError:
        return None
    return replace(case, word=line.told.get("answer", ""), remark=line.remark(file), file=name)


def _lost(row: Answer | Synonym | LinkAnswer | SourceCase | ValueCase | _Line) -> tuple[str, str] | None:
    """The answer of a row that is not understood, and what the row is about; None for any other row."""
    if isinstance(row, _Line):
        return row.told.get("answer", ""), row.place
    if isinstance(row, Answer):
        return (row.word, f"“{row.a.action}” / “{row.b.action}”") if row.word and row.ruling is None else None
    if isinstance(row, ValueCase):  # any words may be a value
        return None
    if isinstance(row, SourceCase):
        return (row.word, f"“{row.action}”") if row.word and row.ruling is None else None
    if isinstance(row, LinkAnswer):
        about = f"“{row.before.action}” → “{row.after.action}”"
        return (row.word, about) if row.word and row.ruling is None else None
    return (row.written, f"“{row.word}” / “{row.meant}”") if row.written and row.approved is None else None


def _problem(name: str, answer: str, about: str) -> Problem:
    return problem(Code.DECISION_NOT_UNDERSTOOD, name, answer=answer, about=about)


@cache
def _words(kind: str) -> dict[str, str]:
    with (Path(__file__).parent / "words.csv").open(encoding="utf-8", newline="") as lines:
        return {row["word"]: row["means"] for row in csv.DictReader(lines) if row["kind"] == kind}
