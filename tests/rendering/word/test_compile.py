"""Templates as staff write them: the dialect, and what is said when a tag is wrong."""

import io
from dataclasses import dataclass
from datetime import date

import docx
import pytest
from lxml import etree

from tasks.model.errors import TemplateError
from tasks.model.problem import Code
from tasks.rendering.catalogue import load
from tasks.rendering.word import inline, ooxml, package
from tasks.rendering.word.compile import compile_template
from tasks.rendering.word.document import fill
from tasks.rendering.word.inline import Inline
from tasks.rendering.word.properties import Properties
from tests.rendering.plans import paragraphs, root_of, rows, template

ABOUT = Properties("Judul", "", "", "id", date(2017, 2, 11))


@dataclass(frozen=True)
class Step:
    """An item of a list."""

    action: str
    owners: str
    link: Inline


@dataclass(frozen=True)
class View:
    """What the templates of these tests may write."""

    title: str
    note: str
    steps: tuple[Step, ...]


VIEW = View(
    "Rencana",
    "",
    (Step("Menyusun & <menata>", "Dinas A\nDinas B", inline.plain("A.1")), Step("Melatih", "", inline.plain("A.2"))),
)


def filled(*blocks: str, view: View = VIEW) -> bytes:
    return fill(compile_template(template(*blocks), "uji.docx", "id", View), view, ABOUT)


def cause(*blocks: str, language: str = "id") -> str:
    """What is said about a broken template."""
    with pytest.raises(TemplateError) as error:
        compile_template(template(*blocks), "uji.docx", language, View)
    assert error.value.problem.code == Code.TEMPLATE_BROKEN
    assert dict(error.value.problem.details)["template"] == "uji.docx"
    return dict(error.value.problem.details)["cause"]


def test_a_tag_writes_its_value_and_the_words_around_it_stay() -> None:
    assert paragraphs(filled("Judul: {{ title }}!")) == ["Judul: Rencana!"]


def test_a_row_of_its_own_repeats_the_rows_below_it() -> None:
    data = filled("No¦Kegiatan", "{%tr for s in steps %}¦", "{{ loop.index }}¦{{ s.action }}", "{%tr endfor %}¦")
    assert rows(data) == [["No", "Kegiatan"], ["1", "Menyusun & <menata>"], ["2", "Melatih"]]


def test_a_paragraph_of_its_own_repeats_or_leaves_out_paragraphs() -> None:
    data = filled("{%p for s in steps %}", "- {{ s.action }}", "{%p endfor %}", "{%p if note %}", "x", "{%p endif %}")
    assert paragraphs(data) == ["- Menyusun & <menata>", "- Melatih"]


def test_a_choice_within_a_paragraph() -> None:
    assert paragraphs(filled("a{% if note %} b{% else %} c{% endif %} d")) == ["a c d"]


def test_links_stand_between_runs() -> None:
    data = filled("Nomor {{r steps[0].link }} dan {{ steps[1].action }}")
    assert paragraphs(data) == ["Nomor A.1 dan Melatih"]
    runs = [ooxml.text_of(run) for run in root_of(data).iter(ooxml.R)]
    assert runs == ["Nomor ", "A.1", " dan ", "Melatih"]


def test_a_new_line_in_a_value_is_a_line_break() -> None:
    data = filled("{{ steps[0].owners }}")
    assert len(list(root_of(data).iter(ooxml.w("br")))) == 1
    assert paragraphs(data) == ["Dinas ADinas B"]


def test_tags_in_a_value_are_only_text() -> None:
    assert paragraphs(filled("{{ title }}", view=View("{{ 7*7 }} {% x %}", "", ()))) == ["{{ 7*7 }} {% x %}"]


def test_a_cell_whose_paragraphs_all_fall_away_keeps_one() -> None:
    data = split_cell(["{%p if note %}", "{{ note }}", "{%p endif %}"])
    cell = next(root_of(data).iter(ooxml.TC))
    assert [child.tag for child in cell][-1] == ooxml.P


def split_cell(lines: list[str]) -> bytes:
    """A template whose only cell holds these paragraphs, filled."""
    parts = package.read(template("¦x"))
    root = ooxml.parse(parts["word/document.xml"])
    cell = next(root.iter(ooxml.TC))
    for paragraph in list(cell.iterchildren(ooxml.P)):
        cell.remove(paragraph)
    for line in lines:
        run = etree.SubElement(etree.SubElement(cell, ooxml.P), ooxml.R)
        etree.SubElement(run, ooxml.T).text = line
    data = package.write(parts | {"word/document.xml": ooxml.serialise(root)})
    return fill(compile_template(data, "uji.docx", "id", View), VIEW, ABOUT)


def scattered(*pieces: str) -> bytes:
    """A template with one paragraph of these runs, Word's spelling marks between them."""
    parts = package.read(template("x"))
    root = ooxml.parse(parts["word/document.xml"])
    paragraph = next(root.iter(ooxml.P))
    for run in list(paragraph):
        paragraph.remove(run)
    for piece in pieces:
        etree.SubElement(paragraph, ooxml.w("proofErr"), {ooxml.w("type"): "spellStart"})
        run = etree.SubElement(paragraph, ooxml.R, {ooxml.w("rsidR"): "00AB12CD"})
        etree.SubElement(run, ooxml.T).text = piece
    return package.write(parts | {"word/document.xml": ooxml.serialise(root)})


