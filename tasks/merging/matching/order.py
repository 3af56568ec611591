"""Rows in another order: what belongs together next to each other, so that columns are read where they are warm."""

from dataclasses import fields, replace
from typing import Any

from tasks.merging.arrays import Ints
from tasks.merging.matching.features import Features
from tasks.merging.slots.sequences import Sequences
from tasks.merging.slots.sets import Sets


def reordered(features: Features, rows: Ints) -> Features:
    """The features of these rows, in this order, without their texts."""
    slots = {field.name: _column(getattr(features.slots, field.name), rows) for field in fields(features.slots)}
    told = {
        field.name: _column(getattr(features, field.name), rows)
        for field in fields(features)
        if field.name not in ("mentions", "lexicon", "slots")
    }
    return replace(features, mentions=features.mentions.columns(rows), slots=replace(features.slots, **slots), **told)


def _column(column: Any, rows: Ints) -> Any:
    if isinstance(column, Sequences):
        return column.taken(rows)
    return replace(column, code=column.code[rows]) if isinstance(column, Sets) else column[rows]
