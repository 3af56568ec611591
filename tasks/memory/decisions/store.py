"""Decisions as the last run had them, in the plan's database: they hold when no file of decisions can be read."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from tasks.memory.database import Scope
from tasks.memory.schema import DECISION
from tasks.model.decision_keys import pair_key, pair_of, source_key, source_of, value_key, value_of
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

Told = tuple[str, str]
"""A decision: its kind, and all of it as JSON."""

_PAIR, _SYNONYM, _LINK, _SOURCE, _VALUE = "pair", "synonym", "link", "source", "value"


def recall(scope: Scope) -> Answers:
    """The decisions of the last run; none if there was none."""
    return answers_of((kind, told) for _, kind, told in scope.rows(DECISION, "place", "kind", "told"))


def remember(scope: Scope, answers: Answers) -> None:
    """Keep these decisions in place of those before."""
    scope.clear(DECISION)
    rows = ({"place": place, "kind": kind, "told": told} for place, (kind, told) in enumerate(told_rows(answers), 1))
    scope.add(DECISION, list(rows))


def told_rows(answers: Answers) -> list[Told]:
    """Each decision as its kind and its text."""
    rows = [(_PAIR, _pair_text(answer)) for answer in answers.pairs]
    rows += [(_SYNONYM, _synonym_text(synonym)) for synonym in answers.synonyms]
    rows += [(_LINK, _link_text(answer)) for answer in answers.links]
    rows += [(_SOURCE, _source_text(case)) for case in answers.sources]
    return rows + [(_VALUE, _value_text(case)) for case in answers.values if case.word]


def answers_of(rows: Iterable[Told]) -> Answers:
    """The decisions of `told_rows`."""
    told = [(kind, json.loads(text)) for kind, text in rows]
    pairs = tuple(_pair(values) for kind, values in told if kind == _PAIR)
    synonyms = tuple(_synonym(values) for kind, values in told if kind == _SYNONYM)
    links = tuple(_link(values) for kind, values in told if kind == _LINK)
    sources = tuple(_source(values) for kind, values in told if kind == _SOURCE)
    chosen = tuple(_value(values) for kind, values in told if kind == _VALUE)
    return Answers(pairs, synonyms, links=links, sources=sources, values=chosen)


def about(row: Told) -> tuple[str, str]:
    """What a decision is about: its kind, and the two in whatever words they stand in the documents of the day."""
    kind, values = row[0], json.loads(row[1])
    if kind == _SOURCE:
        return kind, values["source"]
    if kind == _VALUE:
        case = value_of(values["value"])
        return kind, json.dumps([case.item, case.field])
    if kind == _SYNONYM:
        return kind, json.dumps([values["word"], values["meant"]])
    sides = json.loads(values["key"])
    # The last fingerprint is the oldest: the words that were decided on first.
    return kind, json.dumps([(sides[name].get("prints") or [sides[name]["action"]])[-1] for name in ("a", "b")])


def _pair_text(answer: Answer) -> str:
    return _ruled_text(pair_key(answer.a, answer.b), answer)


def _link_text(answer: LinkAnswer) -> str:
    return _ruled_text(pair_key(answer.before, answer.after), answer)


def _ruled_text(key: str, answer: Answer | LinkAnswer) -> str:
    remark = answer.remark
    values = {"key": key, "ruling": answer.ruling or "", "word": answer.word}
    return _text(values | {"who": remark.who, "day": remark.day, "note": remark.note})


def _synonym_text(synonym: Synonym) -> str:
    remark = synonym.remark
    values: dict[str, Any] = {"word": synonym.word, "meant": synonym.meant, "examples": list(synonym.examples)}
    values |= {"approved": synonym.approved, "written": synonym.written}
    return _text(values | {"who": remark.who, "day": remark.day, "note": remark.note})


def _source_text(case: SourceCase) -> str:
    remark = case.remark
    values = {"source": source_key(case), "ruling": case.ruling or "", "word": case.word}
    return _text(values | {"who": remark.who, "day": remark.day, "note": remark.note})


def _value_text(case: ValueCase) -> str:
    remark = case.remark
    values = {"value": value_key(case), "ruling": case.word, "file": case.file}
    return _text(values | {"who": remark.who, "day": remark.day, "note": remark.note})


def _text(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def _pair(told: dict[str, Any]) -> Answer:
    a, b = pair_of(told["key"])
    return Answer(a, b, Ruling(told["ruling"]) if told["ruling"] else None, told["word"], _remark(told))


def _link(told: dict[str, Any]) -> LinkAnswer:
    before, after = pair_of(told["key"])
    ruling = LinkRuling(told["ruling"]) if told["ruling"] else None
    return LinkAnswer(before, after, ruling, told["word"], _remark(told))


def _synonym(told: dict[str, Any]) -> Synonym:
    examples = tuple(told["examples"])
    return Synonym(told["word"], told["meant"], told["approved"], told["written"], _remark(told), examples)


def _source(told: dict[str, Any]) -> SourceCase:
    ruling = SourceRuling(told["ruling"]) if told["ruling"] else None
    return replace(source_of(told["source"]), ruling=ruling, word=told["word"], remark=_remark(told))


def _value(told: dict[str, Any]) -> ValueCase:
    return replace(value_of(told["value"]), word=told["ruling"], file=told["file"], remark=_remark(told))


def _remark(told: dict[str, Any]) -> Remark:
    return Remark(told["who"], told["day"], told["note"])
