"""Plain rows give what the general reader gives."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tasks.reading.word.table as general
from tasks.model.blocks import Block, Table
from tasks.reading.contents import Contents
from tasks.reading.word.document import read_word
from tasks.reading.word.shape import row_shape
from tests.reading.packages import PATHOLOGIES, W, word

ROOT = Path(__file__).parents[3]
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{more}</w:style>'
    for name, more in {
        "tebal": "<w:rPr><w:b/></w:rPr>",
        "coret": "<w:rPr><w:strike/></w:rPr>",
        "lambang": '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>',
        "judul": '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>',
    }.items()
)
TEXTS = st.sampled_from(["", " ", "Mei", "a & b".replace("&", "&amp;"), "é \uf0fc", "ü"])
RUN_LOOKS = st.sampled_from(
    ["", "<w:b/>", '<w:b w:val="0"/>', "<w:strike/>", '<w:rFonts w:ascii="Wingdings"/>', '<w:rFonts w:hAnsi="Arial"/>',
     '<w:shd w:val="clear" w:fill="FFFF00"/>', "<w:vanish/>", '<w:sz w:val="20"/>']
)  # fmt: skip
RUNS = st.builds(
    lambda look, texts, more: f"<w:r><w:rPr>{look}</w:rPr>{''.join(f'<w:t>{t}</w:t>' for t in texts)}{more}</w:r>",
    RUN_LOOKS,
    st.lists(TEXTS, max_size=2),
    st.sampled_from(["", "", "", "<w:tab/>", "<w:br/>", '<w:sym w:font="Wingdings" w:char="F0FC"/>']),
)
MARKS = st.sampled_from(["", "<w:rPr><w:b/></w:rPr>", "<w:spacing/>", "<w:tabs><w:tab/></w:tabs>"])
NAMES = st.sampled_from(["", "", "tebal", "coret", "lambang", "judul", "tiada"])
PARAGRAPHS = st.builds(
    lambda name, mark, runs: (
        f'<w:p><w:pPr>{f"""<w:pStyle w:val="{name}"/>""" if name else ""}{mark}</w:pPr>{"".join(runs)}</w:p>'
    ),
    NAMES,
    MARKS,
    st.lists(RUNS, max_size=3),
)
LOOKS = st.sampled_from(
    ["", '<w:shd w:val="clear" w:fill="00B050"/>', '<w:shd w:val="clear" w:fill="auto"/>', '<w:gridSpan w:val="2"/>',
     '<w:vMerge w:val="restart"/>', "<w:vMerge/>", "<w:vAlign/>"]
)  # fmt: skip
CELLS = st.builds(
    lambda look, paragraphs: f"<w:tc><w:tcPr>{look}</w:tcPr>{''.join(paragraphs)}</w:tc>",
    LOOKS,
    st.lists(PARAGRAPHS, min_size=1, max_size=2),
)
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=3), min_size=1, max_size=3).map(
    lambda rows: "<w:tbl>" + "".join(f"<w:tr>{''.join(cells)}</w:tr>" for cells in rows) + "</w:tbl>"
)


def both(data: bytes) -> tuple[Contents, Contents]:
    quick = read_word(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(general, "plain_cells", lambda *_: None)
        return quick, read_word(data)


@given(TABLES)
def test_any_table_is_the_same_either_way(table: str) -> None:
    quick, slow = both(word(table, styles=STYLES))
    assert quick.blocks == slow.blocks
    assert quick.receipt == slow.receipt
    assert quick.receipt.remainder == 0


@pytest.mark.parametrize(
    "path",
    sorted([*(PATHOLOGIES / "docx").glob("*.doc?"), *(ROOT / "inputs").rglob("*.docx")]),
    ids=lambda path: path.stem,
)
def test_documents_are_the_same_either_way_and_lose_no_character(path: Path) -> None:
    quick, slow = both(path.read_bytes())
    assert quick.blocks == slow.blocks
    assert quick.receipt == slow.receipt
    assert quick.receipt.remainder == 0
    assert pages(quick.blocks) == pages(slow.blocks)


def pages(blocks: tuple[Block, ...]) -> list[tuple[int, tuple[int, ...]]]:
    return [(block.at.page, block.pages if isinstance(block, Table) else ()) for block in blocks]


def tags(*names: str) -> tuple[str, ...]:
    return tuple(f"{{{W}}}{name}" for name in names)


def test_rows_of_plain_cells_have_a_shape() -> None:
    found = row_shape(tags("tr", "trPr", "tc", "tcPr", "shd", "p", "pPr", "pStyle", "r", "rPr", "b", "t"))
    assert found is not None
    (cell,) = found.cells
    assert (cell.shade, cell.paragraphs[0].style) == (4, 7)
    assert (cell.paragraphs[0].runs[0].bold, cell.paragraphs[0].runs[0].texts) == (10, [11])


@pytest.mark.parametrize("odd", ["numPr", "fldChar", "sdt", "del", "tbl", "gridSpan", "br", "hyperlink", "tab"])
def test_anything_else_gives_a_row_no_shape(odd: str) -> None:
    assert row_shape(tags("tr", "tc", "p", odd, "r", "t")) is None
