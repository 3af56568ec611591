"""OpenDocument files from a few lines of XML."""

import io
import zipfile

from tasks.model.blocks import Block, Table
from tasks.reading.contents import Contents
from tasks.reading.opendocument.document import read_text_document
from tasks.reading.opendocument.slides import read_slides
from tasks.reading.opendocument.spreadsheet import read_spreadsheet

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    **{name: f"{_OASIS}{name}:1.0" for name in ("office", "style", "text", "table", "form", "presentation", "chart")},
    "draw": f"{_OASIS}drawing:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}svg-compatible:1.0",
    "number": f"{_OASIS}datastyle:1.0",
    "meta": f"{_OASIS}meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
    "math": "http://www.w3.org/1998/Math/MathML",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "field": "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0",
}
NAMESPACES = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _PREFIXES.items())
READERS = {"text": read_text_document, "spreadsheet": read_spreadsheet, "presentation": read_slides}


def content(kind: str, body: str, styles: str = "") -> str:
    """The part content.xml."""
    return (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )


def packed(kind: str, parts: dict[str, str]) -> bytes:
    """A zip file of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def document(kind: str, body: str, styles: str = "", common: str = "", **parts: str) -> bytes:
    """A file with this body, these automatic styles and what stands in styles.xml."""
    around = {"styles.xml": f"<office:document-styles {NAMESPACES}>{common}</office:document-styles>"} if common else {}
    return packed(kind, {"content.xml": content(kind, body, styles), **around, **parts})


def flat(kind: str, body: str, styles: str = "") -> bytes:
    """The same as one flat XML file."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {NAMESPACES} '
        f'office:mimetype="application/vnd.oasis.opendocument.{kind}">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body>\n<office:{kind}>\n{body}\n</office:{kind}>\n</office:body></office:document>"
    ).encode()


def opened(kind: str, body: str, styles: str = "", common: str = "") -> Contents:
    """What the reader makes of a file with this body; every character of it is accounted for."""
    found = READERS[kind](document(kind, body, styles, common))
    assert found.receipt.remainder == 0
    return found


def text(body: str, styles: str = "", common: str = "") -> tuple[Block, ...]:
    """The blocks of a text."""
    return opened("text", body, styles, common).blocks


def sheet(rows: str, styles: str = "", columns: str = "", name: str = "Lembar 1", attributes: str = "") -> Contents:
    """A spreadsheet of one worksheet."""
    body = f'<table:table table:name="{name}" {attributes}>{columns}{rows}</table:table>'
    return opened("spreadsheet", body, styles)


def only_table(found: Contents | tuple[Block, ...]) -> Table:
    """The first table."""
    blocks = found.blocks if isinstance(found, Contents) else found
    return next(block for block in blocks if isinstance(block, Table))


def p(words: str, style: str = "") -> str:
    """A paragraph."""
    return f'<text:p text:style-name="{style}">{words}</text:p>' if style else f"<text:p>{words}</text:p>"


def cell(words: str, attributes: str = "") -> str:
    """A cell of one paragraph."""
    return f"<table:table-cell {attributes}>{p(words)}</table:table-cell>"


def row(*cells: str, attributes: str = "") -> str:
    """A row of cells."""
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def style(name: str, family: str, inner: str, attributes: str = "") -> str:
    """A style."""
    return f'<style:style style:name="{name}" style:family="{family}" {attributes}>{inner}</style:style>'


def properties(kind: str, attributes: str) -> str:
    """The properties of a style: `kind` is "text", "paragraph", "table-cell", …"""
    return f"<style:{kind}-properties {attributes}/>"
