"""Comments stand behind what they are about."""

from tasks.model.blocks import Note, Paragraph, Table
from tasks.reading.running_text.comments import with_comments


def note(about: str, number: int = 1) -> Note:
    return Note(f"{about}, comment {number}", "comment", ())


def test_comments_follow_their_paragraph_or_the_table_of_their_row() -> None:
    first, rows, last = Paragraph("paragraph 1", "a"), Table("table 1, row {}", (), 2, 1), Paragraph("paragraph 2", "b")
    on_row, on_first, again = note("table 1, row 2"), note("paragraph 1"), note("paragraph 1", 2)
    found = list(with_comments([first, rows, last], [on_row, on_first, again]))
    assert found == [first, on_first, again, rows, on_row, last]


def test_comments_on_nothing_come_last() -> None:
    body = Paragraph("paragraph 1", "a")
    assert list(with_comments([body], [note("paragraph 9"), note("header")])) == [
        body,
        note("paragraph 9"),
        note("header"),
    ]
