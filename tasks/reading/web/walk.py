"""One walk over the tree of a web page: its elements in order become lines, the lines blocks, the tables grids."""

import re
from typing import Final

from lxml import etree

from tasks.model.blocks import Block
from tasks.reading.web.forms import chosen, shown
from tasks.reading.web.lists import List, open_list
from tasks.reading.web.look import PLAIN, Look, Looks, Own
from tasks.reading.web.plans import CELLS, GROUPS
from tasks.reading.web.state import State

_HEADINGS: Final = {f"h{n}": n for n in range(1, 7)}
_LISTS: Final = frozenset({"ol", "ul", "menu", "dir"})
_ROWS_AND_CELLS: Final = frozenset({"tr", *CELLS})
_BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "html", "legend", "li",
    "listing", "main", "nav", "option", "optgroup", "p", "plaintext", "pre", "search", "section", "summary", "table",
    "textarea", "xmp", *_HEADINGS, *_LISTS, *_ROWS_AND_CELLS, *GROUPS,
})  # fmt: skip
_DROPS_BREAK: Final = frozenset({"pre", "listing", "textarea"})
_LEVEL: Final = re.compile(r"\blevel([1-9])\b")


class Walk:
    """The walk; `state` is what it has gathered, the rest what is open around the next element."""

    def __init__(self, state: State, looks: Looks) -> None:
        self._state = state
        self._known = looks
        self._open: list[tuple[Look, Own, bool]] = [(PLAIN, Own(), False)]
        self._select: etree._Element | None = None
        self._chosen: frozenset[etree._Element] = frozenset()

    def blocks(self, root: etree._Element) -> list[Block]:
        """The blocks of a whole page."""
        for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if event == "start":
                self._start(element)
                self._text(self._first_words(element))
                continue
            if event == "end":
                self._end(element)
            if element is not root:
                self._text(element.tail)
        self._state.flow.end_item()
        return self._state.flow.blocks

    def _first_words(self, element: etree._Element) -> str | None:
        """The text before the first child; a line break right behind the tag of preformatted text is none of it."""
        words = element.text
        if element.tag in _DROPS_BREAK and words and words[0] in "\r\n":
            bare = words.removeprefix("\r").removeprefix("\n")
            self._state.tally.skip("white space", len(words) - len(bare))
            return bare
        return words

    def _text(self, words: str | None) -> None:
        if not words:
            return
        look = self._open[-1][0]
        if look.silent:
            self._state.tally.skip(look.silent, len(words))
        elif look.preformatted:
            self._preformatted(words, look)
        else:
            self._state.flow.line.take(words, look)

    def _preformatted(self, words: str, look: Look) -> None:
        """Each line of a preformatted text is one of the page."""
        first, *others = words.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._state.tally.skip("white space", len(words) - len(first) - sum(map(len, others)))
        self._state.flow.line.take(first, look)
        for other in others:
            self._state.flow.end_line(broken=True)
            self._state.flow.line.take(other, look)

    def _start(self, element: etree._Element) -> None:
        tag, own = str(element.tag), self._known.own(element)
        look = self._known.below(self._open[-1][0], own, element)
        if tag == "option" and not look.silent and element not in self._chosen:
            look = look._replace(silent="not shown")
        if tag == "a":
            self._state.anchor(element)
        is_block = not look.silent and (own.block or tag in _BLOCKS)
        self._open.append((look, own, is_block))
        if is_block:
            self._state.flow.end_line()
            self._begin_block(element, tag, own, look)
        elif not look.silent:
            self._begin_inline(element, tag, own, look)

    def _begin_inline(self, element: etree._Element, tag: str, own: Own, look: Look) -> None:
        flow = self._state.flow
        if tag == "br" and flow.heading:
            flow.line.break_off(look)
        elif tag == "br":
            flow.end_line(broken=True)
        elif tag in {"input", "img"}:
            flow.line.add(shown(element), look)
        elif tag == "col" and self._state.grid is not None:
            self._state.grid.column(element, own.hidden)
        elif tag == "select" and self._select is None:
            self._select, self._chosen = element, chosen(element)

    def _begin_block(self, element: etree._Element, tag: str, own: Own, look: Look) -> None:
        state, flow = self._state, self._state.flow
        if tag in _HEADINGS:
            flow.heading = _HEADINGS[tag]
        elif tag in _LISTS:
            flow.lists.append(open_list(element, len(flow.lists), own.bullet))
        elif tag == "li":
            flow.end_item()
            flow.item = (flow.lists or [List(False, 0, "")])[-1].item(element, own.bullet)
        elif tag == "table":
            state.open_table(element, look)
        elif tag in GROUPS and state.grid is not None:
            state.grid.group_fill = own.fill
        elif tag in _ROWS_AND_CELLS and state.grid is not None:
            state.open_row_or_cell(element, state.grid, own)
        elif own.mso == "comment":
            state.open_note(element)
        elif own.mso:
            level = _LEVEL.search(own.mso)
            flow.level = int(level[1]) - 1 if level else -1

    def _end(self, element: etree._Element) -> None:
        look, own, is_block = self._open.pop()
        if is_block:
            self._state.flow.end_line()
            self._end_block(element, str(element.tag), own, look)
        elif element is self._select:
            self._select, self._chosen = None, frozenset()

    def _end_block(self, element: etree._Element, tag: str, own: Own, look: Look) -> None:
        state, flow = self._state, self._state.flow
        flow.level = -1
        if tag in _HEADINGS:
            flow.heading = 0
        elif tag in _LISTS and flow.lists:
            flow.lists.pop()
        elif tag == "li":
            flow.end_item()
        elif tag == "table":
            state.close_table()
        elif tag in _ROWS_AND_CELLS and state.grid is not None:
            state.close_row_or_cell(element, state.grid, own, look)
        elif state.note is not None and element is state.note.element:
            state.close_note(state.note)
