"""The feedback sheets: one Word file a working group, which it corrects and sends back."""

from collections.abc import Iterator

from tasks.model.mark import Kind
from tasks.model.plan import Plan
from tasks.model.shelf import Shelf
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.file_names import unique_names
from tasks.rendering.view.group_shape import GroupView
from tasks.rendering.view.groups import group_views, sheet_groups
from tasks.rendering.word.compile import compile_template
from tasks.rendering.word.document import fill
from tasks.rendering.word.properties import plan_properties

SHEET_TEMPLATE = "lembar-kelompok.docx"


def group_sheets(
    plan: Plan, speak: Catalogue, template: bytes, shelf: Shelf | None = None
) -> Iterator[tuple[str, bytes]]:
    """Name below the output folder and bytes of every sheet, in the order of the meeting's groups.

    `template`: the bytes of the Word template. Raises TemplateError if it cannot be used.
    """
    compiled = compile_template(template, SHEET_TEMPLATE, speak.language, GroupView)
    folder = speak.text("document.group-sheets")
    wanted = (" ".join(dict.fromkeys([group.code, group.name])) for group in sheet_groups(plan))
    for view, name in zip(group_views(plan, speak), unique_names(wanted, folder), strict=True):
        about = plan_properties(
            plan, speak.text("document.group-sheet", group=view.group.title), speak.language, Kind.GROUP
        )
        yield f"{folder}/{name}.docx", fill(compiled, view, about, shelf=shelf)
