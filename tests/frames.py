"""Frames for tests of the stages after extraction: rows of a few named cells, the rest filled in plausibly."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from tasks.model.meeting import Group
from tasks.model.tables import ITEMS, LINKS, RECORDS, frame

GOLD = Path(__file__).parent / "gold" / "rakor-tik-2017" / "gold"
GROUPS = (Group("K1", "Kebijakan"), Group("K2", "Infrastruktur"), Group("K3", "Konten"))


def records(*rows: Mapping[str, str]) -> pd.DataFrame:
    """RECORDS: ids R1, R2 …; each row in a file of its own unless it says otherwise, in group K1."""
    return frame(RECORDS, [_record(n, row) for n, row in enumerate(rows, 1)])


def _record(n: int, row: Mapping[str, str]) -> dict[str, str]:
    given = {"record_id": f"R{n}", "group": "K1", "file": f"berkas {n}.docx", "locator": f"table 1, row {n + 1}"}
    owners = row.get("owners", "Pustekkom")
    levels = "; ".join(["province" if row.get("regions") else "central"] * len(owners.split("; "))) if owners else ""
    return given | {"owners": owners, "levels": levels, "owners_text": owners} | dict(row)


def items(*rows: Mapping[str, str]) -> pd.DataFrame:
    """ITEMS with what the rows say."""
    return frame(ITEMS, rows)


def links(*pairs: str) -> pd.DataFrame:
    """LINKS from "A B": A before B; accepted, certain."""
    fixed = {"kind": "explicit", "relation": "finish-start", "status": "accepted", "confidence": "0.90"}
    return frame(LINKS, [dict(zip(("from_item", "to_item"), pair.split(), strict=True)) | fixed for pair in pairs])


def gold(name: str) -> pd.DataFrame:
    """A table of the sample's right answers, as text."""
    return pd.read_csv(GOLD / f"{name}.csv", dtype=str, keep_default_na=False)


def gold_records() -> pd.DataFrame:
    """The sample's records as a frame of RECORDS; what they wait for is taken from the evidence of gold's links."""
    table = gold("records")
    shared = [c for c in table.columns if c in RECORDS.columns]
    rows = {
        r["gold_id"]: {c: str(r[c]) for c in shared} | {"record_id": r["gold_id"]} for r in table.to_dict("records")
    }
    for link in gold("links").to_dict("records"):
        before, after, words = rows[link["prerequisite"]], rows[link["dependent"]], link["evidence"]
        if link["kind"] == "explicit" and words not in before["action"] and words not in after["action"]:
            speaks = before if words.startswith(("sebelum", "menjadi", "sebagai", "hasilnya", "dikirim")) else after
            speaks["depends_text"] = "; ".join(dict.fromkeys([*_told(speaks), words]))
    for missing in gold("missing").to_dict("records"):
        speaks = rows[missing["dependent"]]
        words = missing["what is missing"].removesuffix(" (pusat)")
        speaks["depends_text"] = "; ".join([*_told(speaks), f"menunggu {words}"])
    return frame(RECORDS, rows.values())


def _told(row: Mapping[str, str]) -> list[str]:
    return [words for words in row.get("depends_text", "").split("; ") if words]
