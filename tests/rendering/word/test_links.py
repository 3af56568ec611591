"""Links whose aim is not in the document."""

from tasks.rendering.word import inline, ooxml
from tasks.rendering.word.links import unlink
from tasks.rendering.word.ooxml import W_NS, w
from tasks.rendering.word.rendered import Rendered


def test_only_links_without_an_aim_become_plain_words() -> None:
    pieces = inline.anchor("A.1", "RK_1", 0) + inline.link("A.1", "RK_1") + inline.link("B.2", "RK_2")
    text = f'<w:p xmlns:w="{W_NS}">{pieces}</w:p>'
    root = ooxml.parse(unlink(Rendered(text, text)).encode())
    assert [link.get(w("anchor")) for link in root.iter(w("hyperlink"))] == ["RK_1"]
    assert ooxml.text_of(root) == "A.1A.1B.2"
    assert len(list(root.iter(w("rStyle")))) == 1
