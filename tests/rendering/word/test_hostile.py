"""What a template must not carry."""

import pytest

from tasks.model.errors import TemplateError
from tasks.rendering.view.shape import PlanView
from tasks.rendering.word import ooxml, package
from tasks.rendering.word.compile import compile_template
from tasks.rendering.word.hostile import findings
from tests.rendering.plans import template

RELS = "word/_rels/document.xml.rels"
SIMPLE = '<w:p xmlns:w="{0}"><w:fldSimple w:instr="{1}"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
COMPLEX = (
    '<w:p xmlns:w="{0}"><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{1}</w:instrText></w:r>'
    '<w:r><w:instrText>{2}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


def with_relation(kind: str, target: str, mode: str = 'TargetMode="External"') -> dict[str, bytes]:
    parts = package.read(template("x"))
    name = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    relation = f'<Relationship Id="rX" Type="{name}" Target="{target}" {mode}/></Relationships>'
    return parts | {RELS: parts[RELS].replace(b"</Relationships>", relation.encode())}


def with_body(xml: str) -> dict[str, bytes]:
    parts = package.read(template("x"))
    root = ooxml.parse(parts["word/document.xml"])
    body = root.find(ooxml.BODY)
    assert body is not None
    body.insert(0, ooxml.parse(xml.encode()))
    return parts | {"word/document.xml": ooxml.serialise(root)}


def keys(parts: dict[str, bytes]) -> list[str]:
    return [key for key, _ in findings(parts)]


def test_an_ordinary_template_is_safe() -> None:
    assert keys(package.read(template("x"))) == []


@pytest.mark.parametrize(
    "kind, target",
    [
        ("attachedTemplate", "file:///c:/evil.dotm"),
        ("image", "http://example.org/a.png"),
        ("hyperlink", "file://server/share"),
        ("hyperlink", "javascript:alert(1)"),
        ("oleObject", "http://example.org/x"),
        ("subDocument", "http://example.org/x"),
    ],
)
def test_nothing_is_fetched_from_outside(kind: str, target: str) -> None:
    assert keys(with_relation(kind, target)) == ["template.hostile-relation"]


@pytest.mark.parametrize("target", ["https://www.kemdikbud.go.id", "mailto:a@b.id"])
def test_links_to_pages_and_letters_are_allowed(target: str) -> None:
    assert keys(with_relation("hyperlink", target)) == []


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "word/embeddings/oleObject1.bin", "word/activeX/activeX1.xml"])
def test_macros_and_embedded_objects_are_refused(name: str) -> None:
    assert "template.hostile-part" in keys(package.read(template("x")) | {name: b"<x/>"})


def test_a_document_type_with_macros_is_refused() -> None:
    parts = package.read(template("x"))
    types = parts["[Content_Types].xml"].replace(
        b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert keys(parts | {"[Content_Types].xml": types}) == ["template.hostile-macro"]


@pytest.mark.parametrize(
    "field", ["DDEAUTO c:\\\\x", "INCLUDEPICTURE http://x", "= 1+1", "HYPERLINK \\\\server", "QUOTE x"]
)
def test_fields_that_fetch_or_run_are_refused(field: str) -> None:
    assert keys(with_body(SIMPLE.format(ooxml.W_NS, field))) == ["template.hostile-field"]


def test_a_field_cut_into_runs_is_seen() -> None:
    assert keys(with_body(COMPLEX.format(ooxml.W_NS, "DDE", "AUTO c:\\x"))) == ["template.hostile-field"]
    assert keys(with_body(COMPLEX.format(ooxml.W_NS, " PAG", "E "))) == []


@pytest.mark.parametrize(
    "field",
    [
        "PAGE",
        "numpages \\* Arabic",
        "SEQ Tabel",
        "HYPERLINK \\l &quot;RK_1&quot;",
        "HYPERLINK &quot;https://x.id&quot;",
    ],
)
def test_fields_that_only_repeat_the_document_are_allowed(field: str) -> None:
    assert keys(with_body(SIMPLE.format(ooxml.W_NS, field))) == []


def test_a_document_type_declaration_is_refused() -> None:
    parts = package.read(template("x"))
    bomb = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    assert keys(parts | {"word/extra.xml": bomb}) == ["template.hostile-part"]


def test_other_documents_within_are_refused() -> None:
    xml = f'<w:altChunk xmlns:w="{ooxml.W_NS}"/>'
    assert keys(with_body(xml)) == ["template.hostile-part"]


def test_a_hostile_template_is_not_compiled() -> None:
    data = package.write(with_relation("attachedTemplate", "file:///c:/evil.dotm"))
    with pytest.raises(TemplateError, match="mengambil isi dari luar dokumen"):
        compile_template(data, "uji.docx", "id", PlanView)
    with pytest.raises(TemplateError, match="bukan dokumen Word"):
        compile_template(b"PK", "uji.docx", "id", PlanView)
