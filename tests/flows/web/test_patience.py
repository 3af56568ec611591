"""What is tried again, and what never is."""

import errno
import sqlite3

import pytest

from flows.web.patience import patiently, transient
from tasks.model.errors import InputError, OutputError
from tasks.model.problem import Code, problem

GONE = OSError(errno.EHOSTDOWN, "the drive is away")


def caused(cause: Exception) -> OutputError:
    """An error of ours that came from another."""
    try:
        raise OutputError(problem(Code.OUTPUT_NOT_WRITABLE, folder="x", cause="y")) from cause
    except OutputError as error:
        return error


def locked() -> sqlite3.OperationalError:
    """What SQLite says when somebody else writes."""
    one, other = (sqlite3.connect("file:busy?mode=memory&cache=shared", uri=True, timeout=0) for _ in range(2))
    try:
        one.execute("create table t (c)")
        one.execute("begin exclusive")
        one.execute("insert into t values (1)")
        other.execute("insert into t values (2)")
    except sqlite3.OperationalError as error:
        return error
    finally:
        one.close()
        other.close()
    raise AssertionError("not locked")


@pytest.mark.parametrize("error", [GONE, caused(GONE), locked(), caused(locked())], ids=repr)
def test_a_drive_that_is_away_and_a_database_in_use_may_pass(error: Exception) -> None:
    assert transient(error)


@pytest.mark.parametrize(
    "error",
    [
        InputError(problem(Code.NOTHING_TO_BUILD, files="1")),
        caused(PermissionError(errno.EACCES, "no right")),
        OSError(errno.ENOSPC, "full"),
        FileNotFoundError(errno.ENOENT, "missing"),
        sqlite3.OperationalError("no such table"),
        ValueError("a defect"),
    ],
    ids=repr,
)  # fmt: skip
def test_bad_input_rights_space_and_defects_do_not(error: Exception) -> None:
    assert not transient(error)


def test_windows_names_a_lost_drive_by_numbers_of_its_own() -> None:
    error = OSError("network path not found")
    error.winerror = 53  # type: ignore[attr-defined, unused-ignore]
    assert transient(error)


def test_a_second_try_is_announced_and_can_go_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.web.patience.sleep", lambda _seconds: None)
    results = iter([GONE, GONE])
    waits: list[float] = []

    def work() -> str:
        error = next(results, None)
        if error:
            raise error
        return "made"

    assert patiently(work, waits.append) == "made"
    assert waits == [10, 60]


def test_a_fault_that_stays_is_raised_in_the_end_and_another_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.web.patience.sleep", lambda _seconds: None)
    tries: list[Exception] = []

    def work(error: Exception) -> str:
        tries.append(error)
        raise error

    with pytest.raises(OSError, match="away"):
        patiently(lambda: work(GONE), lambda _seconds: None)
    with pytest.raises(ValueError, match="defect"):
        patiently(lambda: work(ValueError("defect")), lambda _seconds: None)
    assert [type(error) for error in tries] == [OSError] * 3 + [ValueError]
