"""What other programs write carelessly in a template is put right, so that staff may edit with any of them."""

from tasks.rendering.word import check_schema, ooxml, tidy
from tasks.rendering.word.ooxml import W_NS, XML_SPACE, T, w

CARELESS = (
    "<w:pPr><w:jc w:val='left'/><w:keepNext/></w:pPr>"
    "<w:r><w:rPr><w:sz w:val='22'/><w:b/><w:b w:val='0'/></w:rPr><w:t> a</w:t></w:r><w:r><w:t>b</w:t></w:r>"
)


def test_settings_come_in_the_order_of_word_and_each_once() -> None:
    root = ooxml.parse(f"<w:p xmlns:w='{W_NS}'>{CARELESS}</w:p>".encode())
    assert {d.rule for d in check_schema.schema_defects("p", root)} == {
        "out-of-order", "repeated-element", "blank-lost",
    }  # fmt: skip
    assert tidy.set_in_order(root)
    assert list(check_schema.schema_defects("p", root)) == []
    assert [b.get(w("val")) for b in root.iter(w("b"))] == [None]
    assert [text.get(XML_SPACE) for text in root.iter(T)] == ["preserve", None]
    assert not tidy.set_in_order(root)


def test_styles_are_tidied_and_all_else_stays_byte_for_byte() -> None:
    styles = (
        f"<w:styles xmlns:w='{W_NS}'><w:style><w:basedOn w:val='a'/><w:name w:val='b'/></w:style></w:styles>".encode()
    )
    assert tidy.tidied("word/media/image1.png", b"png") == b"png"
    assert tidy.tidied("word/theme/theme1.xml", styles) == styles
    names = [child.tag for child in ooxml.parse(tidy.tidied("word/styles.xml", styles))[0]]
    assert names == [w("name"), w("basedOn")]
