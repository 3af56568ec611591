"""Parts of zip files unpacked piece by piece, within the limits."""

import io
import struct
import zipfile

import pytest

import tasks.reading.containers.archive as limits
from tasks.reading.containers.archive import Archive
from tasks.reading.excel.workbook import read_workbook
from tasks.reading.refusal import CannotReadError
from tests.reading.packages import S, package, sheet

BODY = bytes(range(256)) * 4096


def packed(body: bytes = BODY) -> bytes:
    """A zip file with one part."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/Part.xml", body)
    return data.getvalue()


def test_pieces_make_up_the_part() -> None:
    pieces = list(Archive(packed()).chunks("/XL/part.xml"))
    assert len(pieces) > 1
    assert b"".join(pieces) == BODY


def test_a_part_that_is_missing_has_no_pieces() -> None:
    assert list(Archive(packed()).chunks("xl/other.xml")) == []


@pytest.mark.parametrize(
    ("limit", "value", "cause"),
    [
        ("MAX_PART", 1000, "reading.too-large"),
        ("MAX_TOTAL", 1000, "reading.too-large"),
        ("MAX_RATIO", 1, "reading.bomb"),
    ],
)
def test_no_piece_is_unpacked_beyond_the_limits(
    monkeypatch: pytest.MonkeyPatch, limit: str, value: int, cause: str
) -> None:
    archive = Archive(packed(BODY * 2))
    monkeypatch.setattr(limits, limit, value)
    with pytest.raises(CannotReadError, match=cause):
        next(archive.chunks("xl/part.xml"))


def test_a_part_larger_than_it_says_is_cut_off() -> None:
    true, said = struct.pack("<I", len(BODY)), struct.pack("<I", 300_000)
    archive = Archive(packed().replace(true, said))
    with pytest.raises(CannotReadError, match=r"reading\.cut-off"):
        list(archive.chunks("xl/part.xml"))


def test_damage_in_the_middle_shows_when_it_is_reached() -> None:
    data = bytearray(packed())
    data[len(data) // 2 - 200 : len(data) // 2] = bytes(200)
    with pytest.raises(CannotReadError, match=r"reading\.cut-off"):
        list(Archive(bytes(data)).chunks("xl/part.xml"))


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/strings.xml"])
@pytest.mark.parametrize("before", ["<!DOCTYPE x>", '<!-- c --><!DOCTYPE x [<!ENTITY a "b">]>'])
def test_a_document_type_is_refused_in_the_long_parts_too(part: str, before: str) -> None:
    with zipfile.ZipFile(io.BytesIO(sheet('<row r="1"><c r="A1"><v>1</v></c></row>'))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert S.encode() in parts[part]
    with pytest.raises(CannotReadError, match=r"reading\.doctype"):
        read_workbook(package({**parts, part: before.encode() + parts[part]}))


@pytest.mark.parametrize("which", ["local", "directory"])
def test_a_name_that_is_no_text_is_damage(which: str) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("xl/Pärt.xml", BODY)
    whole, letter = data.getvalue(), "ä".encode()
    place = whole.find(letter) if which == "local" else whole.rfind(letter)
    damaged = whole[:place] + b"\xff" + whole[place + 1 :]
    with pytest.raises(CannotReadError):
        Archive(damaged).part("xl/pärt.xml")
