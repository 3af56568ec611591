"""What hangs on the text of a Word document: tracked changes in both views, comments, links, pages, page edges."""

from tasks.model.blocks import Note, Paragraph, Revision, Span, Table
from tasks.reading.contents import Contents
from tasks.reading.word.document import read_word
from tests.reading.packages import PATHOLOGIES, R, W, drawn, p, package, relationships, table, tbl, tc, word

BY = 'w:author="Sek" w:date="2017-05-01T00:00:00Z"'
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def opened(name: str) -> Contents:
    return read_word(next((PATHOLOGIES / "docx").glob(f"{name}.doc?")).read_bytes())


def texts(contents: Contents) -> list[str]:
    return [block.text for block in contents.blocks if not isinstance(block, Table)]


def run(text: str, tag: str = "t") -> str:
    return f"<w:r><w:{tag}>{text}</w:{tag}></w:r>"


def test_both_views_of_tracked_changes() -> None:
    found = opened("D06_tracked")
    assert found.original is not None
    accepted, original = found.blocks[0], found.original[0]
    assert isinstance(accepted, Paragraph)
    assert isinstance(original, Paragraph)
    assert accepted.text == "KEEP1 INSNEW KEEP2"
    assert accepted.spans == (Span(6, 12, "inserted", "Sek", "2017-05-01T00:00:00Z"),)
    assert original.text == "KEEP1 DELOLD KEEP2"
    assert original.spans == (Span(6, 12, "deleted", "Sek", "2017-05-01T00:00:00Z"),)
    assert [row[0] for row in drawn(table(found.blocks))] == ["TH1", "R1A", "IROWA"]
    assert [row[0] for row in drawn(table(found.original))] == ["TH1", "R1A", "DROWA"]


def test_moved_text_is_where_it_went_and_where_it_was() -> None:
    found = opened("D06_tracked")
    assert found.original is not None
    places = [
        next(b.locator for b in blocks if not isinstance(b, Table) and b.text == "MOVTXT")
        for blocks in (found.blocks, found.original)
    ]
    assert places == ["paragraph 3", "paragraph 2"]


def test_revisions_tell_what_who_when_where() -> None:
    by = ("Sek", "2017-05-01T00:00:00Z")
    assert opened("D06_tracked").revisions == (
        Revision("paragraph 1", "inserted", "text", "INSNEW", *by),
        Revision("paragraph 1", "deleted", "text", "DELOLD", *by),
        Revision("paragraph 2", "moved from", "text", "MOVTXT", *by),
        Revision("paragraph 3", "moved to", "text", "MOVTXT", *by),
        Revision("paragraph 4", "deleted", "paragraph", "", *by),
        Revision("table 1, row 2", "deleted", "row", "DROWA | DROWB", *by),
        Revision("table 1, row 3", "inserted", "row", "IROWA | IROWB", *by),
    )


def test_an_inserted_paragraph_mark_splits_only_the_accepted_view() -> None:
    body = f"<w:p><w:pPr><w:rPr><w:ins {BY}/></w:rPr></w:pPr>{run('satu')}</w:p>{p('dua')}"
    found = read_word(word(body))
    assert texts(found) == ["satu", "dua"]
    assert found.original is not None
    assert [b.text for b in found.original if isinstance(b, Paragraph)] == ["satudua"]


def test_a_document_without_changes_has_one_view() -> None:
    assert read_word(word(p("satu"))).original is None


def test_comments_stand_behind_what_they_are_about() -> None:
    found = opened("D07_comments").blocks
    notes = [block for block in found if isinstance(block, Note)]
    assert [(n.locator, n.text, n.author, n.anchor) for n in notes] == [
        ("paragraph 1, comment 1", "COMMENTBODY", "Pejabat", "ANCHORTXT"),
        ("table 1, row 1, comment 1", "CELLCOMMENT", "Pejabat", "cB"),
    ]
    assert [block.kind for block in found[:4]] == ["paragraph", "note", "table", "note"]
    assert notes[0].date == "2026-11-25T01:40:08Z"
    first = found[0]
    assert isinstance(first, Paragraph)
    assert first.spans == (Span(5, 14, "comment", target="0"),)


def commented(body: str, comments: str, extended: str = "") -> Contents:
    parts = ("comments", "comments.xml"), ("commentsExtended", "commentsExtended.xml")
    return read_word(
        package(
            {
                "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
                "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
                "word/_rels/document.xml.rels": relationships(*parts),
                "word/comments.xml": f'<w:comments xmlns:w="{W}" xmlns:w14="{W14}">{comments}</w:comments>',
                "word/commentsExtended.xml": f'<w15:commentsEx xmlns:w15="{W15}">{extended}</w15:commentsEx>',
            }
        )
    )


def comment(name: str, text: str) -> str:
    return f'<w:comment w:id="{name}" w:author="A"><w:p w14:paraId="0000000{name}">{run(text)}</w:p></w:comment>'


def mark(kind: str, name: str) -> str:
    return f'<w:{kind} w:id="{name}"/>'


