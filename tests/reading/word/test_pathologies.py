"""Small Word files with one difficulty each, against the answers written down beside them."""

import json
from typing import Any

import pytest

from tasks.model.blocks import Block, Heading, ListItem, Note, Paragraph, Table
from tasks.reading.word.document import read_word
from tests.reading.packages import PATHOLOGIES, drawn

FOLDER = PATHOLOGIES / "docx"
TRUTH: dict[str, dict[str, Any]] = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))
BEYOND = {
    # What blocks have no word for: comments, headers and footers of the page, numbers of pages.
    "D07_comments": {"COMMENTBODY", "CELLCOMMENT"},
    "D19_notes": {"HEADERTXT", "FOOTERTXT", "HDRTBL"},
}


def blocks(name: str) -> tuple[Block, ...]:
    path = next(FOLDER.glob(f"{name}.doc?"))
    return read_word(path.read_bytes()).blocks


def flat(found: tuple[Block, ...]) -> list[Paragraph | ListItem | Heading]:
    lines: list[Paragraph | ListItem | Heading] = []
    for block in found:
        if isinstance(block, Table):
            for cell in block.cells:
                lines += flat(cell.blocks)
        elif not isinstance(block, Note):
            lines.append(block)
    return lines


def words(found: tuple[Block, ...]) -> str:
    return "\n".join(line.text for line in flat(found))


def with_key(key: str) -> list[str]:
    return [name for name in TRUTH if key in TRUTH[name]]


@pytest.mark.parametrize("name", with_key("grid"))
def test_tables_have_the_right_grid(name: str) -> None:
    tables = [block for block in blocks(name) if isinstance(block, Table)]
    expected = [TRUTH[name][key] for key in ("grid", "grid2") if key in TRUTH[name]]
    assert [drawn(found) for found in tables[: len(expected)]] == expected


@pytest.mark.parametrize("name", with_key("present"))
def test_every_word_that_a_person_sees_is_there(name: str) -> None:
    text = words(blocks(name))
    assert {word for word in TRUTH[name]["present"] if word not in text} == BEYOND.get(name, set())


@pytest.mark.parametrize("name", with_key("absent"))
def test_what_nobody_sees_is_left_out(name: str) -> None:
    text = words(blocks(name))
    assert [word for word in TRUTH[name]["absent"] if word in text] == []


@pytest.mark.parametrize("name", with_key("once"))
def test_text_boxes_and_moved_text_come_once(name: str) -> None:
    text = words(blocks(name))
    assert [text.count(word) for word in TRUTH[name]["once"]] == [1] * len(TRUTH[name]["once"])


@pytest.mark.parametrize("name", with_key("absent_or_flag"))
def test_hidden_text_is_flagged_and_prompts_are_left_out(name: str) -> None:
    for line in flat(blocks(name)):
        if any(word in line.text for word in TRUTH[name]["absent_or_flag"]):
            assert not isinstance(line, Heading)
            assert {"hidden", "placeholder"} & {span.kind for span in line.spans}


def test_struck_text_is_flagged() -> None:
    line = next(line for line in flat(blocks("D10_hidden")) if "STRIKETXT" in line.text)
    assert isinstance(line, Paragraph)
    assert [line.text[s.start : s.end].strip() for s in line.spans if s.kind == "struck"] == ["STRIKETXT"]


def test_automatic_numbers() -> None:
    labels = TRUTH["D05_numbering"]["labels"]
    found = blocks("D05_numbering")
    lines = {line.text: line.label for line in flat(found) if isinstance(line, ListItem | Heading)}
    cells = {row[1]: row[0] for block in found if isinstance(block, Table) for row in drawn(block)}
    assert {word: lines.get(word) or cells.get(word) for word in labels} == labels


def test_headings_by_localised_derived_and_outlined_styles() -> None:
    found = [block.text for block in blocks("D20_headings") if isinstance(block, Heading)]
    assert found == TRUTH["D20_headings"]["headings"]


def test_a_nested_table_keeps_its_place_between_the_paragraphs_of_its_cell() -> None:
    text = words(blocks("D04_nested"))
    places = [text.index(word) for word in TRUTH["D04_nested"]["order"]]
    assert places == sorted(places)
    assert all(word in text for word in TRUTH["D04_nested"]["tokens"])


def test_several_items_in_a_cell_stay_apart() -> None:
    text = words(blocks("D11_multiitem"))
    for first, second in TRUTH["D11_multiitem"]["separated"]:
        assert set(text[text.index(first) + len(first) : text.index(second)]) & set("\n\t"), (first, second)


def test_ticks_of_symbol_fonts_and_coloured_cells() -> None:
    (found,) = [block for block in blocks("D16_symbols") if isinstance(block, Table)]
    assert drawn(found)[1:] == [["SymA", "✓", "", "☑"], ["SymB", "", "✓", "✓"], ["SymC", "", "", ""]]
    assert [cell.fill for cell in found.cells if cell.row == 4] == ["", "00B050", "00B050", ""]
