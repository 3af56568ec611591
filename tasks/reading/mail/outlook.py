"""Messages that Outlook saves as .msg ([MS-OXMSG]): a compound file with a stream for each long property."""

import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

from tasks.reading.containers.compound import Compound
from tasks.reading.contents import Contents
from tasks.reading.mail.compressed import decompressed
from tasks.reading.mail.letter import MAX_DEPTH, Attached, Body, Letter, choose, letter_contents
from tasks.reading.mail.rtf import words_of
from tasks.reading.refusal import CannotReadError
from tasks.reading.text.encoding import decode, decode_as
from tasks.reading.web.html import page_text

# Numbers of properties, [MS-OXPROPS].
_SUBJECT: Final = 0x0037
_SUBMITTED: Final = 0x0039
_DELIVERED: Final = 0x0E06
_SENDER: Final = (0x0C1A, 0x0042)
_ADDRESS: Final = (0x5D01, 0x0C1F, 0x0065)
_TO: Final = 0x0E04
_CC: Final = 0x0E03
_TEXT: Final = 0x1000
_RTF: Final = 0x1009
_HTML: Final = 0x1013
_CODE_PAGES: Final = (0x3FDE, 0x3FFD)
_ATTACHED_DATA: Final = 0x3701
_ATTACHED_NAMES: Final = (0x3707, 0x3704, 0x3001)
_CONTENT_ID: Final = 0x3712

_UNICODE: Final = 0x001F
_ANSI: Final = 0x001E
_BINARY: Final = 0x0102
_OBJECT: Final = 0x000D
_ENTRY: Final = struct.Struct("<II8s")
_HEADERS: Final = (32, 24)  # bytes before the properties: of the file itself, of a message within it
_EPOCH: Final = datetime(1601, 1, 1, tzinfo=UTC)
_ATTACHMENT: Final = "__attach_version1.0_"


def read_outlook(data: bytes) -> Contents:
    """The contents of a message and of those attached to it. Raises CannotReadError."""
    file = Compound(data)
    if "__properties_version1.0" not in file:
        raise CannotReadError("reading.broken")
    return letter_contents(_letter(_Storage(file, ())))


class _Storage:
    """The properties of a message or an attachment. `names` are those of the storages that lead to it."""

    def __init__(self, file: Compound, names: tuple[str, ...]) -> None:
        self.file = file
        self.names = names
        self._fixed = dict(self._entries())
        pages = (self._fixed.get(number << 16 | 3, b"")[:4] for number in _CODE_PAGES)
        self.code_page = next((int.from_bytes(page, "little") for page in pages if page), 0)

    def _entries(self) -> Iterator[tuple[int, bytes]]:
        data = self.file.stream(*self.names, "__properties_version1.0")
        start = _HEADERS[0] if not self.names else _HEADERS[1]
        for at in range(start, len(data) - _ENTRY.size + 1, _ENTRY.size):
            tag, _, value = _ENTRY.unpack_from(data, at)
            yield tag, value

    def binary(self, number: int) -> bytes:
        """The bytes of a property; none if it is missing."""
        return self.file.stream(*self.names, f"__substg1.0_{number:04X}{_BINARY:04X}")

    def text(self, *numbers: int) -> str:
        """The text of the first of these properties that has one."""
        for number in numbers:
            wide = self.file.stream(*self.names, f"__substg1.0_{number:04X}{_UNICODE:04X}")
            if wide:
                return wide.decode("utf-16-le", "replace").replace("\0", "")
            narrow = self.file.stream(*self.names, f"__substg1.0_{number:04X}{_ANSI:04X}")
            if narrow:
                return decode_as(narrow, self.charset) if self.code_page else decode(narrow)
        return ""

    @property
    def charset(self) -> str:
        """The encoding of texts that are not Unicode; empty if none is declared."""
        return {0: "", 65001: "utf-8"}.get(self.code_page, f"cp{self.code_page}")

    def time(self, *numbers: int) -> str:
        """The first of these times that is set, in the zone of the whole world; empty if none is."""
        for number in numbers:
            ticks = int.from_bytes(self._fixed.get(number << 16 | 0x40, b""), "little")
            if 0 < ticks < 1 << 60:
                return (_EPOCH + timedelta(microseconds=ticks // 10)).strftime("%Y-%m-%d %H:%M UTC")
        return ""

    def attachments(self) -> Iterator["_Storage"]:
        """What hangs on a message."""
        for name in self.file.inside(*self.names):
            if name.startswith(_ATTACHMENT):
                yield _Storage(self.file, (*self.names, name))

    @property
    def embedded(self) -> "_Storage | None":
        """The message that an attachment is."""
        name = f"__substg1.0_{_ATTACHED_DATA:04X}{_OBJECT:04X}"
        inside = (*self.names, name)
        is_message = "__properties_version1.0" in self.file.inside(*inside)
        return _Storage(self.file, inside) if is_message else None


def _letter(storage: _Storage, depth: int = 0) -> Letter:
    letter = Letter(storage.text(_SUBJECT).strip(), list(_head(storage)))
    _add_words(storage, letter)
    page = next((body.text for body in letter.bodies if body.kind == "html"), "")
    for attachment in storage.attachments():
        name = attachment.text(*_ATTACHED_NAMES).strip()
        shown = attachment.text(_CONTENT_ID)
        inner = attachment.embedded
        if inner is not None and depth < MAX_DEPTH:
            letter.letters.append(_letter(inner, depth + 1))
        elif inner is not None or not attachment.binary(_ATTACHED_DATA):
            letter.unopened.append(name or "(object)")
        elif not (shown and f"cid:{shown}" in page):
            letter.attached.append(Attached(name, attachment.binary(_ATTACHED_DATA)))
    return letter


def _head(storage: _Storage) -> Iterator[tuple[str, str]]:
    name, address = storage.text(*_SENDER).strip(), storage.text(*_ADDRESS).strip()
    named = f"{name} <{address}>" if name and "@" in address and address != name else name or address
    yield "From", named
    yield "Date", storage.time(_SUBMITTED, _DELIVERED)
    yield "To", storage.text(_TO).strip()
    yield "Cc", storage.text(_CC).strip()


def _add_words(storage: _Storage, letter: Letter) -> None:
    """The words of a message: as text, as a page, or as RTF, which may hold the page."""
    text = storage.text(_TEXT)
    page = storage.text(_HTML) or page_text(storage.binary(_HTML), storage.charset)
    if not page.strip():
        kind, words = words_of(decompressed(storage.binary(_RTF)))
        page = words if kind == "html" else ""
        text = text if text.strip() else words if kind == "text" else ""
    if text.strip() and page.strip():
        body, letter.repeated = choose(Body("text", text), Body("html", page))
        letter.bodies.append(body)
    elif text.strip() or page.strip():
        letter.bodies.append(Body("html", page) if page.strip() else Body("text", text))
