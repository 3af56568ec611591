"""Reads the tokens of Rich Text Format one after the other."""

import re
from typing import Final

from tasks.model.blocks import Block
from tasks.reading.contents import Tally
from tasks.reading.legacy.beside import Beside
from tasks.reading.legacy.flow import Flow
from tasks.reading.legacy.rtf.channel import Channel, RowDefinition
from tasks.reading.legacy.rtf.charsets import code_page
from tasks.reading.legacy.rtf.destinations import CHANNELS, NOWHERE, TABLES, TARGETS, TRANSPARENT
from tasks.reading.legacy.rtf.state import Field, State
from tasks.reading.legacy.rtf.tables import Tables
from tasks.reading.legacy.rtf.text import TextReader, shows
from tasks.reading.legacy.rtf.tokens import Token
from tasks.reading.legacy.rtf.words import CHARACTERS, LITERAL, ROW_WORDS, STATE_WORDS, SYMBOLS, row_word
from tasks.reading.refusal import refused

_MAX_DEPTH: Final = 1_000
_LINK: Final = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]*)"', re.IGNORECASE)


class Reader:
    """The state of reading: open groups, streams of text that are open, and the counts."""

    def __init__(self, tally: Tally) -> None:
        self._tables = Tables()
        self._beside = Beside()
        self._states = [State()]
        self._channels = [Channel("text", Flow(), self._tables)]
        self._text = TextReader(tally, self._tables)

    def read(self, token: Token) -> None:
        """Takes one token. Raises CannotReadError if groups are nested too deeply."""
        if token.kind == "text":
            self._text.data(token.data)
            return
        if token.kind == "symbol" and token.name in LITERAL:
            self._text.data(token.name.encode("ascii"))
            return
        self._text.flush(self._state, self._channel)
        if token.kind == "word":
            self._word(token.name, token.number)
        elif token.kind == "symbol":
            self._symbol(token.name)
        elif token.kind == "open":
            self._text.passing = 0
            self._states.append(self._state.inner())
            if len(self._states) > _MAX_DEPTH:
                raise refused("reading.too-deep")
        else:
            self._text.passing = 0
            self._close()

    def finish(self) -> tuple[Block, ...]:
        """All blocks, once the tokens have ended."""
        self._text.flush(self._state, self._channel)
        while len(self._states) > 1:
            self._close()
        return self._beside.arrange(self._channels[0].finish(self._state))

    @property
    def _state(self) -> State:
        return self._states[-1]

    @property
    def _channel(self) -> Channel:
        return self._channels[-1]

    def _close(self) -> None:
        if len(self._states) == 1:
            return
        state = self._states.pop()
        if not state.begins:
            return
        if state.target == "form" and state.field is not None and self._state.target == "instruction":
            self._text.put(state.field.shown(), self._state, self._channel)
        elif state.target in CHANNELS:
            self._end_channel(state)

    def _begin(self, word: str) -> bool:
        """Whether a control word says where the text of its group goes, or that it goes nowhere."""
        state = self._state
        ignorable, state.may_be_ignored = state.may_be_ignored, False
        if word == "ud" and state.reason == "repeated":
            state.target = state.outer
        elif word in TRANSPARENT:
            state.nested_row = state.nested_row or word == "nesttableprops"
            self._field(word, state)
        elif state.target == "nowhere":
            return word in TARGETS or word in NOWHERE
        elif word in TARGETS:
            state.target, state.begins = TARGETS[word], True
            if state.target in CHANNELS:
                self._begin_channel(state)
            elif state.target == "author":
                self._text.author.clear()
        elif word in NOWHERE or ignorable:
            state.outer, state.target, state.reason = state.target, "nowhere", NOWHERE.get(word, "metadata")
        else:
            return False
        return True

    def _field(self, word: str, state: State) -> None:
        if word == "field":
            state.field = Field()
        elif word == "fldrslt" and state.field is not None:
            state.link = _address("".join(state.field.instruction))

    def _begin_channel(self, state: State) -> None:
        flow = self._channel.flow
        if state.target in ("header", "footer"):
            place = self._beside.edge_place("header" if state.target == "header" else "footer")
        else:
            place = flow.upcoming(state.tables)
        if state.target == "comment":
            place = self._beside.comment_place(place)
        self._channels.append(Channel(state.target, Flow(fixed=place), self._tables))
        state.plain()
        state.new_paragraph()
        state.field, state.link = None, ""

    def _end_channel(self, state: State) -> None:
        blocks = self._channels.pop().finish(state)
        if state.target in ("header", "footer"):
            self._beside.edge("header" if state.target == "header" else "footer", blocks)
        elif state.target == "comment":
            about = self._channel.flow.upcoming(self._state.tables)
            self._beside.comment(about, blocks, "".join(self._text.author).strip())
        else:
            self._channel.attach(blocks)

    def _word(self, word: str, number: int | None) -> None:
        begins, state = self._begin(word), self._state
        if begins and word != "u":
            return
        if word == "u":
            self._text.unicode(number or 0, state, self._channel)
        elif state.target in TABLES:
            self._tables.word(word, number)
        elif word in STATE_WORDS:
            STATE_WORDS[word](state, number)
        elif word in CHARACTERS:
            self._text.character(CHARACTERS[word], state, self._channel)
        elif word in ("ansicpg", "deff"):
            self._document(word, number or 0)
        elif state.target == "form" and state.field is not None:
            state.field.numbers[word] = number or 0
        elif shows(state):
            self._layout(word, number or 0)

    def _document(self, word: str, number: int) -> None:
        if word == "ansicpg":
            self._tables.encoding = code_page(number)
        else:
            self._tables.default_font = number

    def _layout(self, word: str, number: int) -> None:
        """Ends of paragraphs, cells and rows; definitions of rows."""
        channel, state = self._channel, self._state
        if word in ("par", "sect"):
            if word == "par" or channel.line.text:
                channel.end_paragraph(state, state.tables)
        elif word in ("cell", "nestcell"):
            depth = 1 if word == "cell" else max(state.depth, 2)
            channel.end_paragraph(state, depth)
            channel.flow.end_cell(depth)
        elif word == "row":
            channel.flow.end_row(1, channel.row.layout())
        elif word == "nestrow":
            channel.flow.end_row(max(state.depth, 2), channel.nested_row.layout())
        elif word == "trowd":
            if state.nested_row:
                channel.nested_row = RowDefinition()
            else:
                channel.row = RowDefinition()
        elif word in ROW_WORDS:
            row_word(channel.nested_row if state.nested_row else channel.row, word, number, self._tables.colours)

    def _symbol(self, name: str) -> None:
        if name == "*":
            self._state.may_be_ignored = True
        elif name in "\r\n":
            self._word("par", None)
        elif name in SYMBOLS:
            self._text.character(SYMBOLS[name], self._state, self._channel)


def _address(instruction: str) -> str:
    found = _LINK.search(instruction)
    return found[1] if found else ""
