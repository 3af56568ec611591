"""Web pages in one file, from browsers, Word and Excel."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.model.blocks import Paragraph, Table
from tasks.model.problem import Code
from tasks.reading.refusal import CannotReadError
from tasks.reading.sniff import sniff
from tasks.reading.web.archive import read_web_archive
from tests.reading.packages import drawn

BROWSER = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://contoh.go.id/rapat
Subject: Rapat
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----B"

------B
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://contoh.go.id/rapat

<html><head><meta charset=3D"utf-8"><link rel=3Dstylesheet href=3D"gaya.css"></head><body><p>Rapat =E2=80=93 hari=
 ini</p><p class=3Dx>sembunyi</p><img src=3D"a.png"></body></html>
------B
Content-Type: text/css
Content-Transfer-Encoding: quoted-printable
Content-Location: https://contoh.go.id/gaya.css

.x { display: none }
------B
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://contoh.go.id/a.png

iVBORw0KGgo=
------B--
"""

WORD = """MIME-Version: 1.0
Content-Type: multipart/related; boundary="=_NextPart"

This document is a Single File Web Page.

--=_NextPart
Content-Location: file:///C:/A1/rapat.htm
Content-Transfer-Encoding: base64
Content-Type: text/html; charset="windows-1252"

PGh0bWw+PGJvZHk+PHA+QW5kcukglzwvcD48L2JvZHk+PC9odG1sPg==

--=_NextPart--
""".replace("\n", "\r\n").encode()

EXCEL = b"""MIME-Version: 1.0
X-Document-Type: Workbook
Content-Type: multipart/related; boundary="N"

--N
Content-Location: file:///C:/A1/Buku.htm
Content-Type: text/html; charset="us-ascii"

<html><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>Tahap 1</x:Name>
<x:WorksheetSource HRef="Buku_files/sheet001.htm"/></x:ExcelWorksheet><x:ExcelWorksheet><x:Name>Tahap 2</x:Name>
<x:WorksheetSource HRef="Buku_files/sheet002.htm"/></x:ExcelWorksheet><x:ExcelWorksheet><x:Name>Hilang</x:Name>
<x:WorksheetSource HRef="Buku_files/sheet003.htm"/></x:ExcelWorksheet></x:ExcelWorksheets></xml><![endif]-->
<frameset><frame src="Buku_files/sheet001.htm"><frame src="Buku_files/tabstrip.htm"></frameset></html>
--N
Content-Location: file:///C:/A1/Buku_files/stylesheet.css
Content-Type: text/css

.xl65 {background:#92D050;}
--N
Content-Location: file:///C:/A1/Buku_files/tabstrip.htm
Content-Type: text/html

<html><a href="sheet001.htm">Tahap 1</a></html>
--N
Content-Location: file:///C:/A1/Buku_files/sheet002.htm
Content-Type: text/html

<table><tr><td>c<td>d</table>
--N
Content-Location: file:///C:/A1/Buku_files/sheet001.htm
Content-Type: text/html

<table><tr><td class=xl65>a<td>b</table>
--N--
"""


def test_a_page_saved_by_a_browser_with_its_style_sheet() -> None:
    assert sniff(BROWSER, "x") == "mht"
    found = read_web_archive(BROWSER)
    first, second = found.blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert first.text == "Rapat – hari ini"
    assert (first.locator, first.at.part) == ("paragraph 1", "https://contoh.go.id/rapat")
    assert [span.kind for span in second.spans] == ["hidden"]
    assert found.receipt.remainder == 0
    assert found.problems == ()


def test_a_document_saved_by_word() -> None:
    assert sniff(WORD, "x") == "mht"
    (block,) = read_web_archive(WORD).blocks
    assert isinstance(block, Paragraph)
    assert block.text == "André —"


def test_the_sheets_of_a_workbook_in_their_order() -> None:
    assert sniff(EXCEL, "x") == "mht"
    found = read_web_archive(EXCEL)
    tables = [block for block in found.blocks if isinstance(block, Table)]
    assert [(table.name, table.locator, drawn(table)) for table in tables] == [
        ("Tahap 1", "table 1, row 1", [["a", "b"]]),
        ("Tahap 2", "table 2, row 1", [["c", "d"]]),
    ]
    assert tables[0].cells[0].fill == "92D050"
    assert [(p.code, dict(p.details)["names"]) for p in found.problems] == [(Code.READ_IN_PART, "Hilang")]
    assert found.receipt.remainder == 0


def test_the_start_of_the_archive_is_its_page() -> None:
    data = (
        b'MIME-Version: 1.0\nContent-Type: multipart/related; start="<b>"; boundary=N\n\n--N\n'
        b"Content-Type: text/html\n\n<p>iklan\n--N\nContent-Type: text/html\nContent-ID: <b>\n\n<p>isi\n--N--\n"
    )
    assert [block.text for block in read_web_archive(data).blocks if isinstance(block, Paragraph)] == ["isi"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"MIME-Version: 1.0\n\nteks",
        b'Content-Type: multipart/related; boundary="N"\n\n--N\nContent-Type: image/png\n\nx',
    ],
)
def test_without_a_page_there_is_nothing_to_read(data: bytes) -> None:
    with pytest.raises(CannotReadError):
        read_web_archive(data)


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from([BROWSER, WORD, EXCEL]),
    st.lists(st.tuples(st.integers(0, 1500), st.binary(max_size=4)), max_size=6),
)
def test_damage_never_does_more_than_make_it_unreadable(data: bytes, damage: list[tuple[int, bytes]]) -> None:
    for at, piece in damage:
        data = data[:at] + piece + data[at + len(piece) :]
    with contextlib.suppress(CannotReadError):
        assert read_web_archive(data).receipt.remainder == 0
