"""OpenDocument presentations to blocks: order, places, notes, what stands at the edges."""

from tasks.model.blocks import Block, Heading, ListItem, Note, Paragraph, Table
from tasks.reading.opendocument.slides import read_slides
from tests.reading.opendocument.files import cell, document, flat, opened, p, properties, row, style
from tests.reading.packages import drawn


def shape(words: str, at: tuple[int, int] = (0, 0), kind: str = "", attributes: str = "") -> str:
    left, top = at
    presented = f'presentation:class="{kind}"' if kind else ""
    return (
        f'<draw:frame svg:x="{left}cm" svg:y="{top}cm" svg:width="5cm" svg:height="2cm" {presented} {attributes}>'
        f"<draw:text-box>{words}</draw:text-box></draw:frame>"
    )


def slide(*inner: str, attributes: str = "") -> str:
    return f"<draw:page {attributes}>{''.join(inner)}</draw:page>"


def read(*slides: str, styles: str = "") -> tuple[Block, ...]:
    return opened("presentation", "".join(slides), styles).blocks


def lines(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(b.locator, b.text) for b in blocks if isinstance(b, Heading | Paragraph | ListItem)]


def notes(blocks: tuple[Block, ...]) -> list[tuple[str, str, str]]:
    return [(b.locator, b.note, b.text) for b in blocks if isinstance(b, Note)]


def test_the_title_comes_first_then_all_from_the_top_down() -> None:
    blocks = read(
        slide(
            shape(p("bawah"), (0, 10)),
            shape(p("kanan"), (10, 4)),
            shape(p("kiri") + p("kiri lagi"), (0, 4)),
            shape(p("Judul") + p("dua baris"), (0, 0), "title"),
        )
    )
    assert lines(blocks) == [
        ("slide 1, title", "Judul\ndua baris"),
        ("slide 1, bullet 1", "kiri"),
        ("slide 1, bullet 2", "kiri lagi"),
        ("slide 1, bullet 3", "kanan"),
        ("slide 1, bullet 4", "bawah"),
    ]


def test_the_title_of_an_opening_slide_is_of_level_one() -> None:
    title = shape(p("a"), kind="title")
    found = read(slide(title, shape(p("b"), (0, 4), "subtitle")), slide(title))
    assert [block.level for block in found if isinstance(block, Heading)] == [1, 2]


def test_shapes_in_groups_turned_shapes_and_lines() -> None:
    turned = (
        '<draw:custom-shape draw:transform="rotate (1.57) translate (0cm 8cm)" svg:width="1cm" svg:height="1cm">'
        f"{p('putar')}</draw:custom-shape>"
    )
    line = f'<draw:line svg:x1="0cm" svg:y1="4cm" svg:x2="5cm" svg:y2="4cm">{p("garis")}</draw:line>'
    blocks = read(slide(turned, f"<draw:g>{shape(p('dalam'), (0, 12))}<draw:g>{line}</draw:g></draw:g>"))
    assert [words for _, words in lines(blocks)] == ["garis", "putar", "dalam"]
    assert blocks[0].at.path == "s1/sp2/sp2/sp1/p1"


def test_lists_of_a_body_count_together_and_begin_anew_in_the_next() -> None:
    def numbers(name: str) -> str:
        return (
            f'<text:list-style style:name="{name}"><text:list-level-style-number text:level="1" '
            'style:num-format="1" style:num-suffix="."/><text:list-level-style-bullet text:level="2" '
            'text:bullet-char="–"/></text:list-style>'
        )

    def item(style_name: str, words: str) -> str:
        return f'<text:list text:style-name="{style_name}"><text:list-item>{p(words)}</text:list-item></text:list>'

    inner = f"<text:list><text:list-item>{p('c')}</text:list-item></text:list>"
    deeper = f'<text:list text:style-name="L2"><text:list-item>{inner}</text:list-item></text:list>'
    body = item("L1", "a") + item("L2", "b") + deeper + item("L1", "d") + p("polos") + item("L1", "e")
    blocks = read(
        slide(shape(body), shape(item("L1", "f"), (0, 9))),
        styles=numbers("L1") + numbers("L2"),
    )
    assert [(b.text, b.label) for b in blocks if isinstance(b, ListItem)] == [
        ("a", "1."), ("b", "2."), ("c", "–"), ("d", "3."), ("e", "1."), ("f", "1."),
    ]  # fmt: skip


