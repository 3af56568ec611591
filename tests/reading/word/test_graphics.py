"""Charts and diagrams in the text of a Word document."""

import io
import zipfile

from tasks.model.blocks import ListItem, Paragraph, Table
from tasks.model.problem import Code
from tasks.reading.contents import Contents
from tasks.reading.drawing.names import DGM, C
from tasks.reading.word.document import read_word
from tests.reading.packages import PATHOLOGIES, R, W, drawn, package, relationships


def part(deck: str, name: str) -> bytes:
    """A part of a presentation: charts and diagrams are the same in all formats."""
    with zipfile.ZipFile(io.BytesIO((PATHOLOGIES / "pptx" / f"{deck}.pptx").read_bytes())) as archive:
        return archive.read(name)


def drawing(reference: str) -> str:
    return f"<w:p><w:r><w:t>lihat</w:t><w:drawing><x>{reference}</x></w:drawing></w:r></w:p>"


def document(**parts: bytes) -> Contents:
    chart = f'<c:chart xmlns:c="{C[1:-1]}" r:id="rId1"/>'
    diagram = f'<d:relIds xmlns:d="{DGM[1:-1]}" r:dm="rId2"/>'
    body = drawing(chart) + drawing(diagram)
    return read_word(
        package(
            {
                "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
                "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>',
                "word/_rels/document.xml.rels": relationships(("chart", "chart.xml"), ("diagramData", "data.xml")),
                **{f"word/{name}.xml": data for name, data in parts.items()},
            }
        )
    )


def test_their_words_and_figures_stand_behind_the_paragraph() -> None:
    chart, data = part("P05_chart", "ppt/charts/chart1.xml"), part("P06_smartart", "ppt/diagrams/data1.xml")
    found = document(chart=chart, data=data)
    first, table, second, *points = found.blocks
    assert isinstance(first, Paragraph)
    assert isinstance(table, Table)
    assert drawn(table) == [["", "SERI"], ["CATA", "11.5"], ["CATB", "22.5"]]
    assert table.row_locator(2) == "chart 1, row 2"
    assert second.locator == "paragraph 2"
    assert [(p.text, p.locator) for p in points if isinstance(p, ListItem)] == [
        ("SMARTONE", "paragraph 2"),
        ("SMARTTWO", "paragraph 2"),
    ]
    assert found.receipt.remainder == 0
    assert found.problems == ()


def test_a_broken_one_is_told_and_the_text_is_read() -> None:
    found = document(chart=b"<broken", data=part("P06_smartart", "ppt/diagrams/data1.xml"))
    assert [problem.code for problem in found.problems] == [Code.READ_IN_PART]
    assert [block.text for block in found.blocks if isinstance(block, Paragraph)] == ["lihat", "lihat"]
