"""Locators in people's words."""

import pytest

from tasks.model import locator
from tasks.rendering.locators import localise_locator


@pytest.mark.parametrize(
    "english, indonesian",
    [
        (locator.table_row(2, 5), "tabel 2, baris 5"),
        (locator.item(locator.table_row(1, 3), 2), "tabel 1, baris 3, butir 2"),
        (locator.paragraph(21), "paragraf 21"),
        (locator.csv_row(12), "baris 12"),
        ("slide 4", "salindia 4"),
        ("page 3", "halaman 3"),
        ("line 8", "baris teks 8"),
        (locator.sheet_row("Matriks", 7), "lembar 'Matriks', baris 7"),
        ("sheet 'row 3, page 4', row 7, item 2", "lembar 'row 3, page 4', baris 7, butir 2"),
        ("sheet 'Guru's', row 7", "lembar 'Guru's', baris 7"),
        ("sheet 'Data'", "lembar 'Data'"),
        ("orbit 4", "orbit 4"),
        ("", ""),
    ],
)
def test_every_kind_of_place_has_a_word(english: str, indonesian: str) -> None:
    assert localise_locator(english, "id") == indonesian
    assert localise_locator(english, "en") == english
