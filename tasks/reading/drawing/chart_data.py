"""The numbers and names that a chart shows, as stored in it: the workbook behind it is not opened."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from tasks.model.blocks import CellValue
from tasks.reading.contents import Tally
from tasks.reading.drawing.names import CX, C
from tasks.reading.notation.number_formats import date_format, from_serial, shown_number
from tasks.reading.xml import number

_NUMBERS: Final = (C + "numCache", C + "numLit")
_CACHES: Final = (*_NUMBERS, C + "strCache", C + "strLit", C + "multiLvlStrCache")
_CATEGORIES: Final = (C + "cat", C + "xVal")
_VALUES: Final = (C + "yVal", C + "val", C + "bubbleSize")
_ON: Final = frozenset({"1", "true"})


@dataclass(frozen=True, slots=True)
class Point:
    """What stands at one place: the text shown, its value, its number format; how many characters were stored."""

    text: str
    characters: int
    value: CellValue = None
    number_format: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the chart's data: its name and its points by place.

    `spans`: a point covers the gaps below it; `hidden`: the series was filtered out.
    """

    name: str
    points: dict[int, Point]
    spans: bool = False
    hidden: bool = False

    @property
    def characters(self) -> int:
        """Characters stored for its points."""
        return sum(point.characters for point in self.points.values())


@dataclass(slots=True)
class _Data:
    """The text nodes used so far, the count, the way the workbook behind counts days."""

    used: set[etree._Element]
    tally: Tally
    since_1904: bool

    def words(self, element: etree._Element) -> str:
        """The text of a node that is used now."""
        self.used.add(element)
        return element.text or ""


def read_columns(root: etree._Element, used: set[etree._Element], tally: Tally) -> list[Column]:
    """The columns of a chart: categories, then each series; categories again where a series has others.

    Text nodes that went into them are added to `used`.
    """
    switch = root.find(C + "date1904")
    data = _Data(used, tally, switch is not None and switch.get("val", "1") in _ON)
    columns: list[Column] = []
    last: list[Column] = []
    for series in root.iter("{*}ser"):
        categories = _columns(series, _CATEGORIES, data)
        size = sum(column.characters for column in categories)
        if categories and categories != last:
            columns += categories
            last = categories
            tally.emitted += size
        else:
            tally.skip("repeated", size)
        columns += _values(series, data)
    return columns + list(_extended(root, data))


def _values(series: etree._Element, data: _Data) -> Iterator[Column]:
    """The values of a series under its name; a bubble's size has a column without a name."""
    name = _name(series.find(C + "tx"), data)
    filtered = not series.tag.startswith(C)
    columns = _columns(series, _VALUES, data) or [Column("", {})] * bool(name)
    for index, column in enumerate(columns):
        data.tally.emitted += column.characters
        yield replace(column, name="" if index else name, hidden=filtered)


def _name(source: etree._Element | None, data: _Data) -> str:
    nodes = () if source is None else source.iter(C + "v", CX + "v")
    words = [data.words(node) for node in nodes]
    data.tally.emitted += sum(map(len, words))
    return " ".join(words)


def _columns(series: etree._Element, tags: tuple[str, ...], data: _Data) -> list[Column]:
    """The columns of the sources with these tags; names in several levels give one each, the outermost first."""
    found = []
    for source in (element for tag in tags for element in series.iterfind(tag)):
        cache = next(source.iter(*_CACHES), None)
        if cache is not None:
            levels = cache.findall(C + "lvl") or [cache]
            columns = [Column("", _points(level, cache.tag in _NUMBERS, data)) for level in reversed(levels)]
            found += [replace(column, spans=True) for column in columns[:-1]] + columns[-1:]
    return found


def _points(parent: etree._Element, numbers: bool, data: _Data) -> dict[int, Point]:
    code = (parent.findtext(C + "formatCode") or "").strip() if numbers else ""
    points: dict[int, Point] = {}
    for point in parent.iterfind(C + "pt"):
        node, place = point.find(C + "v"), number(point.get("idx"))
        if node is not None and place not in points:
            points[place] = _point(data.words(node), point.get("formatCode", code), numbers, data)
    return points


def _point(words: str, code: str, is_number: bool, data: _Data) -> Point:
    try:
        value = float(words) if is_number else None
    except ValueError:
        value = None
    if value is None or not abs(value) < float("inf"):
        return Point(words, len(words))
    dates = date_format(code)
    if dates is None:
        return Point(shown_number(value, code), len(words), value, code)
    moment, shown = from_serial(value, dates, data.since_1904)
    return Point(shown, len(words), moment, code)


def _extended(root: etree._Element, data: _Data) -> Iterator[Column]:
    """The data of the newer kinds of chart (waterfall, funnel, tree map)."""
    names = {s.find(CX + "dataId"): s.find(CX + "tx") for s in root.iter(CX + "series")}
    by_id = {identity.get("val", ""): text for identity, text in names.items() if identity is not None}
    for block in root.iterfind(f"{CX}chartData/{CX}data"):
        for dimension in block:
            is_number = dimension.tag == CX + "numDim"
            name = _name(by_id.pop(block.get("id", ""), None), data) if is_number else ""
            for level in reversed(dimension.findall(CX + "lvl")):
                points = {
                    number(p.get("idx")): _point(data.words(p), level.get("formatCode", ""), is_number, data)
                    for p in level.iterfind(CX + "pt")
                }
                column = Column(name, points)
                data.tally.emitted += column.characters
                yield column
