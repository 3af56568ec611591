"""Documents of Word 97 to 2003 by their own records: what no library writes, and what is refused."""

from collections.abc import Callable

import pytest

from tasks.model.blocks import Paragraph
from tasks.model.problem import Code
from tasks.reading.containers.compound import Compound
from tasks.reading.legacy.doc.document import read_doc, read_doc_alone
from tasks.reading.legacy.doc.layout import read_layout
from tasks.reading.legacy.doc.sprms import sprms
from tasks.reading.legacy.rows import Layout, Mark
from tasks.reading.refusal import CannotReadError
from tests.reading.legacy.builders import compound, u16, u32
from tests.reading.packages import PATHOLOGIES

FOLDER = PATHOLOGIES / "legacy"
FLAGS, LENGTHS, PAIRS = 10, 0x4C, 0x9A
PIECES, PARAGRAPHS = 33, 13


def changed(name: str, change: Callable[[bytearray, bytearray], None]) -> bytes:
    """A document whose main stream and tables were changed."""
    container = Compound((FOLDER / f"{name}.doc").read_bytes())
    main, tables = bytearray(container.stream("WordDocument")), bytearray(container.stream("1Table"))
    change(main, tables)
    return compound({"WordDocument": bytes(main), "1Table": bytes(tables), "Data": container.stream("Data")})


def texts(data: bytes) -> list[str]:
    found = read_doc_alone(data)
    assert found.receipt.remainder == 0
    return [block.text for block in found.blocks if isinstance(block, Paragraph)]


def simple(*pieces: tuple[bytes, bool], lengths: tuple[int, ...] = ()) -> bytes:
    """A document of pieces of text, each of one or two bytes a character, without any properties."""
    main = bytearray(0x400)
    main[0:4] = u16(0xA5EC, 0xC1)
    main[FLAGS : FLAGS + 2] = u16(0x0200)
    starts, descriptors, count = [0], b"", 0
    for words, wide in pieces:
        place = len(main)
        main += words + bytes(len(words) % 2)
        count += len(words) // 2 if wide else len(words)
        starts.append(count)
        descriptors += u16(0) + u32(place if wide else place * 2 | 0x40000000) + u16(0)
    counts = lengths or (count,)
    main[LENGTHS : LENGTHS + 4 * len(counts)] = u32(*counts)
    table = u32(*starts) + descriptors
    clx = b"\1" + u16(3) + b"abc" + b"\2" + u32(len(table)) + table
    main[PAIRS + 8 * PIECES : PAIRS + 8 * PIECES + 8] = u32(0, len(clx))
    return compound({"WordDocument": bytes(main), "1Table": clx})


def test_pieces_of_both_widths() -> None:
    data = simple((b"caf\xe9 \x93a\x94 ", False), ("√ 😊\rdua\r".encode("utf-16-le"), True))
    assert texts(data) == ["café “a” √ 😊", "dua"]


def test_marks_and_fields() -> None:
    words = b'a\x0bb\x09c\x1ed\x1fe\x13 HYPERLINK "https://contoh.go.id" \x14tautan\x15 \x13 PAGE \x153\r'
    found = read_doc_alone(simple((words, False)))
    (block,) = found.blocks
    assert isinstance(block, Paragraph)
    assert block.text == "a\nb\tc-detautan 3"
    assert [(span.kind, span.target) for span in block.spans] == [("link", "https://contoh.go.id")]
    assert found.receipt.remainder == 0


def test_cells_without_properties_still_are_cells() -> None:
    found = read_doc_alone(simple((b"a\x07b\x07akhir\r", False)))
    assert [block.kind for block in found.blocks] == ["table", "paragraph"]


def test_text_that_nothing_refers_to_is_told() -> None:
    found = read_doc_alone(simple((b"isi\rcatatan\r", False), lengths=(4, 8)))
    assert [block.locator for block in found.blocks] == ["paragraph 1"]
    assert found.receipt.skipped == (("not shown", 7),)


def test_a_lost_table_of_paragraphs_leaves_the_text() -> None:
    def lose(main: bytearray, tables: bytearray) -> None:
        main[PAIRS + 8 * PARAGRAPHS : PAIRS + 8 * PARAGRAPHS + 8] = bytes(8)

    found = read_doc_alone(changed("D02_vmerge", lose))
    words = "".join(cell.text for block in found.blocks if block.kind == "table" for cell in block.cells)
    assert {"VM1", "B3", "C5"} <= {words[at : at + n] for at in range(len(words)) for n in (2, 3)}


def test_only_some_is_promised() -> None:
    assert [p.code for p in read_doc_alone(simple((b"isi\r", False))).problems] == [Code.READ_IN_PART]


def test_a_password_is_told() -> None:
    def protect(main: bytearray, tables: bytearray) -> None:
        main[FLAGS + 1] |= 1

    with pytest.raises(CannotReadError) as caught:
        read_doc(changed("D02_vmerge", protect))
    assert caught.value.code is Code.FILE_ENCRYPTED


def test_word_95_needs_libreoffice() -> None:
    def older(main: bytearray, tables: bytearray) -> None:
        main[2:4] = u16(0x68)

    with pytest.raises(CannotReadError) as caught:
        read_doc_alone(changed("D02_vmerge", older))
    assert caught.value.code is Code.PROGRAM_MISSING


@pytest.mark.parametrize("main", [b"", b"\xec\xa5\xc1\0", b"x" * 2000])
def test_no_document(main: bytes) -> None:
    with pytest.raises(CannotReadError) as caught:
        read_doc_alone(compound({"WordDocument": main, "1Table": b"x"}))
    assert caught.value.code is Code.FILE_UNREADABLE


def test_modifiers_of_every_size() -> None:
    data = b"\x16\x24\1" + b"\x0b\x46\2\0" + b"\x49\x66\1\0\0\0" + b"\x12\xd6\2ab" + b"\x0b\x46\2"
    assert list(sprms(data)) == [(0x2416, b"\1"), (0x460B, b"\2\0"), (0x6649, b"\1\0\0\0"), (0xD612, b"ab")]


def test_the_definition_of_a_row() -> None:
    cells = u16(0x60) + bytes(18) + u16(0x20) + bytes(18)
    definition = b"\2" + u16(0, 500, 1200) + cells
    shade = bytes(4) + b"\xff\xff\0\0" + u16(0)
    data = u16(0xD608) + u16(len(definition) + 1) + definition + u16(0xD612) + bytes((len(shade),)) + shade
    assert read_layout(data) == Layout((0, 500, 1200), (Mark("restart", fill="FFFF00"), Mark("continue")))
    assert read_layout(b"") == Layout()


def test_later_merges() -> None:
    definition = b"\2" + u16(0, 500, 1200)
    data = u16(0xD608) + u16(len(definition) + 1) + definition + u16(0x5624) + b"\0\2" + u16(0xD62B) + b"\2\1\3"
    assert read_layout(data).marks == (Mark(across="restart"), Mark("restart", "continue"))
