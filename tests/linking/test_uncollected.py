"""Afterwards the garbage collector is as it was."""

import gc

import pytest

from tasks.linking.uncollected import uncollected


@pytest.mark.parametrize("searching", [True, False])
def test_the_collector_rests_and_is_then_as_it_was(searching: bool) -> None:
    was = gc.isenabled()
    (gc.enable if searching else gc.disable)()
    try:
        with uncollected():
            assert not gc.isenabled()
        assert gc.isenabled() == searching
    finally:
        (gc.enable if was else gc.disable)()


def test_an_error_wakes_it_too() -> None:
    with pytest.raises(ValueError, match="so it is"), uncollected():
        raise ValueError("so it is")
    assert gc.isenabled()
