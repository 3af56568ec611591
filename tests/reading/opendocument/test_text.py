"""Paragraphs of OpenDocument texts: what stands in them, what hangs on them, how they look."""

import pytest

from tasks.model.blocks import Heading, Note, Paragraph, Span, Table
from tasks.reading.opendocument.document import read_text_document
from tests.reading.opendocument.files import (
    cell,
    document,
    flat,
    only_table,
    opened,
    p,
    properties,
    row,
    style,
    text,
)


def one(body: str, styles: str = "") -> Paragraph:
    """The first paragraph of a text."""
    return next(block for block in text(body, styles) if isinstance(block, Paragraph))


def spans(found: Paragraph) -> list[tuple[str, str]]:
    return [(span.kind, found.text[span.start : span.end]) for span in found.spans]


@pytest.mark.parametrize(
    ("inner", "seen"),
    [
        ("a<text:s/>b", "a b"),
        ('a<text:s text:c="3"/>b', "a   b"),
        ("a<text:tab/>b<text:line-break/>c", "a\tb\nc"),
        ("\n   a\n   b", "a b"),
        ("a  <text:span>  b</text:span>", "a b"),
        ("ber\u00adsama pra\u2011TIK", "bersama pra-TIK"),
        ("<text:span>a<text:span>b</text:span></text:span>c", "abc"),
        ("hari <text:date>12/3/18</text:date>, hal. <text:page-number>4</text:page-number>", "hari 12/3/18, hal. 4"),
        ("<text:ruby><text:ruby-base>isi</text:ruby-base><text:ruby-text>bunyi</text:ruby-text></text:ruby>", "isi"),
        ("a<text:bookmark/><text:reference-mark-start/>b", "ab"),
        ("<text:script>jalan()</text:script>isi", "isi"),
        ("<text:drop-down><text:label/>Pusat</text:drop-down>", "Pusat"),
        ("<text:number>1.</text:number>isi", "isi"),
    ],
)
def test_what_a_person_reads(inner: str, seen: str) -> None:
    found = text(p(inner))[0]
    assert not isinstance(found, Table | Note)
    assert found.text == seen


def test_a_billion_spaces_are_cut() -> None:
    assert len(one(p('<text:s text:c="1000000000"/>a')).text) <= 1_001


STRUCK = style("T1", "text", properties("text", 'style:text-line-through-style="solid"'))
HIDDEN = style("T2", "text", properties("text", 'text:display="none"'))


def test_struck_and_hidden_text_is_flagged() -> None:
    found = one(
        p('a <text:span text:style-name="T1">b<text:span text:style-name="T2">c</text:span></text:span>'),
        STRUCK + HIDDEN,
    )
    assert spans(found) == [("struck", "bc"), ("hidden", "c")]


def test_a_look_comes_from_the_parents_of_a_style() -> None:
    base = style("Coret", "text", properties("text", 'style:text-line-through-type="double"'))
    common = f"<office:styles>{base}</office:styles>"
    styles = style("T1", "text", "", 'style:parent-style-name="Coret"')
    (found,) = text(p('<text:span text:style-name="T1">a</text:span>'), styles, common)
    assert isinstance(found, Paragraph)
    assert spans(found) == [("struck", "a")]


def test_a_ring_of_parents_ends() -> None:
    ring = style("A", "text", "", 'style:parent-style-name="B"') + style("B", "text", "", 'style:parent-style-name="A"')
    assert one(p('<text:span text:style-name="A">a</text:span>'), ring).text == "a"


def test_the_style_that_people_chose_names_the_paragraph() -> None:
    common = f"<office:styles>{style('Isi_20_Tabel', 'paragraph', '')}</office:styles>"
    (found,) = text(p("a", "P1"), style("P1", "paragraph", "", 'style:parent-style-name="Isi_20_Tabel"'), common)
    assert isinstance(found, Paragraph)
    assert found.style == "Isi Tabel"


def test_symbol_fonts_draw_ticks() -> None:
    font = style("T1", "text", properties("text", 'fo:font-family="Wingdings"'))
    assert one(p('<text:span text:style-name="T1">ü</text:span>'), font).text == "✓"


