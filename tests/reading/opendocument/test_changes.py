"""Tracked changes of OpenDocument texts: both views, and the list of who changed what."""

import pytest

from tasks.model.blocks import Block, Heading, ListItem, Note, Paragraph, Table
from tasks.reading.contents import Contents
from tests.reading.opendocument.files import cell, opened, p, row
from tests.reading.packages import drawn


def region(name: str, kind: str, contents: str = "") -> str:
    info = (
        "<office:change-info><dc:creator>Sekretaris</dc:creator><dc:date>2018-03-12T08:00:00</dc:date>"
        "</office:change-info>"
    )
    return f'<text:changed-region text:id="{name}"><text:{kind}>{info}{contents}</text:{kind}></text:changed-region>'


def start(name: str) -> str:
    return f'<text:change-start text:change-id="{name}"/>'


def end(name: str) -> str:
    return f'<text:change-end text:change-id="{name}"/>'


def mark(name: str) -> str:
    return f'<text:change text:change-id="{name}"/>'


def read(body: str, *regions: str) -> Contents:
    return opened("text", f"<text:tracked-changes>{''.join(regions)}</text:tracked-changes>{body}")


def lines(blocks: tuple[Block, ...] | None) -> list[tuple[str, str]]:
    assert blocks is not None
    return [(b.locator, b.text) for b in blocks if isinstance(b, Paragraph | Heading | ListItem)]


@pytest.mark.parametrize(
    ("body", "regions", "accepted", "original"),
    [
        (p(f"a{start('i')}b{end('i')}c"), [region("i", "insertion")], [(1, "abc")], [(1, "ac")]),
        (p(f"a{mark('d')}c"), [region("d", "deletion", p("b"))], [(1, "ac")], [(1, "abc")]),
        (
            p(f"a{start('i')}b") + p(f"c{end('i')}d") + p("e"),
            [region("i", "insertion")],
            [(1, "ab"), (2, "cd"), (3, "e")],
            [(1, "ad"), (3, "e")],
        ),
        (
            p("a") + p(f"{start('i')}b") + p(f"{end('i')}c"),
            [region("i", "insertion")],
            [(1, "a"), (2, "b"), (3, "c")],
            [(1, "a"), (3, "c")],
        ),
        (
            p(f"a{mark('d')}e") + p("f"),
            [region("d", "deletion", p("b") + p("c") + p("d"))],
            [(1, "ae"), (4, "f")],
            [(1, "ab"), (2, "c"), (3, "de"), (4, "f")],
        ),
        (
            p("a") + mark("d") + p("c"),
            [region("d", "deletion", p("b"))],
            [(1, "a"), (3, "c")],
            [(1, "a"), (2, "b"), (3, "c")],
        ),
        (
            p(f"{mark('d')}b") + p("c"),
            [region("d", "deletion", p("a") + p(""))],
            [(2, "b"), (3, "c")],
            [(1, "a"), (2, "b"), (3, "c")],
        ),
        (
            p(f"<text:span>a{mark('d')}</text:span>d"),
            [region("d", "deletion", p("b") + p("c"))],
            [(1, "ad")],
            [(1, "ab"), (2, "cd")],
        ),
        (p(f"a{start('i')}b{end('i')}{start('x')}c"), [region("i", "insertion")], [(1, "abc")], [(1, "ac")]),
        (p(f"a{start('i')}b"), [region("i", "insertion")], [(1, "ab")], [(1, "a")]),
    ],
)
def test_both_views(
    body: str, regions: list[str], accepted: list[tuple[int, str]], original: list[tuple[int, str]]
) -> None:
    found = read(body, *regions)
    assert lines(found.blocks) == [(f"paragraph {n}", words) for n, words in accepted]
    assert lines(found.original) == [(f"paragraph {n}", words) for n, words in original]


def test_without_changes_there_is_one_view() -> None:
    assert read(p("a")).original is None


def test_inserted_and_deleted_text_is_flagged_in_its_view() -> None:
    found = read(p(f"a{start('i')}b{end('i')}{mark('d')}"), region("i", "insertion"), region("d", "deletion", p("c")))
    views = [found.blocks[0], (found.original or ())[0]]
    assert [
        [(s.kind, block.text[s.start : s.end], s.author, s.date) for s in block.spans]
        for block in views
        if isinstance(block, Paragraph)
    ] == [
        [("inserted", "b", "Sekretaris", "2018-03-12T08:00:00")],
        [("deleted", "c", "Sekretaris", "2018-03-12T08:00:00")],
    ]


def test_revisions_say_what_was_changed_where() -> None:
    body = p(f"{start('i')}a") + p(f"b{end('i')}{mark('d')}") + p(mark("e"))
    found = read(
        body,
        region("i", "insertion"),
        region("d", "deletion", p("c") + p("d")),
        region("e", "deletion", p("") + p("")),
    )
    assert [(r.locator, r.change, r.unit, r.text) for r in found.revisions] == [
        ("paragraph 1", "inserted", "text", "a\nb"),
        ("paragraph 2", "deleted", "text", "c\nd"),
        ("paragraph 4", "deleted", "paragraph", ""),
    ]


def test_a_deleted_table_comes_back_and_counts() -> None:
    gone = f"<table:table>{row(cell('x'))}</table:table>"
    kept = f"<table:table>{row(cell('y'))}</table:table>"
    found = read(p("a") + mark("d") + kept, region("d", "deletion", gone))
    assert [b.locator for b in found.blocks] == ["paragraph 1", "table 2, row 1"]
    assert [b.locator for b in found.original or ()] == ["paragraph 1", "table 1, row 1", "table 2, row 1"]


def test_new_rows_are_missing_before_and_deleted_ones_after() -> None:
    rows = (
        row(cell("a"), cell("b"))
        + row(cell(f"{start('i')}c{end('i')}"), cell(f"{start('j')}d{end('j')}"))
        + row(cell(mark("d")), cell(""))
        + row(cell(f"f{mark('e')}"), cell("g"))
    )
    found = read(
        f"<table:table>{rows}</table:table>",
        region("i", "insertion"),
        region("j", "insertion"),
        region("d", "deletion", p("x")),
        region("e", "deletion", p("y")),
    )
    tables = [next(b for b in view if isinstance(b, Table)) for view in (found.blocks, found.original or ())]
    assert [drawn(table) for table in tables] == [
        [["a", "b"], ["c", "d"], ["f", "g"]],
        [["a", "b"], ["x", ""], ["fy", "g"]],
    ]
    assert ("table 1, row 2", "deleted", "row", "x") in [(r.locator, r.change, r.unit, r.text) for r in found.revisions]


def test_what_hangs_on_inserted_text_was_not_there() -> None:
    note = (
        f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('kaki')}</text:note-body></text:note>"
    )
    comment = "<office:annotation><text:p>komentar</text:p></office:annotation>"
    found = read(p(f"a{start('i')}{note}{comment}{end('i')}"), region("i", "insertion"))
    assert [b.kind for b in found.blocks] == ["paragraph", "note", "paragraph"]
    assert lines(found.original) == [("paragraph 1", "a")]


def test_deleted_text_counts_as_such() -> None:
    found = read(p(f"a{mark('d')}"), region("d", "deletion", p("hapus")))
    assert dict(found.receipt.skipped) == {"deleted": len("hapus") + len("Sekretaris") + len("2018-03-12T08:00:00")}
    assert not any(isinstance(block, Note) for block in found.blocks)
