"""One file to one document. Whatever is wrong with the contents becomes a problem of that document."""

import errno
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import PurePosixPath
from typing import Final

from tasks.model.blocks import Block, Document
from tasks.model.meeting import Source
from tasks.model.problem import Code, Problem, problem
from tasks.reading.collector import no_collector
from tasks.reading.containers.archive import swollen
from tasks.reading.contents import Contents
from tasks.reading.continuation import linked
from tasks.reading.refusal import CannotReadError
from tasks.reading.sniff import sniff
from tasks.reading.trail import with_trails

MAX_FILE: Final = 512 * 1024 * 1024
_RECALL: Final = 0x400000 | 0x40000 | 0x1000
"""FILE_ATTRIBUTE_RECALL_ON_DATA_ACCESS, _RECALL_ON_OPEN, _OFFLINE (Windows SDK, winnt.h)."""
_DATALESS: Final = 0x40000000
"""SF_DATALESS (macOS, sys/stat.h)."""
_SUFFIXES: Final = {
    "docx": (".docx", ".docm", ".dotx", ".dotm"),
    "xlsx": (".xlsx", ".xlsm", ".xltx", ".xltm"),
    "pptx": (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm"),
    "odt": (".odt", ".ott", ".odm", ".fodt"),
    "ods": (".ods", ".ots", ".fods"),
    "odp": (".odp", ".otp", ".fodp"),
    "pdf": (".pdf",),
    "csv": (".csv", ".tsv", ".tab", ".txt"),
    "txt": (".txt", ".md", ".text", ".log", ".csv"),
    "html": (".html", ".htm", ".xhtml"),
    "mht": (".mht", ".mhtml"),
    "eml": (".eml",),
    "msg": (".msg",),
    "xls": (".xls", ".xlt"),
    "xlsb": (".xlsb",),
    "doc": (".doc", ".dot"),
    "ppt": (".ppt", ".pps", ".pot"),
    "rtf": (".rtf", ".doc"),
    "xml-spreadsheet": (".xml", ".xls"),
    "image": (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp"),
}
_READERS: Final = {
    # format: module of this room and the function in it, imported when the format turns up
    "docx": ("word.document", "read_word"),
    "xlsx": ("excel.workbook", "read_workbook"),
    "csv": ("text.delimited", "read_delimited"),
    "image": ("pdf.picture", "read_image"),
    "pdf": ("pdf.document", "read_pdf"),
    "txt": ("text.plain", "read_plain_text"),
    "html": ("web.html", "read_web_page"),
    "mht": ("web.archive", "read_web_archive"),
    "eml": ("mail.message", "read_mail"),
    "msg": ("mail.outlook", "read_outlook"),
    "pptx": ("powerpoint.presentation", "read_presentation"),
    "odt": ("opendocument.document", "read_text_document"),
    "ods": ("opendocument.spreadsheet", "read_spreadsheet"),
    "odp": ("opendocument.slides", "read_slides"),
    "doc": ("legacy.doc.document", "read_doc"),
    "ppt": ("legacy.ppt.document", "read_ppt"),
    "rtf": ("legacy.rtf.document", "read_rtf"),
    "xls": ("legacy.xls.workbook", "read_xls"),
    "xlsb": ("legacy.xlsb.workbook", "read_xlsb"),
    "xml-spreadsheet": ("legacy.xml_spreadsheet.workbook", "read_xml_spreadsheet"),
}
_UNSUPPORTED: Final = {
    # format: (its name, what to save it as); "@" marks keys of the message catalogue
    "xml": ("XML", "@reading.docx-or-xlsx"),
    "archive": ("@reading.archive", "@reading.unpacked"),
    "unknown": ("@reading.unknown-format", "@reading.docx-or-xlsx"),
}


def read_file(source: Source) -> Document:
    """The blocks of a source document. Never raises for what the file holds: see the document's problems."""
    try:
        data = _bytes(source)
    except CannotReadError as error:
        return _failed(source, "unknown", error)
    kind = sniff(data, source.file)
    if kind == "empty":
        return Document(source.file, kind, (), (problem(Code.FILE_EMPTY, source.file),))
    if kind == "encrypted":
        return Document(source.file, kind, (), (problem(Code.FILE_ENCRYPTED, source.file),))
    if kind not in _READERS:
        name, instead = _UNSUPPORTED[kind]
        found = problem(Code.FORMAT_NOT_SUPPORTED, source.file, format=name, instead=instead)
        return Document(source.file, kind, (), (found,))
    return _read(source, kind, data)


def _read(source: Source, kind: str, data: bytes) -> Document:
    try:
        with no_collector():
            found = _reader(kind)(data)
            blocks = with_trails(linked(found.blocks))
    except CannotReadError as error:
        return _failed(source, kind, error)
    except (MemoryError, RecursionError):
        return _failed(source, kind, CannotReadError("reading.too-large", Code.FILE_REFUSED))
    except Exception:  # a broken file breaks a reader in ways that nobody can list
        return _failed(source, kind, CannotReadError("reading.broken"))
    problems = [replace(p, file=source.file) for p in (*found.problems, *_doubts(source, kind, data, found))]
    return Document(source.file, kind, blocks, tuple(problems), found.original, found.revisions, found.receipt)


def _reader(kind: str) -> Callable[[bytes], Contents]:
    """The reader of a format. A run over CSV files need not load lxml."""
    module, name = _READERS[kind]
    reader: Callable[[bytes], Contents] = getattr(import_module(f"tasks.reading.{module}"), name)
    return reader


def _doubts(source: Source, kind: str, data: bytes, found: Contents) -> Iterator[Problem]:
    """What can be said of any file: that it is empty, named after another format, or lost characters on the way."""
    if found.receipt.remainder:
        yield problem(Code.TEXT_UNACCOUNTED, characters=str(abs(found.receipt.remainder)))
    if not any(_has_text(block) for block in found.blocks):
        yield problem(Code.FILE_EMPTY)
    large = swollen(data) if data.startswith(b"PK") else None
    if large is not None:
        yield problem(Code.PART_LEFT_OUT, part=large[0], size=str(large[1] // 2**20))
    suffix = PurePosixPath(source.file).suffix.lower()
    if suffix and suffix not in _SUFFIXES[kind]:
        yield problem(Code.FILE_MISTYPED, extension=suffix, format=kind)


def _bytes(source: Source) -> bytes:
    try:
        if source.path.stat().st_size > MAX_FILE:
            raise CannotReadError("reading.too-large", Code.FILE_REFUSED)
        return source.path.read_bytes()
    except FileNotFoundError as error:
        raise CannotReadError("reading.vanished") from error
    except PermissionError as error:
        raise CannotReadError("reading.no-permission") from error
    except OSError as error:
        raise CannotReadError(_refused(source, error)) from error


def _refused(source: Source, error: OSError) -> str:
    """Why the system gives no bytes, as a catalogue key."""
    if error.errno == errno.ENOENT:
        return "reading.vanished"
    return "reading.in-the-cloud" if _elsewhere(source) else "reading.disk-error"


def _elsewhere(source: Source) -> bool:
    """Whether only the name of a file is here, its contents waiting for a download, as the system marks it."""
    try:
        found = source.path.stat()
    except OSError:
        return False
    windows, apple = getattr(found, "st_file_attributes", 0), getattr(found, "st_flags", 0)
    return bool(windows & _RECALL or apple & _DATALESS)


def _failed(source: Source, kind: str, error: CannotReadError) -> Document:
    return Document(
        source.file, kind, (), (problem(error.code, source.file, cause=f"@{error.cause}", **error.details),)
    )


def _has_text(block: Block) -> bool:
    if block.kind == "table":
        return any(cell.text.strip() for cell in block.cells)
    return bool(block.text.strip())
