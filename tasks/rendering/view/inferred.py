"""What does not stand in a file but was concluded, each with its reason, in people's words."""

import re

from tasks.model.values import parts
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.view.settling import field_name

_COLUMN = re.compile(r"^(contents of column|column|reviewer) '(.*)'$")


def inferred_words(cell: str, speak: Catalogue) -> str:
    """The column `inferred` of a record, "field: reason; …", a conclusion a line; an unknown reason as it is."""
    return "\n".join(_conclusion(part, speak) for part in parts(cell))


def _conclusion(part: str, speak: Catalogue) -> str:
    field, _, why = part.partition(": ")
    return f"{field_name(field, speak)}: {_reason(why, speak)}" if why else part


def _reason(why: str, speak: Catalogue) -> str:
    column = _COLUMN.match(why)
    key = f"inferred.{(column[1] if column else why).replace(' ', '-')}"
    return speak.text(key, title=column[2] if column else "") if key in speak else why
