"""The picture of an extract: the office's actions between what they wait for and what waits for them."""

from collections.abc import Sequence

from tasks.rendering.catalogue import Catalogue
from tasks.rendering.extracts.index import Index
from tasks.rendering.extracts.offices import Body
from tasks.rendering.pictures.ego import ego
from tasks.rendering.pictures.shape import Arrow
from tasks.rendering.view.pictured import arrows_of, boxes_of
from tasks.rendering.view.plan_pictures import picture
from tasks.rendering.view.shape_pictures import Picture

LEAST = 5
"""Fewer links are told as quickly by the tables."""
MOST = 60
"""Drawing takes longer than all else about an extract: of hundreds the busiest institutions have pictures."""
_ZOOM = 1.5


def pictured(found: Sequence[Body], index: Index) -> frozenset[str]:
    """The institutions whose extracts have a picture: those with several links, none if nobody wants pictures.

    Provinces have none, for their institutions have theirs.
    """
    if "extract_pictures" in index.plan.meeting.without:
        return frozenset()
    counts = {body.name: len(_arrows(index.leads.get(body.name, ()), index)) for body in found if not body.members}
    busy = sorted((name for name in counts if counts[name] >= LEAST), key=lambda name: (-counts[name], name))
    return frozenset(busy[:MOST])


def ego_picture(body: Body, own: Sequence[str], index: Index, speak: Catalogue) -> Picture:
    """The picture of an institution with links. `own`: codes of the actions that it leads."""
    arrows = _arrows(own, index)
    mine = dict.fromkeys(own)
    others = dict.fromkeys(code for a in arrows for code in (a.before, a.after) if code not in mine)
    drawn = ego(
        body.name,
        boxes_of((index.rows[code] for code in own), speak),
        boxes_of((index.rows[code] for code in sorted(others, key=index.place.__getitem__)), speak),
        arrows,
        speak,
    )
    return picture(drawn, speak.text("picture.ego.title", name=body.name), _ZOOM)


def _arrows(own: Sequence[str], index: Index) -> list[Arrow]:
    return arrows_of(link for code in own for link in (*index.before.get(code, ()), *index.after.get(code, ())))