def test_links_and_prompts_are_flagged() -> None:
    found = one(
        p('<text:a xlink:href="https://contoh.go.id">tautan</text:a> <text:placeholder>klik</text:placeholder>')
    )
    assert found.spans == (Span(0, 6, "link", target="https://contoh.go.id"), Span(7, 11, "placeholder"))


def test_a_hidden_section_and_a_hidden_paragraph() -> None:
    section, paragraph = text(
        f'<text:section text:display="none">{p("a")}</text:section>'
        + p('<text:hidden-paragraph text:is-hidden="true"/>b')
    )
    assert isinstance(section, Paragraph)
    assert isinstance(paragraph, Paragraph)
    assert section.at.hidden
    assert (spans(section), spans(paragraph)) == ([("hidden", "a")], [("hidden", "b")])


def test_content_controls_are_text_and_their_prompts_flagged() -> None:
    control = "<loext:content-control {}>{}</loext:content-control>"
    ticked = control.format('loext:checkbox="true" loext:checked="true"', "☒")
    prompt = control.format('loext:showing-place-holder="true"', "klik")
    found = one(p(f"{ticked} setuju {prompt}"))
    assert (found.text, spans(found)) == ("☒ setuju klik", [("placeholder", "klik")])


def test_form_fields_show_their_state() -> None:
    forms = (
        "<office:forms><form:form>"
        '<form:checkbox form:id="c1" form:label="Setuju" form:current-state="checked"/>'
        '<form:listbox form:id="c2"><form:option form:label="Pusat"/>'
        '<form:option form:label="Daerah" form:current-selected="true"/></form:listbox>'
        '<form:text form:id="c3" form:current-value="diketik"/></form:form></office:forms>'
    )
    controls = "".join(f'<draw:control draw:control="c{n}"/> ' for n in (1, 2, 3))
    assert one(forms + p(controls)).text.strip() == "☒ Setuju Daerah diketik"


def test_old_form_fields_of_word() -> None:
    parameters = (
        '<field:param field:name="Dropdown_ListEntry" field:value="A"/>'
        '<field:param field:name="Dropdown_ListEntry" field:value="B"/>'
        '<field:param field:name="Dropdown_Selected" field:value="1"/>'
    )
    kind = 'field:type="vnd.oasis.opendocument.field.FORMDROPDOWN"'
    assert one(p(f"<field:fieldmark {kind}>{parameters}</field:fieldmark>")).text == "B"


def test_notes_and_boxes_stand_behind_their_paragraph() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{p('kaki')}</text:note-body></text:note>"
    )
    box = f"<draw:frame><draw:text-box>{p('kotak')}</draw:text-box></draw:frame>"
    found = text(p(f"a{note}b{box}c") + p("d"))
    assert [(b.locator, b.text, b.at.path) for b in found if isinstance(b, Paragraph)] == [
        ("paragraph 1", "abc", "p1"),
        ("paragraph 1", "kaki", "p1/b1/p1"),
        ("paragraph 1", "kotak", "p1/b2/p1"),
        ("paragraph 2", "d", "p2"),
    ]


def test_a_formula_stands_in_its_line() -> None:
    formula = (
        "<draw:frame><draw:object><math:math><math:semantics><math:mrow><math:mi>x</math:mi><math:mo>=</math:mo>"
        "<math:mn>2</math:mn></math:mrow><math:annotation>x = 2</math:annotation></math:semantics></math:math>"
        "</draw:object></draw:frame>"
    )
    assert one(p(f"maka {formula} benar")).text == "maka x=2 benar"


def test_headings_have_levels_and_outline_numbers() -> None:
    outline = (
        '<office:styles><text:outline-style><text:outline-level-style text:level="1" style:num-format="I" '
        'style:num-prefix="BAB "/><text:outline-level-style text:level="2" style:num-format="1" '
        'text:display-levels="2"/></text:outline-style></office:styles>'
    )
    body = (
        "".join(
            f'<text:h text:outline-level="{level}" {more}>{words}</text:h>'
            for level, words, more in ((1, "a", ""), (2, "b", ""), (1, "c", ""), (2, "d", ""), (2, "", ""))
        )
        + '<text:h text:outline-level="1" text:is-list-header="true">e</text:h>'
    )
    found = [b for b in text(body, common=outline) if isinstance(b, Heading)]
    assert [(b.text, b.level, b.label) for b in found] == [
        ("a", 1, "BAB I"),
        ("b", 2, "I.1"),
        ("c", 1, "BAB II"),
        ("d", 2, "II.1"),
        ("e", 1, ""),
    ]


