"""Tables that are no more than a frame around others: what stands inside counts as if the frame were not there."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.extraction.continued import any_header
from tasks.extraction.draft import Reading
from tasks.extraction.grid import grid_of
from tasks.extraction.texts import blank
from tasks.extraction.vocabulary import Vocabulary
from tasks.model.blocks import Block, Table
from tasks.model.locator import item


def unframed(blocks: Sequence[Block], vocabulary: Vocabulary) -> Iterator[Block]:
    """The blocks, a frame replaced by what stands in its cells, row by row."""
    for block in blocks:
        if isinstance(block, Table) and _frames(block, vocabulary):
            inside = [b for cell in block.cells for b in cell.blocks if isinstance(b, Table) or not blank(b.text)]
            yield from unframed(inside, vocabulary)
        else:
            yield block


def _frames(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether a table without a header of its own holds one with a header."""
    nested = [b for cell in table.cells for b in cell.blocks if isinstance(b, Table) and b.rows > 1]
    headed = any(any_header(grid_of(inner), vocabulary) or _frames(inner, vocabulary) for inner in nested)
    return headed and not any_header(grid_of(table), vocabulary)


def told_apart(table: Table, reading: Reading) -> Reading:
    """What a table gave; all rows of one within a frame share a place, so that its actions are counted there."""
    if "{" in table.locate or len(reading.drafts) < 2:
        return reading
    counted = [replace(d, locator=item(table.locate, n), mark=f"{n}.{d.mark}") for n, d in enumerate(reading.drafts, 1)]
    return replace(reading, drafts=tuple(counted))
