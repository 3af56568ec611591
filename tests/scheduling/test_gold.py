"""What cannot be kept according to the right answers of every gold set, given their dates and links."""

from pathlib import Path

import pandas as pd
import pytest

from tasks.scheduling.schedule import schedule
from tests.frames import items, links
from tests.scheduling.plans import TODAY, Cells

NOT_LISTED = {
    "rakornas-naker-2023": {("T1-007", "T5-001")},
    "energy-ipcc-2024": {("WG2-003", "WG1-001"), ("WG1-008", "WG4-016")},
}
"""Links that their dates make impossible and that the answers do not list: two lie within a ring, which they tell as
such; of the third, another group gives the same work a date at which it can be kept."""
SETS = sorted(path.parent for path in (Path(__file__).parents[1] / "gold").glob("*/gold"))


def table(folder: Path, name: str) -> list[Cells]:
    """A table of the right answers."""
    found = pd.read_csv(folder / "gold" / f"{name}.csv", dtype=str, keep_default_na=False)
    return [{str(key): str(cell) for key, cell in row.items()} for row in found.to_dict("records")]


@pytest.mark.parametrize("folder", SETS, ids=lambda folder: folder.name)
def test_the_right_answers_are_found_and_no_others(folder: Path) -> None:
    rows = [{"item_id": row["gold_id"], "start": row["start"], "end": row["end"]} for row in table(folder, "records")]
    pairs = [f"{row['prerequisite']} {row['dependent']}" for row in table(folder, "links")]
    made = schedule(items(*rows), links(*dict.fromkeys(pairs)), TODAY)
    late = made.links[made.links["verdict"].str.startswith("impossible")]
    listed = {(row["prerequisite"], row["dependent"]) for row in table(folder, "infeasible")}
    want = listed | NOT_LISTED.get(folder.name, set())
    assert set(zip(late["from_item"], late["to_item"], strict=True)) == want
    told = [dict(found.details)["way"].split(" → ") for found in made.problems]
    assert {(way[0], way[-1]) for way in told} == want