def test_rows_of_the_second_table_name_it() -> None:
    def table(words: str, top: int) -> str:
        return f'<draw:frame svg:y="{top}cm"><table:table>{row(cell(words))}</table:table></draw:frame>'

    blocks = read(slide(table("a", 0), table("b", 5)), slide(table("c", 0)))
    found = [block for block in blocks if isinstance(block, Table)]
    assert [table.locator for table in found] == ["slide 1, row 1", "slide 1, table 2, row 1", "slide 2, row 1"]
    assert [drawn(table) for table in found] == [[["a"]], [["b"]], [["c"]]]


def test_hidden_slides_are_flagged() -> None:
    hidden = style("dp1", "drawing-page", properties("drawing-page", 'presentation:visibility="hidden"'))
    blocks = read(slide(shape(p("a"))), slide(shape(p("b")), attributes='draw:style-name="dp1"'), styles=hidden)
    assert [(block.at.slide, block.at.hidden) for block in blocks] == [(1, False), (2, True)]


def test_prompts_and_white_space_are_no_words() -> None:
    found = opened(
        "presentation",
        slide(shape(p("Klik di sini"), attributes='presentation:placeholder="true"'), shape(p("") + p(" \u00a0"))),
    )
    assert found.blocks == ()
    assert dict(found.receipt.skipped) == {"template": 12, "white space": 2}


def test_notes_of_the_speaker_and_comments() -> None:
    page = f"<presentation:notes>{shape(p('katakan') + p('ini'), kind='notes')}</presentation:notes>"
    comment = "<office:annotation><dc:creator>Ani</dc:creator><text:p>ganti</text:p></office:annotation>"
    assert notes(read(slide(shape(p("a")), page, comment))) == [
        ("slide 1, notes", "speaker", "katakan\nini"),
        ("slide 1, comment 1", "comment", "ganti"),
    ]


def test_words_at_the_edge_are_told_once() -> None:
    number = "<text:page-number>{}</text:page-number>"
    slides = [
        slide(shape(p("Rakor"), kind="footer"), shape(p(number.format(n)), (9, 9), "page-number")) for n in (1, 2)
    ]
    assert notes(read(*slides)) == [("slide 1, footer", "footer", "Rakor")]


def test_words_that_the_presentation_declares_for_its_slides() -> None:
    declared = '<presentation:footer-decl presentation:name="f1">Rakor</presentation:footer-decl>'
    unused = '<presentation:footer-decl presentation:name="f2">Lain</presentation:footer-decl>'
    uses = 'presentation:use-footer-name="f1"'
    found = opened("presentation", declared + unused + slide(attributes=uses) + slide(attributes=uses))
    assert notes(found.blocks) == [("slide 1, footer", "footer", "Rakor")]
    assert dict(found.receipt.skipped) == {"not shown": 4}


def test_descriptions_of_pictures_are_no_words() -> None:
    picture = "<draw:frame><draw:image/><svg:title>Logo</svg:title><svg:desc>biru</svg:desc></draw:frame>"
    assert read(slide(picture)) == ()


def test_a_flat_file_gives_the_same_blocks() -> None:
    body = slide(shape(p("a"), kind="title"), shape(p("b"), (0, 4)))
    found = read_slides(flat("presentation", body))
    assert found.receipt.remainder == 0
    assert found.blocks == read_slides(document("presentation", body)).blocks
