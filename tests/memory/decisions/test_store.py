"""Decisions last in the plan's database, and what became of each is written down."""

from dataclasses import replace

from tasks.memory import audit
from tasks.memory.database import Place, Scope, writing
from tasks.memory.decisions import store
from tasks.memory.decisions.joining import joined
from tasks.model.decisions import (
    Answer,
    Answers,
    LinkAnswer,
    LinkRuling,
    Remark,
    Ruling,
    Side,
    SourceCase,
    SourceRuling,
    Synonym,
    ValueCase,
)

PAIR = Answer(
    Side("A", prints=("a", "c")), Side("B", owners="X; Y"), Ruling.FAMILY, "keluarga", Remark("Ani", "1/2", "n")
)
WORD = Synonym("gawai", "peranti", True, "setuju", Remark("Budi"), ("a = b",))
LINK = LinkAnswer(Side("A", prints=("a",)), Side("B"), LinkRuling.REJECTED, "tidak", Remark("Ani", "1/2", "n"))
SOURCE = SourceCase("RK-A1", "time", "Maret", "Mei", "2017-08-01/2017-08-31", ruling=SourceRuling.KEPT, word="tetap")
ANSWERS = Answers((PAIR,), (WORD,), links=(LINK,), sources=(SOURCE,))


def test_what_is_kept_replaces_what_was_kept_before(place: Place) -> None:
    undone = Answers((replace(PAIR, ruling=None, word=""),))
    for answers in (Answers(), ANSWERS, undone):
        with writing(place) as scope:
            store.remember(scope, answers)
        with writing(place) as scope:
            assert store.recall(scope) == answers


def noted(scope: Scope, before: Answers, now: Answers, number: int) -> None:
    audit.note(scope, store.told_rows(before), store.told_rows(now), number, f"2017-02-0{number}")


def test_what_became_of_decisions_is_written_down_for_ever(place: Place) -> None:
    reworded = replace(PAIR, a=Side("A, dengan kata lain", prints=("z", "a", "c")))
    changed = replace(reworded, ruling=Ruling.APART)
    with writing(place) as scope:
        noted(scope, Answers(), ANSWERS, 1)
        noted(scope, ANSWERS, Answers((reworded,), (WORD,), links=(LINK,), sources=(SOURCE,)), 2)
        noted(scope, ANSWERS, Answers((changed,), (WORD,), sources=(replace(SOURCE, ruling=SourceRuling.TAKEN),)), 3)
    with writing(place) as scope:
        told = [(number, made, event, kind) for number, made, event, kind, _ in audit.events(scope)]
    first = [(1, "2017-02-01", audit.MADE, kind) for kind in ("pair", "synonym", "link", "source")]
    third = ((audit.CHANGED, "pair"), (audit.CHANGED, "source"), (audit.WITHDRAWN, "link"))
    assert told == [*first, *((3, "2017-02-03", event, kind) for event, kind in third)]


def test_a_chosen_value_is_kept_and_two_that_differ_are_one_question() -> None:
    case = ValueCase("RK-AAAAA", "budget", "2", "Menyusun", word="3", remark=Remark("Ani"), file="keputusan.xlsx")
    rival = replace(case, word="4", old="3", action="Menyusun modul")
    assert store.answers_of(store.told_rows(Answers(values=(case,)))).values == (case,)
    assert joined(Answers(values=(case,)), Answers(), Answers(values=(rival,))).values == (case, rival)
    assert joined(Answers(), Answers(values=(case,)), Answers(values=(case,))).values == ()
