"""Ruling lines in pictures."""

import math

from tasks.reading.ocr.bitmap import Bitmap, ruled

SCALE = 72 / 250
PAPER, INK = 240, 30


class Canvas:
    """A grey picture to draw on, as large as a quarter of a page."""

    def __init__(self, width: int = 1000, height: int = 800) -> None:
        self.width, self.height = width, height
        self.pixels = bytearray([PAPER]) * (width * height)

    def box(self, left: int, top: int, right: int, bottom: int, grey: int = INK) -> None:
        for row in range(top, bottom):
            self.pixels[row * self.width + left : row * self.width + right] = bytes([grey]) * (right - left)

    def bitmap(self) -> Bitmap:
        return Bitmap(self.width, self.height, bytes(self.pixels), SCALE)


def test_lines_are_found_where_they_are_and_wiped_away() -> None:
    canvas = Canvas()
    canvas.box(100, 200, 900, 203)
    canvas.box(400, 100, 403, 700)
    ruling, clean = ruled(canvas.bitmap())
    assert [tuple(map(round, rule)) for rule in ruling.across] == [tuple(round(v * SCALE) for v in (201, 100, 900))]
    assert [tuple(map(round, rule)) for rule in ruling.down] == [tuple(round(v * SCALE) for v in (401, 100, 700))]
    assert ruling.slope == 0
    assert min(clean.pixels) == PAPER


def test_letters_and_short_dashes_are_no_lines() -> None:
    canvas = Canvas()
    for left in range(100, 900, 40):
        canvas.box(left, 300, left + 25, 304)
        canvas.box(left, 300, left + 4, 330)
    ruling, clean = ruled(canvas.bitmap())
    assert not ruling.across
    assert not ruling.down
    assert ruling.slope is None
    assert clean.pixels == bytes(canvas.pixels)


def test_a_slanting_line_is_straightened() -> None:
    canvas = Canvas()
    slope = math.tan(math.radians(0.7))
    for column in range(100, 900):
        top = round(300 + slope * column)
        canvas.box(column, top, column + 1, top + 4)
    ruling, _ = ruled(canvas.bitmap())
    assert ruling.slope is not None
    assert abs(ruling.slope - slope) < 0.001
    assert all(abs(rule.at - 301.5 * SCALE) < 0.5 for rule in ruling.across)


def test_a_dark_area_is_a_fill_with_edges() -> None:
    canvas = Canvas()
    canvas.box(100, 200, 900, 203)
    canvas.box(300, 203, 500, 260, 60)
    ruling, _ = ruled(canvas.bitmap())
    (fill,) = ruling.fills
    assert fill.colour == "3C3C3C"
    assert [round(v) for v in fill[:4]] == [round(v * SCALE) for v in (300, 203, 500, 259)]
    assert round(203 * SCALE) in {round(rule.at) for rule in ruling.across}
    assert round(300 * SCALE) in {round(rule.at) for rule in ruling.down}


def test_quarter_turns_go_with_the_clock() -> None:
    picture = Bitmap(3, 2, b"abcdef", 1.0)
    assert picture.turned(1) == Bitmap(2, 3, b"daebfc", 1.0)
    assert picture.turned(2) == Bitmap(3, 2, b"fedcba", 1.0)
    assert picture.turned(4) == picture
