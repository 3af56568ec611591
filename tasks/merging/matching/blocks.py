"""Pairs from blocks of rows with equal keys; a block that is too large is divided, its remains see their neighbours."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tasks.merging.arrays import Bools, Ints, holds, mixed, stretches

WINDOW = 24
"""In a block that no key divides further each row is compared with so many that stand next to it."""

NEAR = 2
"""In a block that is divided each row is compared with so many that stand next to it, whatever divides them."""

REACH = 100
"""With how many on either side of it in its block a row that leaves something open is compared."""

BATCH = 1 << 18
"""About how many pairs are handed out at a time."""

HIGHEST = 1 << 62
"""No key is larger."""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows under keys, rows with one key forming a block.

    wild: None, or which rows leave open what the key lacks; then only pairs with such a row count.
    """

    key: Ints
    row: Ints
    wild: Bools | None = None


def packed(*columns: Ints) -> Ints:
    """Several columns as one; equal rows have equal keys, the first column orders them first."""
    whole: Ints = np.zeros(len(columns[0]), np.int64)
    size = 1
    for column in columns if len(whole) else ():
        low, high = int(column.min()), int(column.max())
        if size * (high - low + 1) > HIGHEST:
            whole, size = _dense(whole)
        if size * (high - low + 1) > HIGHEST:
            column, high = _dense(column)
            low, high = 0, high - 1
        whole, size = whole * (high - low + 1) + (column - low), size * (high - low + 1)
    return whole


def _dense(column: Ints) -> tuple[Ints, int]:
    """The rank of each value among the distinct ones, and how many these are."""
    distinct, rank = np.unique(column, return_inverse=True)
    return rank.astype(np.int64), len(distinct)


def key(*columns: Ints) -> Ints:
    """Several columns as one; equal rows have equal keys, in an order that no column leads."""
    whole = np.zeros(len(columns[0]), np.uint64)
    for column in columns:
        whole = mixed(whole + column.astype(np.int64).view(np.uint64))
    return whole.view(np.int64)


def paired(
    block: Block, turn: Ints, finer: Sequence[Ints], limit: int, reach: int = REACH
) -> Iterator[tuple[Ints, Ints]]:
    """Pairs of rows (lower, higher) of each block, in batches.

    turn: of every row in an order by content; finer: columns that divide blocks of more than `limit` rows, one after
    the other; reach: see REACH.
    """
    if block.wild is not None:
        yield from _with_wild(block, turn, block.wild, reach)
        return
    rows, sizes, keys = _sorted(block.key, block.row, turn)
    full = sizes > limit
    yield from ahead(rows, np.where(full, np.minimum(rest(keys), NEAR), rest(keys)))
    yield from _divided(Block(keys[full], rows[full]), turn, finer, limit)


def _divided(block: Block, turn: Ints, finer: Sequence[Ints], limit: int) -> Iterator[tuple[Ints, Ints]]:
    rows, keys = block.row, block.key
    for column in finer:
        rows, sizes, keys = _sorted(packed(keys, column[rows]), rows, turn)
        full = sizes > limit
        yield from ahead(rows[~full], rest(keys[~full]))
        rows, keys = rows[full], keys[full]
    yield from ahead(rows, np.minimum(rest(keys), WINDOW))


def _with_wild(block: Block, turn: Ints, wild: Bools, reach: int) -> Iterator[tuple[Ints, Ints]]:
    rows, keys = block.row, block.key
    open_ = holds(np.sort(keys[wild]), keys)
    rows, keys, wild = rows[open_], keys[open_], wild[open_]
    order = np.argsort(packed(keys, turn[rows], wild.astype(np.int8)))
    for rightward in (order, order[::-1]):
        many = np.where(wild[rightward], np.minimum(rest(keys[rightward]), reach), 0)
        yield from ahead(rows[rightward], many)


def _sorted(keys: Ints, rows: Ints, turn: Ints) -> tuple[Ints, Ints, Ints]:
    """Rows in order of key and turn, each once a block; with the sizes of their blocks, and their keys."""
    order = np.argsort(packed(keys, turn[rows]))
    rows, keys = rows[order], keys[order]
    new = np.ones(len(rows), np.bool_)
    new[1:] = (rows[1:] != rows[:-1]) | (keys[1:] != keys[:-1])
    rows, keys = rows[new], keys[new]
    block = np.cumsum(np.diff(keys, prepend=keys[:1]) != 0)
    return rows, np.bincount(block)[block] if len(rows) else rows, keys


def rest(keys: Ints) -> Ints:
    """How many rows follow each in its block."""
    ends = np.diff(keys, append=keys[-1:] + 1) != 0
    last: Ints = np.flatnonzero(ends)[np.cumsum(ends) - ends]
    return last - np.arange(len(keys))


def ahead(rows: Ints, many: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Pairs of each row with so many that follow it."""
    done = np.cumsum(many)
    first = 0
    while first < len(rows):
        base = int(done[first - 1]) if first else 0
        last = max(int(np.searchsorted(done, base + BATCH, side="right")), first + 1)
        owner, step = stretches(many[first:last])
        a, b = rows[first + owner], rows[first + owner + step + 1]
        apart = a != b
        if len(a):
            yield np.minimum(a, b)[apart], np.maximum(a, b)[apart]
        first = last
