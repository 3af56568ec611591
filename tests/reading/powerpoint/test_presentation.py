"""Whole presentations: order, places, what stands beside the slides, what is damaged."""

import csv
import io
import zipfile
from pathlib import Path

import pptx
import pytest

from tasks.model.blocks import Heading, Note, Table
from tasks.model.problem import Code
from tasks.reading.powerpoint.presentation import read_presentation
from tasks.reading.refusal import CannotReadError
from tests.conftest import ROOT
from tests.reading.packages import package
from tests.reading.powerpoint.decks import (
    NAMES,
    box,
    contents,
    deck,
    frame,
    p,
    read,
    related,
    slide,
    sp,
    tbl,
    tc,
    texts,
    with_parts,
)


def test_slides_come_in_the_order_of_the_show_not_of_the_files() -> None:
    show = pptx.Presentation()
    for name in ("satu", "dua", "tiga"):
        show.slides.add_slide(show.slide_layouts[5]).shapes.title.text = name
    entries = show.slides._sldIdLst
    entries.insert(0, entries[2])
    out = io.BytesIO()
    show.save(out)
    found = contents(out.getvalue()).blocks
    assert [(b.locator, b.at.slide, b.at.part) for b in found] == [
        ("slide 1, title", 1, "ppt/slides/slide3.xml"),
        ("slide 2, title", 2, "ppt/slides/slide1.xml"),
        ("slide 3, title", 3, "ppt/slides/slide2.xml"),
    ]
    assert texts(found) == ["tiga", "satu", "dua"]


def test_hidden_slides_count_and_are_flagged() -> None:
    found = contents(deck(slide(box("a", 0, 0), 'show="0"'), slide(box("b", 0, 0)))).blocks
    assert [(b.locator, b.at.hidden) for b in found] == [("slide 1, bullet 1", True), ("slide 2, bullet 1", False)]


def test_titles_of_opening_slides_are_above_the_others() -> None:
    show = pptx.Presentation()
    for layout in (0, 1, 2, 5):
        show.slides.add_slide(show.slide_layouts[layout]).shapes.title.text = "x"
    out = io.BytesIO()
    show.save(out)
    assert [b.level for b in contents(out.getvalue()).blocks if isinstance(b, Heading)] == [1, 2, 1, 2]


def test_a_title_of_several_paragraphs_is_one_heading() -> None:
    link = '<a:r><a:rPr strike="sngStrike"/><a:t>dua</a:t></a:r>'
    (found,) = read(sp(p("satu") + f"<a:p>{link}</a:p>", holder='<p:ph type="title"/>'))
    assert isinstance(found, Heading)
    assert found.text == "satu\ndua"
    assert [found.text[s.start : s.end] for s in found.spans] == ["dua"]


def test_an_empty_title_is_none_and_a_second_one_is_text() -> None:
    title = '<p:ph type="title"/>'
    assert read(sp("<a:p/>", holder=title)) == ()
    found = read(sp(p("a"), holder=title) + sp(p("b"), holder=title))
    assert [b.locator for b in found] == ["slide 1, title", "slide 1, bullet 1"]


def test_prompts_of_the_layout_are_no_contents() -> None:
    show = pptx.Presentation()
    show.slides.add_slide(show.slide_layouts[1])
    out = io.BytesIO()
    show.save(out)
    found = contents(out.getvalue())
    assert found.blocks == ()
    assert dict(found.receipt.skipped)["template"] > 0


def test_the_speakers_notes_are_a_note() -> None:
    show = pptx.Presentation()
    page = show.slides.add_slide(show.slide_layouts[6])
    page.notes_slide.notes_text_frame.text = "contoh\nhapus"
    out = io.BytesIO()
    show.save(out)
    (note,) = contents(out.getvalue()).blocks
    assert isinstance(note, Note)
    assert (note.locator, note.note, note.text) == ("slide 1, notes", "speaker", "contoh\nhapus")


