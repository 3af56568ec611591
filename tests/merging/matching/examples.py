"""Mentions of a small world for tests of matching: few offices, acts and objects, so that much is nearly alike."""

from collections.abc import Sequence

import numpy as np
from hypothesis import strategies as st

from tasks.merging.matching.mentions import OPEN, Mentions, Party, day, numbered

ACTS = ("Penyusunan", "menyusun", "Pelatihan", "melatih", "Pengadaan", "Penyediaan", "", "Pelaksanaan")
THINGS = ("juknis BOS", "modul literasi digital", "komputer sekolah", "genset", "portal data")
ENDS = ("", "SD", "SMP", "bagi guru", "tahap I", "tahap II", "tahun 2019", "30 unit", "agar merata")
PARTIES = (
    Party(("dinas pendidikan kota x",), (), ("kota x",), True),
    Party(("dinas pendidikan kota y",), (), ("kota y",), True),
    Party((), (), ("kota x",), True),
    Party(("pusat a",), ("pusat b",), (), False),
    Party(("pusat b",), (), (), False),
)
STARTS = ("", "2019-01-01", "2019-06-01", "2018-01-01")

TEXT = st.tuples(*map(st.sampled_from, (ACTS, THINGS, ENDS, ENDS))).map(" ".join)
ROW = st.tuples(TEXT, st.sampled_from(PARTIES), st.sampled_from(STARTS), st.integers(-1, 2))
Row = tuple[str, Party, str, int]
ROWS = st.lists(ROW, max_size=14)


def mentioned(rows: Sequence[Row]) -> Mentions:
    """Mentions of these texts, parties, starts and files (-1: one of its own)."""
    party, parties = numbered([row[1] for row in rows])
    return Mentions(
        texts=[row[0] for row in rows],
        party=party,
        parties=parties,
        file=np.array([row[3] for row in rows], np.int64),
        start=np.array([day(row[2]) for row in rows], np.int64),
        end=np.full(len(rows), OPEN, np.int64),
        budget=np.full(len(rows), OPEN, np.int64),
    )


def said(*texts: str) -> Mentions:
    """Mentions of one office, each in a file of its own."""
    return mentioned([(text, PARTIES[3], "", -1) for text in texts])