def test_tables_of_contents_are_text_without_their_recipe() -> None:
    body = (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>Resep"
        "</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title>"
        f"{p('Daftar isi')}</text:index-title>{p('Bab 1<text:tab/>3')}</text:index-body></text:table-of-content>"
    )
    assert [b.text for b in text(body) if isinstance(b, Paragraph)] == ["Daftar isi", "Bab 1\t3"]


def test_pages_are_counted_where_the_layout_is_stored() -> None:
    body = p("a<text:soft-page-break/>b") + p("c", "P1") + "<text:soft-page-break/>" + p("d")
    found = text(body, style("P1", "paragraph", properties("paragraph", 'fo:break-before="page"')))
    assert [(b.at.page, b.at.page_source) for b in found] == [
        (1, "rendered-break"),
        (3, "rendered-break"),
        (4, "rendered-break"),
    ]


def test_pages_of_typed_breaks_alone_and_of_none() -> None:
    broken = style("P1", "paragraph", properties("paragraph", 'fo:break-before="page"'))
    assert [(b.at.page, b.at.page_source) for b in text(p("a") + p("b", "P1"), broken)] == [
        (1, "page-break"),
        (2, "page-break"),
    ]
    assert text(p("a"))[0].at.page == 0


def test_rows_know_their_pages() -> None:
    found = only_table(text(f"<table:table>{row(cell('a'))}<text:soft-page-break/>{row(cell('b'))}</table:table>"))
    assert found.pages == (1, 2)


MASTERS = (
    "<office:master-styles>"
    '<style:master-page style:name="Standard" style:next-style-name="Lain"><style:header><text:p>kepala</text:p>'
    "</style:header><style:header-left><text:p>kepala</text:p></style:header-left>"
    '<style:footer style:display="false"><text:p>tersembunyi</text:p></style:footer></style:master-page>'
    '<style:master-page style:name="Lain"><style:footer><text:p>kaki</text:p></style:footer></style:master-page>'
    '<style:master-page style:name="Tak_20_dipakai"><style:header><text:p>asing</text:p></style:header>'
    "</style:master-page></office:master-styles>"
)


def test_edges_of_the_pages_that_the_text_uses_come_once() -> None:
    found = opened("text", p("a"), common=MASTERS)
    assert [(b.locator, b.text) for b in found.blocks if isinstance(b, Note)] == [
        ("header", "kepala"),
        ("footer", "kaki"),
    ]
    assert dict(found.receipt.skipped) == {"repeated": 6, "template": 16}


def test_a_comment_over_two_paragraphs() -> None:
    start = (
        '<office:annotation office:name="k1"><dc:creator>Sekretariat</dc:creator>'
        "<text:p>periksa</text:p></office:annotation>"
    )
    found = text(p(f"a {start}b") + p('c<office:annotation-end office:name="k1"/> d'))
    first, second = (b for b in found if isinstance(b, Paragraph))
    note = next(b for b in found if isinstance(b, Note))
    assert (note.anchor, note.author, note.text) == ("b\nc", "Sekretariat", "periksa")
    assert (spans(first), spans(second)) == ([("comment", "b")], [("comment", "c")])


def test_a_flat_file_gives_the_same_blocks() -> None:
    body = p("a") + f"<table:table>{row(cell('b'))}</table:table>"
    found = read_text_document(flat("text", body))
    assert found.receipt.remainder == 0
    assert found.blocks == read_text_document(document("text", body)).blocks


def test_the_bytes_of_pictures_in_a_flat_file_are_not_read() -> None:
    picture = (
        f"<draw:frame><draw:image><office:binary-data>{'QUJD' * 100}</office:binary-data></draw:image></draw:frame>"
    )
    found = read_text_document(flat("text", p("a" + picture)))
    assert [b.text for b in found.blocks if isinstance(b, Paragraph)] == ["a"]
    assert found.receipt.read < 100
