"""What the page's script needs beside the list itself, as JSON that may stand inside a script element."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from tasks.model.values import Level, parts
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.extracts.index import Index
from tasks.rendering.page.choices import Facet
from tasks.rendering.view.items import Row

_WORDS: Final = ("count", "none", "chain", "chain.rest", "chain.empty", "chain.critical", "chain.open", "chain.waits")
_BLANKS: Final = {name: f"{{{name}}}" for name in ("shown", "all", "number", "action", "numbers")}
"""Words in braces that the script fills in."""
_LANES: Final = {
    Level.CENTRAL: 0, Level.CENTRAL_UNIT: 0, Level.PROVINCE: 1, Level.DISTRICT: 2, Level.SCHOOL: 2,
}  # fmt: skip
"""Centre, province, district; all else stands in a lane of its own behind them."""
_ESCAPES: Final = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}
"""With these a text could end the element, or the line for an old reader of scripts; JSON reads both ways alike."""


def page_data(index: Index, found: Sequence[Facet], speak: Catalogue) -> str:
    """Codes, lanes and filter values of the items by position, links between positions, and the script's words.

    A link is the position of the prerequisite, that of the dependent, and 1 if it holds, 0 if it is proposed.
    """
    return script_json(
        {
            "codes": list(index.rows),
            "lanes": [_lane(row) for row in index.rows.values()],
            "facets": {facet.filter.name: facet.held for facet in found},
            "links": _links(index),
            "words": {name: speak.text(f"page.script.{name}", **_BLANKS) for name in _WORDS},
        }
    )


def script_json(value: Mapping[str, Any]) -> str:
    """A value as JSON in which nothing can be taken for markup."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _lane(row: Row) -> int:
    leading = next(iter(parts(row["levels"])), "")
    return _LANES[Level(leading)] if leading in set(_LANES) else max(_LANES.values()) + 1


def _links(index: Index) -> list[list[int]]:
    held: dict[tuple[int, int], int] = {}
    for links in index.before.values():
        for link in links:
            ends = index.place[link["from_item"]], index.place[link["to_item"]]
            held[ends] = max(held.get(ends, 0), int(link["status"] == "accepted"))
    return [[*ends, held[ends]] for ends in sorted(held)]