@pytest.mark.parametrize(
    "pieces, words",
    [
        (("{", "{ title }", "}"), "Rencana"),
        (("a {{ ti", "tle }} b"), "a Rencana b"),
        (("{{", " title", " }}{", "{ title }}"), "RencanaRencana"),
        (("{% if title == “Renc", "ana” %}ya{% en", "dif %}"), "ya"),
        (("{{\u00a0title\u00a0}}",), "Rencana"),
    ],
)
def test_tags_that_word_cut_over_runs_are_healed(pieces: tuple[str, ...], words: str) -> None:
    data = fill(compile_template(scattered(*pieces), "uji.docx", "id", View), VIEW, ABOUT)
    assert paragraphs(data) == [words]
    assert b"proofErr" not in package.read(data)["word/document.xml"]
    assert b"rsidR" not in package.read(data)["word/document.xml"]


def test_a_misspelt_name_is_named_with_its_place_and_the_nearest_name() -> None:
    said = cause("Judul", "No¦Kegiatan", "{%tr for s in steps %}¦", "1¦{{ s.acton }}", "{%tr endfor %}¦")
    assert said == "tabel 1, baris 3: nama 'acton' tidak dikenal; mungkin maksudnya 'action'"
    assert cause("", "{{ titel }}", language="en") == (
        "paragraph 2: the name 'titel' is not known; perhaps 'title' is meant"
    )


def test_a_name_is_checked_even_where_there_is_nothing_to_repeat() -> None:
    assert "'xyz'" in cause("{%p for s in steps %}", "{{ s.xyz }}", "{%p endfor %}")


@pytest.mark.parametrize(
    "blocks, key, place",
    [
        (("{{ title",), "tag-open", "paragraf 1"),
        (("a", "title }}"), "tag-open", "paragraf 2"),
        (("{%tc for s in steps %}",), "tag-kind", "paragraf 1"),
        (("{%tr for s in steps %}",), "row-outside", "paragraf 1"),
        (("a¦b", "{%tr for s in steps %}¦x", "{%tr endfor %}¦"), "text-beside", "tabel 1, baris 2"),
        (("{%p if note %} x",), "text-beside", "paragraf 1"),
        (("{%p for s in steps %}",), "block-open", "paragraf 1"),
        (("{%p endif %}",), "block-end", "paragraf 1"),
        (("{%p if note %}", "{%p endfor %}"), "block-end", "paragraf 2"),
        (("{% for s in steps %}¦", "{% endfor %}¦"), "block-crosses", "tabel 1, baris 1"),
        (("{{ title | uper }}",), "filter-unknown", "paragraf 1"),
        (("{% include 'x' %}",), "statement-unknown", "paragraf 1"),
        (("{% set a = 1 %}",), "statement-unknown", "paragraf 1"),
        (("ok", "{{ title + }}"), "syntax", "paragraf 2"),
    ],
)
def test_every_fault_says_where_it_is(blocks: tuple[str, ...], key: str, place: str) -> None:
    beginning = load("id").text(f"template.{key}", place=place, tag="\0", text="", name="\0", hint="").split("\0")[0]
    said = cause(*blocks)
    assert said.startswith(beginning)
    assert said.startswith(f"{place}: ")


def test_a_near_filter_is_suggested() -> None:
    assert cause("{{ title | uper }}").endswith("mungkin maksudnya 'upper'")


def test_headers_and_footers_are_filled_and_their_faults_placed() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ title }}"
    out = io.BytesIO()
    document.save(out)
    data = fill(compile_template(out.getvalue(), "uji.docx", "id", View), VIEW, ABOUT)
    header = next(name for name in package.read(data) if name.startswith("word/header"))
    assert ooxml.text_of(root_of(data, header)) == "Rencana"
    document.sections[0].header.paragraphs[0].text = "{{ titel }}"
    out = io.BytesIO()
    document.save(out)
    with pytest.raises(TemplateError, match="kepala halaman, paragraf 1: nama 'titel'"):
        compile_template(out.getvalue(), "uji.docx", "id", View)


def test_what_cannot_be_worked_out_is_said_and_nothing_private_is_reached() -> None:
    for text in (
        "{{ steps[9].action.__class__ }}", "{{ title.__class__.__mro__ }}", "{{ steps[7] }}",
        "{{ steps[0].__dataclass_fields__ }}", "{{ steps[0]['__class__'] }}",
    ):  # fmt: skip
        with pytest.raises(TemplateError, match="tidak dapat dihitung"):
            filled(text)


def test_the_paragraph_that_ends_a_section_stays_when_a_tag_stands_in_it() -> None:
    parts = package.read(template("{%p if note %}", "x", "{%p endif %}", "y"))
    root = ooxml.parse(parts["word/document.xml"])
    last = next(p for p in root.iter(ooxml.P) if "endif" in ooxml.text_of(p))
    settings = last.find(ooxml.w("pPr"))
    settings = etree.Element(ooxml.w("pPr")) if settings is None else settings
    last.insert(0, settings)
    etree.SubElement(settings, ooxml.SECT)
    data = package.write(parts | {"word/document.xml": ooxml.serialise(root)})
    result = fill(compile_template(data, "uji.docx", "id", View), VIEW, ABOUT)
    assert paragraphs(result) == ["y"]
    assert len(list(root_of(result).iter(ooxml.SECT))) == 2
