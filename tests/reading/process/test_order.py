"""Slow files are begun first; nothing else changes."""

from pathlib import Path

from tasks.model.meeting import Source
from tasks.reading.process.order import slowest_first


def test_what_takes_long_comes_first_and_the_rest_keeps_its_order() -> None:
    names = ["b.docx", "a.xlsx", "c.pdf", "lama.DOC", "foto.jpg", "a.docx", "x"]
    sources = [Source(Path(name), name, "0" * 64, "K1") for name in names]
    found = slowest_first(sources)
    assert [source.file for source in found] == ["lama.DOC", "foto.jpg", "c.pdf", "b.docx", "a.xlsx", "a.docx", "x"]
