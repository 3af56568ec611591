"""Which record belonged to which item is kept for ever, in a file and on a server."""

import pandas as pd
import pytest

from tasks.memory.database import Place, writing
from tasks.memory.ledger import recall, remember
from tasks.memory.memory import recall as recall_all
from tasks.merging.identity import fingerprint
from tasks.model.tables import RECORDS, frame


def records(*actions: tuple[str, str]) -> pd.DataFrame:
    return frame(RECORDS, [{"record_id": f"R{n}", "action": a, "item_id": i} for n, (a, i) in enumerate(actions)])


def printed(action: str) -> str:
    return fingerprint({"action": action, "owners": "", "regions": ""})


def bind(place: Place, *actions: tuple[str, str]) -> None:
    with writing(place) as scope:
        remember(scope, records(*actions))


def known(place: Place) -> dict[str, str]:
    with writing(place) as scope:
        return recall(scope)


def test_nothing_is_known_before_the_first_run_and_asking_makes_no_file(place: Place) -> None:
    assert recall_all(place).known == {}
    assert not place.path.parent.exists()


def test_a_record_is_recalled_by_its_fingerprint(place: Place) -> None:
    bind(place, ("Menyusun pedoman", "RK-AAAAA"))
    assert known(place) == {printed("menyusun  PEDOMAN"): "RK-AAAAA"}


def test_a_bound_fingerprint_keeps_its_item(place: Place) -> None:
    bind(place, ("Menyusun pedoman", "RK-AAAAA"))
    bind(place, ("Menyusun pedoman", "RK-BBBBB"), ("Melatih guru", "RK-CCCCC"))
    assert known(place) == {printed("Menyusun pedoman"): "RK-AAAAA", printed("Melatih guru"): "RK-CCCCC"}


def test_of_records_that_say_the_same_the_first_is_bound(place: Place) -> None:
    bind(place, ("Menyusun pedoman", "RK-AAAAA"), ("Menyusun pedoman.", "RK-BBBBB"))
    assert known(place) == {printed("Menyusun pedoman"): "RK-AAAAA"}


def test_records_without_an_item_are_not_bound(place: Place) -> None:
    bind(place, ("Menyusun pedoman", ""))
    assert known(place) == {}


def test_more_records_than_one_statement_takes(place: Place) -> None:
    bind(place, *((f"Menyusun pedoman {n}", f"RK-{n:05}") for n in range(1234)))
    assert len(known(place)) == 1234


def test_a_failed_run_leaves_the_memory_as_it_was(place: Place) -> None:
    bind(place, ("Menyusun pedoman", "RK-AAAAA"))
    with pytest.raises(RuntimeError):
        _cut_off(place)
    assert set(known(place).values()) == {"RK-AAAAA"}


def _cut_off(place: Place) -> None:
    with writing(place) as scope:
        remember(scope, records(("Melatih guru", "RK-CCCCC")))
        raise RuntimeError


def test_plans_on_one_server_do_not_see_one_another(postgres: str, place: Place) -> None:
    other = Place(place.path, postgres, "another meeting")
    bind(other, ("Menyusun pedoman", "RK-AAAAA"))
    bind(place, ("Menyusun pedoman", "RK-BBBBB"))
    assert set(known(other).values()) == {"RK-AAAAA"}
    assert set(known(place).values()) == {"RK-BBBBB"}
