"""Pictures in Word files: both kinds are there, told in words, numbered, and as high as pages are planned for."""

from dataclasses import dataclass, replace
from datetime import date

from lxml import etree

from tasks.rendering.view.shape_pictures import Picture
from tasks.rendering.word import check, ooxml, package
from tasks.rendering.word.compile import compile_template
from tasks.rendering.word.document import fill
from tasks.rendering.word.drawing import EMU, Image, drawing
from tasks.rendering.word.paginate import heading_pages
from tasks.rendering.word.properties import Properties
from tasks.rendering.word.raster import png
from tasks.rendering.word.styles import Styles
from tests.rendering.plans import root_of, template
from tests.rendering.word.test_paginate import SECTION, STYLES

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{0}pt" height="9pt" viewBox="0 0 {0} 9">'
    '<text x="1" y="8">A</text></svg>'
)
FIRST, SECOND = (Image(SVG.format(width), width, 9.3, f'Gambar <{width}> & "x"', 2.0) for width in (20, 30))
ABOUT = Properties("Judul", "", "", "id", date(2024, 1, 1))
WP = ooxml.NAMESPACES["wp"]


@dataclass(frozen=True, slots=True)
class View:
    """Words of a template with pictures."""

    pictures: tuple[Picture, ...]


def document(*shown: Image, offered: tuple[Image, ...] = (FIRST, SECOND)) -> bytes:
    blocks = ("{%p for picture in pictures %}", "{{r picture.drawing }}", "{{ picture.title }}", "{%p endfor %}")
    compiled = compile_template(template("Awal", *blocks), "uji.docx", "id", View)
    return fill(compiled, View(tuple(Picture("Judul", drawing(image)) for image in shown)), ABOUT, offered)


def identities(data: bytes) -> list[etree._Element]:
    return list(root_of(data).iter(f"{{{WP}}}docPr"))


def test_both_kinds_are_in_the_file_and_it_is_sound() -> None:
    parts = package.read(document(FIRST, SECOND))
    kinds = {
        key: [name for name in parts if name == f"word/media/{key}"]
        for key in (f"{FIRST.key}.png", f"{SECOND.key}.svg")
    }
    assert all(kinds.values())
    assert parts[f"word/media/{FIRST.key}.svg"] == FIRST.svg.encode()
    assert parts[f"word/media/{FIRST.key}.png"].startswith(b"\x89PNG")
    assert list(check.defects(parts)) == []


def test_only_what_is_shown_is_in_the_file() -> None:
    held = [name for name in package.read(document(SECOND)) if name.startswith("word/media/")]
    assert held == [f"word/media/{SECOND.key}.png", f"word/media/{SECOND.key}.svg"]
    assert not any(name.startswith("word/media/") for name in package.read(document()))


def test_each_has_a_number_and_words_also_if_it_is_shown_twice() -> None:
    found = identities(document(FIRST, SECOND, FIRST))
    assert [one.get("id") for one in found] == ["1", "2", "3"]
    assert [one.get("descr") for one in found] == [FIRST.alt, SECOND.alt, FIRST.alt]
    assert len([name for name in package.read(document(FIRST, FIRST)) if name.startswith("word/media/")]) == 2


def test_sizes_are_whole_units() -> None:
    (extent,) = root_of(document(FIRST)).iter(f"{{{WP}}}extent")
    assert (extent.get("cx"), extent.get("cy")) == ("254000", "118110")


def test_the_same_twice() -> None:
    assert document(FIRST, SECOND) == document(FIRST, SECOND)
    assert replace(FIRST, zoom=3.0).key != FIRST.key


def test_a_picture_has_as_many_dots_as_asked_for() -> None:
    assert [int.from_bytes(png(FIRST.svg, zoom)[16:20], "big") for zoom in (1.0, 2.5)] == [20, 50]


def test_letters_beyond_the_own_font_are_drawn_too() -> None:
    assert png(FIRST.svg.replace(">A<", ">مدرسة<"), 2.0).startswith(b"\x89PNG")


def picture_pages(height: float, rule: str = "auto") -> list[int]:
    """The pages of two headings of which a picture stands between, on pages 100 points high."""
    image = drawing(Image(SVG.format(20), 20, height, "x"))
    look = f'<w:pPr><w:spacing w:line="240" w:lineRule="{rule}"/></w:pPr>'
    head = '<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>Judul</w:t></w:r></w:p>'
    body = f"{head}<w:p>{look}{image}</w:p>{head}<w:p/>"
    root = ooxml.parse(f'<w:document xmlns:w="{ooxml.W_NS}"><w:body>{body}{SECTION}</w:body></w:document>'.encode())
    found = [e for e in root.iter(ooxml.P) if ooxml.text_of(e) == "Judul"]
    where = heading_pages(root, Styles(STYLES.format(ns=ooxml.W_NS, font="Calibri").encode()), found)
    return [where[one] for one in found]


def test_pages_are_planned_for_the_height_of_pictures() -> None:
    assert picture_pages(60) == [1, 1]
    assert picture_pages(75) == [1, 2]
    assert picture_pages(75, "exact") == [1, 1]
    assert EMU == 12_700
