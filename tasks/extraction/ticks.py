"""Ticked boxes: before the points of a list marks of what is done or no more than bullets, in a cell an answer."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.extraction.phrases import holds
from tasks.extraction.texts import block_line, tidy
from tasks.model.blocks import Block, ListItem, Note, Table, Text

_GLYPHS = "☑☒"
_TYPED = re.compile(rf"(\s*(?:\d+[.)]\s*)?)[{_GLYPHS}](?=\s)")
_BULLET = "•"
_OPTION = re.compile(r"([☐□☑☒✓✔√]|\[\s?[xXvV√✓✔]?\s?\])\s*([^☐□☑☒✓✔√\[]*)")
_OPEN = re.compile(r"[☐□]|\[\s*\]")
_TITLE = 80  # letters of a title at most


def without_decoration(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, ticked boxes that say nothing of what is done made plain bullets.

    Word's tick is a bullet to most people. It tells something in a document that has open boxes or typed ones ("[x]")
    as well, in one that is called a check list, and below a title that speaks of what is done.
    """
    texts = [b for b in blocks if not isinstance(b, Table | Note) and b.text.strip()]
    if any(_told(block) for block in texts):
        return list(blocks)
    out: list[Block] = []
    done = False
    for block in blocks:
        if isinstance(block, Table | Note) or not block_line(block).box:
            done = _speaks_of_done(block)
            out.append(block)
        else:
            out.append(block if done else _plain(block))
    return out


def _told(block: Text) -> bool:
    """Whether a block shows that boxes mean something: an open or typed one, or a title of a check list."""
    line = block_line(block)
    if line.box:
        return line.box == "open" or (line.mark or line.label).startswith("[")
    return len(line.raw) <= _TITLE and holds("check list", line.raw)


def _speaks_of_done(block: Block) -> bool:
    """Whether a title says that what stands below it is done."""
    words = "" if isinstance(block, Table | Note) else block.text
    return len(words) <= _TITLE and (holds("history", words) or holds("done", words))


def _plain(block: Text) -> Block:
    if isinstance(block, ListItem) and block.label.strip() in _GLYPHS:
        return replace(block, label=_BULLET)
    found = _TYPED.match(block.text)
    mark = " " if found is not None and found[1].strip() else _BULLET  # as long as the box: spans keep their place
    return replace(block, text=f"{found[1]}{mark}{block.text[found.end() :]}") if found else block


def chosen(text: str) -> str:
    """What is ticked in a cell that offers answers ("☑ Selesai ☐ Belum"); any other text as it is."""
    options = _OPTION.findall(text)
    ticked = [tidy(words) for box, words in options if words.strip() and not open_box(box)]
    offered = any(open_box(box) for box, words in options if words.strip())
    return "; ".join(ticked) if ticked and offered else text


def open_box(text: str) -> bool:
    """Whether a text is a box without a tick."""
    return _OPEN.fullmatch(text.strip()) is not None


def boxes(texts: Sequence[str]) -> bool:
    """Whether all texts are boxes or ticks, and some of each kind."""
    written = [t for t in texts if t.strip()]
    alone = all((m := _OPTION.fullmatch(t.strip())) and not m[2] for t in written)
    return alone and len({open_box(t) for t in written}) > 1
