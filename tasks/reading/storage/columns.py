"""Packed cells as a few long columns of JSON, and back: a million short lists would take longer than all else.

Numbers stand as base64 of their bytes, least first; a text or date that occurs often stands there once.
"""

import sys
from array import array
from binascii import a2b_base64, b2a_base64
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from itertools import compress
from operator import eq, not_
from typing import Any, Final

from tasks.model.blocks import Cell, CellValue
from tasks.model.packed import CellLook, PackedCells

_SIZES: Final = (("B", 1 << 8), ("H", 1 << 16), ("I", 1 << 32))
_PLAIN: Final = frozenset({int, float, bool, str, type(None)})
_FROM_ISO: Final[Mapping[str, Callable[[str], CellValue]]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
}


def encode_value(value: CellValue) -> object:
    """A value of a cell as JSON: itself, or a list of its kind and its words."""
    if isinstance(value, datetime):
        return ["datetime", value.isoformat()]
    if isinstance(value, date):
        return ["date", value.isoformat()]
    return ["time", value.isoformat()] if isinstance(value, time) else value


def decode_value(data: Any) -> CellValue:
    """The value of a cell. Raises ValueError, KeyError or TypeError if there is none like that."""
    if isinstance(data, list):
        kind, words = data
        return _FROM_ISO[kind](words)
    if data is None or isinstance(data, str | int | float):
        return data
    raise ValueError(data)


def encode_columns(cells: PackedCells) -> list[object]:
    """All columns but `others`."""
    texts = {text: number for number, text in enumerate(dict.fromkeys(cells.texts))}
    looks = [[getattr(look, name) for name in CellLook.__slots__] for look in cells.kinds]
    return [
        cells.locate,
        cells.first_row,
        _pack(cells.rows),
        _pack(cells.cols),
        list(texts),
        _pack(array("I", map(texts.__getitem__, cells.texts))),
        None if cells.values is None else _encode_values(cells.values, cells.texts),
        _pack(cells.looks),
        looks,
    ]


def decode_columns(data: list[Any], others: Mapping[int, Cell]) -> PackedCells:
    """The cells again. Raises ValueError, KeyError, IndexError or TypeError if the columns are none."""
    locate, first_row, rows, cols, distinct, numbers, values, looks, kinds = data
    if not all(isinstance(text, str) for text in distinct):
        raise ValueError("texts")
    texts = list(map(distinct.__getitem__, _unpack(numbers)))
    return PackedCells(
        locate,
        first_row,
        _unpack(rows),
        _unpack(cols),
        texts,
        None if values is None else _decode_values(values, texts),
        _unpack(looks),
        [CellLook(*look) for look in kinds],
        others,
    )


def _encode_values(values: list[CellValue], texts: list[str]) -> list[object]:
    """Which values are the text of the cell; the others in their order, dates by their number in a list."""
    same = bytes(map(eq, values, texts))
    moments: dict[CellValue, int] = {}
    rest: list[object] = [
        value if type(value) in _PLAIN else [moments.setdefault(value, len(moments))]
        for value in compress(values, map(not_, same))
    ]
    return [_pack(array("B", same)), rest, [encode_value(moment) for moment in moments]]


def _decode_values(data: list[Any], texts: list[str]) -> list[CellValue]:
    packed, rest, moments = data
    same, values = _unpack(packed), list(map(decode_value, moments))
    others = [values[value[0]] if type(value) is list else value for value in rest]
    if len(same) != len(texts) or same.count(0) != len(others):
        raise ValueError("values")
    following = iter(others)
    return [text if is_text else next(following) for text, is_text in zip(texts, same, strict=True)]


def _pack(numbers: "array[int]") -> str:
    largest = max(numbers, default=0)
    code = next(code for code, limit in _SIZES if largest < limit)
    return code + b2a_base64(_least_first(array(code, numbers)).tobytes(), newline=False).decode("ascii")


def _unpack(words: str) -> "array[int]":
    code = words[:1]
    if code not in {name for name, _ in _SIZES}:
        raise ValueError(code)
    return _least_first(array(code, a2b_base64(words[1:])))


def _least_first(numbers: "array[int]") -> "array[int]":
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
