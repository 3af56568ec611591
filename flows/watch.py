"""Somebody who looks on while a plan is made: keeps the time, and may show how far it is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter

Advance = Callable[[str], None]
"""Told, in any thread, that one thing of a stage is done, and its name."""


class Watch:
    """Keeps the seconds of each stage and shows nothing."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator[Advance]:
        """Enter a stage; `total` is how many things it will name, None if that is not known."""
        start = perf_counter()
        with self.shown(name, total) as done:
            yield done
        self.seconds[name] = round(perf_counter() - start, 3)

    @contextmanager
    def shown(self, name: str, total: int | None) -> Iterator[Advance]:
        """For those who show something."""
        yield lambda _: None
