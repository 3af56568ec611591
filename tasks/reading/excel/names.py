"""Names of SpreadsheetML, whichever of its two namespaces a workbook uses (ISO/IEC 29500-1 annex A)."""

from functools import lru_cache
from typing import Final

TRANSITIONAL: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"
MAIN: Final = frozenset({TRANSITIONAL, STRICT})
S: Final = f"{{{TRANSITIONAL}}}"


@lru_cache(maxsize=1024)
def local(tag: str) -> str:
    """The name of an element of SpreadsheetML without its namespace; any other name as it is."""
    space, brace, name = tag.removeprefix("{").rpartition("}")
    return name if brace and space in MAIN else tag
