"""The headings above each block: by them a person who looks for a place goes down into a document."""

from collections.abc import Iterable
from dataclasses import replace

from tasks.model.blocks import Block, Heading, Note


def with_trails(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, each knowing the headings above it, outermost first; a heading is not above itself."""
    above: list[Heading] = []
    out: list[Block] = []
    trail: tuple[str, ...] = ()
    slide = 0
    for block in blocks:
        if block.at.slide != slide:
            # What stands on a slide is under no title of another one.
            slide, above, trail = block.at.slide, [], ()
        if isinstance(block, Heading):
            above = [heading for heading in above if heading.level < block.level]
            trail = tuple(_line(heading) for heading in above)
        out.append(replace(block, at=replace(block.at, trail=trail)) if trail and not _beside(block) else block)
        if isinstance(block, Heading):
            above.append(block)
            trail = (*trail, _line(block))
    return tuple(out)


def _beside(block: Block) -> bool:
    """Whether a block stands at the edge of all pages, under no heading."""
    return isinstance(block, Note) and block.note in {"header", "footer"}


def _line(heading: Heading) -> str:
    return f"{heading.label} {heading.text}".strip()
