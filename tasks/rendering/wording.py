"""Values in people's words: periods, sums, levels and lists, in the language of a catalogue."""

import calendar
import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from babel.dates import format_date

from tasks.model.values import Level, Sense, parts
from tasks.rendering.catalogue import Catalogue

RUPIAH = "IDR"
_ISO_DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_INTERVAL = re.compile(r"(?<![\w./-])(\d{4}-\d\d-\d\d|\.\.)/(\d{4}-\d\d-\d\d|\.\.)(?![\w/-])")
_SUM = re.compile(r"^(?:([A-Z]{3}) )?(-?\d+)$")


def iso(cell: str) -> date | None:
    """The day of a table's cell; None if the cell is empty or holds no such day."""
    try:
        return date.fromisoformat(cell)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def days(start: date | None, end: date | None, speak: Catalogue) -> str:
    """From the first to the last day, saying no month or year twice: 8–11 Februari 2017, April–Juni 2017."""
    if start is None or end is None:
        return _open(start, end, speak)
    if start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
        return _months(start, end, speak)
    if start == end:
        return speak.day(end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{speak.day(end)}"
    if start.year == end.year:
        return f"{format_date(start, 'd MMMM', locale=speak.language)} – {speak.day(end)}"
    return f"{speak.day(start)} – {speak.day(end)}"


def _open(start: date | None, end: date | None, speak: Catalogue) -> str:
    if end is not None:
        return speak.text("period.by", day=speak.day(end))
    return "" if start is None else speak.text("period.from", day=speak.day(start))


def _months(start: date, end: date, speak: Catalogue) -> str:
    last = format_date(end, "MMMM y", locale=speak.language)
    if (start.year, start.month) == (end.year, end.month):
        return last
    first = format_date(start, "MMMM" if start.year == end.year else "MMMM y", locale=speak.language)
    return f"{first}–{last}" if start.year == end.year else f"{first} – {last}"


def period(start: str, end: str, sense: str, text: str, speak: Catalogue) -> str:
    """An item's time. The words as written stand alone where no day follows from them, beside it where it recurs."""
    first = None if sense == Sense.BY and end else iso(start)
    stated = days(first, iso(end), speak)
    if not stated:
        return speak.text("period.words", text=text) if text else speak.text("value.missing")
    if text and sense in {Sense.RECURRING, Sense.RELATIVE}:
        return speak.text("period.with-words", period=stated, text=text)
    return stated


def amounts(cell: str) -> Counter[str]:
    """The sums of a budget cell by currency; what is no sum is left out."""
    total: Counter[str] = Counter()
    for match in filter(None, map(_SUM.match, parts(cell))):
        total[match[1] or RUPIAH] += int(match[2])
    return total


def money(total: "Counter[str]", speak: Catalogue) -> str:
    """Sums as people write them, one line a currency, never added up across currencies; empty for none."""
    currencies = sorted(total, key=lambda c: (c != RUPIAH, c))
    return "\n".join(_sum(total[c], c, speak) for c in currencies)


def _sum(amount: int, currency: str, speak: Catalogue) -> str:
    mark = "Rp" if currency == RUPIAH else currency
    return f"{mark}\u00a0{speak.number(amount)}"


def budget(cell: str, speak: Catalogue) -> str:
    """A budget cell in words; what is no sum stays as it is written."""
    odd = [part for part in parts(cell) if not _SUM.match(part)]
    return "\n".join(filter(None, [money(amounts(cell), speak), *odd]))


def level(code: str, speak: Catalogue) -> str:
    """The name of a level of government."""
    return speak.text(f"level.{code}" if code in set(Level) else "level.other")


def level_rank(code: str) -> int:
    """Centre first, then down to the school."""
    order = [str(name) for name in Level]
    return order.index(code) if code in order else len(order)


def enumeration(values: Iterable[str], speak: Catalogue) -> str:
    """Several words as a list: a, b dan c."""
    *head, last = list(values) or [""]
    return speak.text("value.and", head=", ".join(head), last=last) if head else last


def lines(cell: str) -> str:
    """The values of a cell with several, one a line behind a dot; a single one as it is."""
    values = parts(cell)
    return "\n".join(f"•\u00a0{value}" for value in values) if len(values) > 1 else cell.strip()


def spoken_days(text: str, speak: Catalogue) -> str:
    """Text with every ISO day and every interval of two such days ("..": open) written out."""

    def spoken(match: re.Match[str]) -> str:
        day = iso(match.group())
        return speak.day(day) if day else match.group()

    def interval(match: re.Match[str]) -> str:
        return days(iso(match[1]), iso(match[2]), speak) or match[0]

    return _ISO_DAY.sub(spoken, _INTERVAL.sub(interval, text))
