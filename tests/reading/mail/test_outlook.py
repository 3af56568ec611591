"""Messages of Outlook: properties in either encoding, three ways to keep the words, attachments."""

import contextlib
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.model.blocks import Block, Table
from tasks.reading.contents import Contents
from tasks.reading.mail.outlook import read_outlook
from tasks.reading.refusal import CannotReadError
from tasks.reading.sniff import sniff
from tests.reading.mail.compound import Tree, compound_file
from tests.reading.mail.damage import damaged
from tests.reading.packages import drawn

UTF16 = "utf-16-le"
ENCAPSULATED = (
    rb"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0 Arial;}}{\*\htmltag19 <html>}{\*\htmltag64 <p>}"
    rb"\htmlrtf {\htmlrtf0 Caf\'e9 \u8211? siap\htmlrtf\par}\htmlrtf0{\*\htmltag72 </p>}{\*\mhtmltag1 x}}"
)


def properties(size: int, **entries: bytes) -> bytes:
    """A stream of fixed properties behind a head of this size: tag in hexadecimal, value."""
    rows = (struct.pack("<II8s", int(tag[1:], 16), 6, value) for tag, value in entries.items())
    return bytes(size) + b"".join(rows)


def message(size: int = 32, fixed: dict[str, bytes] | None = None, **streams: str | bytes) -> Tree:
    """The streams of a message: property numbers and types in hexadecimal."""
    tree: Tree = {"__properties_version1.0": properties(size, **(fixed or {}))}
    for tag, value in streams.items():
        tree[f"__substg1.0_{tag[1:]}"] = value.encode(UTF16) if isinstance(value, str) else value
    return tree


def stored(rtf: bytes) -> bytes:
    return struct.pack("<4I", len(rtf) + 12, len(rtf), 0x414C454D, 0) + rtf


def read(tree: Tree) -> Contents:
    found = read_outlook(compound_file(tree))
    assert found.receipt.read > 0
    assert found.receipt.remainder == 0
    return found


def lines(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(block.locator, block.text) for block in blocks if not isinstance(block, Table)]


def test_head_and_text() -> None:
    sent = struct.pack("<Q", 131_310_828_000_000_000)
    tree = message(
        fixed={"_00390040": sent},
        _0037001F="Tindak lanjut",
        _0C1A001F="Budi",
        _5D01001F="budi@contoh.go.id",
        _0E04001F="Ani; Cici",
        _1000001F="Mohon:\r\n- susun pedoman\r\n",
    )
    assert sniff(compound_file(tree), "x") == "msg"
    assert lines(read(tree).blocks) == [
        ("message 1, line 1", "Tindak lanjut"),
        ("message 1, line 2", "From: Budi <budi@contoh.go.id>"),
        ("message 1, line 3", "Date: 2017-02-09 03:00 UTC"),
        ("message 1, line 4", "To: Ani; Cici"),
        ("message 1, line 5", "Mohon:"),
        ("message 1, line 6", "susun pedoman"),
    ]


def test_texts_in_the_code_page_of_the_message() -> None:
    tree = message(fixed={"_3FFD0003": struct.pack("<II", 1250, 0)}, _0037001E="čaj".encode("cp1250"))
    assert lines(read(tree).blocks) == [("message 1, line 1", "čaj")]


def test_the_page_is_read_where_it_holds_a_table() -> None:
    page = b"<html><p>Halo</p><table><tr><td>a<td>b</table></html>"
    found = read(message(_1000001F="Halo a b", _10130102=page))
    (table,) = [block for block in found.blocks if isinstance(block, Table)]
    assert drawn(table) == [["a", "b"]]
    assert dict(found.receipt.skipped)["repeated"] == len("Halo a b")


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (ENCAPSULATED, "Café – siap"),
        (rb"{\rtf1\ansi\ansicpg1252{\info{\title x}}\uc2 satu\u8211??\tab dua{\*\aneh y}\line tiga\{\}}", "satu–\tdua"),
        (rb"{\rtf1\ansi hello {\pict 0102}world\par}", "hello world"),
        (rb"{\rtf1 a\u-3841?\'", "a\uf0ff"),
    ],
)
def test_words_kept_as_rtf(rtf: bytes, text: str) -> None:
    assert lines(read(message(_10090102=stored(rtf))).blocks)[0][1] == text


def test_compressed_rtf() -> None:
    """The example of [MS-OXRTFCP], 3.1.1."""
    data = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    assert lines(read(message(_10090102=data)).blocks) == [("message 1, line 1", "hello world")]


def test_attachments() -> None:
    tree = message(_0037001F="Rapat", _10130102=b"<p>Halo<img src='cid:logo@x'></p>")
    tree["__attach_version1.0_#00000000"] = message(8, _3707001F="Surat undangan.docx", _37010102=b"PK\x03\x04")
    tree["__attach_version1.0_#00000001"] = message(8, _3704001F="catatan.txt", _37010102=b"- susun pedoman")
    tree["__attach_version1.0_#00000002"] = message(8, _3712001F="logo@x", _37010102=b"\x89PNG")
    tree["__attach_version1.0_#00000003"] = message(8, _3001001F="Gambar OLE")
    tree["__attach_version1.0_#00000004"] = {
        **message(8, _3001001F="Pesan lama"),
        "__substg1.0_3701000D": message(24, _0037001F="Lama", _1000001F="isi lama"),
    }
    found = read(tree)
    assert lines(found.blocks) == [
        ("message 1, paragraph 1", "Rapat"),
        ("message 1, paragraph 2", "Halo"),
        ("message 1, attachment 2, line 1", "susun pedoman"),
        ("message 2, line 1", "Lama"),
        ("message 2, line 2", "isi lama"),
    ]
    (problem,) = found.problems
    assert set(dict(problem.details)["names"].split(", ")) == {"Surat undangan.docx", "Gambar OLE"}


def test_a_compound_file_of_another_kind_is_none() -> None:
    with pytest.raises(CannotReadError):
        read_outlook(compound_file({"WordDocument": b"x"}))


DATA = compound_file(
    {
        **message(_0037001F="Rapat", _1000001F="Halo " * 900, _10090102=stored(ENCAPSULATED)),
        "__attach_version1.0_#00000000": message(8, _3707001F="a.txt", _37010102=b"- susun"),
    }
)


@settings(max_examples=150)
@given(damaged(DATA, 512))
def test_damage_never_does_more_than_make_it_unreadable(data: bytes) -> None:
    with contextlib.suppress(CannotReadError):
        assert read_outlook(data).receipt.remainder == 0


@given(st.binary(max_size=400))
def test_no_rtf_breaks_the_reader(rtf: bytes) -> None:
    assert read(message(_0037001F="x", _10090102=stored(rb"{\rtf1" + rtf))).blocks
