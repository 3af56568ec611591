"""The hidden cell by which a row of the decisions file is known again, whatever people do to the rows around it."""

import json
from dataclasses import asdict, fields
from typing import Any

from tasks.model.decisions import Side, SourceCase, ValueCase

PAIR, SYNONYM, LINK, SOURCE = "renja:pair", "renja:synonym", "renja:link", "renja:source"
VALUE = "renja:value"
"""What heads the column of such cells: rows on two texts, on two words, on two texts of which one waits for the other,
on an accepted change whose source says something else by now; on a field on which sources disagree.

The cell of a link is that of a pair whose first side is what is waited for."""

LONGEST, LONGEST_OTHER = 6_000, 500
"""Characters of an action and of any other cell that are kept: both sides fit into what a cell takes (32,767)."""


def pair_key(a: Side, b: Side) -> str:
    """Both sides as one text."""
    return _text({"a": _shortened(a), "b": _shortened(b)})


def pair_of(key: str) -> tuple[Side, Side]:
    """The sides of `pair_key`. Raises ValueError for any other text."""
    told = _loaded(key)
    return _side(told.get("a")), _side(told.get("b"))


def side_key(side: Side) -> str:
    """One side as a text."""
    return _text(_shortened(side))


def side_of(key: str) -> Side:
    """The side of `side_key`. Raises ValueError for any other text."""
    return _side(_loaded(key))


def synonym_key(word: str, meant: str) -> str:
    """Two words as one text."""
    return _text({"meant": meant, "word": word})


def synonym_of(key: str) -> tuple[str, str]:
    """The words of `synonym_key`. Raises ValueError for any other text."""
    told = _loaded(key)
    if not isinstance(told.get("word"), str) or not isinstance(told.get("meant"), str):
        raise ValueError(key)
    return told["word"], told["meant"]


def source_key(case: SourceCase) -> str:
    """A changed source as a text."""
    return _text({name: getattr(case, name)[:LONGEST] for name in _OF_SOURCE})


def source_of(key: str) -> SourceCase:
    """The question of `source_key`. Raises ValueError for any other text."""
    told = _loaded(key)
    if set(told) != set(_OF_SOURCE) or not all(isinstance(value, str) for value in told.values()):
        raise ValueError(key)
    return SourceCase(**told)


def value_key(case: ValueCase) -> str:
    """A field on which sources disagree as a text."""
    return _text({name: getattr(case, name)[:LONGEST] for name in _OF_VALUE})


def value_of(key: str) -> ValueCase:
    """The question of `value_key`. Raises ValueError for any other text."""
    told = _loaded(key)
    if set(told) != set(_OF_VALUE) or not all(isinstance(value, str) for value in told.values()):
        raise ValueError(key)
    return ValueCase(**told)


_OF_VALUE = ("item", "field", "old", "action")
_OF_SOURCE = ("item", "field", "old", "new", "now", "by", "action")


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _loaded(key: str) -> dict[str, Any]:
    told = json.loads(key)
    if not isinstance(told, dict):
        raise ValueError(key)
    return told


def _shortened(side: Side) -> dict[str, Any]:
    told = {name: value[:LONGEST_OTHER] for name, value in asdict(side).items() if value and name != "prints"}
    return told | {"action": side.action[:LONGEST], "prints": list(side.prints)}


def _side(told: Any) -> Side:
    known = {f.name for f in fields(Side)} - {"prints"}
    if not isinstance(told, dict) or not isinstance(told.get("action"), str):
        raise ValueError("no text")
    cells = {name: str(value) for name, value in told.items() if name in known}
    prints = told.get("prints", [])
    return Side(**cells, prints=tuple(map(str, prints)) if isinstance(prints, list) else ())
