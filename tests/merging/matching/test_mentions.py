"""Records become columns of what is compared."""

from tasks.merging.matching.mentions import OPEN, mentions
from tasks.model.tables import RECORDS, frame


def test_sums_are_compared_without_their_currency() -> None:
    rows = [dict.fromkeys(RECORDS.columns, "") | {"budget": cell} for cell in ("PKR 7000000", "7000000", "", "TBD")]
    assert mentions(frame(RECORDS, rows)).budget.tolist() == [7_000_000, 7_000_000, OPEN, OPEN]
