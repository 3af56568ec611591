"""XML read event by event by a parser: nothing is kept but what the receiver of the events keeps."""

from collections.abc import Iterable, Mapping
from typing import NoReturn, Protocol

from lxml import etree

from tasks.reading.excel.names import S, local
from tasks.reading.refusal import CannotReadError, refused
from tasks.reading.xml import SAFE, syntax_error


class Receiver(Protocol):
    """What is told of the elements and texts of a part, in their order."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element of SpreadsheetML begins; names of others have their namespace in braces."""

    def end(self, name: str) -> None:
        """It ends."""

    def data(self, text: str) -> None:
        """A text node, or a stretch of one."""


def feed(chunks: Iterable[bytes], receiver: Receiver) -> None:
    """Parses XML bytes. Raises CannotReadError if they are broken or begin with a document type."""
    parser = etree.XMLParser(
        target=_Target(receiver),  # type: ignore[arg-type]  # the stubs ask for more than lxml does
        **SAFE,
    )
    try:
        for chunk in chunks:
            parser.feed(chunk)
        parser.close()
    except etree.XMLSyntaxError as error:
        raise syntax_error(error) from error
    except AssertionError as error:  # the parser's own word for no bytes at all
        raise CannotReadError("reading.broken") from error


class _Target:
    """What lxml calls."""

    def __init__(self, receiver: Receiver) -> None:
        self._receiver = receiver
        self.data = receiver.data

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._receiver.start(local(tag), attributes)

    def end(self, tag: str) -> None:
        self._receiver.end(local(tag))

    def doctype(self, *_: object) -> NoReturn:
        raise refused("reading.doctype")

    def close(self) -> None:
        """Nothing is left to do."""


class StringBuilder:
    """Makes the element of one string out of events."""

    def __init__(self) -> None:
        self._builder = etree.TreeBuilder()
        self._depth = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins, the string itself or one inside it."""
        self._builder.start(name if name.startswith("{") else S + name, dict(attributes.items()))
        self._depth += 1

    def end(self, name: str) -> etree._Element | None:
        """It ends; the whole string if that was its end."""
        self._builder.end(name if name.startswith("{") else S + name)
        self._depth -= 1
        return None if self._depth else self._builder.close()

    def data(self, text: str) -> None:
        """A text node, or a stretch of one."""
        self._builder.data(text)
