"""The scores of the gold sets against the right answers, held to the figures of floors.yaml."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from flows.cli import main
from tests.gold.score import Score

HERE = Path(__file__).parent
INPUTS = HERE.parents[1] / "inputs"
FLOORS = yaml.safe_load((HERE / "floors.yaml").read_text(encoding="utf-8"))
LEAST = [(name, figure) for name, held in FLOORS["sets"].items() for figure in held["at_least"]]
MOST = [(name, figure) for name, held in FLOORS["sets"].items() for figure in held["at_most"]]


@pytest.fixture(scope="session")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for what is built of the sets."""
    return tmp_path_factory.mktemp("gold")


@cache
def figures(name: str, outputs: Path) -> dict[str, float]:
    """The figures of a set by name; it is built and scored once."""
    assert main(["build", str(INPUTS / name), "--out", str(outputs / name), "--direct"]) == 0
    score = Score(HERE / name, outputs / name / "tables")
    records, duplicates, links = score.records(), score.duplicates(), score.links()
    accepted, offered, findings = links["accepted"], links["accepted+proposed"], score.findings()
    infeasible, conflicts = findings["infeasible"], score.conflicts()
    return {
        **found(records),
        "records.from_superseded_files": superseded(score),
        "records.not_items_taken": records["not_items_taken"]["count"],
        **{f"fields.{name}": field["accuracy"] for name, field in score.fields().items()},
        "duplicates.precision": duplicates["pairwise"]["precision"],
        "duplicates.recall": duplicates["pairwise"]["recall"],
        "families.f1": score.families()["f1"],
        "conflicts.precision": conflicts["precision"],
        "conflicts.recall": conflicts["recall"],
        "links.precision": accepted["precision"],
        "links.recall_explicit": accepted["recall_explicit"],
        "links.offered_precision": offered["precision"],
        "links.offered_recall": offered["recall"],
        "cycles.named_in_full": findings["cycles"]["named_in_full"],
        "infeasible.found": infeasible["found"],
        "infeasible.false": infeasible["rows"] - infeasible["rows_on_gold"],
        "missing.found": findings["missing"]["found"],
    }


def found(records: dict[str, Any]) -> dict[str, float]:
    """F1 of the records over all files, and over those of each format."""
    by_format = {f"records.{name.removeprefix('.')}.f1": row["f1"] for name, row in records["by_format"].items()}
    return {"records.f1": records["all"]["f1"], **by_format}


def superseded(score: Score) -> int:
    """How many records came from a file that a newer version supersedes."""
    old = {row.file for row in score.g["not_items"].itertuples() if row.why == "superseded"}
    live = {row.file for row in score.gold.itertuples()}
    return int(score.prod.file.isin(old - live).sum())


@pytest.mark.parametrize(("name", "figure"), LEAST)
def test_figure_is_not_below_its_floor(name: str, figure: str, outputs: Path) -> None:
    assert figures(name, outputs)[figure] >= FLOORS["sets"][name]["at_least"][figure]


@pytest.mark.parametrize(("name", "figure"), MOST)
def test_figure_is_not_above_its_ceiling(name: str, figure: str, outputs: Path) -> None:
    assert figures(name, outputs)[figure] <= FLOORS["sets"][name]["at_most"][figure]
