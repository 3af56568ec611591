"""Progress on a terminal: one line that says what runs and how far it is, gone when all is done."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from flows.watch import Advance, Watch

if TYPE_CHECKING:
    from tasks.rendering.catalogue import Catalogue


class Bar(Watch):
    """Shows a bar on the standard error output. To be used in a `with` statement."""

    def __init__(self, catalogue: "Catalogue") -> None:
        super().__init__()
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[at]}"))
        self._progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self._catalogue = catalogue

    def __enter__(self) -> "Bar":
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    @contextmanager
    def shown(self, name: str, total: int | None) -> Iterator[Advance]:
        """A bar for the stage; without a total it only shows that something moves."""
        bar = self._progress.add_task(self._catalogue.text(f"flows.stage.{name}"), total=total, at="")
        try:
            yield lambda at: self._progress.update(bar, advance=1, at=_short(at))
        finally:
            self._progress.remove_task(bar)


@contextmanager
def watching(catalogue: "Catalogue", quiet: bool = False) -> Iterator[Watch]:
    """A bar on a terminal, silence elsewhere and for those who want it quiet."""
    if quiet or not sys.stderr.isatty():
        yield Watch()
        return
    with Bar(catalogue) as bar:
        yield bar


def _short(name: str, width: int = 40) -> str:
    """The end of a name, square brackets made harmless: rich takes them for mark-up."""
    return (name if len(name) <= width else f"…{name[1 - width :]}").replace("[", r"\[")
