"""Small old files with one difficulty each, against the answers written down beside them."""

import json
from functools import cache
from typing import Any

import pytest

from tasks.model.blocks import Block, Heading, ListItem, Table
from tasks.reading.contents import Contents
from tasks.reading.legacy.doc.document import read_doc, read_doc_alone
from tasks.reading.legacy.xls.workbook import read_xls
from tests.reading.packages import PATHOLOGIES, drawn

FOLDER = PATHOLOGIES / "legacy"
TRUTH: dict[str, dict[str, Any]] = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture(params=["LibreOffice", "alone"])
def way(request: pytest.FixtureRequest) -> str:
    """Both ways to read a .doc."""
    if request.param == "LibreOffice":
        request.getfixturevalue("libreoffice")
    return str(request.param)


@cache
def read(name: str, way: str) -> Contents:
    data = (FOLDER / f"{name}.doc").read_bytes()
    return read_doc(data) if way == "LibreOffice" else read_doc_alone(data)


def first_table(blocks: tuple[Block, ...]) -> Table:
    return next(block for block in blocks if isinstance(block, Table))


@pytest.mark.parametrize("name", ["D02_vmerge", "D03_header2"])
def test_merged_cells(name: str, way: str) -> None:
    assert drawn(first_table(read(name, way).blocks)) == TRUTH[name]["grid"]


def test_automatic_numbers(way: str) -> None:
    found = read("D05_numbering", way).blocks
    labels = {block.text: block.label for block in found if isinstance(block, ListItem | Heading)}
    labels |= {row[1]: row[0] for row in drawn(first_table(found))}
    truth = TRUTH["D05_numbering"]["labels"]
    assert {word: labels.get(word) for word in truth} == truth


def test_several_items_in_a_cell_stay_apart(way: str) -> None:
    text = "\n".join(
        cell.text if isinstance(block, Table) else block.text
        for block in read("D11_multiitem", way).blocks
        for cell in (block.cells if isinstance(block, Table) else (block,))
    )
    for first, second in TRUTH["D11_multiitem"]["separated"]:
        assert set(text[text.index(first) + len(first) : text.index(second)]) & set("\n\t"), (first, second)


def test_a_workbook_with_merged_cells() -> None:
    found = read_xls((FOLDER / "X02_merged.xls").read_bytes())
    assert drawn(first_table(found.blocks)) == TRUTH["X02_merged"]["grid"]
    assert found.receipt.remainder == 0


@pytest.mark.parametrize("name", [name for name in TRUTH if name.startswith("D")])
def test_both_ways_give_the_same_blocks(name: str, libreoffice: str) -> None:
    assert read(name, "LibreOffice").blocks == read(name, "alone").blocks
