"""A picture as the templates may write it."""

from dataclasses import dataclass

from tasks.rendering.word.drawing import Drawing


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, to stand alone in a paragraph, and the words of its caption."""

    title: str
    drawing: Drawing
