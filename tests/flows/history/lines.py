"""Lines of texts and rows of CSV files as places that can be edited."""

import csv
import io
import re
from pathlib import Path

from tests.flows.history.places import File, Place


class Line(Place):
    """A line of text, or a row of cells."""

    def __init__(self, cells: list[str]) -> None:
        self.cells = cells

    def count(self, words: str) -> int:
        return sum(cell.count(words) for cell in self.cells) if words else 0

    def swap(self, old: str, new: str) -> None:
        at = next(n for n, cell in enumerate(self.cells) if old in cell)
        self.cells[at] = self.cells[at].replace(old, new, 1)


class Lines(File):
    """A text, a line a place; or a CSV file, a row a place."""

    def __init__(self, path: Path) -> None:
        data = path.read_bytes()
        self._code = "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else _code(data)
        text = data.decode(self._code)
        self._comma = "" if path.suffix == ".txt" else max(";,", key=text.splitlines()[0].count)
        rows = (
            csv.reader(io.StringIO(text, ""), delimiter=self._comma)
            if self._comma
            else ([line] for line in text.splitlines())
        )
        self._lines = [Line(list(row)) for row in rows]

    def place(self, locator: str) -> Place | None:
        number = re.fullmatch(r"(?:row|line) (\d+)", locator)
        return self._lines[int(number[1]) - 1] if number else None

    def movable(self, place: Place) -> bool:
        return True

    def drop(self, place: Place) -> None:
        self._lines = [line for line in self._lines if line is not place]

    def doubled(self, place: Place) -> Place:
        assert isinstance(place, Line)
        line = Line(list(place.cells))
        self._lines.insert(self._at(place) + 1, line)
        return line

    def together(self, one: Place, other: Place) -> bool:
        return True

    def exchange(self, one: Place, other: Place) -> None:
        a, b = self._at(one), self._at(other)
        self._lines[a], self._lines[b] = self._lines[b], self._lines[a]

    def _at(self, place: Place) -> int:
        return next(n for n, line in enumerate(self._lines) if line is place)

    def save(self, path: Path) -> None:
        out = io.StringIO("")
        if self._comma:
            csv.writer(out, delimiter=self._comma, lineterminator="\r\n").writerows(line.cells for line in self._lines)
        else:
            out.writelines(f"{line.cells[0]}\n" for line in self._lines)
        path.write_bytes(out.getvalue().encode(self._code))


def _code(data: bytes) -> str:
    try:
        data.decode()
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
