"""Number formats of a workbook: is it a date, and what does a person see (ISO/IEC 29500-1, 18.8.30 and .31)."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Final

from tasks.model.blocks import CellValue

BUILT_IN: Final = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 49: "@",
}  # fmt: skip
"""Formats without a text of their own. 14 and 22 follow the user's system: day first, as in Indonesia."""

_INDONESIAN: Final = re.compile(r"\[\$[^\]]*-(?:[0-9a-f]*)0?421\]|\[\$-id", re.IGNORECASE)
_TOKEN: Final = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<money>[^\]-]*)[^\]]*\]|\[(?P<elapsed>h+|m+|s+)\]|\[[^\]]*\]'
    r"|(?P<noon>AM/PM|A/P)|(?P<fraction>(?<=s)\.0+)|(?P<date>y+|m+|d+|h+|s+|e+|b+)|_.|\*.|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_EPOCH_1900: Final = datetime.combine(date(1899, 12, 30), time())
_EPOCH_1904: Final = datetime.combine(date(1904, 1, 1), time())
_LAST_DAY: Final = 2_958_466
_FALSE_LEAP_DAY: Final = 60
LARGE: Final = 1e15
"""Excel keeps 15 digits; whole numbers from here on are shown with an exponent."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a date format: letters of one kind ("mmm"), or literal words."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class DateFormat:
    """A format that shows dates: which parts it shows, in which language."""

    tokens: tuple[Token, ...]
    language: str
    has_day: bool
    has_time: bool
    elapsed: bool


@cache
def date_format(code: str) -> DateFormat | None:
    """The format as one of dates; None if it shows numbers or text."""
    section = _first_section(code)
    tokens = tuple(_tokens(section))
    kinds = {t.kind[0] for t in tokens if t.kind not in {"literal", "digit"}}
    if not kinds or any(t.kind == "digit" for t in tokens) or section.strip().lower() == "general":
        return None
    return DateFormat(
        tokens,
        "id" if _INDONESIAN.search(code) else "en",
        bool(kinds & set("ydMeb")),
        bool(kinds & set("hsnpf")),
        any(t.words.startswith("[") for t in tokens),
    )


def _first_section(code: str) -> str:
    for match in _TOKEN.finditer(code):
        if match["other"] == ";":
            return code[: match.start()]
    return code


def _tokens(section: str) -> list[Token]:
    tokens = [t for t in map(_token, _TOKEN.finditer(section)) if t is not None]
    timed = [i for i, t in enumerate(tokens) if t.kind != "literal"]
    for at, index in enumerate(timed):
        token = tokens[index]
        before = tokens[timed[at - 1]].kind if at else ""
        after = tokens[timed[at + 1]].kind if at + 1 < len(timed) else ""
        # m is a minute next to hours or seconds, else a month.
        if token.kind == "m":
            minute = len(token.words.strip("[]")) <= 2 and (before == "h" or after == "s" or "[" in token.words)
            tokens[index] = Token("n" if minute else "M", token.words)
    return tokens


def _token(match: re.Match[str]) -> Token | None:
    if match["date"]:
        return Token(match["date"][0].lower(), match["date"].lower())
    if match["elapsed"]:
        return Token(match["elapsed"][0].lower(), f"[{match['elapsed'].lower()}]")
    if match["noon"]:
        return Token("p", match["noon"])
    if match["fraction"]:
        return Token("f", match["fraction"])
    if match["other"] and match["other"] in "0#?@%":
        return Token("digit", match["other"])
    words = match["quoted"] or match["escaped"] or match["money"] or match["other"] or ""
    return Token("literal", words) if words else None


def from_serial(serial: float, code: DateFormat, since_1904: bool) -> tuple[CellValue, str]:
    """The date that a number stands for under a date format, and the text shown; the number itself if none is."""
    if code.elapsed or not 0 <= serial < _LAST_DAY:
        return serial, _elapsed(serial, code) if code.elapsed and serial >= 0 else general(serial)
    moment = _moment(serial, since_1904)
    text = "".join(_shown(t, moment, code) for t in code.tokens)
    if not code.has_day and serial < 1:
        return moment.time(), text
    if not code.has_time or not serial % 1:
        return moment.date(), text
    return moment, text


def _moment(serial: float, since_1904: bool) -> datetime:
    if since_1904:
        return _EPOCH_1904 + timedelta(days=int(serial), seconds=round(serial % 1 * 86_400))
    # Excel counts a 29 February 1900 that never was.
    days = int(serial) + (1 if serial < _FALSE_LEAP_DAY else 0)
    return _EPOCH_1900 + timedelta(days=days, seconds=round(serial % 1 * 86_400))


def _elapsed(serial: float, code: DateFormat) -> str:
    seconds = round(serial * 86_400)
    parts = {"h": seconds // 3600, "n": seconds // 60 % 60, "s": seconds % 60}
    whole = {"[h": seconds // 3600, "[m": seconds // 60, "[s": seconds}
    words = []
    for token in code.tokens:
        if token.kind == "literal":
            words.append(token.words)
        elif token.kind in parts:
            size = len(token.words.strip("[]"))
            words.append(f"{whole.get(token.words[:2], parts[token.kind]):0{size}d}")
    return "".join(words)


def _shown(token: Token, moment: datetime, code: DateFormat) -> str:
    if token.kind == "literal":
        return token.words
    if token.kind in {"M", "d"} and len(token.words) > 2:
        return _name(token, moment, code.language)
    if token.kind in {"y", "e", "b"}:
        return f"{moment.year:04d}" if len(token.words) > 2 or token.kind == "e" else f"{moment.year % 100:02d}"
    if token.kind == "p":
        return "PM" if moment.hour >= 12 else "AM"
    if token.kind == "f":
        return ""
    twelve = any(t.kind == "p" for t in code.tokens)
    hour = (moment.hour - 1) % 12 + 1 if twelve else moment.hour
    number = {"M": moment.month, "d": moment.day, "h": hour, "n": moment.minute, "s": moment.second}[token.kind]
    return f"{number:0{min(len(token.words), 2)}d}"


def _name(token: Token, moment: datetime, language: str) -> str:
    kind, number = ("day", moment.isoweekday()) if token.kind == "d" else ("month", moment.month)
    name, short = _names()[language, kind, number]
    if kind == "month" and len(token.words) == 5:
        return name[:1]
    return name if len(token.words) > 3 else short


@cache
def _names() -> Mapping[tuple[str, str, int], tuple[str, str]]:
    """Long and short names of months and days by language, kind and number (Monday is day 1)."""
    with (Path(__file__).parent / "date_names.csv").open(encoding="utf-8", newline="") as lines:
        return {(r["language"], r["kind"], int(r["number"])): (r["name"], r["short"]) for r in csv.DictReader(lines)}


def general(number: float) -> str:
    """A number with all its digits and no separators, as in a cell that is wide enough."""
    if -LARGE < number < LARGE and number == int(number):
        return str(int(number))
    return f"{number:.10g}"


@cache
def is_general(code: str) -> bool:
    """Whether all numbers look the same under a format as under none, their separators and currency left away."""
    return date_format(code) is None and all(shown_number(n, code) == general(n) for n in (0.0, 1.0))


def shown_number(number: float, code: str) -> str:
    """A number under a format: percent and leading zeros as shown, separators and currency left away."""
    section = _first_section(code)
    if "%" in section:
        places = len(re.sub(r"[^0#?]", "", section.partition(".")[2]))
        return f"{number * 100:.{places}f}%"
    digits = section.replace('"', "")
    if digits.strip("0") == "" and len(digits) > 1 and number == int(number) and number >= 0:
        return f"{int(number):0{len(digits)}d}"
    return general(number)


def iso_value(words: str) -> tuple[CellValue, str]:
    """A cell of type "d", which strict workbooks write: the date and its text; the words if they are none."""
    try:
        moment = datetime.fromisoformat(words.rstrip("Z"))
    except ValueError:
        return words, words
    day = f"{moment.day:02d}/{moment.month:02d}/{moment.year:04d}"
    if moment.time() == time():
        return moment.date(), day
    return moment, f"{day} {moment.hour:02d}:{moment.minute:02d}"
