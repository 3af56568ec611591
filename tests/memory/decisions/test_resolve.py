"""Answers become decisions on the records of a run; contradictions keep apart; reworded texts are recognised."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.memory.decisions.recognise import Earlier
from tasks.memory.decisions.resolve import Resolved, resolve
from tasks.merging.identity import fingerprint
from tasks.merging.merge import Decision
from tasks.model.decisions import Answer, Remark, Ruling, Side, Standing
from tests.frames import records

TEXTS = ("Menyusun modul literasi digital", "Pelatihan operator jaringan", "Pengadaan genset", "Lomba bercerita")


def side(action: str, *also: str, **cells: str) -> Side:
    told = {"owners": "Pustekkom", "regions": ""} | cells
    prints = tuple(fingerprint({"action": text, **told}) for text in (action, *also))
    return Side(action=action, prints=prints, **told)


def said(a: int, b: int, ruling: Ruling | None, note: str = "") -> Answer:
    return Answer(side(TEXTS[a]), side(TEXTS[b]), ruling, ruling or "", Remark(note=note), file="keputusan.xlsx")


def resolved(*answers: Answer, texts: tuple[str, ...] = TEXTS, known: Mapping[str, str] | None = None) -> Resolved:
    return resolve(answers, records(*({"action": text} for text in texts)), Earlier(known or {}))


def pairs(found: Resolved, same: bool) -> set[frozenset[str]]:
    names = {side(text).prints[0]: text for text in TEXTS}
    return {frozenset((names[d.a], names[d.b])) for d in found.decisions if d.same == same}


def pair(a: int, b: int) -> frozenset[str]:
    return frozenset((TEXTS[a], TEXTS[b]))


def test_each_answer_is_a_decision_and_its_pair_is_settled() -> None:
    found = resolved(said(0, 1, Ruling.SAME), said(2, 1, Ruling.APART), said(3, 2, Ruling.FAMILY))
    assert pairs(found, same=True) == {pair(0, 1)}
    assert pairs(found, same=False) == {pair(1, 2), pair(2, 3)}
    assert [set(kin) for kin in found.kin] == [{side(TEXTS[2]).prints[0], side(TEXTS[3]).prints[0]}]
    assert len(found.settled) == 3
    assert {answer.standing for answer in found.answers} == {Standing.HOLDS}
    assert found.problems == ()


def test_a_text_that_is_not_there_leaves_its_answer_waiting() -> None:
    found = resolved(said(0, 1, Ruling.SAME), texts=TEXTS[1:])
    assert found.decisions == ()
    assert [answer.standing for answer in found.answers] == [Standing.IGNORED]


def test_what_is_written_beside_an_undecided_question_is_kept_for_it() -> None:
    found = resolved(said(0, 1, None, "tanya Budi"))
    assert found.decisions == ()
    assert found.answers == ()
    assert [answer.remark.note for answer in (found.unread or {}).values()] == ["tanya Budi"]


def test_two_answers_on_one_pair_that_differ_keep_it_apart_and_are_told() -> None:
    found = resolved(said(0, 1, Ruling.SAME), said(1, 0, Ruling.APART))
    assert pairs(found, same=True) == set()
    assert pairs(found, same=False) == {pair(0, 1)}
    assert len(found.problems) == 1


def test_no_answer_same_counts_that_leads_to_a_text_kept_apart() -> None:
    found = resolved(
        said(0, 1, Ruling.SAME), said(1, 2, Ruling.SAME), said(0, 2, Ruling.APART), said(2, 3, Ruling.SAME)
    )
    assert pairs(found, same=True) == {pair(2, 3)}
    assert pairs(found, same=False) == {pair(0, 2)}
    told = dict(found.problems[0].details)
    assert told["together"] == "; ".join(f"“{TEXTS[a]}” = “{TEXTS[b]}”" for a, b in ((0, 1), (1, 2)))
    assert told["apart"] == f"“{TEXTS[0]}” ≠ “{TEXTS[2]}”"
    standing = {frozenset((a.a.action, a.b.action)): a.standing for a in found.answers}
    assert standing[pair(0, 1)] == standing[pair(1, 2)] == Standing.CONTRADICTED
    assert standing[pair(0, 2)] == standing[pair(2, 3)] == Standing.HOLDS


RULED = st.tuples(st.integers(0, 3), st.integers(0, 3), st.sampled_from(Ruling)).filter(lambda told: told[0] != told[1])


@given(st.lists(RULED, max_size=8))
def test_whatever_is_answered_no_decision_unites_two_that_another_keeps_apart(
    told: list[tuple[int, int, Ruling]],
) -> None:
    found = resolved(*(said(*row) for row in told))
    group = {text: text for text in TEXTS}
    for united in pairs(found, same=True):
        one, other = (group[text] for text in united)
        group = {text: one if name == other else name for text, name in group.items()}
    assert all(len({group[text] for text in apart}) == 2 for apart in pairs(found, same=False))
    asked_apart = {pair(a, b) for a, b, ruling in told if ruling != Ruling.SAME}
    assert pairs(found, same=False) == asked_apart


def test_an_answer_holds_for_all_records_of_the_works_that_were_asked_about() -> None:
    answer = Answer(side(TEXTS[0], TEXTS[2]), side(TEXTS[1]), Ruling.SAME, "sama")
    assert pairs(resolved(answer), same=True) == {pair(0, 1), pair(0, 2)}
    held = resolved(answer, said(2, 1, Ruling.APART))
    assert pairs(held, same=True) == {pair(0, 1)}


REWORDED = "Menyusun bahan modul literasi digital"


def test_a_new_text_of_the_same_words_and_office_is_the_old_one_reworded() -> None:
    found = resolved(said(0, 1, Ruling.SAME), texts=(REWORDED, *TEXTS[1:]))
    new = side(REWORDED).prints[0]
    first, second = sorted((new, side(TEXTS[1]).prints[0]))
    assert found.decisions == (Decision(first, second, same=True),)
    (answer,) = found.answers
    assert answer.standing == Standing.REWORDED
    assert (answer.a.action, answer.a.prints) == (REWORDED, (new, side(TEXTS[0]).prints[0]))


@pytest.mark.parametrize(
    "now",
    [
        "Melatih guru memakai modul literasi digital",
        "Menyusun modul literasi digital SMP",
        "Menyusun 2 modul literasi digital",
        "Mengevaluasi modul literasi digital",
        "Menyusun pedoman upacara bendera",
    ],
)
def test_a_text_that_says_something_else_is_not_taken_for_a_rewording(now: str) -> None:
    before = Answer(side("Menyusun modul literasi digital SD"), side(TEXTS[1]), Ruling.SAME, "sama")
    assert resolve([before], records({"action": now}, {"action": TEXTS[1]}), Earlier()).decisions == ()


def test_a_text_that_an_earlier_run_had_is_not_taken_for_a_rewording() -> None:
    found = resolved(said(0, 1, Ruling.SAME), texts=(REWORDED, *TEXTS[1:]), known={side(REWORDED).prints[0]: "RK-1"})
    assert found.decisions == ()


def test_of_two_texts_that_are_equally_near_neither_is_taken() -> None:
    texts = ("Menyusun bahan modul literasi digital", "Menyusun naskah modul literasi digital", *TEXTS[1:])
    assert resolved(said(0, 1, Ruling.SAME), texts=texts).decisions == ()


def test_a_text_is_known_by_what_its_record_says_now_and_its_twins_stay_apart_too() -> None:
    now = ("Menyusun bahan ajar", "Menyusun bahan ajar bertahap")
    told = tuple(side(text).prints[0] for text in now)
    earlier = Earlier({side(text).prints[0]: "RK-1" for text in TEXTS}, {side(TEXTS[0]).prints[0]: told})
    found = resolve([said(0, 1, Ruling.APART)], records(*({"action": t} for t in (*now, TEXTS[1]))), earlier)
    other = side(TEXTS[1]).prints[0]
    assert {frozenset((d.a, d.b)) for d in found.decisions} == {frozenset((name, other)) for name in told}
    assert len(found.settled) == len(told)
    assert [answer.standing for answer in found.answers] == [Standing.REWORDED]
