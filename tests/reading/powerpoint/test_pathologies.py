"""Small decks with one difficulty each, against the answers written down beside them."""

import json
from typing import Any

import pytest

from tasks.model.blocks import Block, ListItem, Table
from tasks.reading.powerpoint.presentation import read_presentation
from tests.reading.packages import PATHOLOGIES, drawn

FOLDER = PATHOLOGIES / "pptx"
TRUTH: dict[str, dict[str, Any]] = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))


def blocks(name: str) -> tuple[Block, ...]:
    found = read_presentation((FOLDER / f"{name}.pptx").read_bytes())
    assert (found.receipt.remainder, found.problems) == (0, ())
    return found.blocks


def row(block: Block) -> list[str]:
    text = "" if isinstance(block, Table) else block.text
    return [block.kind, block.locator, getattr(block, "label", ""), text]


def test_every_file_has_its_truth() -> None:
    assert sorted(TRUTH) == sorted(path.stem for path in FOLDER.glob("*.pptx"))


@pytest.mark.parametrize("name", TRUTH)
def test_blocks_come_in_order_with_place_and_label(name: str) -> None:
    assert [row(block) for block in blocks(name)] == TRUTH[name]["blocks"]


@pytest.mark.parametrize("name", [name for name in TRUTH if "grid" in TRUTH[name]])
def test_tables_have_the_right_grid(name: str) -> None:
    assert [drawn(block) for block in blocks(name) if isinstance(block, Table)] == [TRUTH[name]["grid"]]


def test_hidden_slides_are_flagged() -> None:
    hidden = [block.locator for block in blocks("P02_group") if block.at.hidden]
    assert hidden == TRUTH["P02_group"]["hidden"]


def test_levels_and_links() -> None:
    items = {block.text: block for block in blocks("P04_list") if isinstance(block, ListItem)}
    assert {name: items[name].level for name in TRUTH["P04_list"]["levels"]} == TRUTH["P04_list"]["levels"]
    (link,) = [(s, item.text) for item in items.values() for s in item.spans]
    span, text = link
    assert {"text": text[span.start : span.end], "target": span.target} == TRUTH["P04_list"]["link"]


def test_charts_keep_their_numbers() -> None:
    (table,) = [block for block in blocks("P05_chart") if isinstance(block, Table)]
    assert [cell.value for cell in table.cells if cell.value is not None] == TRUTH["P05_chart"]["values"]
