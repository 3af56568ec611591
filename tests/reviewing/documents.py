"""Small documents with one table, for tests of single cases."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from tasks.model.proposals import Proposal
from tasks.rendering.word.ooxml import W_NS
from tasks.reviewing.returned import Returned, body_in, open_returned
from tasks.reviewing.review import review

HEAD = ("Nomor", "Kegiatan", "Waktu", "Koreksi")
ROWS = (
    ("A.1 RK-AAAA1", "Menyusun pedoman kurasi konten", "Maret 2017", ""),
    ("A.2 RK-AAAA2", "Melatih kurator daerah di sepuluh kabupaten", "April 2017", ""),
    ("A.3 RK-AAAA3", "Menyelenggarakan lomba bercerita bagi siswa", "Juni 2017", ""),
    ("A.4 RK-AAAA4", "Memasang jaringan internet sekolah terpencil", "Juli 2017", ""),
    ("A.5 RK-AAAA5", "Mencetak buku panduan guru kelas awal", "Agustus 2017", ""),
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def paragraph(words: str = "", inner: str = "", mark: str = "") -> str:
    """A paragraph of words or of inner XML; mark: what stands in the properties of its own mark."""
    properties = f"<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>" if mark else ""
    return f"<w:p>{properties}{inner or run(words)}</w:p>"


def run(words: str, look: str = "") -> str:
    """A run."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def tracked(tag: str, inner: str, author: str = "Ani", number: int = 1) -> str:
    """Inner XML within a mark of revision."""
    return f'<w:{tag} w:id="{number}" w:author="{author}" w:date="2017-03-01T08:00:00Z">{inner}</w:{tag}>'


def gone(words: str, author: str = "Ani") -> str:
    """Words, tracked as deleted."""
    return tracked("del", f'<w:r><w:delText xml:space="preserve">{words}</w:delText></w:r>', author)


def new(words: str, author: str = "Ani") -> str:
    """Words, tracked as inserted."""
    return tracked("ins", run(words), author)


def row(*cells: str, properties: str = "", bookmark: str = "") -> str:
    """A row; a cell is words, or XML if it begins with "<"."""
    filled = [cell if cell.startswith("<") else paragraph(cell) for cell in cells]
    if bookmark:
        filled[0] = filled[0].replace("<w:r>", f'<w:bookmarkStart w:id="7" w:name="{bookmark}"/><w:r>', 1)
    inner = "".join(f"<w:tc>{cell}</w:tc>" for cell in filled)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inner}</w:tr>"


def table(rows: Sequence[str], head: Sequence[str] = HEAD) -> str:
    """A table below its header."""
    return f"<w:tbl>{row(*head)}{''.join(rows)}</w:tbl>"


def plain_rows() -> list[str]:
    """The rows as they were issued."""
    return [row(*cells, bookmark=f"RK_AAAA{n}") for n, cells in enumerate(ROWS, 1)]


def document(*blocks: str) -> str:
    """The main part."""
    return f'<w:document xmlns:w="{W_NS}"><w:body>{"".join(blocks)}<w:sectPr/></w:body></w:document>'


def packed(main: str, parts: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """The file; parts: others by name."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        for name, words in {"[Content_Types].xml": _TYPES, "word/document.xml": main, **parts}.items():
            file.writestr(name, words)
    return data.getvalue()


def returned(*blocks: str) -> Returned:
    """A copy with this body."""
    return open_returned(packed(document(*blocks)), "kembali.docx")


def read(*blocks: str, issued: str = "") -> list[Proposal]:
    """What a copy with this body proposes, against the table as it was issued."""
    return review(body_in(document(issued or table(plain_rows())).encode()), returned(*blocks))
