"""Where the numbers of references lead."""

import pandas as pd

from tasks.linking.numbers import references
from tasks.linking.printed import Printed
from tests.frames import GROUPS, records


def printed(table: pd.DataFrame) -> Printed:
    return Printed([{str(k): str(v) for k, v in row.items()} for row in table.to_dict("records")], GROUPS)


def found(said: str, table: pd.DataFrame, place: int) -> list[int]:
    return printed(table).find(references(said)[0], place)


def test_the_nearest_scope_that_has_the_number_counts() -> None:
    table = records(
        {"number": "1.", "file": "a.docx", "locator": "table 1, row 2"},
        {"number": "1.", "file": "a.docx", "locator": "table 2, row 2"},
        {"number": "(3)", "file": "b.docx"},
        {"number": "2", "file": "a.docx", "locator": "table 2, row 3"},
        {"number": "4", "file": "c.docx", "group": "K2"},
    )
    assert found("no. 1", table, 3) == [1]
    assert found("no. 1", table, 0) == [0]
    assert found("no. 3", table, 3) == [2]
    assert found("no. 4", table, 3) == []
    assert found("Kel. 2 no. 4", table, 3) == [4]


def test_headings_part_a_table() -> None:
    here = {"number": "1", "file": "a.docx"}
    rows = [
        here | {"heading": "A. Kebijakan"},
        here | {"heading": "B. Konten"},
        {"number": "2", "heading": "B. Konten"},
    ]
    table = records(*rows[:2], rows[2] | {"file": "a.docx"})
    assert found("no. 1", table, 2) == [1]
    assert found("bagian A no. 1", table, 2) == [0]


def test_a_kind_of_source_goes_before_the_own_table() -> None:
    table = records(
        {"number": "1", "file": "notula.docx"}, {"number": "1", "file": "matriks.docx"}, {"file": "notula.docx"}
    )
    assert found("no. 1", table, 2) == [0]
    assert found("matriks no. 1", table, 2) == [1]


def test_codes_of_groups() -> None:
    none = Printed([], GROUPS)
    assert [none.code(said, "K1") for said in ("", "3", "b", "9")] == ["K1", "K3", "K2", "?"]


def test_which_numbers_are_borne() -> None:
    known = printed(records({"number": "A3."}))
    assert known.bears("a3")
    assert not known.bears("q3")


def test_the_letter_of_a_part_may_stand_before_the_number() -> None:
    here = {"number": "2", "file": "a.docx"}
    table = records(
        here | {"heading": "Rumusan › B. Pusat"},
        here | {"heading": "Rumusan › C. Provinsi"},
        {"number": "1", "file": "b.docx", "heading": "D. Kabupaten"},
    )
    assert found("butir C.2", table, 2) == [1]
    assert found("butir B2", table, 0) == [0]
    assert found("butir E.2", table, 0) == []
