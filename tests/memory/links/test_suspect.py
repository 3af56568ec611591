"""Links whose ends have another text than in the last run are marked."""

import pandas as pd
import pytest

from tasks.linking.link import link
from tasks.memory.database import Place, writing
from tasks.memory.decisions.recognise import Earlier
from tasks.memory.links.store import recall, remember
from tasks.memory.links.suspect import suspected
from tasks.merging.identity import fingerprint
from tasks.model.last_links import LastLinks
from tasks.model.problem import Code
from tests.frames import GROUPS
from tests.linking.plans import plan

FIRST = {"action": "Menyusun pedoman kurasi konten", "number": "1", "file": "m.docx"}
SECOND = {"action": "Melatih kurator daerah", "number": "2", "file": "m.docx", "depends_text": "setelah no. 1"}
Made = tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]


def made(*rows: dict[str, str]) -> Made:
    items, records = plan(*rows)
    return link(items, records, GROUPS).links, items, records


@pytest.fixture
def memory(place: Place) -> Place:
    keep(place, *made(FIRST, SECOND))
    return place


def keep(place: Place, *tables: pd.DataFrame) -> None:
    with writing(place) as scope:
        remember(scope, *tables)


def last(place: Place) -> LastLinks:
    with writing(place) as scope:
        return recall(scope, made(FIRST, SECOND)[0])


def marked(memory: Place, *rows: dict[str, str]) -> tuple[list[str], list[Code]]:
    links, items, records = made(*rows)
    told = [fingerprint({"action": row["action"], "owners": "Pustekkom", "regions": ""}) for row in (FIRST, SECOND)]
    table, problems = suspected(links, items, records, last(memory), Earlier(told))
    return table["suspect"].tolist(), [found.code for found in problems]


@pytest.mark.parametrize(
    ("first", "second", "suspect"),
    [
        ({}, {}, ""),
        ({"output": "1 pedoman"}, {}, "from_item"),
        ({}, {"action": "Melatih para kurator daerah"}, "to_item"),
        ({"output": "1 pedoman"}, {"action": "Melatih para kurator daerah"}, "from_item; to_item"),
        ({"start": "2017-05-01", "end": "2017-05-31"}, {}, ""),
        ({"action": "Survei blankspot"}, {}, ""),
    ],
)
def test_the_end_whose_text_has_changed_is_named(
    memory: Place, first: dict[str, str], second: dict[str, str], suspect: str
) -> None:
    expected = ([suspect], [Code.LINK_SUSPECT] if suspect else [])
    assert marked(memory, FIRST | first, SECOND | second) == expected


@pytest.mark.parametrize(
    ("first", "second", "lost"),
    [
        ({}, {"action": "Melatih para kurator daerah", "depends_text": ""}, [Code.LINK_LOST]),
        ({}, {"depends_text": ""}, []),
        ({"action": "Survei blankspot"}, {"depends_text": ""}, []),
    ],
)
def test_a_link_that_is_lost_with_a_changed_text_is_told(
    memory: Place, first: dict[str, str], second: dict[str, str], lost: list[Code]
) -> None:
    assert marked(memory, FIRST | first, SECOND | second) == ([], lost)


def test_in_the_next_run_nothing_is_suspect_any_more(memory: Place) -> None:
    changed = (FIRST | {"output": "1 pedoman"}, SECOND)
    keep(memory, *made(*changed))
    assert marked(memory, *changed) == ([""], [])


def test_only_links_that_held_or_were_rejected_are_kept(memory: Place) -> None:
    links, items, records = made(FIRST, SECOND)
    for status, kept in (("rejected", 1), ("proposed", 0)):
        keep(memory, links.assign(status=pd.Series([status], dtype="str")), items, records)
        assert len(last(memory).fingerprints) == kept


def test_without_an_earlier_run_nothing_is_suspect(place: Place) -> None:
    assert last(place) == LastLinks()
    assert marked(place, FIRST, SECOND) == ([""], [])
