"""Old files that LibreOffice makes of newer ones hold the same as those."""

import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tasks.model.blocks import Block, Cell, Content, Heading, ListItem, Note, Paragraph, Span, Table
from tasks.reading.contents import Contents
from tasks.reading.excel.workbook import read_workbook
from tasks.reading.legacy.doc.document import read_doc_alone
from tasks.reading.legacy.ppt.document import read_ppt, read_ppt_alone
from tasks.reading.legacy.rtf.document import read_rtf
from tasks.reading.legacy.xls.workbook import read_xls
from tasks.reading.powerpoint.presentation import read_presentation
from tasks.reading.word.document import read_word
from tests.reading.packages import PATHOLOGIES, drawn

NOT_WRITTEN = {
    # What LibreOffice writes otherwise into both old formats.
    "D05_numbering", "D06_tracked", "D09_sdt", "D14_altchunk", "D15_fields", "D22_overfull",
}  # fmt: skip
NOT_IN_RTF = NOT_WRITTEN | {"D08_textbox", "D20_headings"}
NOT_IN_DOC = NOT_WRITTEN | {"D08_textbox"}


class Made:
    """Files by name, each with the one that LibreOffice makes of it."""

    def __init__(self, program: str, folder: Path) -> None:
        self._program = program
        self._folder = folder

    def of(self, originals: Iterable[Path], kind: str) -> dict[str, tuple[bytes, bytes]]:
        """The bytes of originals and of what is made of them."""
        known = list(originals)
        out = self._folder / kind
        profile = f"-env:UserInstallation={(self._folder / 'profile').as_uri()}"
        command = [self._program, profile, "--headless", "--norestore", "--convert-to", kind, "--outdir", str(out)]
        subprocess.run([*command, *map(str, known)], check=True, capture_output=True, timeout=120)
        made = {path.stem: (path.read_bytes(), out / f"{path.stem}.{kind}") for path in known}
        return {name: (old, new.read_bytes()) for name, (old, new) in made.items() if new.exists()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    from tasks.reading.programs.libreoffice import find_program

    program = find_program()
    if program is None:
        pytest.skip("needs LibreOffice")
    return Made(program, tmp_path_factory.mktemp("made"))


def lines(blocks: Iterable[Block]) -> list[str]:
    """All that a person reads, a line a paragraph, the rows of tables drawn."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            found += [" | ".join(row) for row in drawn(block)]
        elif isinstance(block, Note):
            found.append(f"{block.note} {block.locator} {block.text}")
        else:
            label = getattr(block, "label", "")
            found.append(f"{block.kind} {block.locator} {label} {block.text}")
    return found


def spans(blocks: Iterable[Content | Block]) -> list[tuple[str, str]]:
    """Words that look different, outside of tables and in them. What a comment is about, old readers do not say."""
    found = []
    for block in blocks:
        if isinstance(block, Table):
            found += [pair for cell in block.cells for pair in spans(cell.blocks)]
        elif isinstance(block, Paragraph | ListItem | Heading):
            found += [(span.kind, block.text[span.start : span.end]) for span in block.spans if span.kind != "comment"]
    return found


@pytest.mark.parametrize(
    ("kind", "read", "otherwise"), [("doc", read_doc_alone, NOT_IN_DOC), ("rtf", read_rtf, NOT_IN_RTF)]
)
def test_documents(kind: str, read: Callable[[bytes], Contents], otherwise: set[str], made: Made) -> None:
    files = made.of(sorted((PATHOLOGIES / "docx").glob("*.docx")), kind)
    assert len(files) > 20
    for name, (new, old) in files.items():
        found, expected = read(old), read_word(new)
        assert found.receipt.remainder == 0, name
        if name not in otherwise:
            assert lines(found.blocks) == lines(expected.blocks), name
            assert spans(found.blocks) == spans(expected.blocks), name
    tracked = read(files["D06_tracked"][1])
    text = "\n".join(lines(tracked.blocks))
    assert "INSNEW" in text
    assert "DELOLD" not in text
    assert ("inserted", "INSNEW") in [(kind, words.strip()) for kind, words in spans(tracked.blocks)]
    assert [kind for kind, _ in spans(read(files["D15_fields"][1]).blocks)] == ["link", "link"]


def test_workbooks(made: Made) -> None:
    """Each cell: words, spans, value, fill, bold, hidden. LibreOffice works out formulas that have no result."""
    originals = [path for path in sorted((PATHOLOGIES / "xlsx").glob("*.xlsx")) if "huge" not in path.name]
    files = made.of(originals, "xls")
    assert len(files) > 12
    for name, (new, old) in files.items():
        found, expected = read_xls(old), read_workbook(new)
        assert found.receipt.remainder == 0, name
        assert [block.locator for block in found.blocks] == [block.locator for block in expected.blocks], name
        if name != "X05_formula":
            assert cells(found) == cells(expected), name
    results = [cell.value for cell in tables(read_xls(files["X05_formula"][1]))[0].cells if cell.col == 2]
    assert results[1:] == [10, 20, 30, 20]


def tables(found: Contents) -> list[Table]:
    return [block for block in found.blocks if isinstance(block, Table)]


def cells(found: Contents) -> list[tuple[object, ...]]:
    return [_said(cell) for table in tables(found) for cell in table.cells]


def _said(cell: Cell) -> tuple[object, ...]:
    known: list[Span] = [s for block in cell.blocks if isinstance(block, Paragraph) for s in block.spans]
    return (cell.row, cell.col, cell.text, cell.rowspan, cell.colspan, cell.value, cell.fill, cell.bold, cell.hidden,
            [(s.start, s.end, s.kind) for s in known if s.kind != "link"])  # fmt: skip


def test_presentations(made: Made) -> None:
    files = made.of(sorted((PATHOLOGIES / "pptx").glob("P0*.pptx")), "ppt")
    if not files:
        pytest.skip("needs LibreOffice Impress")
    for name in ("P01_table", "P02_group", "P03_order", "P07_altcontent"):
        new, old = files[name]
        found = read_ppt_alone(old)
        assert found.receipt.remainder == 0
        assert lines(found.blocks) == lines(read_presentation(new).blocks), name
    new, old = files["P04_list"]
    texts = [block.text for block in read_ppt_alone(old).blocks if isinstance(block, Heading | Paragraph)]
    assert texts == [block.text for block in read_presentation(new).blocks if isinstance(block, Heading | ListItem)]
    converted = read_ppt(files["P01_table"][1])
    assert converted.problems == ()
    assert lines(converted.blocks) == lines(read_presentation(files["P01_table"][0]).blocks)
