"""Links within a document: those whose aim a template does not write are plain words."""

from lxml import etree

from tasks.rendering.word import inline
from tasks.rendering.word.ooxml import VAL, w

_LINK, _STYLE = w("hyperlink"), f"{w('rPr')}/{w('rStyle')}"


def unlink(root: etree._Element) -> None:
    """Turns every link to a bookmark that the part does not hold into the words that it shows."""
    names = {mark.get(w("name")) for mark in root.iter(w("bookmarkStart"))}
    for link in [link for link in root.iter(_LINK) if link.get(w("anchor"), "") not in names | {"", "_top"}]:
        parent = link.getparent()
        if parent is not None:
            for run in list(link):
                _plain(run)
                link.addprevious(run)
            parent.remove(link)


def _plain(run: etree._Element) -> None:
    style = run.find(_STYLE)
    settings = None if style is None else style.getparent()
    if style is not None and settings is not None and style.get(VAL) == inline.LINK_STYLE:
        settings.remove(style)
