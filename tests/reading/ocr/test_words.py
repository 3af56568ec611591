"""What tesseract answers, to words on lines."""

import pytest

from tasks.reading.layout.page import Word
from tasks.reading.ocr import words
from tasks.reading.ocr.bitmap import Bitmap
from tasks.reading.ocr.words import first_look, lines_of, surety, words_in
from tasks.reading.programs.tesseract import RecognitionError

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
Row = tuple[int, int, int, int, int, float, str]
"""Number of the line, left, top, width, height, confidence, text."""


def tsv(*rows: Row) -> bytes:
    """An answer with these words."""
    out = [HEAD, "1\t1\t0\t0\t0\t0\t0\t0\t900\t900\t-1\t"]
    out += [f"5\t1\t1\t1\t{n}\t1\t{x}\t{y}\t{w}\t{h}\t{sure}\t{text}" for n, x, y, w, h, sure, text in rows]
    return "\n".join(out).encode()


PICTURE = Bitmap(900, 900, b"\xff" * 810_000, 0.3)


def recognised(monkeypatch: pytest.MonkeyPatch, page: bytes, block: bytes = tsv()) -> None:
    """Has the program say this of a page, and that of what is left of it."""
    monkeypatch.setattr(words, "recognise", lambda picture, kind, seconds, part, dpi: page if part == "page" else block)


def both_looks(picture: Bitmap, slope: float | None) -> list[Word]:
    return words_in(picture, first_look(picture, 10), slope, 10)


def test_specks_and_pieces_of_lines_are_no_words() -> None:
    rows: list[Row] = [(1, 10, 10, 50, 20, 95, "Rapat"), (1, 70, 10, 5, 20, 12, "|"), (1, 80, 10, 20, 20, 30, "ao")]
    ((word,),) = lines_of(tsv(*rows))
    assert word.text == "Rapat"


def test_a_column_taken_for_one_word_is_looked_at_again() -> None:
    rows: list[Row] = [(n, 10, 40 * n, 90, 20, 95, "kata") for n in range(1, 6)]
    lines = lines_of(tsv(*rows, (9, 200, 40, 20, 200, 90, "nN")))
    assert [box.text for line in lines for box in line] == ["kata"] * 5


def test_words_of_a_line_share_size_and_base(monkeypatch: pytest.MonkeyPatch) -> None:
    recognised(
        monkeypatch,
        tsv((1, 10, 10, 60, 20, 95, "Dinas"), (1, 80, 10, 60, 26, 95, "jaga"), (1, 150, 18, 40, 12, 95, "nama")),
    )
    found = both_looks(PICTURE, 0.0)
    assert [word.text for word in found] == ["Dinas", "jaga", "nama"]
    assert len({(round(word.base, 3), word.size) for word in found}) == 1


def test_lines_of_text_tell_how_the_page_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[Row] = [
        (n, 10 + 100 * k, 100 * n + k, 80, 20, 95, "kata") for n in range(1, 5) for k in range(8)
    ]  # fmt: skip
    recognised(monkeypatch, tsv(*rows))
    bases = {round(word.base) for word in both_looks(PICTURE, None)}
    assert len(bases) == 4


def test_single_digits_and_marks_are_found_in_a_second_look(monkeypatch: pytest.MonkeyPatch) -> None:
    ink = bytearray(PICTURE.pixels)
    ink[900 * 500 : 900 * 500 + 200] = bytes(200)
    again: list[Row] = [
        (1, 10, 500, 10, 20, 90, "1"), (2, 10, 540, 10, 20, 45, "7"), (3, 60, 500, 18, 20, 50, "Xx"),
        (4, 90, 500, 40, 20, 80, "ka"),
    ]  # fmt: skip
    recognised(monkeypatch, tsv((1, 300, 10, 60, 20, 95, "Dinas")), tsv(*again))
    found = both_looks(Bitmap(900, 900, bytes(ink), 0.3), 0.0)
    assert [word.text for word in found] == ["Dinas", "1", "X"]


def test_a_failed_second_look_keeps_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    def recognise(picture: bytes, kind: str, seconds: float, part: str, dpi: int) -> bytes:
        if part == "block":
            raise RecognitionError
        return tsv((1, 300, 10, 60, 20, 95, "Dinas"))

    monkeypatch.setattr(words, "recognise", recognise)
    dark = Bitmap(900, 900, bytes(810_000), 0.3)
    assert [word.text for word in both_looks(dark, 0.0)] == ["Dinas"]


def test_how_sure_the_longer_words_are() -> None:
    rows: list[Row] = [
        (1, 10, 10, 60, 20, 90, "Dinas"),
        (1, 80, 10, 60, 20, 70, "Sosial"),
        (1, 150, 10, 40, 20, 60, "ab"),
    ]
    assert surety(lines_of(tsv(*rows))) == 80
    assert surety([]) == 0
