"""Processes beside this one give what this one gives, also when one dies."""

import os
from pathlib import Path

import pytest

from flows.settings import Settings
from flows.teams.hiring import hired
from tasks.model.errors import OutputError
from tasks.model.problem import Code, problem
from tests.flows.teams.conftest import built
from tests.flows.teams.works import deadly_elsewhere, multiplied, refused


def test_a_plan_is_the_same_to_the_byte_whoever_made_it(
    meeting: Path, tmp_path: Path, alone: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RENJA_RUNNER", "processes")
    monkeypatch.setenv("RENJA_WORKERS", "2")
    assert built(meeting, tmp_path / "out") == alone


def test_results_come_in_the_order_of_the_pieces_and_errors_come_whole() -> None:
    with hired(Settings(runner="processes", workers=2)) as help_:
        assert help_.team is not None
        assert not help_.team.far
        assert help_.team.each(multiplied, 3, range(20)) == [3 * n for n in range(20)]
        assert help_.team.each(multiplied, 5, [1]) == [5]
        with pytest.raises(OutputError) as told:
            help_.team.each(refused, None, [7])
        assert dict(told.value.problem.details) == {"folder": "7"}
    assert not help_.problems


def test_pieces_of_processes_that_died_are_worked_on_here_and_that_is_told() -> None:
    with hired(Settings(runner="processes", workers=2)) as help_:
        assert help_.team is not None
        assert help_.team.each(deadly_elsewhere, os.getpid(), range(4)) == [0, 1, 2, 3]
        assert help_.team.each(multiplied, 2, [4]) == [8]
    assert set(help_.problems) == {problem(Code.CLUSTER_LOST)}


def test_threads_are_no_team() -> None:
    with hired(Settings()) as help_:
        assert help_.team is None
        assert not help_.problems


@pytest.mark.parametrize("runner", ["thread", "http://10.0.0.5:8786", "tcp://", ""])
def test_other_words_name_no_team(runner: str) -> None:
    with pytest.raises(ValueError, match="runner"):
        Settings(runner=runner)
