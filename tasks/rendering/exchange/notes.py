"""What a calendar or a project file tells of an item beside its name and days."""

from collections.abc import Iterator, Mapping
from typing import Final

from tasks.rendering.catalogue import Catalogue
from tasks.rendering.exchange.workbook import values
from tasks.rendering.view.items import Row

_FIELDS: Final = ("output", "owners", "supporters", "regions", "fund_sources")
_SEVERAL: Final = frozenset({"owners", "supporters", "regions", "fund_sources"})


def notes(row: Row, shown: Mapping[str, str], speak: Catalogue) -> str:
    """A line for every field that is stated, those in `shown` (words by name of a field) first."""
    return "\n".join(
        speak.text("exchange.note", field=speak.text(f"field.{name}"), value=value)
        for name, value in [*shown.items(), *_told(row)]
        if value
    )


def _told(row: Row) -> Iterator[tuple[str, str]]:
    for name in _FIELDS:
        yield name, values.several(row[name]) if name in _SEVERAL else row[name]
