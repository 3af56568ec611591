"""One file to one document. Whatever is wrong with the contents becomes a problem of that document."""

import errno
from pathlib import PurePosixPath
from typing import Final

from tasks.model.blocks import Block, Document
from tasks.model.meeting import Source
from tasks.model.problem import Code, Problem, problem
from tasks.reading.collector import no_collector
from tasks.reading.refusal import CannotReadError
from tasks.reading.sniff import sniff

MAX_FILE: Final = 512 * 1024 * 1024
_SUFFIXES: Final = {
    "docx": (".docx", ".docm", ".dotx", ".dotm"),
    "xlsx": (".xlsx", ".xlsm", ".xltx", ".xltm"),
    "csv": (".csv", ".tsv", ".tab", ".txt"),
}
_UNSUPPORTED: Final = {
    # format: (its name, what to save it as); "@" marks keys of the message catalogue
    "doc": ("Word 97-2003 (.doc)", ".docx"),
    "xls": ("Excel 97-2003 (.xls)", ".xlsx"),
    "xlsb": ("Excel (.xlsb)", ".xlsx"),
    "ppt": ("PowerPoint 97-2003 (.ppt)", ".docx"),
    "pptx": ("PowerPoint (.pptx)", ".docx"),
    "pdf": ("PDF", ".docx"),
    "odt": ("OpenDocument (.odt)", ".docx"),
    "ods": ("OpenDocument (.ods)", ".xlsx"),
    "odp": ("OpenDocument (.odp)", ".docx"),
    "rtf": ("RTF", ".docx"),
    "html": ("HTML", "@reading.docx-or-xlsx"),
    "xml": ("XML", "@reading.docx-or-xlsx"),
    "txt": ("@reading.plain-text", ".docx"),
    "image": ("@reading.picture", "@reading.docx-or-xlsx"),
    "archive": ("@reading.archive", "@reading.docx-or-xlsx"),
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
    if kind in _UNSUPPORTED:
        name, instead = _UNSUPPORTED[kind]
        found = problem(Code.FORMAT_NOT_SUPPORTED, source.file, format=name, instead=instead)
        return Document(source.file, kind, (), (found,))
    return _read(source, kind, data)


def _read(source: Source, kind: str, data: bytes) -> Document:
    try:
        with no_collector():
            blocks, problems = _blocks(source, kind, data)
    except CannotReadError as error:
        return _failed(source, kind, error)
    except (MemoryError, RecursionError):
        return _failed(source, kind, CannotReadError("reading.too-large", Code.FILE_REFUSED))
    except Exception:  # a broken file breaks a reader in ways that nobody can list
        return _failed(source, kind, CannotReadError("reading.broken"))
    if not any(_has_text(block) for block in blocks):
        problems.append(problem(Code.FILE_EMPTY, source.file))
    suffix = PurePosixPath(source.file).suffix.lower()
    if suffix and suffix not in _SUFFIXES[kind]:
        problems.append(problem(Code.FILE_MISTYPED, source.file, extension=suffix, format=kind))
    return Document(source.file, kind, blocks, tuple(problems))


def _blocks(source: Source, kind: str, data: bytes) -> tuple[tuple[Block, ...], list[Problem]]:
    """Readers are imported when their format turns up: a run over CSV files need not load lxml."""
    if kind == "docx":
        from tasks.reading.word.document import read_word

        return read_word(data), []
    if kind == "xlsx":
        from tasks.reading.excel.workbook import read_workbook

        book = read_workbook(data)
        return book.blocks, [problem(Code.SHEET_HIDDEN, source.file, f"sheet '{n}'", sheet=n) for n in book.hidden]
    from tasks.reading.text.delimited import read_text_table

    table = read_text_table(data)
    return (() if table is None else (table,)), []


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
        cause = "reading.vanished" if error.errno == errno.ENOENT else "reading.disk-error"
        raise CannotReadError(cause) from error


def _failed(source: Source, kind: str, error: CannotReadError) -> Document:
    return Document(source.file, kind, (), (problem(error.code, source.file, cause=f"@{error.cause}"),))


def _has_text(block: Block) -> bool:
    if block.kind == "table":
        return any(cell.text.strip() for cell in block.cells)
    return bool(block.text.strip())
