"""What the groups found, group by group: what has been reached, and what stands in the way with their solutions."""

from collections.abc import Mapping, Sequence

from tasks.rendering.catalogue import Catalogue
from tasks.rendering.view.items import Rows, group_name
from tasks.rendering.view.shape_chapters import Finding, Findings
from tasks.rendering.view.shape_item import Item
from tasks.rendering.word import inline
from tasks.rendering.word.inline import Inline

_PROGRESS = ("progress",)
_OBSTACLES = ("obstacle", "solution")


def progress_views(rows: Rows, items: Mapping[str, Item], speak: Catalogue) -> tuple[Findings, ...]:
    """What has been reached, each once in its group, with the items that share it."""
    return _findings(_PROGRESS, rows, items, speak)


def obstacle_views(rows: Rows, items: Mapping[str, Item], speak: Catalogue) -> tuple[Findings, ...]:
    """Obstacles and solutions, each pair once in its group, with the items that share it."""
    return _findings(_OBSTACLES, rows, items, speak)


def _findings(
    fields: Sequence[str], rows: Rows, items: Mapping[str, Item], speak: Catalogue
) -> tuple[Findings, ...]:  # fmt: skip
    held: dict[str, dict[tuple[str, ...], list[Inline]]] = {}
    for row in rows.items:
        said = tuple(row[field] for field in fields)
        if any(said):
            group = held.setdefault(group_name(row, rows, speak), {})
            group.setdefault(said, []).append(items[row["item_id"]].link)
    return tuple(
        Findings(
            title,
            speak.number(len(found)),
            tuple(_finding(dict(zip(fields, said, strict=True)), links) for said, links in found.items()),
        )
        for title, found in held.items()
    )


def _finding(said: Mapping[str, str], links: Sequence[Inline]) -> Finding:
    return Finding(
        progress=said.get("progress", ""),
        obstacle=said.get("obstacle", ""),
        solution=said.get("solution", ""),
        items=inline.joined(links),
    )
