"""Pairs of actions of one office and one period, of many ministries, which are one work or differ in one thing."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from tasks.merging.lists import rows
from tasks.merging.matching.engine import Matched, matched
from tasks.merging.matching.evidence import Verdict, explain
from tasks.merging.matching.mentions import mentions
from tasks.model.tables import RECORDS, frame

PAIRS = rows("pairs", Path(__file__).parent)


def found(pairs: Sequence[dict[str, str]]) -> Matched:
    return matched(mentions(frame(RECORDS, (_record(pair, side) for pair in pairs for side in "ab"))))


def _record(pair: dict[str, str], side: str) -> dict[str, str]:
    stated = {"action": pair[side], "owners": pair["owner"], "file": f"{pair[side]} {side}", "levels": "central"}
    return dict.fromkeys(RECORDS.columns, "") | stated | {"start": "2024-03-01", "end": "2024-06-30"}


def test_the_same_in_other_forms_is_united_and_what_differs_in_one_thing_is_not() -> None:
    made = found(PAIRS)
    verdicts = pd.Series([explain(made, 2 * n, 2 * n + 1).verdict for n in range(len(PAIRS))])
    same = pd.Series([pair["verdict"] == "same" for pair in PAIRS])
    assert set(verdicts[same]) == {Verdict.UNITED}
    assert not [PAIRS[n]["b"] for n in verdicts[~same & (verdicts == Verdict.UNITED)].index]
