"""Programmes by level, a number in every cell that has one."""

import pytest

from tasks.rendering.catalogue import load
from tasks.rendering.pictures.overview import Cell, Line, overview
from tasks.rendering.pictures.palette import ink_on
from tests.rendering.pictures.drawn import LEVELS, NASTY, outside, sizes, words

SPEAK = load("id")


def line(name: str, *counts: int, money: str = "") -> Line:
    cells = {level: Cell(count, money) for level, count in zip(LEVELS, counts, strict=False)}
    return Line(name, cells, Cell(sum(counts), money))


def test_levels_stand_from_the_centre_and_numbers_in_their_cells() -> None:
    picture = overview([line("Satu", 3, 0, 12), line("Dua", 1, 2, 0)], line("Jumlah", 4, 2, 12), SPEAK)
    said = words(picture)
    assert [w for w in said if w in {"Pusat", "UPT Pusat", "Provinsi"}] == ["Pusat", "UPT Pusat", "Provinsi"]
    assert [w for w in said if w.isdigit()] == ["3", "12", "15", "1", "2", "3", "4", "2", "12", "18"]
    assert "Pusat 4; UPT Pusat 2; Provinsi 12" in picture.alt


def test_sums_stand_below_their_numbers() -> None:
    picture = overview([line("Satu", 3, money="Rp1,5 M")], line("Jumlah", 3, money="Rp1,5 M"), SPEAK)
    assert words(picture).count("Rp1,5 M") == 4


def test_any_words_fit_in_any_number_of_levels() -> None:
    counts = (1_234_567,) * 6
    picture = overview([line(NASTY, *counts, money="Rp1.234,5 T")], line(NASTY, *counts), SPEAK)
    assert min(sizes(picture)) >= 6.5
    assert outside(picture) == []


@pytest.mark.parametrize(
    "colour, share, ink", [("#1F3864", 0.9, "#FFFFFF"), ("#1F3864", 0.2, "#000000"), ("#000000", 1.0, "#FFFFFF")]
)
def test_ink_is_what_is_read_more_easily(colour: str, share: float, ink: str) -> None:
    assert ink_on(colour, share) == ink
