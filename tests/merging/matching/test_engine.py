"""Mentions become groups, whatever their order and however they are divided, and never against a veto."""

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.merging.arrays import Ints
from tasks.merging.matching.engine import forbidden, learnt, matched
from tasks.merging.matching.evidence import explain
from tasks.merging.matching.groups import Decided
from tasks.merging.matching.mentions import mentions
from tasks.merging.matching.pairs import near
from tasks.merging.matching.parts import parts
from tasks.model.tables import RECORDS, frame
from tests.merging.matching.examples import ROWS, Row, mentioned, said

FILLING = ("Evaluasi dampak radio", "Lomba bercerita siswa", "Rapat koordinasi tahunan")


def together(*texts: str) -> list[list[int]]:
    return sets(matched(said(*texts, *FILLING)).group[: len(texts)])


def sets(group: Ints) -> list[list[int]]:
    return sorted(np.flatnonzero(group == one).tolist() for one in np.unique(group))


def test_the_same_work_in_other_words() -> None:
    assert together("Penyusunan juknis DAK", "menyusun petunjuk teknis DAK") == [[0, 1]]
    assert together("Draft the guideline on curation", "Drafting of guidelines for curation") == [[0, 1]]


def test_other_work_with_the_same_words_stays_apart() -> None:
    assert together("Penyusunan modul kurasi", "Pelatihan modul kurasi") == [[0], [1]]
    assert together("Pelatihan operator SD", "Pelatihan operator SMP") == [[0], [1]]
    assert together("Internet sekolah tahap I", "Internet sekolah tahap II") == [[0], [1]]


def test_one_may_say_more_of_the_same() -> None:
    assert together("Mengubah juknis BOS", "Revisi juknis BOS untuk internet") == [[0, 1]]
    assert together("Mengubah juknis BOS", "Revisi juknis DAK untuk internet") == [[0], [1]]


def test_silence_on_a_school_level_is_asked_about_not_decided() -> None:
    found = matched(said("Pengadaan komputer sekolah SD", "Pengadaan komputer sekolah", *FILLING))
    assert sets(found.group[:2]) == [[0], [1]]
    assert (0, 1) in set(zip(found.asked.a.tolist(), found.asked.b.tolist(), strict=True))


def test_a_mention_without_level_does_not_bridge_two_levels() -> None:
    three = together("Pengadaan komputer SD", "Pengadaan komputer", "Pengadaan komputer SMP")
    assert [0, 2] not in three
    assert not any({0, 2} <= set(group) for group in three)


def test_slips_of_the_pen_and_learnt_abbreviations_do_not_matter() -> None:
    assert together("Evaluasi Duta Rumah Belajar (DRB)", "Mengevaluasi DRB") == [[0, 1]]
    texts = ("Sosialisasi literasi keuangan", "Sosialisasi gizi", "Sosialsiasi literasi keuangan")
    assert together(*texts) == [[0, 2], [1]]


def test_nothing_gives_nothing() -> None:
    assert matched(mentioned([])).group.tolist() == []


@settings(deadline=None, max_examples=40)
@given(ROWS)
def test_no_group_breaks_a_veto(rows: list[Row]) -> None:
    found = matched(mentioned(rows))
    made = near(found.features, found.knowledge.weight(found.features))
    place = np.argsort(made.row)
    pairs = [pair for group in sets(found.group) for pair in combinations(group, 2)]
    one, other = (np.array([pair[n] for pair in pairs], np.int64) for n in (0, 1))
    assert not forbidden(made, place[one], place[other]).any()


@settings(deadline=None, max_examples=40)
@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(rows: list[Row], random: st.DrawFn) -> None:
    order = list(range(len(rows)))
    random.shuffle(order)  # type: ignore[attr-defined]
    one = matched(mentioned(rows))
    other = matched(mentioned([rows[n] for n in order]))
    assert contents(rows, sets(one.group)) == contents([rows[n] for n in order], sets(other.group))


def contents(rows: list[Row], groups: list[list[int]]) -> list[list[Row]]:
    return sorted(sorted(rows[n] for n in group) for group in groups)


@settings(deadline=None, max_examples=40)
@given(ROWS, st.integers(1, 4))
def test_parts_give_what_the_whole_gives(rows: list[Row], number: int) -> None:
    whole = mentioned(rows)
    known = learnt(whole)
    divided = [(part, matched(whole.some(part), known)) for part in parts(whole, number)]
    joined = sorted(part[group].tolist() for part, found in divided for group in map(np.array, sets(found.group)))
    assert joined == sets(matched(whole).group)
    assert sum(len(found.asked.a) for _, found in divided) == len(matched(whole).asked.a)


@settings(deadline=None, max_examples=40)
@given(ROWS, st.data())
def test_decisions_of_people_always_win(rows: list[Row], data: st.DataObject) -> None:
    pair = st.tuples(st.integers(0, max(len(rows) - 1, 0)), st.integers(0, max(len(rows) - 1, 0)))
    some = st.lists(pair, max_size=3) if rows else st.just([])
    joined, parted = data.draw(some), data.draw(some)
    group = matched(mentioned(rows), decided=Decided(tuple(joined), tuple(parted))).group
    own = matched(mentioned(rows), decided=Decided(tuple(joined), tuple(combinations(range(len(rows)), 2)))).group
    assert all(group[a] == group[b] for a, b in joined)
    assert all(group[a] != group[b] for a, b in parted if own[a] != own[b])


def test_owners_of_whom_one_name_holds_the_other_are_united_if_all_else_is_equal() -> None:
    row = dict.fromkeys(RECORDS.columns, "") | {"action": "Produksi vaksin rabies hewan", "end": "2024-06-30"}
    names = ("Pusvetma", "Pusvetma Surabaya", "Balai Veteriner Maros", "Balai Besar Veteriner Maros")
    found = matched(mentions(frame(RECORDS, (row | {"owners": name, "file": name} for name in names))))
    assert found.group.tolist() == [0, 0, 2, 3]
    assert explain(found, 2, 3).open == ("owner_alike",)
    assert explain(found, 0, 2).vetoes == ("owner",)
