"""Comments on cells: notes of old, threads with answers."""

from tasks.model.blocks import Note, Paragraph, Span
from tasks.reading.contents import Contents
from tasks.reading.excel.workbook import read_workbook
from tests.reading.packages import PATHOLOGIES, S, sheet

_T = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
ROWS = '<row r="2"><c r="B2" t="inlineStr"><is><t>isi</t></is></c></row>'
THREADS = f"""<ThreadedComments xmlns="{_T}">
  <threadedComment ref="B2" dT="2019-05-02T08:00:00.00" personId="{{P1}}" id="{{1}}" done="1"><text>Kapan?</text>
  </threadedComment>
  <threadedComment ref="B2" dT="2019-05-03T08:00:00.00" personId="{{P2}}" id="{{2}}" parentId="{{1}}"><text>Mei</text>
  </threadedComment>
</ThreadedComments>"""
PEOPLE = (
    f'<personList xmlns="{_T}"><person displayName="Ibu A" id="{{P1}}"/>'
    '<person displayName="Bapak B" id="{P2}"/></personList>'
)


def comments(*items: tuple[str, str, str]) -> str:
    """A comments part: address, author, XML of the text of each."""
    authors = "".join(f"<author>{author}</author>" for _, author, _ in items)
    texts = "".join(
        f'<comment ref="{ref}" authorId="{n}"><text>{text}</text></comment>' for n, (ref, _, text) in enumerate(items)
    )
    return f'<comments xmlns="{S}"><authors>{authors}</authors><commentList>{texts}</commentList></comments>'


def book(state: str = "visible", **parts: str) -> Contents:
    """A workbook with ROWS and these parts beside its sheet."""
    return read_workbook(sheet(ROWS, state=state, **parts))


def notes(contents: Contents) -> list[Note]:
    return [block for block in contents.blocks if isinstance(block, Note)]


def test_a_note_stands_behind_the_table_with_its_author_and_the_words_of_its_cell() -> None:
    found = read_workbook((PATHOLOGIES / "xlsx" / "X11_comments.xlsx").read_bytes())
    place = "sheet 'Sheet', row 1, comment 1"
    assert found.blocks[1] == Note(place, "comment", (Paragraph(place, "KOMENSEL"),), "", "Pejabat", "", "isi")
    assert (found.blocks[1].at.part, found.blocks[1].at.path) == ("xl/comments/comment1.xml", "c1")
    assert found.receipt.remainder == 0


def test_comments_count_along_their_row_and_keep_what_is_struck() -> None:
    struck = "<r><t>satu </t></r><r><rPr><strike/></rPr><t>dua</t></r><rPh><t>bunyi</t></rPh>"
    found = book(comments=comments(("C2", "X", "<t>kedua</t>"), ("B2", "Y", struck), ("A9", "Z", "<t> </t>")))
    assert [(note.locator, note.author, note.text, note.anchor) for note in notes(found)] == [
        ("sheet 'Lembar 1', row 2, comment 1", "Y", "satu dua", "isi"),
        ("sheet 'Lembar 1', row 2, comment 2", "X", "kedua", ""),
    ]
    assert [block.spans for note in notes(found) for block in note.blocks if isinstance(block, Paragraph)] == [
        (Span(5, 8, "struck"),), (),
    ]  # fmt: skip
    assert dict(found.receipt.skipped) == {"phonetic": 5, "white space": 1}
    assert found.receipt.remainder == 0


def test_threads_keep_answers_dates_and_whether_they_are_settled() -> None:
    placeholder = comments(("B2", "tc={1}", "<t>[Threaded comment]</t>"), ("B2", "Ibu C", "<t>Catatan lama</t>"))
    found = book(comments=placeholder, threadedComment=THREADS, person=PEOPLE)
    assert [(n.text, n.author, n.date, n.id, n.reply_to, n.resolved, n.anchor) for n in notes(found)] == [
        ("Kapan?", "Ibu A", "2019-05-02T08:00:00.00", "{1}", "", True, "isi"),
        ("Mei", "Bapak B", "2019-05-03T08:00:00.00", "{2}", "{1}", False, "isi"),
        ("Catatan lama", "Ibu C", "", "", "", False, "isi"),
    ]
    assert [note.locator[-9:] for note in notes(found)] == ["comment 1", "comment 2", "comment 3"]
    assert dict(found.receipt.skipped)["fallback"] == len("[Threaded comment]tc={1}")
    assert found.receipt.remainder == 0


def test_comments_on_a_hidden_sheet_are_hidden() -> None:
    (note,) = notes(book("hidden", comments=comments(("B2", "A", "<t>ya</t>"))))
    assert note.at.hidden
    assert note.blocks == (Paragraph(note.locator, "ya", "", (Span(0, 2, "hidden"),)),)


def test_a_comment_on_no_cell_hangs_on_the_sheet() -> None:
    (note,) = notes(book(comments=comments(("", "A", "<t>ya</t>"))))
    assert (note.locator, note.anchor) == ("sheet 'Lembar 1', comment 1", "")
