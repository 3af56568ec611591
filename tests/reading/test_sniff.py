"""What a file is, from its bytes."""

from pathlib import Path

import pytest

from tasks.reading.sniff import sniff
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
