"""Pictures of symbol fonts as characters."""

import pytest

from tasks.reading.notation.symbols import glyph, glyphs, is_symbol_font


@pytest.mark.parametrize(
    ("text", "font", "seen"),
    [
        ("\u00fc", "Wingdings", "✓"),
        ("\uf0fc", "Wingdings", "✓"),
        ("P", "Wingdings 2", "✓"),
        ("a", "Webdings", "✔"),
        ("\uf0b7", "Symbol", "•"),
        ("3", "Arial", "3"),
        ("√", "Wingdings", "√"),
        ("é", "Arial", "é"),
        ("P\n\tP", "Wingdings 2", "✓\n\t✓"),
        ("\uf0fc", "Font Tak Dikenal", "✓"),
    ],
)
def test_what_a_person_sees(text: str, font: str, seen: str) -> None:
    assert glyphs(text, font) == seen


def test_a_picture_that_is_not_listed_is_still_a_mark() -> None:
    assert glyph(0xF0FF, "Wingdings") == "•"


def test_names_of_fonts_ignore_case() -> None:
    assert is_symbol_font("WINGDINGS")
    assert not is_symbol_font("")
