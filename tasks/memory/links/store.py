"""The links of the last run in the plan's database. What cannot be read or written there is done without."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path

import pandas as pd

from tasks.memory.decisions.link_sides import link_sides
from tasks.model.decision_keys import side_key, side_of
from tasks.model.decisions import Side
from tasks.model.last_links import LastLinks
from tasks.scheduling.network import FOLLOWS

_KEPT = ("accepted", "rejected")
_TABLES = (
    "CREATE TABLE IF NOT EXISTS linked (from_item TEXT, to_item TEXT, fingerprint TEXT NOT NULL,"
    " PRIMARY KEY (from_item, to_item)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS link_end (item_id TEXT PRIMARY KEY, told TEXT NOT NULL) WITHOUT ROWID",
)


def recall(path: Path) -> LastLinks:
    """The links of the last run; none if there was none or the database cannot be read."""
    try:
        return _read(path)
    except (sqlite3.Error, ValueError, TypeError):
        return LastLinks()


def remember(path: Path, links: pd.DataFrame, items: pd.DataFrame, records: pd.DataFrame) -> None:
    """Keep these links (schema LINKS) and their ends in place of those before, all or none of them.

    A database that cannot be written keeps what it has: the next run then holds its links against older ones.
    """
    last = _last(links, items, records)
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as database, database:
        for table in _TABLES:
            database.execute(table)
        database.execute("DELETE FROM linked")
        database.execute("DELETE FROM link_end")
        pairs = ((*pair, fingerprint) for pair, fingerprint in last.fingerprints.items())
        database.executemany("INSERT INTO linked VALUES (?, ?, ?)", pairs)
        ends = ((item, side_key(side)) for item, side in last.ends.items())
        database.executemany("INSERT INTO link_end VALUES (?, ?)", ends)


def _last(links: pd.DataFrame, items: pd.DataFrame, records: pd.DataFrame) -> LastLinks:
    kept = links[links["status"].isin(_KEPT) & (links["relation"] == FOLLOWS)]
    pairs = list(zip(kept["from_item"].tolist(), kept["to_item"].tolist(), strict=True))
    ends: Mapping[str, Side] = link_sides({item for pair in pairs for item in pair}, items, records)
    return LastLinks(dict(zip(pairs, kept["fingerprint"].tolist(), strict=True)), ends)


def _read(path: Path) -> LastLinks:
    """Raises sqlite3.Error if there is no such file or table."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
        links = database.execute("SELECT from_item, to_item, fingerprint FROM linked ORDER BY from_item, to_item")
        pairs = {(one, other): fingerprint for one, other, fingerprint in links}
        ends = database.execute("SELECT item_id, told FROM link_end ORDER BY item_id").fetchall()
    return LastLinks(pairs, {item: side_of(told) for item, told in ends})
