"""The words of an RTF document, and the web page that Outlook hides inside one ([MS-OXRTFEX])."""

import re
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from tasks.reading.text.encoding import decode_as

_HEAD: Final = 4096
_FROM_HTML: Final = re.compile(rb"\\fromhtml1?\b")
_CODE_PAGE: Final = re.compile(rb"\\ansicpg(\d{1,5})")
_TOKEN: Final = re.compile(
    rb"\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,9})? ?|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\\Z"
)
_HIDDEN: Final = frozenset({b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"header", b"footer"})
_SIGNS: Final = {b"~": "\xa0", b"_": "\u2011", b"-": "", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n"}
_WORDS: Final = {
    b"par": "\n",
    b"line": "\n",
    b"row": "\n",
    b"cell": "\t",
    b"tab": "\t",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"endash": "–",
    b"emdash": "—",
}


def words_of(rtf: bytes) -> tuple[Literal["text", "html"], str]:
    """The words of an RTF document, or the page that is inside one."""
    is_page = _FROM_HTML.search(rtf[:_HEAD]) is not None
    page = _CODE_PAGE.search(rtf[:_HEAD])
    reader = _Reader(is_page, f"cp{int(page[1])}" if page else "cp1252")
    for token in _TOKEN.finditer(rtf):
        reader.take(token)
    return ("html" if is_page else "text"), reader.text()


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds inside a pair of braces. `hidden`: its words are none of the document's.

    `fallback`: so many characters stand for one of Unicode in old programs.
    """

    hidden: bool = False
    fallback: int = 1


@dataclass(slots=True)
class _Reader:
    """`optional`: the sign for a group that only newer programs know has just been read.

    `skip` characters more are what old programs show in place of the last one.
    """

    is_page: bool
    encoding: str
    parts: list[str] = field(default_factory=list)
    raw: bytearray = field(default_factory=bytearray)
    groups: list[_Group] = field(default_factory=lambda: [_Group()])
    optional: bool = False
    for_rtf_only: bool = False
    skip: int = 0

    def text(self) -> str:
        """What was read."""
        self._flush()
        return "".join(self.parts)

    def take(self, token: re.Match[bytes]) -> None:
        """The next token."""
        if token["brace"] == b"{":
            self.groups.append(self.groups[-1])
        elif token["brace"]:
            del self.groups[max(len(self.groups) - 1, 1) :]
        elif token["word"]:
            self._word(token["word"], token["number"])
        elif token["byte"]:
            self._bytes(bytes([int(token["byte"], 16)]))
        elif token["text"]:
            self._bytes(token["text"])
        elif token["sign"] == b"*":
            self.optional = True
            return
        elif token["sign"]:
            self._add(_SIGNS.get(token["sign"], ""))
        self.optional = False

    def _word(self, word: bytes, number: bytes | None) -> None:
        group = self.groups[-1]
        if word in _HIDDEN or (self.optional and word != b"htmltag"):
            self.groups[-1] = replace(group, hidden=True)
        elif word == b"htmlrtf":
            self.for_rtf_only = number != b"0"
        elif word == b"uc" and number:
            self.groups[-1] = replace(group, fallback=min(max(int(number), 0), 16))
        elif word == b"u" and number:
            code = int(number) & 0xFFFF
            self._add(chr(code) if not 0xD800 <= code < 0xE000 else "\ufffd")
            self.skip = group.fallback
        elif word in _WORDS:
            self._add(_WORDS[word])

    def _seen(self) -> bool:
        return not self.groups[-1].hidden and not (self.is_page and self.for_rtf_only)

    def _bytes(self, words: bytes) -> None:
        """Bytes in the encoding of the document; those that stand for a character already read are left out."""
        skipped, self.skip = words[: self.skip], max(self.skip - len(words), 0)
        if self._seen():
            self.raw += words[len(skipped) :]

    def _add(self, words: str) -> None:
        if self._seen():
            self._flush()
            self.parts.append(words)

    def _flush(self) -> None:
        if self.raw:
            self.parts.append(decode_as(bytes(self.raw), self.encoding))
            self.raw.clear()
