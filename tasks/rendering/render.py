"""From the plan to its documents, as names and bytes: nothing here touches the disk but to read a template."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from tasks.model.mark import Kind
from tasks.model.plan import Plan
from tasks.model.shelf import Shelf
from tasks.rendering.catalogue import Catalogue, load
from tasks.rendering.decisions.sheets import decisions_file, decisions_name
from tasks.rendering.exchange.calendar_file import calendar_files
from tasks.rendering.exchange.csv_tables import csv_files
from tasks.rendering.exchange.plan_json import json_files
from tasks.rendering.exchange.project.build import project_file, project_name
from tasks.rendering.exchange.workbook.build import workbook_file, workbook_name
from tasks.rendering.extracts.sheets import EXTRACT_TEMPLATE, extract_sheets
from tasks.rendering.group_sheets import SHEET_TEMPLATE, group_sheets
from tasks.rendering.messages import numbered
from tasks.rendering.page.build import page_file, page_name
from tasks.rendering.view.build import plan_view
from tasks.rendering.view.shape import PlanView
from tasks.rendering.word.artist import Artist
from tasks.rendering.word.compile import broken, compile_template
from tasks.rendering.word.document import fill
from tasks.rendering.word.paper import AS_MADE, on_paper
from tasks.rendering.word.properties import plan_properties

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
PLAN_TEMPLATE = "rencana-kerja.docx"
Render = Callable[[Plan, str, Path, Shelf | None], Iterable[tuple[str, bytes]]]


def render(
    plan: Plan, language: str, templates: Path = TEMPLATES, shelf: Shelf | None = None
) -> Iterator[tuple[str, bytes]]:
    """Every document of the plan: its path below the output folder, with `/`, and its bytes.

    The main document comes first, then the extracts, the groups' sheets, the workbook of decisions, the plan for other
    programs: workbook, page for a browser, project, calendar, tables/*.csv, plan.json and its schema. The same plan and
    templates give the same bytes, whatever lies on the shelf. Raises TemplateError if a template in `templates` cannot
    be used.
    """
    speak = load(language)
    with Artist(shelf) as artist:
        yield from _with_pictures(plan, speak, templates, artist)
    yield from group_documents(plan, speak, templates, shelf)
    yield from exchanged(plan, speak, templates)


def group_documents(
    plan: Plan, speak: Catalogue, templates: Path, shelf: Shelf | None = None
) -> Iterator[tuple[str, bytes]]:
    """The groups' sheets."""
    return group_sheets(
        plan, speak, template_bytes(templates, speak.language, SHEET_TEMPLATE, plan.meeting.paper), shelf
    )


def exchanged(plan: Plan, speak: Catalogue, templates: Path) -> Iterator[tuple[str, bytes]]:
    """The workbook of decisions, and the plan for other programs."""
    yield decisions_name(speak), decisions_file(plan.review, speak, numbered(plan.items))
    yield workbook_name(speak), workbook_file(plan, speak)
    yield page_name(speak), page_file(plan, speak, templates)
    yield project_name(speak), project_file(plan, speak)
    yield from calendar_files(plan, speak)
    yield from csv_files(plan, speak)
    yield from json_files(plan, speak)


def main_document_name(language: str) -> str:
    """File name of the plan itself."""
    return load(language).text("document.plan") + ".docx"


def _with_pictures(plan: Plan, speak: Catalogue, templates: Path, artist: Artist) -> Iterator[tuple[str, bytes]]:
    """The plan and its extracts; the pictures of all of them are drawn meanwhile."""
    main = main_document(plan, speak, templates, artist)
    template = template_bytes(templates, speak.language, EXTRACT_TEMPLATE, plan.meeting.paper)
    sheets = extract_sheets(plan, speak, template, artist)
    yield main_document_name(speak.language), main()
    yield from sheets


def main_document(plan: Plan, speak: Catalogue, templates: Path, artist: Artist) -> Callable[[], bytes]:
    """What makes the Word file of the plan; its pictures are begun at once."""
    data = template_bytes(templates, speak.language, PLAN_TEMPLATE, plan.meeting.paper)
    template = compile_template(data, PLAN_TEMPLATE, speak.language, PlanView)
    about = plan_properties(plan, speak.text("document.plan"), speak.language, Kind.PLAN)
    view = plan_view(plan, speak)
    pictures = (*view.overview_pictures, *view.link_pictures, *view.schedule_pictures)
    images = [picture.drawing.image for picture in pictures]
    artist.ahead(images)
    return partial(fill, template, view, about, images, artist.png, artist.shelf)


def template_bytes(templates: Path, language: str, name: str, paper: str = AS_MADE) -> bytes:
    """The bytes of a template, laid out on this paper. Raises TemplateError if there is none that can be read."""
    try:
        return on_paper((templates / language / name).read_bytes(), paper)
    except OSError as error:
        raise broken(name, load(language).text("template.not-found")) from error