def test_replies_and_settled_comments() -> None:
    body = f"<w:p>{run('x')}<w:r>{mark('commentReference', '1')}{mark('commentReference', '2')}</w:r></w:p>"
    extended = (
        '<w15:commentEx w15:paraId="00000001" w15:done="1"/>'
        '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/>'
    )
    found = commented(body, comment("1", "mengapa?") + comment("2", "karena") + comment("3", "yatim"), extended)
    notes = [block for block in found.blocks if isinstance(block, Note)]
    assert [(n.text, n.reply_to, n.resolved, n.locator) for n in notes] == [
        ("mengapa?", "", True, "paragraph 1, comment 1"),
        ("karena", "1", False, "paragraph 1, comment 2"),
        ("yatim", "", False, "comment 1"),
    ]
    assert found.receipt.remainder == 0


def test_a_comment_on_several_paragraphs_has_all_their_words_as_anchor() -> None:
    body = (
        f"<w:p>{run('awal ')}{mark('commentRangeStart', '1')}{run('satu')}</w:p>"
        f"<w:p>{run('dua')}{mark('commentRangeEnd', '1')}<w:r>{mark('commentReference', '1')}</w:r></w:p>"
    )
    (note,) = [block for block in commented(body, comment("1", "x")).blocks if isinstance(block, Note)]
    assert (note.anchor, note.locator) == ("satu\ndua", "paragraph 2, comment 1")


def test_headers_and_footers_come_once_around_the_body() -> None:
    found = opened("D19_notes").blocks
    first, last = found[0], found[-1]
    assert isinstance(first, Note)
    assert isinstance(last, Note)
    assert (first.note, first.locator) == ("header", "header")
    assert "HEADERTXT" in first.text
    assert "HDRTBL" in first.text
    assert (last.note, last.text, last.at.part) == ("footer", "FOOTERTXT", "word/footer1.xml")


def test_links_of_both_kinds_carry_their_target() -> None:
    spans = [
        (block.text[s.start : s.end], s.target)
        for block in opened("D15_fields").blocks
        if isinstance(block, Paragraph)
        for s in block.spans
        if s.kind == "link"
    ]
    assert [words for words, _ in spans] == ["LINKTXT", "FLDLINK"]
    assert "contoh.go.id" in spans[0][1]
    assert "lama.go.id" in spans[1][1]


def test_pages_are_known_by_breaks() -> None:
    found = opened("D24_pages").blocks
    assert [block.at.page for block in found] == [1, 2, 2, 3]
    assert {block.at.page_source for block in found} == {"rendered-break"}


def test_a_typed_break_and_the_mark_of_its_layout_are_one() -> None:
    body = '<w:p><w:r><w:br w:type="page"/></w:r><w:r><w:lastRenderedPageBreak/><w:t>dua</w:t></w:r></w:p>'
    found = read_word(word(p("satu") + body)).blocks
    assert [block.at.page for block in found] == [1, 2]


def test_rows_know_their_pages() -> None:
    second = "<w:tc><w:p><w:r><w:lastRenderedPageBreak/><w:t>b</w:t></w:r></w:p></w:tc>"
    found = table(read_word(word(tbl(tc("a"), second, tc("c")))).blocks)
    assert (found.at.page, found.pages) == (1, (1, 2, 2))


def test_without_breaks_no_page_is_known() -> None:
    (block,) = read_word(word(p("satu"))).blocks
    assert (block.at.page, block.at.page_source) == (0, "")


def test_blocks_know_part_path_and_the_name_of_their_paragraph() -> None:
    body = f'<w:p xmlns:w14="{W14}" w14:paraId="1A2B3C4D">{run("satu")}</w:p>{tbl(tc("a"))}'
    first, second = read_word(word(body)).blocks
    assert (first.at.part, first.at.path, first.at.paragraph_id) == ("word/document.xml", "p1", "1A2B3C4D")
    assert second.at.path == "t1"


def test_what_is_left_out_has_a_reason() -> None:
    body = (
        f"<w:p>{run('tampak')}<w:del {BY}>{run('hapus', 'delText')}</w:del>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + run(" PAGE ", "instrText")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        f"<mc:AlternateContent><mc:Choice>{run('baru')}</mc:Choice><mc:Fallback>{run('lama!')}</mc:Fallback></mc:AlternateContent>"
        "</w:p>"
    )
    receipt = read_word(word(body, footnotes='<w:footnote w:id="9"><w:p/></w:footnote>')).receipt
    assert receipt.emitted == len("tampak") + len("baru")
    assert dict(receipt.skipped) == {"deleted": 5, "field code": 6, "fallback": 5}
    assert receipt.read == 26


def test_notes_that_nobody_refers_to_are_counted_as_not_shown() -> None:
    note = f'<w:footnote w:id="1"><w:p>{run("kaki")}</w:p></w:footnote>'
    lost = f'<w:footnote w:id="2"><w:p>{run("hilang")}</w:p></w:footnote>'
    body = '<w:p><w:r><w:t>x</w:t><w:footnoteReference w:id="1"/></w:r></w:p>'
    found = read_word(word(body, footnotes=note + lost))
    assert texts(found) == ["x", "kaki"]
    assert found.receipt.skipped == (("not shown", 6),)
    assert found.receipt.remainder == 0


def test_the_relationship_namespace_names_links() -> None:
    body = f'<w:p><w:hyperlink xmlns:r="{R}" r:id="rId9" w:anchor="bab2">{run("lihat")}</w:hyperlink></w:p>'
    (block,) = read_word(word(body)).blocks
    assert isinstance(block, Paragraph)
    assert block.spans == (Span(0, 5, "link", target="#bab2"),)
