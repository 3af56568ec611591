"""What a file is, from its bytes."""

from pathlib import Path

import pytest

from tasks.reading.sniff import sniff
from tests.reading.legacy.builders import compound
from tests.reading.packages import PATHOLOGIES, package

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 ...", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"{\\rtf1 ", "rtf"),
        (b"<!DOCTYPE html><html></html>", "html"),
        (b"\xef\xbb\xbf  <table><tr><td>1</td></tr></table>", "html"),
        (b"<?xml version='1.0'?><x/>", "xml"),
        (b"\x00\x01\x02\x03\x04\x05\x06\x07" * 40, "unknown"),
        (b"Rapat hari ini, nanti sore, besok pagi\nHadir: dua orang\n", "txt"),
        (b"No;Kegiatan;PJ\n1;a;b\n2;c;d\n3;e;f\n", "csv"),
        (OLE + "WordDocument".encode("utf-16-le"), "doc"),
        (OLE + "Workbook".encode("utf-16-le"), "xls"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (OLE, "unknown"),
        (package({"word/document.xml": "<x/>"}), "docx"),
        (package({"xl/workbook.xml": "<x/>"}), "xlsx"),
        (package({"xl/workbook.bin": b"x"}), "xlsb"),
        (package({"ppt/presentation.xml": "<x/>"}), "pptx"),
        (package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "ods"),
        (package({"foto.jpg": b"x"}), "archive"),
    ],
)
def test_contents_decide(data: bytes, kind: str) -> None:
    assert sniff(data, "berkas.docx") == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[09/02/17 21.15.03] A: satu, dua\n[09/02/17 21.16.03] B: ya, baik\n[09/02/17 21.17.00] A: a, b\n", "txt"),
        ("9/2/17, 9:15 PM - A: a,b\n9/2/17, 9:16 PM - B: c,d\n9/2/17, 9:17 PM - A: e,f\n", "txt"),
        ("- [ ] susun, cetak, kirim\n- [x] latih, uji, pantau\n- [ ] data, peta, lapor\n", "txt"),
        ("1. susun,cetak,kirim\n2. latih,uji,pantau\n3. data,peta,lapor\n", "txt"),
        ("Susun, cetak, kirim.\nLatih, uji, pantau.\nData, peta, lapor.\n", "txt"),
        ("| No | Kegiatan | PJ |\n|---|---|---|\n| 1 | a | b |\n| 2 | c | d |\n", "txt"),
        ("BMN: daftar barang milik negara\n", "txt"),
        ("Kegiatan,PJ,Waktu\nsusun,b,Mei\nuji,d,Juni\n", "csv"),
        ('Kegiatan,PJ,Waktu\n"a, b, c",d,Mei\n"e, f, g",h,Juni\n', "csv"),
        ("<p>Rapat</p>", "html"),
        ("<h1 class=x>Rapat</h1>", "html"),
        ("<font color=red>x</font>", "html"),
        ("\ufeff<style>p{}</style>", "html"),
        ("<b atau <c dan lebih\n", "txt"),
        ("<pustekkom@contoh.go.id> mengirim\n", "txt"),
        ("From: a\nTo: b\nSubject: c\n\nisi", "eml"),
        ("From a@b Thu Feb  9 10:00:00 2017\nReceived: x\nSubject: c\n\nisi", "eml"),
        ("Received: x\nTo: b\nContent-Type: multipart/related; boundary=N\n\n--N", "eml"),
        ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=N\n\n--N", "mht"),
        ("MIME-Version: 1.0\nContent-Type:\n multipart/related; boundary=N\n\n--N", "mht"),
        ("From: <Saved by Blink>\nSnapshot-Content-Location: http://x\nMIME-Version: 1.0\n\nx", "mht"),
        ("MIME-Version: 1.0\nContent-Type: text/html\nContent-Location: http://x\n\n<p>", "mht"),
        ("Kepada: Dinas Pendidikan\nDari: Pustekkom\nHal: undangan\n\nisi", "txt"),
    ],
)
def test_kinds_of_text(text: str, kind: str) -> None:
    assert sniff(text.encode(), "catatan") == kind


def test_a_picture_is_known_by_more_than_two_letters() -> None:
    assert sniff(b"BM\x36\x00\x0c\x00\x00\x00\x00\x006\x00", "x") == "image"


def test_white_space_without_end_is_read_in_no_time() -> None:
    assert sniff(b" \n" * 200_000, "x") == "txt"


def test_a_name_makes_a_table_of_one_column() -> None:
    assert sniff(b"Kegiatan\nMenyusun\n", "usulan.CSV") == "csv"


def test_a_cut_off_zip_is_known_by_its_parts() -> None:
    assert sniff((PATHOLOGIES / "bad" / "B6_trunc.docx").read_bytes(), "x") == "docx"


def test_the_sample(sample: Path) -> None:
    wrong = []
    for path in sorted((sample / "documents").rglob("*.*")):
        kind = sniff(path.read_bytes(), path.name)
        if kind != path.suffix[1:]:
            wrong.append((path.name, kind))
    assert wrong == []


@pytest.mark.parametrize(
    ("streams", "kind"),
    [
        ({"WordDocument": b"x", "ObjectPool/Workbook": b"x"}, "doc"),
        ({"MBD0001/WordDocument": b"x", "Workbook": b"x"}, "xls"),
        ({"Book": b"x"}, "xls"),
        ({"PowerPoint Document": b"x", "Current User": b"x"}, "ppt"),
        ({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}, "encrypted"),
        ({"__substg1.0_001A001E": b"x"}, "msg"),
        ({"Contents": b"x", "Storage/WordDocument": b"x"}, "unknown"),
    ],
)
def test_the_root_of_a_compound_file_tells_what_it_is(streams: dict[str, bytes], kind: str) -> None:
    assert sniff(compound(streams), "a.doc") == kind


def test_a_compound_file_without_directory_is_known_by_any_name() -> None:
    data = bytearray(compound({"WordDocument": b"x"}))
    data[48:52] = b"\xff\xff\xff\x7f"
    assert sniff(bytes(data), "a") == "doc"
