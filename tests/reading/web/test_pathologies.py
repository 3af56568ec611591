"""Small web pages with one difficulty each, against the answers written down beside them."""

import json
from typing import Any

import pytest

from tasks.model.problem import Code
from tasks.reading.read import read_file
from tasks.reading.web.html import read_web_page
from tests.reading.packages import PATHOLOGIES, drawn, source, table

FOLDER = PATHOLOGIES / "html"
TRUTH: dict[str, dict[str, Any]] = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))


def test_every_file_has_its_truth() -> None:
    assert {path.name for path in FOLDER.iterdir()} - {"truth.json"} == set(TRUTH)


@pytest.mark.parametrize("name", TRUTH)
def test_tables_have_the_right_grid(name: str) -> None:
    found = read_web_page((FOLDER / name).read_bytes())
    assert drawn(table(found.blocks)) == TRUTH[name]["grid"]
    assert found.receipt.remainder == 0


def test_a_page_named_like_a_workbook_is_read_and_told() -> None:
    document = read_file(source(FOLDER / "laporan.xls"))
    assert document.format == "html"
    assert [found.code for found in document.problems] == [Code.FILE_MISTYPED]
