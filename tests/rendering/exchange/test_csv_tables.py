"""tables/*.csv."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model import tables
from tasks.model.plan import Plan
from tasks.model.problem import Code, problem
from tasks.rendering.catalogue import load
from tasks.rendering.exchange.csv_tables import NAMES, csv_files, neutral
from tests.rendering.plans import item, plan, record

ID = load("id")


def written(what: Plan, name: str) -> list[dict[str, str]]:
    data = dict(csv_files(what, ID))[f"tables/{name}.csv"]
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_every_table_of_the_contract_is_there_with_its_columns() -> None:
    files = dict(csv_files(plan(), ID))
    assert list(files) == [f"tables/{name}.csv" for name in NAMES]
    for name in NAMES:
        header = files[f"tables/{name}.csv"].decode().splitlines()[0].split(",")
        assert header == list(getattr(tables, name.upper()).columns)


def test_lines_end_with_a_line_feed_alone_and_text_is_utf8() -> None:
    data = dict(csv_files(plan([item("A.1", action="Menyusun – “juknis”")]), ID))["tables/items.csv"]
    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert "Menyusun – “juknis”" in data.decode()


def test_cells_with_commas_quotes_and_new_lines_come_back_whole() -> None:
    text = 'a, "b"\nc; d'
    assert written(plan([item("A.1", action=text)]), "items")[0]["action"] == text


@pytest.mark.parametrize("cell", ["=1+1", "+62 811", "-Menyusun", "@SUM(A1)", "\t=1", " =1", "＝1", "=", "-1+2"])
def test_formulas_are_neutralised(cell: str) -> None:
    assert neutral(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "-", "–", "-3", "-1.5", "+7", "Menyusun", "a=b", "2017-06-30", "'x"])
def test_harmless_cells_stay(cell: str) -> None:
    assert neutral(cell) == cell


@given(st.text())
def test_no_cell_begins_like_a_formula(cell: str) -> None:
    safe = neutral(cell)
    assert safe.lstrip(" \n")[:1] not in set("=@\t\r")
    assert safe.removeprefix("'") == cell or safe == cell


def test_problems_are_in_the_words_of_the_language_and_in_one_order() -> None:
    found = [
        problem(Code.OWNER_MISSING, "b.docx", "table 1, row 10", item="RK-2", action="x"),
        problem(Code.OWNER_MISSING, "b.docx", "table 1, row 9", item="RK-1", action="y"),
        problem(Code.FILE_EMPTY, "a.docx"),
        problem(Code.DEPENDENCY_CYCLE, ring="RK-1 → RK-2", weakest="RK-2 → RK-1"),
    ]
    rows = written(plan(problems=found), "problems")
    assert [row["locator"] for row in rows] == ["", "", "table 1, row 9", "table 1, row 10"]
    assert rows[2]["message"] == 'RK-1: belum ada penanggung jawab untuk "y". Tetapkan instansinya.'
    assert written(plan(problems=found[::-1]), "problems") == rows


def test_reasons_are_looked_up_unless_they_are_words_of_a_document() -> None:
    rows = [
        {"file": "a", "reason": "@problem.file-empty"},
        {"file": "b", "reason": "@rumahbelajar"},
        {"file": "c", "reason": "judul"},
    ]
    reasons = [row["reason"] for row in written(plan(accounting=rows), "accounting")]
    assert reasons == [ID.text("problem.file-empty"), "'@rumahbelajar", "judul"]


def test_records_keep_the_order_of_the_plan() -> None:
    rows = written(plan(records=[record("B.1"), record("A.1")]), "records")
    assert [row["record_id"] for row in rows] == ["RB.1", "RA.1"]
