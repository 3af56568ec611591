"""The table of texts that the cells of a workbook refer to by number (ISO/IEC 29500-1, 18.4.9)."""

import re
from array import array
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import compress, zip_longest
from operator import not_

from tasks.model.blocks import Span
from tasks.reading.contents import Tally
from tasks.reading.excel.events import StringBuilder, feed
from tasks.reading.excel.plain import NotPlainError, PlainXml, unescape
from tasks.reading.excel.strings import Words, has_private, is_rough, read_string, unescaped, weigh_string
from tasks.reading.xml import number


class Lookup(dict[str, str]):
    """The texts by their number as it is stored; holds those that were asked for. KeyError for any other words."""

    def __init__(self, texts: list[str]) -> None:
        super().__init__()
        self._texts = texts

    def __missing__(self, digits: str) -> str:
        if digits == "":
            return ""
        index = int(digits) if digits.isdecimal() else -1
        if str(index) != digits or index >= len(self._texts):
            raise KeyError(digits)
        text = self[digits] = self._texts[index]
        return text


class SharedStrings:
    """`spans`: the stretches that are struck out, by number. `special`: texts that are more than their characters."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.spans: dict[int, tuple[Span, ...]] = {}
        self.special: set[str] = set()
        self.lookup = Lookup(self.texts)
        self._blank: list[int] = []
        self._lengths = array("I")

    def words(self, stored: str) -> Words:
        """The text with this number; none if it is out of range."""
        index = number(stored, -1)
        if not 0 <= index < len(self.texts):
            return Words("")
        return Words(self.lookup[str(index)], self.spans.get(index, ()))

    def add(self, words: Words, length: int) -> None:
        """Appends a text; `length` is how many characters the file spends on it."""
        if words.spans:
            self.spans[len(self.texts)] = words.spans
        if words.spans or has_private(words.text):
            self.special.add(str(len(self.texts)))
        if not words.text.strip():
            self._blank.append(len(self.texts))
        self.texts.append(words.text)
        self._lengths.append(length)

    def extend(self, texts: list[str]) -> None:
        """Appends texts that are nothing but their characters."""
        if not all(texts) or any(map(str.isspace, texts)):
            self._blank += [index for index, text in enumerate(texts, len(self.texts)) if not text.strip()]
        self.texts += texts
        self._lengths.extend(map(len, texts))

    def account(self, tally: Tally, hidden: Collection[str]) -> None:
        """Counts each text once: as shown if a cell shows it. `hidden` are texts of which no cell is left to see."""
        used = bytearray(len(self.texts))
        for digits in self.lookup:
            used[int(digits)] = 1
        for index, text in enumerate(self.texts) if hidden else ():
            used[index] &= text not in hidden
        tally.skip("not shown", sum(compress(self._lengths, map(not_, used))))
        for index in self._blank:
            tally.skip("white space", self._lengths[index] * used[index])
            used[index] = 0
        tally.emitted += sum(compress(self._lengths, used))


def read_shared(part: Callable[[], Iterator[bytes]], tally: Tally) -> SharedStrings:
    """The texts of a part, which `part` unpacks. Raises CannotReadError."""
    try:
        found, counted = SharedStrings(), Tally()
        _scan(PlainXml(part(), "sst", "sst", "si"), found, counted)
    except NotPlainError:
        found, counted = SharedStrings(), Tally()
        feed(part(), _Receiver(found, counted))
    tally.add(counted)
    return found


def _scan(xml: PlainXml, found: SharedStrings, tally: Tally) -> None:
    p = xml.prefix
    plain = re.compile(rf'<{p}si><{p}t(?: xml:space="preserve")?>([^<]*)</{p}t></{p}si>')
    receiver = _Receiver(found, tally)
    for piece, text in xml.pieces():
        parts = plain.split(piece)
        between, texts = parts[0::2], parts[1::2]
        if "&" in piece:
            texts = [unescape(text) for text in texts]
        if not any(between) and not is_rough(text):
            found.extend(texts)
            continue
        for words, shown in zip_longest(between, texts):
            if words.strip():
                feed([f"{xml.opening}{words}</{p}sst>".encode()], receiver)
            else:
                tally.skip("white space", len(words))
            if shown is not None:
                found.add(Words(unescaped(shown)), len(shown))
    tally.read = xml.read


class _Receiver:
    """Adds the strings of a part that a parser reads."""

    def __init__(self, found: SharedStrings, tally: Tally) -> None:
        self._found, self._tally = found, tally
        self._string: StringBuilder | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._string is None and name == "si":
            self._string = StringBuilder()
        if self._string is not None:
            self._string.start(name, attributes)

    def end(self, name: str) -> None:
        element = None if self._string is None else self._string.end(name)
        if element is not None:
            self._found.add(read_string(element), weigh_string(element, self._tally))
            self._string = None

    def data(self, text: str) -> None:
        self._tally.read += len(text)
        if self._string is not None:
            self._string.data(text)
        else:
            self._tally.skip("white space" if text.isspace() else "not shown", len(text))
