"""CSV of every encoding and dialect."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.blocks import Table
from tasks.reading.text.delimited import DELIMITERS, dialect, read_delimited, read_text_table
from tests.reading.packages import PATHOLOGIES, drawn

BODY = [
    ["No", "Kegiatan", "Biaya"],
    ["1", "Pelatihan “guru” – é", "1.500.000,50"],
    ["2", "baris satu\nbaris dua", "2.000.000"],
    ["3", 'a;b, "kutip"', "7"],
]


def found(data: bytes) -> Table:
    table = read_text_table(data)
    assert table is not None
    return table


def opened(name: str) -> list[list[str]]:
    return drawn(found((PATHOLOGIES / "csv" / f"{name}.csv").read_bytes()))


@pytest.mark.parametrize(
    "name",
    ["C10_nul", "C11_pipe", "C1_utf8", "C2_bom", "C3_cp1252", "C4_utf16", "C5_utf16nobom", "C6_sep"],
)
def test_every_encoding_and_delimiter_gives_the_same_table(name: str) -> None:
    assert opened(name) == BODY


def test_title_rows_do_not_decide_the_delimiter() -> None:
    rows = opened("C7_title")
    assert rows[0] == ["MATRIKS RENCANA KERJA", "", ""]
    assert rows[2:] == BODY


def test_ragged_records_keep_all_their_fields() -> None:
    assert opened("C8_ragged")[4:] == [["4", "x", "y", "z", "extra"], ["5", "", "", "", ""]]


def test_a_short_file_of_cp1252() -> None:
    assert opened("C9_short1252") == [["Nama", "Biaya"], ["André", "Rp1.000"]]


def test_records_count_from_the_header() -> None:
    assert found(b"a;b\r\n1;2\r\n").row_locator(2) == "row 2"


@pytest.mark.parametrize("data", [b"", b"\r\n\r\n", b"\xef\xbb\xbf", b";;\n;;\n"])
def test_a_file_without_words_has_no_table(data: bytes) -> None:
    assert read_text_table(data) is None


FIELD = st.text(st.characters(codec="utf-8", exclude_characters="\0", exclude_categories=["Cs", "Cc"]), max_size=12)


@given(
    st.integers(2, 5).flatmap(lambda width: st.lists(st.lists(FIELD, min_size=width, max_size=width), min_size=3)),
    st.sampled_from(DELIMITERS),
)
def test_a_table_written_with_quotes_around_delimiters_comes_back(rows: list[list[str]], delimiter: str) -> None:
    """With all delimiters quoted inside fields, the one that parts the fields wins the vote."""
    header = [f"kolom {n}" for n in range(len(rows[0]))]
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([header, *rows])
    table = found(b"\xef\xbb\xbf" + buffer.getvalue().encode())
    assert (table.rows, table.cols) == (len(rows) + 1, len(header))
    assert [[cell.value or "" for cell in table.cells if cell.row == 1]] == [header]
    assert [[cell.value or "" for cell in table.cells if cell.row == n] for n in range(2, table.rows + 1)] == rows


def test_sums_with_commas_do_not_make_comma_the_delimiter() -> None:
    text = "a;b\n" + "".join(f"Kegiatan ke-{n}, tahap awal;1.500,{n:02d}\n" for n in range(9))
    assert dialect(text)[0] == ";"


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    table = read_text_table(data)
    assert table is None or table.rows > 0


def remainder(data: bytes) -> int:
    receipt = read_delimited(data).receipt
    assert receipt.read > 0
    return receipt.remainder


def test_every_character_of_the_pathologies_is_accounted_for() -> None:
    files = sorted((PATHOLOGIES / "csv").glob("*.csv"))
    assert {path.name: remainder(path.read_bytes()) for path in files} == {path.name: 0 for path in files}


def test_the_receipt_tells_fields_from_the_marks_around_them() -> None:
    receipt = read_delimited(b'sep=;\r\na;"b ""c"""\r\n  ;"d\r\ne"\r\n').receipt
    assert receipt.emitted == len("a") + len('b "c"') + len("d\r\ne")
    assert dict(receipt.skipped)["white space"] == 2
    assert receipt.remainder == 0


@given(st.text(st.sampled_from('ab;,"\t|\r\n '), min_size=1, max_size=80))
def test_no_character_goes_missing_however_the_quotes_stand(text: str) -> None:
    assert read_delimited(text.encode()).receipt.remainder == 0


def test_a_table_has_its_path() -> None:
    (block,) = read_delimited(b"a;b;c\n1;2;3\n").blocks
    assert block.at.path == "t1"
