"""How a Word document knows its pages."""

from typing import Final

from tasks.model.provenance import PageSource
from tasks.reading.ooxml.names import W

RENDERED: Final = W + "lastRenderedPageBreak"


def page_source(xml: bytes) -> PageSource:
    """How the pages of a document part are known, from its bytes."""
    if b"lastRenderedPageBreak" in xml:
        return "rendered-break"
    return "page-break" if b'type="page"' in xml or b"type='page'" in xml or b"pageBreakBefore" in xml else ""