def test_a_damaged_slide_is_told_and_the_others_are_read() -> None:
    data = with_parts(deck(*(slide(box(word, 0, 0)) for word in "abc")), slides__slide2="<p:sld")
    found = read_presentation(data)
    assert [b.locator for b in found.blocks] == ["slide 1, bullet 1", "slide 3, bullet 1"]
    assert [(problem.code, problem.locator) for problem in found.problems] == [(Code.READ_IN_PART, "slide 2")]
    assert found.receipt.remainder == 0


def test_a_missing_slide_and_a_missing_chart_are_told() -> None:
    data = deck(slide(box("a", 0, 0)), slide(frame('<c:chart r:id="nowhere"/>')))
    found = read_presentation(with_parts(data, slides__slide1=None))
    assert [problem.locator for problem in found.problems] == ["slide 1", "slide 2"]


def test_a_deck_without_layouts_is_read() -> None:
    rels = related(("x", "image", "../media/x.png"))
    assert texts(contents(with_parts(deck(slide(box("a", 0, 0))), slides__slide1_rels=rels)).blocks) == ["a"]


def test_a_slide_that_is_listed_twice_is_read_once() -> None:
    data = deck(slide(box("a", 0, 0)))
    twice = (
        f'<p:presentation {NAMES}><p:sldIdLst><p:sldId r:id="s1"/><p:sldId r:id="s1"/></p:sldIdLst></p:presentation>'
    )
    assert texts(contents(with_parts(data, presentation=twice)).blocks) == ["a"]


def test_strict_files_are_read_like_others() -> None:
    data = deck(slide(box("b", 0, 914400) + box("a", 0, 0) + tbl(tc("x"))))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for item in source.infolist():
            text = source.read(item)
            for name in ("presentationml", "drawingml"):
                text = text.replace(
                    f"http://schemas.openxmlformats.org/{name}/2006/".encode(),
                    f"http://purl.oclc.org/ooxml/{name}/".encode(),
                )
            text = text.replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"
            )
            target.writestr(item.filename, text)
    strict = contents(out.getvalue())
    assert strict.blocks == contents(data).blocks
    assert texts(strict.blocks) == ["a", "b"]


@pytest.mark.parametrize("parts", [{"ppt/other.xml": "<x/>"}, {"ppt/presentation.xml": "<x/>"}])
def test_a_file_without_a_presentation_cannot_be_read(parts: dict[str, str | bytes]) -> None:
    with pytest.raises(CannotReadError):
        read_presentation(package(parts))


def test_a_document_definition_is_refused() -> None:
    data = with_parts(deck(slide(box("a", 0, 0))), slides__slide1='<!DOCTYPE x [<!ENTITY a "b">]>' + slide(""))
    with pytest.raises(CannotReadError) as found:
        read_presentation(data)
    assert found.value.code == Code.FILE_REFUSED


def test_the_template_of_python_pptx_is_read() -> None:
    path = Path(pptx.__file__).parent / "templates" / "default.pptx"
    assert contents(path.read_bytes()).blocks == ()


def gold_places() -> list[tuple[str, str, str]]:
    with (ROOT / "tests/gold/rakor-tik-2017/gold/records.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["file"].endswith(".pptx")]
    return [(row["file"], row["locator"], row["action"]) for row in rows]


def test_every_action_of_the_sample_is_at_its_place(sample: Path) -> None:
    found: dict[tuple[str, str], str] = {}
    for file in sorted({file for file, _, _ in gold_places()}):
        for block in contents((sample / "documents" / file).read_bytes()).blocks:
            if isinstance(block, Table):
                for row in range(1, block.rows + 1):
                    found[file, block.row_locator(row)] = " ".join(c.text for c in block.grid()[row - 1] if c)
            else:
                found[file, block.locator] = block.text
    assert len(gold_places()) > 10
    assert [row for row in gold_places() if row[2][:30] not in found.get(row[:2], "")] == []
