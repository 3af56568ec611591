"""Proposals that may be one piece of work and of which people have to say so, the most doubtful first."""

from tasks.model.decisions import Review, Side
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.decisions.reason import reason
from tasks.rendering.locators import localise_locator
from tasks.rendering.view.shape_settling import Doubt

_SHOWN = 10


def doubt_views(review: Review, speak: Catalogue) -> tuple[Doubt, ...]:
    """The first questions of the workbook of decisions, which holds them all."""
    return tuple(
        Doubt(d.a.action, _place(d.a, speak), d.b.action, _place(d.b, speak), reason(d.a, d.b, d.grounds, speak))
        for d in review.doubts[:_SHOWN]
    )


def _place(side: Side, speak: Catalogue) -> str:
    file = side.file.rsplit("/", 1)[-1]
    return ", ".join(filter(None, [side.group, file, localise_locator(side.locator, speak.language)]))
