"""Files embedded in the flow of a Word document."""

import pytest

from tasks.model.blocks import Paragraph, Table
from tasks.model.problem import Code
from tasks.reading.contents import Contents
from tasks.reading.word.document import read_word
from tests.reading.packages import PATHOLOGIES, R, W, drawn, p, package, relationships, tbl, tc, word

PAGE = b"<html><body><p>dari laman</p><table><tr><td>a<td>b</table><script>x()</script></body></html>"
ARCHIVE = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n"


def bearer(body: str, data: bytes) -> bytes:
    """A document whose relationship rId1 leads to an embedded file."""
    return package(
        {
            "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
            "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>',
            "word/_rels/document.xml.rels": relationships(("aFChunk", "chunk.bin")),
            "word/chunk.bin": data,
        }
    )


def embedding(data: bytes) -> Contents:
    return read_word(bearer(f'{p("sebelum")}<w:altChunk r:id="rId1"/>{p("sesudah")}', data))


def lines(found: Contents) -> list[str]:
    return [
        b.text if isinstance(b, Paragraph) else str(drawn(b)) for b in found.blocks if isinstance(b, Paragraph | Table)
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (PAGE, ["dari laman", "[['a', 'b']]"]),
        (ARCHIVE + PAGE + b"\n--b--\n", ["dari laman", "[['a', 'b']]"]),
        (b"catatan\nkedua\n", ["catatan", "kedua"]),
        (word(p("dalam") + tbl(tc("x"))), ["dalam", "[['x']]"]),
        (word("<w:p><w:r><w:t>a</w:t></w:r></w:p>"), ["a"]),
    ],
    ids=["page", "archive", "text", "document", "small document"],
)
def test_embedded_files_stand_where_they_are_embedded(data: bytes, expected: list[str]) -> None:
    found = embedding(data)
    assert [line for line in lines(found) if line] == ["sebelum", *expected, "sesudah"]
    assert {block.locator for block in found.blocks[1:-1]} == {"paragraph 1"}
    assert found.blocks[-1].locator == "paragraph 2"
    assert found.receipt.remainder == 0


def test_an_embedded_file_of_another_format_is_told() -> None:
    found = embedding(b"\x89PNG\r\n")
    assert lines(found) == ["sebelum", "sesudah"]
    assert [(q.code, q.locator) for q in found.problems] == [(Code.READ_IN_PART, "paragraph 1")]


def test_documents_within_documents_end_somewhere() -> None:
    data = word(p("inti"))
    for _ in range(5):
        data = bearer('<w:altChunk r:id="rId1"/>', data)
    found = read_word(data)
    assert lines(found) == []
    assert {q.code for q in found.problems} == {Code.READ_IN_PART}


def test_the_pathology_of_an_embedded_page() -> None:
    found = read_word((PATHOLOGIES / "docx" / "D14_altchunk.docx").read_bytes())
    assert found.receipt.remainder == 0
    assert any("ALTCHUNKP" in line for line in lines(found))
