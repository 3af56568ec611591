"""Links whose ends have another text than in the last run are marked; the memory of links survives any damage."""

from pathlib import Path

import pandas as pd
import pytest

from tasks.linking.link import link
from tasks.memory import ledger
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
def memory(tmp_path: Path) -> Path:
    path = tmp_path / "memory.db"
    remember(path, *made(FIRST, SECOND))
    return path


def marked(memory: Path, *rows: dict[str, str]) -> tuple[list[str], list[Code]]:
    links, _, records = made(*rows)
    told = [fingerprint({"action": row["action"], "owners": "Pustekkom", "regions": ""}) for row in (FIRST, SECOND)]
    table, problems = suspected(links, records, recall(memory), told)
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
    memory: Path, first: dict[str, str], second: dict[str, str], suspect: str
) -> None:
    expected = ([suspect], [Code.LINK_SUSPECT] if suspect else [])
    assert marked(memory, FIRST | first, SECOND | second) == expected


def test_in_the_next_run_nothing_is_suspect_any_more(memory: Path) -> None:
    changed = (FIRST | {"output": "1 pedoman"}, SECOND)
    remember(memory, *made(*changed))
    assert marked(memory, *changed) == ([""], [])


def test_only_links_that_held_or_were_rejected_are_kept(memory: Path) -> None:
    links, items, records = made(FIRST, SECOND)
    for status, kept in (("rejected", 1), ("proposed", 0)):
        remember(memory, links.assign(status=pd.Series([status], dtype="str")), items, records)
        assert len(recall(memory).fingerprints) == kept


@pytest.mark.parametrize("damage", [b"no database", b"", None])
def test_what_cannot_be_read_is_done_without(tmp_path: Path, damage: bytes | None) -> None:
    path = tmp_path / "memory.db"
    if damage is not None:
        path.write_bytes(damage)
    assert recall(path) == LastLinks()
    assert marked(path, FIRST, SECOND) == ([""], [])


def test_what_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    path.write_bytes(b"no database at all, but long enough to be taken for one" * 20)
    before = path.read_bytes()
    remember(path, *made(FIRST, SECOND))
    assert path.read_bytes() == before


def test_records_and_links_are_remembered_side_by_side(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    links, items, records = made(FIRST, SECOND)
    for _ in range(2):
        ledger.remember(path, records)
        remember(path, links, items, records)
    assert len(ledger.recall(path)) == len(records)
    assert len(recall(path).fingerprints) == 1
