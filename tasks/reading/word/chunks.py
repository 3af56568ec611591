"""Files that a program has embedded in the flow of a Word document: read like files of their own, where they stand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from tasks.model.blocks import Content, Note
from tasks.model.problem import Code, Problem, problem
from tasks.model.provenance import NOWHERE
from tasks.reading.contents import Contents, Tally
from tasks.reading.ooxml.package import Package, Relationship
from tasks.reading.refusal import CannotReadError
from tasks.reading.sniff import sniff
from tasks.reading.text.delimited import read_delimited
from tasks.reading.text.plain import read_plain_text
from tasks.reading.web.archive import read_web_archive
from tasks.reading.web.html import read_web_page

Reader = Callable[[bytes], Contents]
_READERS: Final[Mapping[str, Reader]] = {
    "html": read_web_page,
    "mht": read_web_archive,
    "txt": read_plain_text,
    "csv": read_delimited,
}


@dataclass(slots=True)
class Chunks:
    """Reads embedded files by relationship id; `read_word` is the reader of those that are Word documents again.

    `problems` are those found so far: a file that cannot be read is told, the rest of the document is.
    """

    package: Package
    related: Mapping[str, Relationship]
    tally: Tally
    read_word: Reader
    problems: list[Problem] = field(default_factory=list)

    def read(self, name: str, locator: str) -> tuple[Content, ...]:
        """The blocks of an embedded file, all with the locator of the paragraph that it stands behind."""
        target = self.related.get(name)
        if target is None or target.external:
            return ()
        try:
            found = self._contents(self.package.part(target.target))
        except CannotReadError as error:
            self.problems.append(problem(Code.READ_IN_PART, "", locator, cause=f"@{error.cause}", instead=".docx"))
            return ()
        self.tally.read += found.receipt.read
        self.tally.emitted += found.receipt.emitted
        self.tally.skipped.update(dict(found.receipt.skipped))
        self.problems += found.problems
        return tuple(_placed(block, locator) for block in found.blocks if not isinstance(block, Note))

    def _contents(self, data: bytes) -> Contents:
        kind = sniff(data, "")
        reader = self.read_word if kind == "docx" else _READERS.get(kind)
        if reader is None:
            raise CannotReadError("reading.embedded")
        return reader(data)


def _placed(block: Content, locator: str) -> Content:
    if block.kind == "table":
        return replace(block, locate=locator.replace("{", "{{").replace("}", "}}"), name="", at=NOWHERE)
    return replace(block, locator=locator, at=NOWHERE)
