"""Comments on running text stand behind what they are about."""

from collections.abc import Iterator, Sequence

from tasks.model.blocks import Block, Content, Note


def with_comments(body: Sequence[Content], comments: Sequence[Note]) -> Iterator[Block]:
    """The blocks of the body, each followed by the comments on it; those on nothing come last."""
    place = {block.locate if block.kind == "table" else block.locator: n for n, block in enumerate(body)}
    after: dict[int, list[Note]] = {}
    for note in comments:
        commented = note.locator.rpartition(", comment ")[0]
        n = place.get(commented, place.get(commented.rstrip("0123456789") + "{}", len(body)))
        after.setdefault(n, []).append(note)
    for n, block in enumerate(body):
        yield block
        yield from after.get(n, ())
    yield from after.get(len(body), ())
