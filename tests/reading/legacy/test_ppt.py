"""Presentations of PowerPoint 97 to 2003 by their own records."""

import struct

import pytest

from tasks.model.blocks import Block, Heading, Note, Paragraph, Table
from tasks.model.problem import Code
from tasks.reading.legacy.ppt.document import read_ppt, read_ppt_alone
from tasks.reading.refusal import CannotReadError
from tests.reading.legacy.builders import compound, u16, u32
from tests.reading.packages import drawn

TITLE, BODY = 0, 1


def atom(kind: int, data: bytes, instance: int = 0) -> bytes:
    return struct.pack("<HHI", instance << 4, kind, len(data)) + data


def container(kind: int, *inside: bytes, instance: int = 0) -> bytes:
    data = b"".join(inside)
    return struct.pack("<HHI", instance << 4 | 0xF, kind, len(data)) + data


def words(text: str, kind: int = BODY) -> bytes:
    return atom(3999, u32(kind)) + atom(4000, text.encode("utf-16-le"))


def shape(*inside: bytes, top: int = 0, left: int = 0, placeholder: int = 0) -> bytes:
    data = container(0xF011, atom(3011, u32(0) + bytes((placeholder, 0, 0, 0)))) if placeholder else b""
    anchor = atom(0xF010, struct.pack("<hhhh", top, left, left + 10, top + 10))
    return container(0xF004, anchor, data, container(0xF00D, *inside))


def cell(text: str, place: tuple[int, int, int, int]) -> bytes:
    top, left, bottom, right = place
    anchor = atom(0xF00F, struct.pack("<iiii", left, top, right, bottom))
    return container(0xF004, anchor, container(0xF00D, words(text)))


def table(*cells: bytes, top: int = 0) -> bytes:
    frame = container(
        0xF004, atom(0xF010, struct.pack("<hhhh", top, 0, 100, top + 50)),
        atom(0xF122, u16(0x039F) + u32(1), instance=1),
    )  # fmt: skip
    return container(0xF003, frame, *cells)


def slide(*shapes: bytes, hidden: bool = False, notes: int = 0, geometry: int = 1) -> bytes:
    drawing = container(1036, container(0xF002, container(0xF003, *shapes)))
    show = atom(1017, bytes(10) + u16(4)) if hidden else b""
    return container(1006, atom(1007, u32(geometry) + bytes(12) + u32(notes) + bytes(4)), show, drawing)


def ppt(*slides: bytes, outlines: tuple[bytes, ...] = (), notes: bytes = b"", token: int = 0xE391C05F) -> bytes:
    """Slides with what the list keeps of their text, and one page of notes with the identity 300."""

    def listed(number: int) -> bytes:
        kept = outlines[number] if number < len(outlines) else b""
        return atom(1011, u32(number + 2, 0, 0, 256 + number, 0)) + kept

    lists = container(4080, *map(listed, range(len(slides))))
    pages = container(4080, atom(1011, u32(len(slides) + 2, 0, 0, 300, 0)), instance=2) if notes else b""
    parts = [container(1000, lists, pages), *slides, notes]
    stream, places = b"", []
    for part in parts:
        places.append(len(stream))
        stream += part
    directory = len(stream)
    stream += atom(6002, u32(1 | len(places) << 20, *places))
    edit = len(stream)
    stream += atom(4085, u32(256, 0, 0, directory, 1, len(places), 0))
    return compound({"PowerPoint Document": stream, "Current User": atom(4086, u32(20, token, edit) + bytes(20))})


def read(data: bytes) -> tuple[Block, ...]:
    found = read_ppt_alone(data)
    assert found.receipt.remainder == 0
    assert [problem.code for problem in found.problems] == [Code.READ_IN_PART]
    return found.blocks


def test_title_then_bullets_from_the_top_down() -> None:
    blocks = read(ppt(slide(shape(words("bawah"), top=50), shape(words("satu\rdua\x0bbaris"), top=20),
                            shape(words("JUDUL", TITLE), top=90))))  # fmt: skip
    assert [(block.locator, block.text) for block in blocks if isinstance(block, Heading | Paragraph)] == [
        ("slide 1, title", "JUDUL"), ("slide 1, bullet 1", "satu"), ("slide 1, bullet 2", "dua\nbaris"),
        ("slide 1, bullet 3", "bawah"),
    ]  # fmt: skip
    assert [block.at.slide for block in blocks] == [1, 1, 1, 1]


