"""What a file is, from its bytes alone; its name is asked only where plain text may be a table or prose."""

import io
import re
import zipfile
from collections.abc import Sequence
from typing import Final

from tasks.reading.refusal import CannotReadError
from tasks.reading.text.chat import is_chat
from tasks.reading.text.delimited import dialect
from tasks.reading.text.drawn import is_drawn
from tasks.reading.text.encoding import decode
from tasks.reading.text.marks import point

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC: Final = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
)
_OLE_STREAMS: Final = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "doc"),
    ("PowerPoint Document", "ppt"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("__substg1.0_", "msg"),
)
_OPEN_DOCUMENT: Final = {"text": "odt", "spreadsheet": "ods", "presentation": "odp"}
_OFFICE_FOLDERS: Final = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
_HTML: Final = re.compile(
    r"\A\ufeff?(?>\s|<\?xml[^>]*>|<!--.*?-->)*+<(?:!doctype\s+html|html|head|body|meta|title|style|script|base|link"
    r"|table|div|center|font|p|h[1-6]|ul|ol|span|b|tr|br)\b[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
_CONTROL: Final = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\x1a\x1b\b")
_HEADER_LINES: Final = re.compile(r"(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t]+[^\n]*\n)*)+\Z")
_HEADER: Final = re.compile(r"^([!-9;-~]+):", re.MULTILINE)
_MIME: Final = frozenset({"mime-version", "message-id", "received"})
_LETTER: Final = frozenset({"from", "subject"})
_SENT: Final = frozenset({"to", "received", "message-id", "delivered-to", "return-path"})
_WEB_ARCHIVE: Final = re.compile(r"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_SPREADSHEET: Final = re.compile(
    r"<(?:\w+:)?Workbook\b[^>]*\sxmlns(?::\w+)?\s*=\s*[\"']urn:schemas-microsoft-com:office:spreadsheet[\"']"
)
_FLAT: Final = re.compile(
    r"\A\ufeff?(?>\s|<\?.*?\?>|<!--.*?-->)*+<office:document\s[^>]*\boffice:mimetype\s*=\s*[\"']"
    r"application/vnd\.oasis\.opendocument\.([a-z]+)",
    re.DOTALL,
)
_TABLE_SUFFIXES: Final = (".csv", ".tsv", ".tab")


def sniff(data: bytes, name: str) -> str:
    """The format of a file, a key of the readers ("docx", "pdf", "txt"), or "xml", "archive".

    Also "encrypted" for an Office file with a password, "empty" for no bytes, "unknown" for anything else.
    """
    if not data:
        return "empty"
    if data.startswith(b"PK"):
        return _zip(data)
    if data.startswith(_OLE):
        return _ole(data)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"BM") and data[6:10] == bytes(4):
        return "image"
    found = next((kind for magic, kind in _MAGIC if data.startswith(magic)), "")
    return found or _text(data, name)


def _zip(data: bytes) -> str:
    """Which kind of zip file; the name of a part decides if the archive's directory is lost."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [name.replace("\\", "/").lstrip("/").lower() for name in archive.namelist()[:5000]]
            kind = archive.read("mimetype")[:100].decode("ascii", "replace") if "mimetype" in names else ""
    except (zipfile.BadZipFile, ValueError, KeyError, NotImplementedError, RuntimeError, EOFError, OSError):
        names = [folder for folder, _ in _OFFICE_FOLDERS if folder.encode() in data]
        kind = ""
    if "opendocument" in kind:
        return next((fmt for word, fmt in _OPEN_DOCUMENT.items() if word in kind), "unknown")
    if "xl/workbook.bin" in names:
        return "xlsb"
    return next((fmt for folder, fmt in _OFFICE_FOLDERS if any(n.startswith(folder) for n in names)), "archive")


def _ole(data: bytes) -> str:
    """Which program wrote a compound file, from the names at its root: embedded files have theirs further down.

    If its directory cannot be read, any name in it decides.
    """
    names = _root_names(data)
    if names is None:
        return next((kind for name, kind in _OLE_STREAMS if name.encode("utf-16-le") in data), "unknown")
    found = (kind for name, kind in _OLE_STREAMS if any(n.startswith(name.lower()) for n in names))
    return next(found, "unknown")


def _root_names(data: bytes) -> frozenset[str] | None:
    """The names at the root of a compound file, in lower case; None if there are none to be read."""
    from tasks.reading.containers.compound import Compound

    try:
        return Compound(data).names or None
    except (CannotReadError, RecursionError, MemoryError):
        return None


def _text(data: bytes, name: str) -> str:
    text = decode(data[:65_536])
    if sum(c in _CONTROL or c == "\ufffd" for c in text) > len(text) // 50:
        return "unknown"
    mail = _mail(text, name)
    if mail:
        return mail
    if _HTML.match(text) or "<html" in text[:2048].lower():
        return "html"
    xml = _xml(text)
    if xml:
        return xml
    if name.lower().endswith(_TABLE_SUFFIXES) or _looks_like_table(text):
        return "csv"
    return "txt"


def _xml(text: str) -> str:
    """Which kind of XML: an OpenDocument file that is no zip file, a spreadsheet of Excel, or any. "" if none."""
    flat = _FLAT.search(text)
    if flat:
        return _OPEN_DOCUMENT.get(flat[1], "xml")
    if text.lstrip("\ufeff \r\n\t").startswith("<?xml"):
        return "xml-spreadsheet" if _SPREADSHEET.search(text) else "xml"
    return ""


def _mail(text: str, name: str) -> str:
    """Whether this is a message or a page saved with its pictures; both begin with header lines. "" if neither."""
    head = text.lstrip().replace("\r\n", "\n").replace("\r", "\n").split("\n\n", 1)[0] + "\n"
    if not _HEADER_LINES.match(head):
        return ""
    names = {found[1].lower() for found in _HEADER.finditer(head)}
    # A message may hold a page with its pictures as well, but it was sent to somebody.
    saved = "content-location" in names or _WEB_ARCHIVE.search(head) is not None
    if "snapshot-content-location" in names or (saved and not names & _SENT):
        return "mht"
    if name.lower().endswith((".mht", ".mhtml")):
        return "mht"
    is_mail = names & _MIME or (names >= _LETTER and names & {"to", "date"}) or name.lower().endswith(".eml")
    return "eml" if is_mail else ""


def _looks_like_table(text: str) -> bool:
    """Whether at least three lines, and nearly all of them, have the same number (three or more) of columns."""
    lines = [line for line in text.splitlines() if line.strip()][:200]
    if len(lines) < 3 or is_chat(lines) or is_drawn(lines):
        return False
    delimiter, votes = dialect(text)
    if delimiter == "," and _is_prose(lines):
        return False
    widths = {line.count(delimiter) for line in lines}
    return votes >= 3 and votes >= 0.9 * len(lines) and min(widths, default=0) >= 2


def _is_prose(lines: Sequence[str]) -> bool:
    """Whether commas part the words of sentences: a space follows them, or points of a list begin the lines."""
    if any(line.startswith('"') or ',"' in line for line in lines):
        return False
    commas = sum(line.count(",") for line in lines)
    spaced = sum(line.count(", ") for line in lines)
    points = sum(1 for line in lines if point(line.strip()) is not None)
    return spaced > 0.8 * commas or points > 0.5 * len(lines)
