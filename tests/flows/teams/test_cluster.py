"""A scheduler and two workers give what one process gives, also when a worker is killed or the whole cluster goes."""

import os
from collections.abc import Sequence
from pathlib import Path
from time import sleep
from typing import Any

import pytest

from flows.servers.server import free_port
from flows.settings import Settings
from flows.teams import cluster as module
from flows.teams.hiring import hired
from tasks.merging.matching.divided import found_in
from tasks.model.errors import OutputError
from tasks.model.problem import Code, Problem
from tasks.rendering.pieces import made
from tests.flows.teams.conftest import Cluster, built
from tests.flows.teams.works import Later, failing_elsewhere, multiplied, noted, refused, slowly

pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture
def two(cluster: Cluster) -> Cluster:
    """The cluster with two workers that are up."""
    cluster.hire(2 - len(cluster.workers))
    _up(cluster, 2)
    return cluster


def _up(cluster: Cluster, number: int) -> None:
    from distributed import Client

    with Client(cluster.address, timeout=30, set_as_default=False) as client:
        client.wait_for_workers(number, timeout=30)


def settings(cluster: Cluster) -> Settings:
    return Settings(runner=cluster.address)


def test_results_come_in_the_order_of_the_pieces_from_both_workers(two: Cluster, tmp_path: Path) -> None:
    with hired(settings(two)) as help_:
        assert help_.team is not None
        assert (help_.team.far, help_.team.hands) == (True, 2)
        assert help_.team.each(multiplied, 3, range(20)) == [3 * n for n in range(20)]
        assert help_.team.each(noted, tmp_path, range(8)) == list(range(8))
        with pytest.raises(OutputError) as told:
            help_.team.each(refused, None, [7])
        assert dict(told.value.problem.details) == {"folder": "7"}
    assert {int(path.name.split()[1]) for path in tmp_path.iterdir()} == {worker.pid for worker in two.workers}
    assert not help_.problems


def test_pieces_of_a_killed_worker_are_done_by_the_other(two: Cluster) -> None:
    victim, other = (worker.pid for worker in two.workers)
    with hired(settings(two)) as help_:
        assert isinstance(help_.team, module.Cluster)
        runs = help_.team._begun(slowly, 0.5, range(6))
        _killed(two, help_.team, victim)
        found = [help_.team._result(run) for run in runs]
    assert [number for number, _ in found] == list(range(6))
    assert {pid for _, pid in found} <= {victim, other}
    assert not help_.problems


def _killed(cluster: Cluster, team: module.Cluster, pid: int) -> None:
    """Kill a worker once it has something to do."""
    pids: dict[str, int] = team._client.run(os.getpid)
    address = next(where for where, its in pids.items() if its == pid)
    for _ in range(500):
        if team._client.processing()[address]:
            break
        sleep(0.01)
    cluster.kill(pid)


def test_a_plan_is_the_same_to_the_byte_though_workers_are_killed_while_they_merge_and_make_documents(
    two: Cluster,
    meeting: Path,
    tmp_path: Path,
    alone: dict[str, bytes],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    two.hire(1)
    _up(two, 3)
    killed: list[object] = []

    def begun(self: module.Cluster, work: Any, shared: Any, pieces: Sequence[Any]) -> Sequence[Any]:
        runs = plain(self, work, shared, pieces)
        if work in (found_in, made) and work not in killed:
            killed.append(work)
            _killed(two, self, two.workers[0].pid)
        return runs

    plain = module.Cluster._begun
    monkeypatch.setattr(module.Cluster, "_begun", begun)
    monkeypatch.setenv("RENJA_RUNNER", two.address)
    assert built(meeting, tmp_path / "out") == alone
    assert killed == [found_in, made]
    assert len(two.workers) == 1
    assert "laster" not in capsys.readouterr().out


@pytest.mark.prefect
def test_a_flow_has_the_same_plan_made_by_the_cluster(
    two: Cluster, meeting: Path, tmp_path: Path, alone: dict[str, bytes], server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RENJA_SERVER_URL", server)
    monkeypatch.setenv("RENJA_RUNNER", two.address)
    asked: list[str] = []
    plain = module.Cluster._begun

    def begun(self: module.Cluster, work: Any, shared: Any, pieces: Sequence[Any]) -> Sequence[Any]:
        asked.append(work.__name__)
        return plain(self, work, shared, pieces)

    monkeypatch.setattr(module.Cluster, "_begun", begun)
    assert built(meeting, tmp_path / "out", ()) == alone
    assert sorted(asked) == ["counted", "found_in", "made", "read_sent", "read_sent", "read_sent", "read_sent"]


def test_what_goes_wrong_there_alone_is_done_here_and_told(two: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    with hired(settings(two)) as help_:
        assert help_.team is not None
        assert help_.team.each(failing_elsewhere, os.getpid(), [1, 2]) == [1, 2]
        monkeypatch.setattr(module, "own_mark", lambda: "a later version")
        assert help_.team.each(multiplied, 2, [4]) == [8]
    assert {told.code for told in help_.problems} == {Code.CLUSTER_LOST}


def test_workers_with_other_code_get_nothing_to_do(two: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "own_mark", Later())
    with hired(settings(two)) as help_:
        assert help_.team is None
    assert _told(help_.problems) == (Code.CLUSTER_UNAVAILABLE, "@flows.cluster.other-code")


def test_an_address_where_nobody_answers_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_ANSWER_SECONDS", 1)
    with hired(Settings(runner=f"tcp://127.0.0.1:{free_port()}")) as help_:
        assert help_.team is None
    assert _told(help_.problems) == (Code.CLUSTER_UNAVAILABLE, "@flows.cluster.no-answer")


def _told(problems: Sequence[Problem]) -> tuple[Code, str]:
    (found,) = problems
    return found.code, dict(found.details)["cause"]


def test_when_all_workers_are_gone_the_rest_is_done_here(two: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LOOK_SECONDS", 0.2)
    monkeypatch.setattr(module, "_PATIENCE_SECONDS", 1.0)
    with hired(settings(two)) as help_:
        assert isinstance(help_.team, module.Cluster)
        for worker in list(two.workers):
            two.kill(worker.pid)
        assert help_.team.each(multiplied, 3, [1, 2]) == [3, 6]
        two.end()
        assert help_.team.each(multiplied, 3, [5]) == [15]
        assert help_.team.hands == 1
    assert {told.code for told in help_.problems} == {Code.CLUSTER_LOST}
