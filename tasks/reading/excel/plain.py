"""XML as programs write it, cut into pieces without a parser: for the parts of a workbook that are long.

Whatever could be anything but elements, plain attributes and text (comments, CDATA, document types, other encodings)
is refused here; then a parser has to read the part.
"""

import codecs
import re
from collections.abc import Iterator
from typing import Final

from tasks.reading.excel.names import MAIN

_DECLARATION: Final = re.compile(
    r"\ufeff?(?:<\?xml(?:\s+version=[\"']1\.0[\"'])?(?:\s+encoding=[\"'](?:utf-8|us-ascii)[\"'])?"
    r"(?:\s+standalone=[\"'](?:yes|no)[\"'])?\s*\?>)?\s*",
    re.IGNORECASE,
)
_PREFIX: Final = r"(?:[A-Za-z_][\w.-]*:)?"
_TEXT: Final = re.compile(r">([^<]+)")
_ENTITY: Final = re.compile(r"&(?:(lt|gt|amp|quot|apos)|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));|&")
_NAMED: Final = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_NOT_XML: Final = re.compile("[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]")
_LONGEST: Final = 16 * 1024 * 1024


class NotPlainError(Exception):
    """This XML has to be read by a parser."""


class PlainXml:
    """A part with this root element, cut inside its element `holder` behind each `item`.

    `opening` is the tag of the holder, `prefix` what stands before all names ("x:"), `read` the number of characters
    in the text nodes of the pieces so far. Raises NotPlainError, later as well, if anything is out of the ordinary.
    """

    def __init__(self, chunks: Iterator[bytes], root: str, holder: str, item: str) -> None:
        self.read = 0
        self._chunks, self._decoder, self._buffer = chunks, codecs.getincrementaldecoder("utf-8")(), ""
        found = self._find(re.compile(rf"<({_PREFIX}){holder}(?:\s[^<>]*)?>"))
        self.prefix, self.opening = found[1], found[0]
        self._head, self._buffer = self._buffer[: found.end()], self._buffer[found.end() :]
        self._close, self._end = f"</{self.prefix}{holder}>", f"</{self.prefix}{item}>"
        self._check_head(root)

    def pieces(self) -> Iterator[tuple[str, str]]:
        """The contents of the holder, line ends as XML has them, each with the text of its text nodes as it stands."""
        while True:
            stop = self._buffer.find(self._close)
            cut = stop if stop >= 0 else self._buffer.rfind(self._end) + len(self._end)
            if stop > 0 or cut >= len(self._end):
                piece, self._buffer = self._buffer[:cut], self._buffer[cut:]
                yield self._checked(piece)
            if stop >= 0:
                return
            if len(self._buffer) > _LONGEST or not self._more():
                raise NotPlainError

    def rest(self) -> bytes:
        """The part without the contents of the holder, after all pieces."""
        while self._more():
            pass
        return (self._head + self._buffer).encode()

    def _find(self, tag: re.Pattern[str]) -> re.Match[str]:
        while (found := tag.search(self._buffer)) is None:
            if len(self._buffer) > _LONGEST or not self._more():
                raise NotPlainError
        return found

    def _more(self) -> bool:
        chunk = next(self._chunks, b"")
        try:
            self._buffer += self._decoder.decode(chunk, not chunk)
        except UnicodeDecodeError as error:
            raise NotPlainError from error
        return bool(chunk)

    def _check_head(self, root: str) -> None:
        declaration = _DECLARATION.match(self._head)
        start = 0 if declaration is None else declaration.end()
        found = re.compile(rf"<{self.prefix}{root}((?:\s[^<>]*)?)>").match(self._head, start)
        name = f"xmlns:{self.prefix.rstrip(':')}" if self.prefix else "xmlns"
        space = None if found is None else re.search(rf"\s{name}=([\"'])(.*?)\1", found[1])
        marks = self._head[start:]
        if space is None or space[2] not in MAIN or "<!" in marks or "<?" in marks or self.opening.endswith("/>"):
            raise NotPlainError

    def _checked(self, piece: str) -> tuple[str, str]:
        if ("!" in piece and "<!" in piece) or ("?" in piece and "<?" in piece):
            raise NotPlainError
        if "\r" in piece:
            piece = piece.replace("\r\n", "\n").replace("\r", "\n")
        text = "".join(_TEXT.findall(">" + piece))
        if "]]>" in text or (not text.isprintable() and _NOT_XML.search(text)):
            raise NotPlainError
        self.read += len(unescape(text))
        return piece, text


def unescape(text: str) -> str:
    """Text with its entities resolved. Raises NotPlainError if there are others than those of XML itself."""
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(entity: re.Match[str]) -> str:
    if entity[1]:
        return _NAMED[entity[1]]
    code = int(entity[2] or entity[3] or "0", 10 if entity[2] else 16)
    if code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000:
        return chr(code)
    raise NotPlainError
