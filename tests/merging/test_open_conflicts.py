"""What two items would disagree on if they are one work."""

from tasks.merging.identity import fingerprint
from tasks.merging.merge import Decision, merge
from tests.frames import GROUPS, records

OFFICE = {"owners": "Dinas Pertanian Kabupaten Ende", "levels": "district", "regions": "Kabupaten Ende"}
COUNT = OFFICE | {"action": "Pendataan lumbung pangan desa", "end": "2017-05-31"}
MEND = OFFICE | {"action": "Pemutakhiran data lumbung pangan desa", "group": "K2", "end": "2017-08-31"}


def test_a_question_tells_what_the_two_would_disagree_on() -> None:
    made = merge(records(COUNT, MEND), GROUPS, {})
    one, other = made.items["item_id"]
    values = "2017-05-31 (berkas 1.docx, table 1, row 2); 2017-08-31 (berkas 2.docx, table 1, row 3)"
    told = {"item_id": one, "field": "end", "values": values, "same_as": other}
    unsettled = dict.fromkeys(("chosen", "settled_by", "settled_on", "settled_why"), "")
    assert made.conflicts.to_dict("records") == [told | unsettled]
    assert made.problems == ()


def test_no_doubt_no_open_conflict() -> None:
    frame = records(COUNT, MEND)
    one, other = (fingerprint({str(k): str(v) for k, v in row.items()}) for _, row in frame.iterrows())
    apart = merge(frame, GROUPS, {}, [Decision(one, other, same=False)])
    assert apart.conflicts.empty
    together = merge(frame, GROUPS, {}, [Decision(one, other, same=True)])
    assert list(together.conflicts["same_as"]) == [""]


def test_equal_dates_are_no_conflict() -> None:
    assert merge(records(COUNT, MEND | {"end": COUNT["end"]}), GROUPS, {}).conflicts.empty
