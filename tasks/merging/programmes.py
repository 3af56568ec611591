"""The programme of an item from those of its records, and the words that all its tags came from."""

from collections.abc import Mapping, Sequence

from tasks.model.values import joined, parts

_INFERRED = ("programme: title", "programme: group")
"""Marks of a programme that the action does not tell, the surer first."""


def programme(records: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """The programme that the surest record gives, the first of equals, and the item's tags_from.

    The words of a record's own action are surest, then a title above it, then its group's name.
    """
    chosen = min(records, key=_doubt)["programme"]
    told = [source for record in records for source in parts(record["tags_from"])]
    kept = [s for s in told if not s.startswith("programme ") or s.startswith(f"programme {_plain(chosen)}: ")]
    return {"programme": chosen, "tags_from": joined(kept)}


def _plain(name: str) -> str:
    """A name as tags_from holds it, where `;` parts values."""
    return name.replace(";", ",")


def _doubt(record: Mapping[str, str]) -> int:
    marks = parts(record["inferred"])
    return next((n for n, mark in enumerate(_INFERRED, 1) if mark in marks), 0)
