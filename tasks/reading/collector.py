"""Python's collector of cycles, off for a while."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collector() -> Iterator[None]:
    """Blocks hold no cycles, and looking for them among millions of cells takes longer than reading them.

    Several threads may do so at once: the collector is on again when the first one that found it on has ended.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
