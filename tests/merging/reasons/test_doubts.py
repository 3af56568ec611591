"""Questions with their grounds, and the account of an item."""

from tasks.merging.merge import merge
from tasks.merging.reasons.account import account
from tasks.merging.reasons.doubts import doubts
from tests.frames import GROUPS, records

FRAME = records(
    {"action": "Penyusunan juknis kurasi konten"},
    {"action": "menyusun petunjuk teknis kurasi konten"},
    {"action": "Menyusun juknis kurasi konten SD"},
    {"action": "Pelatihan kurasi konten"},
    {"action": "Lomba bercerita"},
)
MERGED = merge(FRAME, GROUPS, {})


def test_a_question_names_its_records_and_its_grounds() -> None:
    assert MERGED.judged is not None
    (asked,) = doubts(MERGED.records, MERGED.judged, ())
    sides = {asked.a.action: asked.a, asked.b.action: asked.b}
    assert "Menyusun juknis kurasi konten SD" in sides
    assert {len(side.prints) for side in sides.values()} == {1, 2}
    assert asked.grounds.silent == ("level_silent",)
    assert "object" in asked.grounds.agree
    assert asked.grounds.common == ("petunjuk teknis", "konten")
    assert asked.hangs == 3


def test_what_is_settled_for_one_record_of_a_work_is_not_asked_about_the_work() -> None:
    assert MERGED.judged is not None
    (asked,) = doubts(MERGED.records, MERGED.judged, ())
    for mine in asked.a.prints:
        for yours in asked.b.prints:
            assert doubts(MERGED.records, MERGED.judged, [(mine, yours)]) == ()


def test_an_account_tells_what_was_united_and_which_veto_kept_the_others_apart() -> None:
    assert MERGED.judged is not None
    told = account(MERGED.judged, MERGED.records, [0, 1])
    (united,) = told.united
    assert (united.row, united.other) == (1, 0)
    assert united.bits[0][0] == "object"
    assert united.bits[0][1] > 3
    vetoes = {judged.other: judged.grounds.vetoes for judged in told.apart}
    assert vetoes[3] == ("act",)
    assert vetoes[2] == ()
    assert 4 not in vetoes
