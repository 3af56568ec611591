"""The picture of an extract: the office's actions between what they wait for and what waits for them."""

from collections.abc import Sequence

from tasks.rendering.catalogue import Catalogue
from tasks.rendering.extracts.index import Index
from tasks.rendering.extracts.offices import Body
from tasks.rendering.pictures.ego import ego
from tasks.rendering.view.pictured import arrows_of, boxes_of
from tasks.rendering.view.plan_pictures import picture
from tasks.rendering.view.shape_pictures import Picture

LEAST = 3
"""Fewer links are told as quickly by the tables."""
_ZOOM = 1.5


def ego_pictures(body: Body, own: Sequence[str], index: Index, speak: Catalogue) -> tuple[Picture, ...]:
    """The picture of an office with several links, none for others. `own`: codes of the actions that it leads."""
    if "extract_pictures" in index.plan.meeting.without:
        return ()
    links = [link for code in own for link in (*index.before.get(code, ()), *index.after.get(code, ()))]
    arrows = arrows_of(links)
    if len(arrows) < LEAST:
        return ()
    mine = dict.fromkeys(own)
    others = dict.fromkeys(code for a in arrows for code in (a.before, a.after) if code not in mine)
    drawn = ego(
        body.name,
        boxes_of((index.rows[code] for code in own), speak),
        boxes_of((index.rows[code] for code in sorted(others, key=index.place.__getitem__)), speak),
        arrows,
        speak,
    )
    return (picture(drawn, speak.text("picture.ego.title", name=body.name), _ZOOM),)
