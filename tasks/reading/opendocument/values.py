"""What a cell of an OpenDocument spreadsheet holds as data, and the text that goes with it (ODF 1.3 part 3, 19.385).

Numbers are shown as in workbooks: with all their digits, without separators and currency, so that no reader has to
guess whether a point parts thousands or decimals. Dates and times keep the words that the program shows.
"""

import re
from datetime import datetime, time
from functools import lru_cache
from typing import Final

from lxml import etree

from tasks.model.blocks import CellValue
from tasks.reading.notation.number_formats import date_format, general, iso_value, shown_number
from tasks.reading.opendocument.names import OFFICE, TABLE

VALUE_TYPE: Final = OFFICE + "value-type"
FORMULA: Final = TABLE + "formula"
_VALUE: Final = OFFICE + "value"
_DATE: Final = OFFICE + "date-value"
_TIME: Final = OFFICE + "time-value"
_BOOLEAN: Final = OFFICE + "boolean-value"
_STRING: Final = OFFICE + "string-value"
_NUMBERS: Final = frozenset({"float", "percentage", "currency"})
_TRUTH: Final = {"TRUE": True, "FALSE": False}
_DURATION: Final = re.compile(r"P(?:(\d{1,6})D)?T?(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:\.\d+)?S)?")
_FRACTION: Final = re.compile(r"(\.\d{6})\d+")
_DAY: Final = 86_400
_REFERENCE: Final = re.compile(r"\[\.?([^\]\[]*)\]")


def typed(cell: etree._Element, words: str, code: str) -> tuple[CellValue, str]:
    """The value of a cell that says its type, and its text, given the words that stand in it and its format code."""
    kind = cell.get(VALUE_TYPE, "")
    if kind in _NUMBERS:
        found = _number(cell.get(_VALUE, ""), code, kind)
        if found is None or words.isalpha():
            # A truth value, or a format that shows a word in place of the number.
            return _TRUTH.get(words, words if found is None else found[0]), words
        return found
    if kind == "date":
        return _date(cell.get(_DATE, ""), words)
    if kind == "time":
        return _time(cell.get(_TIME, ""), words, code)
    if kind == "boolean":
        value = cell.get(_BOOLEAN) == "true"
        return value, words or str(value).upper()
    text = words or cell.get(_STRING, "")
    return text, text


@lru_cache(maxsize=50_000)
def _number(stored: str, code: str, kind: str) -> tuple[CellValue, str] | None:
    try:
        amount = float(stored)
    except ValueError:
        return None
    if amount != amount or abs(amount) == float("inf"):
        return None
    exact = int(amount) if amount == int(amount) and abs(amount) < 1e15 else amount
    if kind == "percentage" and "%" not in code:
        code = "0%"
    return exact, shown_number(amount, code) if code and date_format(code) is None else general(amount)


@lru_cache(maxsize=50_000)
def _date(stored: str, words: str) -> tuple[CellValue, str]:
    value, text = iso_value(_FRACTION.sub(r"\1", stored))
    if isinstance(value, datetime):
        value = value.replace(microsecond=0)
    return (words, words) if isinstance(value, str) and words else (value, words or text)


def _time(stored: str, words: str, code: str) -> tuple[CellValue, str]:
    """A time of the day, or a duration in days if its format goes beyond a day or it is that long."""
    match = _DURATION.fullmatch(stored)
    if match is None:
        return words, words
    days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    total = days * _DAY + hours * 3600 + minutes * 60 + seconds
    text = words or f"{total // 3600}:{total // 60 % 60:02d}:{total % 60:02d}"
    shape = date_format(code) if code else None
    if total >= _DAY or (shape is not None and shape.elapsed):
        return total / _DAY, text
    return time(total // 3600, total // 60 % 60, total % 60), text


def formula(cell: etree._Element) -> str:
    """A formula as people know it: "=SUM(B2:B3)" for "of:=SUM([.B2:.B3])"."""
    words = cell.get(FORMULA, "")
    head, equals, rest = words.partition("=")
    if not equals or not head.rstrip(":").isalnum():
        rest = words.removeprefix("=")
    return "=" + _REFERENCE.sub(lambda match: match[1].replace(":.", ":"), rest)
