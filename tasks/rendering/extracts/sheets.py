"""The extracts as Word files, one an institution and one a province."""

from collections.abc import Iterator, Mapping, Sequence

from tasks.model.mark import Kind
from tasks.model.plan import Plan
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.extracts.build import extract_view
from tasks.rendering.extracts.index import Index, index_of
from tasks.rendering.extracts.offices import Body, bodies
from tasks.rendering.extracts.pictured import pictured
from tasks.rendering.extracts.shape import ExtractView
from tasks.rendering.file_names import safe_name, unique_names
from tasks.rendering.word.artist import Artist
from tasks.rendering.word.compile import WordTemplate, compile_template
from tasks.rendering.word.document import fill
from tasks.rendering.word.properties import plan_properties

EXTRACT_TEMPLATE = "lembar-instansi.docx"


def extract_sheets(
    plan: Plan, speak: Catalogue, template: bytes, artist: Artist, share: tuple[int, int] = (0, 1)
) -> Iterator[tuple[str, bytes]]:
    """Name below the output folder and bytes of every extract, from the centre down; their pictures are begun at once.

    `template`: the bytes of the Word template; `share`: which of how many equal shares of the extracts is made. Raises
    TemplateError if the template cannot be used.
    """
    compiled = compile_template(template, EXTRACT_TEMPLATE, speak.language, ExtractView)
    index = index_of(plan, speak)
    every = bodies(plan, index.rows.values())
    names = dict(zip(map(id, every), sheet_names(every, speak), strict=True))
    drawn = pictured(every, index)
    turn, of = share
    found = {names[id(body)]: body for body in every[len(every) * turn // of : len(every) * (turn + 1) // of]}
    views = {
        body.name: extract_view(body, index, speak, drawn=True)
        for body in found.values()
        if not body.members and body.name in drawn
    }
    artist.ahead(picture.drawing.image for view in views.values() for picture in view.pictures)
    return _filled(plan, speak, compiled, index, found, views, artist)


def _filled(
    plan: Plan,
    speak: Catalogue,
    compiled: WordTemplate,
    index: Index,
    found: Mapping[str, Body],
    views: Mapping[str, ExtractView],
    artist: Artist,
) -> Iterator[tuple[str, bytes]]:
    """found: by the names of their files; views: of the bodies with a picture, which are made already."""
    for name, body in found.items():
        about = plan_properties(
            plan, speak.text("document.extract", office=_title(body, speak)), speak.language, Kind.EXTRACT
        )
        made = None if body.members else views.get(body.name)
        view = made or extract_view(body, index, speak, drawn=False)
        images = [picture.drawing.image for picture in view.pictures]
        yield name, fill(compiled, view, about, images, artist.png, artist.shelf)


def sheet_names(found: Sequence[Body], speak: Catalogue) -> list[str]:
    """The path of each extract below the output folder: a folder a level, a name an institution or province."""
    top, otherwise = speak.text("document.extracts"), speak.text("document.extract.unnamed")
    by_level: dict[str, list[Body]] = {}
    for body in found:
        by_level.setdefault(body.level, []).append(body)
    names: dict[int, str] = {}
    for level, held in by_level.items():
        folder = f"{top}/{safe_name(wording.level(level, speak))}"
        chosen = unique_names((_title(body, speak) for body in held), otherwise)
        names |= {id(body): f"{folder}/{name}.docx" for body, name in zip(held, chosen, strict=True)}
    return [names[id(body)] for body in found]


def _title(body: Body, speak: Catalogue) -> str:
    return speak.text("extract.province", region=body.name) if body.members else body.name
