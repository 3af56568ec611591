"""Decisions as the last run had them, in the plan's database: they hold when no file of decisions can be read."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from tasks.memory.ledger import BACKUP
from tasks.model.decision_keys import pair_key, pair_of
from tasks.model.decisions import Answer, Answers, LinkAnswer, LinkRuling, Remark, Ruling, Synonym

_TABLE = "CREATE TABLE IF NOT EXISTS decided (place INTEGER PRIMARY KEY, kind TEXT NOT NULL, told TEXT NOT NULL)"
_PAIR, _SYNONYM, _LINK = "pair", "synonym", "link"


def recall(path: Path) -> Answers:
    """The decisions of the last run; none if there was none, or if the database and its last copy are damaged."""
    for candidate in (path, path.with_name(path.name + BACKUP)):
        try:
            return _read(candidate)
        except (sqlite3.DatabaseError, ValueError, KeyError, TypeError):
            continue
    return Answers()


def remember(path: Path, answers: Answers) -> None:
    """Keep these decisions in place of those before, all or none of them. Raises sqlite3.OperationalError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [(_PAIR, _pair_text(answer)) for answer in answers.pairs]
    rows += [(_SYNONYM, _synonym_text(synonym)) for synonym in answers.synonyms]
    rows += [(_LINK, _link_text(answer)) for answer in answers.links]
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(_TABLE)
        database.execute("DELETE FROM decided")
        database.executemany("INSERT INTO decided (kind, told) VALUES (?, ?)", rows)


def _read(path: Path) -> Answers:
    """Raises sqlite3.DatabaseError if there is no such file or table."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
        rows = database.execute("SELECT kind, told FROM decided ORDER BY place").fetchall()
    told = [(kind, json.loads(text)) for kind, text in rows]
    pairs = tuple(_pair(values) for kind, values in told if kind == _PAIR)
    synonyms = tuple(_synonym(values) for kind, values in told if kind == _SYNONYM)
    return Answers(pairs, synonyms, links=tuple(_link(values) for kind, values in told if kind == _LINK))


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


def _remark(told: dict[str, Any]) -> Remark:
    return Remark(told["who"], told["day"], told["note"])
