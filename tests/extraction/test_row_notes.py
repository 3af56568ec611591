"""Notes beside a list say what some of its rows wait for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.extraction.row_notes import noted
from tasks.model.blocks import Document, Paragraph

RECORDS = [{"number": "1", "action": "a"}, {"number": "2.", "action": "b"}, {"number": "(3)", "action": "c"}]


def waits(text: str, taken: tuple[str, ...] = (), records: list[dict[str, str]] = RECORDS) -> list[str]:
    document = Document("a.pdf", "pdf", (Paragraph("page 1, paragraph 1", text),))
    return [record.get("depends_text", "") for record in noted(document, records, taken)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Catatan: no. 1 dan 3 dilaksanakan setelah pedoman terbit.", ["setelah pedoman terbit", "", "same"]),
        ("Note: items 1 to 3 can only start after the survey", ["after the survey", "same", "same"]),
        ("Kegiatan no. 2 menunggu juknis pusat", ["", "menunggu juknis pusat", ""]),
        ("no. 9 dilaksanakan setelah pedoman terbit", ["", "", ""]),
        ("Catatan: no. 1 dicoret", ["", "", ""]),
        ("Semua kegiatan dilaksanakan setelah pedoman terbit", ["", "", ""]),
        ("No. 2 of the agenda, which many had missed, was taken up after lunch", ["", "", ""]),
    ],
)
def test_a_note_tells_of_the_rows_that_it_numbers(text: str, told: list[str]) -> None:
    said = next((words for words in told if words), "")
    found = waits(text)
    assert [bool(words) for words in found] == [bool(words) for words in told]
    assert all(words.endswith(said) for words in found if words)


def test_what_is_a_record_itself_or_a_number_of_several_rows_tells_nothing() -> None:
    said = "no. 1 dilaksanakan setelah pedoman terbit"
    assert waits(said, taken=("page 1, paragraph 1",)) == ["", "", ""]
    assert waits(said, records=[RECORDS[0], RECORDS[0]]) == ["", ""]


def test_what_a_row_says_itself_stays() -> None:
    own = [RECORDS[0] | {"depends_text": "menunggu dana"}]
    assert waits("no. 1 dilaksanakan setelah pedoman terbit", records=own)[0].startswith("menunggu dana")


@given(st.text(max_size=60))
def test_any_text_leaves_the_records_as_they_are_but_for_what_they_wait_for(text: str) -> None:
    document = Document("a.pdf", "pdf", (Paragraph("page 1, paragraph 1", f"no. 1 {text}"),))
    found = noted(document, RECORDS, ())
    assert [{k: v for k, v in record.items() if k != "depends_text"} for record in found] == RECORDS
