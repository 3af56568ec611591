"""The sample's score against the right answers, held above the floors of floors.yaml."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from flows.cli import main
from tests.gold.score import Score

HERE = Path(__file__).parent
FLOORS = yaml.safe_load((HERE / "floors.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def score(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Score:
    """The sample, built and scored once."""
    out = tmp_path_factory.mktemp("sample") / "out"
    assert main(["build", str(sample), "--out", str(out), "--direct"]) == 0
    return Score(HERE / "rakor-tik-2017", out / "tables")


@pytest.fixture(scope="session")
def figures(score: Score) -> dict[str, float]:
    """The figures that have a floor, by name."""
    return {
        **readable(score.records()["by_format"]),
        "records.from_superseded_files": superseded(score),
        "records.not_items_taken": score.records()["not_items_taken"]["count"],
        **{f"fields.{name}": field["accuracy"] for name, field in score.fields().items()},
        "duplicates.precision": score.duplicates()["pairwise"]["precision"],
        "duplicates.recall": score.duplicates()["pairwise"]["recall"],
        "families.f1": score.families()["f1"],
        "links.precision": score.links()["accepted"]["precision"],
        "links.recall_explicit": score.links()["accepted"]["recall_explicit"],
        "cycles.named_in_full": score.findings()["cycles"]["named_in_full"],
    }


def readable(by_format: dict[str, Any]) -> dict[str, float]:
    """Precision, recall and F1 over the formats that can be read, taken together."""
    rows = [by_format[name] for name in FLOORS["readable_formats"]]
    right, predicted, gold = (sum(row[key] for row in rows) for key in ("right", "predicted", "gold"))
    return {
        "records.precision": right / predicted,
        "records.recall": right / gold,
        "records.f1": 2 * right / (predicted + gold),
    }


def superseded(score: Score) -> int:
    """How many records came from a file that a newer version supersedes."""
    old = {row.file for row in score.g["not_items"].itertuples() if row.why == "superseded"}
    return int(score.prod.file.isin(old).sum())


@pytest.mark.parametrize("name", FLOORS["at_least"])
def test_figure_is_not_below_its_floor(figures: dict[str, float], name: str) -> None:
    assert figures[name] >= FLOORS["at_least"][name]


@pytest.mark.parametrize("name", FLOORS["at_most"])
def test_figure_is_not_above_its_ceiling(figures: dict[str, float], name: str) -> None:
    assert figures[name] <= FLOORS["at_most"][name]
