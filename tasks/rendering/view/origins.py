"""The source documents, and what became of them."""

from tasks.model.plan import Plan
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.view.items import Row, rows_of
from tasks.rendering.view.shape_annexes import Source


def source_views(plan: Plan, speak: Catalogue) -> tuple[Source, ...]:
    """The documents by group, in the meeting's order, then by name."""
    numbers = file_numbers(plan)
    return tuple(
        Source(
            number=numbers[row["file"]],
            file=row["file"],
            group=group_title(row["group"], plan),
            status=speak.text(f"source.{row['status'].replace(' ', '-') or 'not-read'}"),
            blocks=_number(row["blocks"], speak),
            records=_number(row["records"], speak),
        )
        for row in _ordered(plan)
    )


def file_numbers(plan: Plan) -> dict[str, str]:
    """The number of every source document, by which the annexes refer to it."""
    return {row["file"]: str(number) for number, row in enumerate(_ordered(plan), 1)}


def _ordered(plan: Plan) -> list[Row]:
    order = {group.code: n for n, group in enumerate(plan.meeting.groups)}
    rows: list[Row] = [*rows_of(plan.sources)]
    return sorted(rows, key=lambda r: (order.get(r["group"], len(order)), r["group"], r["file"]))


def group_title(code: str, plan: Plan) -> str:
    """A group's code with its name, the code alone if it has no other."""
    name = plan.meeting.group(code).name
    return code if name == code else f"{code} – {name}"


def _number(cell: str, speak: Catalogue) -> str:
    return speak.number(int(cell)) if cell.isdigit() else "–"
