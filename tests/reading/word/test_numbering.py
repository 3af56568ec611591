"""Automatic numbers as Word shows them."""

import pytest

from tasks.model.blocks import Heading, ListItem
from tasks.reading.notation.numerals import letters, numeral, roman
from tests.reading.packages import p, read


def num(name: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{name}"/></w:numPr>'


def level(index: int, text: str, number_format: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def labels(body: str, definition: str, styles: str = "") -> list[str]:
    return [getattr(block, "label", "") for block in read(body, numbering=definition, styles=styles)]


def test_levels_count_on_and_start_anew_below_a_higher_one() -> None:
    definition = numbering(level(0, "%1."), level(1, "%1.%2"))
    body = p("a", num(1)) + p("b", num(1, 1)) + p("c", num(1, 1)) + p("d", num(1)) + p("e", num(1, 1))
    assert labels(body, definition) == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_a_level_told_never_to_restart_counts_on() -> None:
    definition = numbering(level(0, "%1."), level(1, "%2)", more='<w:lvlRestart w:val="0"/>'))
    body = p("a", num(1)) + p("b", num(1, 1)) + p("c", num(1)) + p("d", num(1, 1))
    assert labels(body, definition) == ["1.", "1)", "2.", "2)"]


def test_a_start_override_counts_anew_once_and_lists_share_their_counter() -> None:
    second = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{second}</w:num>'
    )
    body = p("a", num(1)) + p("b", num(1)) + p("c", num(2)) + p("d", num(2)) + p("e", num(1))
    assert labels(body, numbering(level(0, "%1."), nums=nums)) == ["1.", "2.", "1.", "2.", "3."]


def test_legal_numbering_shows_digits_only() -> None:
    definition = numbering(level(0, "BAB %1", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"))
    assert labels(p("a", num(1)) + p("b", num(1, 1)), definition) == ["BAB I", "1.1"]


def test_bullets_of_symbol_fonts_become_characters() -> None:
    ticks = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'
    definition = numbering(f'<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0FC;"/>{ticks}</w:lvl>')
    assert labels(p("a", num(1)), definition) == ["✓"]


def test_deleted_paragraphs_are_not_counted() -> None:
    deleted = f'<w:p><w:pPr>{num(1)}<w:rPr><w:del w:id="1"/></w:rPr></w:pPr></w:p>'
    body = p("a", num(1)) + deleted + p("b", num(1))
    assert labels(body, numbering(level(0, "%1."))) == ["1.", "2."]


def test_a_style_brings_its_number_and_a_paragraph_may_drop_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="J"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    definition = numbering(level(0, "%1."), level(1, "Bagian %2", more='<w:pStyle w:val="J"/>'))
    plain = p("b", '<w:pStyle w:val="J"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    found = read(p("a", '<w:pStyle w:val="J"/>') + plain, numbering=definition, styles=styles)
    assert found == (Heading("paragraph 1", "a", 1, "Bagian 1"), Heading("paragraph 2", "b", 1))


def test_numbers_in_cells_count_with_the_rest() -> None:
    cells = f"<w:tbl><w:tr><w:tc>{p('', num(1))}</w:tc></w:tr><w:tr><w:tc>{p('', num(1))}</w:tc></w:tr></w:tbl>"
    (found,) = read(cells, numbering=numbering(level(0, "%1.")))
    assert found.kind == "table"
    assert [cell.text.strip() for cell in found.cells] == ["1.", "2."]


def test_an_unknown_list_gives_a_plain_paragraph() -> None:
    assert labels(p("a", num(7)), numbering(level(0, "%1."))) == [""]


def test_a_list_item_knows_its_level() -> None:
    (found,) = read(p("a", num(1, 2)), numbering=numbering(level(2, "%3)", "lowerLetter")))
    assert found == ListItem("paragraph 1", "a", 2, "a)")


@pytest.mark.parametrize(
    ("number", "number_format", "words"),
    [
        (4, "lowerRoman", "iv"),
        (1999, "upperRoman", "MCMXCIX"),
        (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"),
        (7, "decimalZero", "07"),
        (12, "ordinal", "12th"),
        (22, "ordinal", "22nd"),
        (5, "chineseCounting", "5"),
    ],
)
def test_number_formats(number: int, number_format: str, words: str) -> None:
    assert numeral(number, number_format) == words


def test_numbers_without_numeral_stay_digits() -> None:
    assert (roman(0), roman(40_000), letters(0)) == ("0", "40000", "0")


def test_built_in_styles_for_lists_lie_at_the_level_of_their_name() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="L{n}"><w:name w:val="{name}"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for n, name in enumerate(("List Bullet", "List Bullet 2", "List Number 3"), 1)
    )
    body = "".join(p("a", f'<w:pStyle w:val="L{n}"/>') for n in (1, 2, 3))
    blocks = read(body, numbering=numbering(level(0, "•", "bullet")), styles=styles)
    assert [block.level for block in blocks if isinstance(block, ListItem)] == [0, 1, 2]
