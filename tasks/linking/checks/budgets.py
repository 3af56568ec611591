"""Actions that end before the money they name can exist: of a later budget year, or of a budget revised mid-year.

Regional budgets are revised after the report on the first half of the year (PP 12/2019, on the regional budget).
"""

import re
from collections.abc import Iterator

from tasks.linking.checks.plan import Actions, Cells
from tasks.merging.essence import essence
from tasks.model.problem import Code, Problem, problem

_FUNDS = r"(?:apbn|apbd|dak|dau|bos|dana desa|dana otsus)(?:\s+(?:provinsi|kabupaten|kab|kota|fisik|non[\s-]?fisik))*"
_PAID = r"(?:didanai|dibiayai|bersumber|biaya|anggaran|dana|dari|melalui|menggunakan|memakai)"
_OWN = r"(?:dana|anggaran|sumber|dari|oleh)"
_REVISED = re.compile(
    rf"\b{_PAID}\s+(?:{_OWN}\s+)*(?P<fund>apb[nd]\s*-?\s*p(?:erubahan)?\b(?:\s+(?:ta\.?|tahun)?\s*20\d\d)?)", re.I
)
_OF_YEAR = re.compile(
    rf"\b{_PAID}\s+(?:{_OWN}\s+)*(?P<fund>{_FUNDS}\s+(?:ta\.?|t\.a\.|tahun|tahun anggaran)?\s*(?P<year>20\d\d))\b",
    re.I,
)
_ASKING = frozenset({"propose", "budget", "plan", "draft"})
"""Acts of those who ask for money and do not spend it yet."""

_FIELDS = ("action", "budget_text", "remarks")


def early(actions: Actions) -> Iterator[Problem]:
    """Actions that end before the first day on which their money can be spent."""
    for row in actions.rows:
        for record in actions.told[row["item_id"]] if row["end"] else ():
            fund, first = _money(record, row["end"])
            if row["end"] < first and essence(row["action"]).act not in _ASKING:
                yield problem(
                    Code.BUDGET_TOO_LATE,
                    item=row["item_id"],
                    action=row["action"],
                    end=row["end"],
                    fund=fund,
                    first=first,
                )
                break


def _money(record: Cells, end: str) -> tuple[str, str]:
    """The fund that a record names as its own, and the first day of its money; both empty if it names none."""
    for field in _FIELDS:
        if not (text := record[field]):
            continue
        # The cell for the budget names what pays without a word for paying.
        text = f"dana {text}" if field == "budget_text" else text
        if found := _REVISED.search(text):
            return found["fund"], f"{end[:4]}-07-01"
        if found := _OF_YEAR.search(text):
            return found["fund"], f"{found['year']}-01-01"
    return "", ""
