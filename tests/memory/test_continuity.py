"""Works that say the same in action, owners and regions keep their ids, whatever becomes of files, places and order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.memory.continuity import continued
from tasks.memory.versions.matching import same_records
from tasks.merging.merge import merge
from tasks.merging.reasons.doubts import fingerprints
from tests.frames import GROUPS, records


@dataclass(frozen=True)
class Row:
    """A row of a document; its month is by what the tests know it."""

    month: int
    file: str
    locator: str


ROWS = (Row(1, "a.docx", "table 1, row 1"), Row(6, "b.docx", "table 1, row 1"), Row(11, "b.docx", "table 1, row 2"))


def read(rows: Sequence[Row]) -> pd.DataFrame:
    return records(
        *(
            {
                "record_id": f"R{n}", "action": "Menyusun pedoman kurasi konten", "owners": "Pustekkom",
                "file": row.file, "locator": row.locator, "group": GROUPS[0].code,
                "start": f"2017-{row.month:02}-01", "end": f"2017-{row.month:02}-28",
            }
            for n, row in enumerate(rows)
        )
    )  # fmt: skip


class Runs:
    """Run after run of one plan; what is known is kept as the ledger keeps it."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}
        self.before: pd.DataFrame | None = None

    def run(self, rows: Sequence[Row]) -> dict[int, str]:
        """The id of the item of each month."""
        table = read(rows)
        before = self.before if self.before is not None else table.iloc[:0]
        known = continued(self.known, before, table, same_records(before, table))
        self.before = merge(table, GROUPS, known).records
        items = self.before["item_id"].tolist()
        for name, item in zip(fingerprints(self.before), items, strict=True):
            self.known.setdefault(name, item)
        return {row.month: item for row, item in zip(rows, items, strict=True)}


def test_works_that_say_the_same_are_several_items_here() -> None:
    assert len(set(Runs().run(ROWS).values())) == len(ROWS)


def test_ids_stay_over_runs_of_the_same_documents() -> None:
    runs = Runs()
    first = runs.run(ROWS)
    assert [runs.run(ROWS) for _ in range(3)] == [first] * 3


@settings(max_examples=40, deadline=None)
@given(st.lists(st.permutations(range(len(ROWS))), min_size=1, max_size=3), st.booleans())
def test_ids_stay_when_rows_change_places_and_files_their_names(turns: list[list[int]], renamed: bool) -> None:
    runs = Runs()
    first = runs.run(ROWS)
    for run, turn in enumerate(turns):
        places = [ROWS[n] for n in turn]
        moved = [
            replace(row, file=f"{run} {at.file}" if renamed else at.file, locator=at.locator)
            for row, at in zip(ROWS, places, strict=True)
        ]
        order = sorted(moved, key=lambda row: (row.file, row.locator))
        assert runs.run(order) == first


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(ROWS))
def test_a_work_that_is_new_and_says_the_same_takes_no_id_from_another(late: Row) -> None:
    runs = Runs()
    rest = [row for row in ROWS if row != late]
    first = runs.run(rest)
    second = runs.run(ROWS)
    assert {month: second[month] for month in first} == first
    assert len(set(second.values())) == len(ROWS)


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(ROWS))
def test_the_others_keep_their_ids_when_one_goes(gone: Row) -> None:
    runs = Runs()
    first = runs.run(ROWS)
    rest = [row for row in ROWS if row != gone]
    for _ in range(2):
        assert runs.run(rest) == {row.month: first[row.month] for row in rest}


def test_a_date_that_is_put_off_leaves_the_id_with_its_place() -> None:
    runs = Runs()
    first = runs.run(ROWS)
    later = [replace(ROWS[0], month=2), *ROWS[1:]]
    second = runs.run(later)
    assert second == {2: first[1], 6: first[6], 11: first[11]}
