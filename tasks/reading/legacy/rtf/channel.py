"""A stream of paragraphs and tables in Rich Text Format: the body, a header, a note, a text box."""

from dataclasses import dataclass, field

from tasks.model.blocks import Content
from tasks.reading.legacy.flow import Flow
from tasks.reading.legacy.line import Line
from tasks.reading.legacy.rows import Layout, Mark, Merge
from tasks.reading.legacy.rtf.destinations import Target
from tasks.reading.legacy.rtf.state import State
from tasks.reading.legacy.rtf.tables import Tables


@dataclass(slots=True)
class RowDefinition:
    """The row that is being defined: cells with their right edges; the marks said since the last edge."""

    edges: list[int] = field(default_factory=lambda: [0])
    marks: list[Mark] = field(default_factory=list)
    down: Merge = ""
    across: Merge = ""
    fill: str = ""

    def cell(self, edge: int) -> None:
        """A cell that reaches up to this edge."""
        self.edges.append(max(edge, self.edges[-1]))
        self.marks.append(Mark(self.down, self.across, self.fill))
        self.down = self.across = self.fill = ""

    def layout(self) -> Layout:
        """The row as defined; without edges if no cell is."""
        return Layout(tuple(self.edges), tuple(self.marks)) if self.marks else Layout()


class Channel:
    """Puts text into lines, lines into a flow."""

    def __init__(self, target: Target, flow: Flow, tables: Tables) -> None:
        self.target = target
        self.flow = flow
        self.line = Line()
        self.label: list[str] = []
        self.row = RowDefinition()
        self.nested_row = RowDefinition()
        self._tables = tables
        self._attached: list[tuple[Content, ...]] = []

    def attach(self, blocks: tuple[Content, ...]) -> None:
        """Blocks that hang on the paragraph that is being read."""
        self._attached.append(blocks)

    def end_paragraph(self, state: State, depth: int) -> None:
        """The paragraph ends, inside so many tables."""
        style = self._tables.styles.get(state.style)
        self.line.label = " ".join("".join(self.label).split())
        self.line.level = state.level
        self.line.style = "" if style is None else style.name
        self.line.outline = state.outline or self._tables.outline(state.style)
        self.flow.paragraph(self.line, depth)
        self.line, self.label = Line(), []
        for blocks in self._attached:
            self.flow.attach(blocks)
        self._attached = []

    def finish(self, state: State) -> tuple[Content, ...]:
        """All blocks, once the text has ended."""
        if self.line.text or self.label or self._attached:
            self.end_paragraph(state, state.tables)
        return self.flow.finish()
