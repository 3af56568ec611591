"""Blocks know the headings above them."""

from tasks.model.blocks import Block, Heading, Note, Paragraph
from tasks.model.provenance import Provenance
from tasks.reading.trail import with_trails


def test_a_slide_without_a_title_stands_under_none() -> None:
    blocks: list[Block] = [
        Heading("slide 1, title", "Hasil", 2, at=Provenance(slide=1)),
        Paragraph("slide 1, bullet 1", "x", at=Provenance(slide=1)),
        Paragraph("slide 2, bullet 1", "y", at=Provenance(slide=2)),
    ]
    assert [block.at.trail for block in with_trails(blocks)] == [(), ("Hasil",), ()]


def test_headings_lead_down_to_a_block() -> None:
    blocks: list[Block] = [
        Paragraph("paragraph 1", "awal"),
        Heading("paragraph 2", "Hasil", 1, "BAB II"),
        Heading("paragraph 3", "Kendala", 2),
        Paragraph("paragraph 4", "x"),
        Heading("paragraph 5", "Penutup", 1),
        Note("footer", "footer", ()),
        Note("paragraph 5, comment 1", "comment", ()),
    ]
    assert [block.at.trail for block in with_trails(blocks)] == [
        (), (), ("BAB II Hasil",), ("BAB II Hasil", "Kendala"), (), (), ("Penutup",),
    ]  # fmt: skip
