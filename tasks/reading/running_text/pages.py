"""Pages of a document, as far as its file knows them: breaks that people typed, breaks of the last layout."""

from dataclasses import dataclass

from tasks.model.provenance import PageSource


@dataclass(slots=True)
class Pages:
    """Counts pages from 1. `source` says how they are known; without any break the file knows none."""

    source: PageSource = ""
    number: int = 1
    _fresh: bool = False

    def typed(self) -> None:
        """A break that the author put there."""
        self.number += 1
        self._fresh = True

    def rendered(self) -> None:
        """A break where Word last laid out a page; right behind a typed one it is the same break."""
        if not self._fresh:
            self.number += 1
        self._fresh = False

    def words(self) -> int:
        """The page on which words stand that are read now; 0 if unknown."""
        self._fresh = False
        return self.number if self.source else 0