def test_the_first_slide_opens() -> None:
    found = read(ppt(slide(shape(words("JUDUL", 6)), geometry=0), slide(shape(words("B", TITLE)))))
    assert [block.level for block in found if isinstance(block, Heading)] == [1, 2]


def test_texts_that_the_list_of_slides_keeps() -> None:
    outline = words("JUDUL", TITLE) + atom(3999, u32(BODY)) + atom(4008, b"isi") + words("tak digambar")
    blocks = read(ppt(slide(shape(atom(3998, u32(1))), shape(atom(3998, u32(0)))), outlines=(outline,)))
    assert [block.text for block in blocks if isinstance(block, Heading | Paragraph)] == [
        "JUDUL",
        "isi",
        "tak digambar",
    ]


def test_tables() -> None:
    cells = (
        cell("Waktu", (0, 0, 10, 200)), cell("Mulai", (10, 0, 20, 100)), cell("Selesai", (10, 100, 20, 200)),
        cell("Biaya", (0, 200, 20, 300)),
    )  # fmt: skip
    first, second = read(ppt(slide(table(*cells), table(cell("x", (0, 0, 10, 10)), top=60))))
    assert isinstance(first, Table)
    assert drawn(first) == [["Waktu", "<", "Biaya"], ["Mulai", "Selesai", "^"]]
    assert (first.locator, second.locator) == ("slide 1, row 1", "slide 1, table 2, row 1")


def test_groups_stay_together() -> None:
    frame = container(0xF004, atom(0xF010, struct.pack("<hhhh", 30, 0, 10, 40)))
    group = container(0xF003, frame, cell("dalam 2", (2, 0, 3, 1)), cell("dalam 1", (0, 0, 1, 1)))
    blocks = read(ppt(slide(shape(words("bawah"), top=80), group, shape(words("atas"), top=10))))
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["atas", "dalam 1", "dalam 2", "bawah"]


def test_hidden_slides_notes_and_edges() -> None:
    page = container(1008, container(1036, container(0xF002, container(0xF003, shape(words("ingat")),
                     shape(words("*") + atom(4056, bytes(4)))))))  # fmt: skip
    body = (shape(words("isi")), shape(words("kaki"), top=90, placeholder=9), shape(words("1"), placeholder=8))
    blocks = read(ppt(slide(*body, hidden=True, notes=300), notes=page))
    assert [(block.locator, block.text) for block in blocks if isinstance(block, Note)] == [
        ("slide 1, footer", "kaki"), ("slide 1, notes", "ingat"),
    ]  # fmt: skip
    assert blocks[0].at.hidden


def test_the_last_saving_counts() -> None:
    """Each saving appends parts and a directory; what is older stays in the file."""
    data = ppt(slide(shape(words("lama"))))
    stream = data[512:]
    old = stream.index(u16(0xF) + u16(1006))
    assert stream[old:]
    new = slide(shape(words("baru")))
    edit = stream.index(u16(0) + u16(4085))
    place = edit + 8 + 28
    stream = stream[:place] + new
    directory = len(stream)
    stream += atom(6002, u32(2 | 1 << 20, place))
    last = len(stream)
    stream += atom(4085, u32(256, 0, edit, directory, 1, 3, 0))
    user = atom(4086, u32(20, 0xE391C05F, last) + bytes(20))
    blocks = read(compound({"PowerPoint Document": stream, "Current User": user}))
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["baru"]


def test_a_password_is_told() -> None:
    with pytest.raises(CannotReadError) as caught:
        read_ppt(ppt(slide(), token=0xF3D1C4DF))
    assert caught.value.code is Code.FILE_ENCRYPTED


def test_a_stream_without_presentation_is_broken(no_libreoffice: None) -> None:
    with pytest.raises(CannotReadError):
        read_ppt(compound({"PowerPoint Document": b"x", "Current User": b"x"}))
