"""The documents of a plan in pieces that can be made anywhere: in order, they are what `render` gives, to the byte."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal

from tasks.model.plan import Plan
from tasks.rendering.catalogue import load
from tasks.rendering.extracts.sheets import EXTRACT_TEMPLATE, extract_sheets
from tasks.rendering.render import exchanged, group_documents, main_document, main_document_name, template_bytes
from tasks.rendering.word.artist import Artist

_SHARES: Final = 3
"""In how many shares the extracts are made for each hand: offices with many actions take longer."""


@dataclass(frozen=True, slots=True)
class Task:
    """What all pieces share. templates: the bytes of every file, by its path below the folder, with `/`."""

    plan: Plan
    language: str
    templates: dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the documents; of extracts, which of how many shares."""

    kind: Literal["main", "extracts", "groups", "exchange"]
    share: tuple[int, int] = (0, 1)


def task(plan: Plan, language: str, templates: Path) -> Task:
    """What has to be sent along with every piece."""
    files = (path for path in sorted(templates.rglob("*")) if path.is_file())
    return Task(plan, language, {path.relative_to(templates).as_posix(): path.read_bytes() for path in files})


def pieces(hands: int) -> tuple[Piece, ...]:
    """The pieces, in the order of their documents, for so many hands."""
    shares = hands * _SHARES
    extracts = [Piece("extracts", (n, shares)) for n in range(shares)]
    return (Piece("main"), *extracts, Piece("groups"), Piece("exchange"))


def made(task: Task, piece: Piece) -> list[tuple[str, bytes]]:
    """The documents of a piece: names and bytes. Raises TemplateError if a template cannot be used."""
    with TemporaryDirectory(prefix="renja-") as folder:
        for name, data in task.templates.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return list(_documents(task, piece, Path(folder)))


def _documents(task: Task, piece: Piece, templates: Path) -> Iterator[tuple[str, bytes]]:
    plan, speak = task.plan, load(task.language)
    if piece.kind == "groups":
        return group_documents(plan, speak, templates)
    if piece.kind == "exchange":
        return exchanged(plan, speak, templates)
    return _drawn(task, piece, templates)


def _drawn(task: Task, piece: Piece, templates: Path) -> Iterator[tuple[str, bytes]]:
    plan, speak = task.plan, load(task.language)
    with Artist() as artist:
        if piece.kind == "main":
            yield main_document_name(task.language), main_document(plan, speak, templates, artist)()
        else:
            template = template_bytes(templates, task.language, EXTRACT_TEMPLATE, plan.meeting.paper)
            yield from extract_sheets(plan, speak, template, artist, piece.share)
