"""What a row that a reviewer added says, field by field, so that it can be read like a row of a document."""

from tasks.model.proposals import Part
from tasks.reviewing.context import Context
from tasks.reviewing.fields import coded, known_labels, parts_of
from tasks.reviewing.lines import view
from tasks.reviewing.tables import Row

_ASIDE = frozenset({"number", "correction", "answer", "inferred", "partners"})
"""Fields that say nothing of the work, or do not say what an institution has to do with it."""


def added_parts(context: Context, row: Row) -> tuple[Part, ...]:
    """The fields of an added row; none if it stands in no table of actions, or names no action.

    In the sheet of an institution what names nobody is this institution's.
    """
    if not any(coded(issued) for issued in context.issued.rows[1:]):
        return ()
    said = _said(context, row)
    if not said.get("action"):
        return ()
    if context.office and not any(context.field(n) == "owners" for n in range(len(context.issued.header))):
        said.setdefault("owners", context.office)
    return tuple(Part(field, "", words) for field, words in said.items() if words)


def _said(context: Context, row: Row) -> dict[str, str]:
    columns = {m: n for n, m in context.columns.items()}
    found: dict[str, list[str]] = {}
    for m, cell in enumerate(row.cells):
        field = context.field(columns[m]) if m in columns else ""
        if field:
            lines = view(cell.lines, accepted=True, struck=False)
            for name, words in parts_of(lines, field, known_labels()).items():
                if words and name not in _ASIDE and not name.endswith("-written"):
                    found.setdefault(name, []).append(words)
    return {name: _with_codes("\n".join(several), name, context) for name, several in found.items()}


def _with_codes(words: str, field: str, context: Context) -> str:
    """What an item waits for, by codes instead of numbers, which are other ones in the next version."""
    if field != "depends":
        return words
    numbers = (word.strip("(),;. ") for word in words.replace("\n", " ").split())
    codes = [context.names[number] for number in numbers if number in context.names]
    return ", ".join(dict.fromkeys(codes)) or words
