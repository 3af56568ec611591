"""Answers on links become decisions on the items of a run; "no" wins; what is not there says nothing."""

from tasks.memory.decisions.link_answers import LinkAnswers, resolve_links
from tasks.memory.decisions.recognise import Earlier
from tasks.merging.identity import fingerprint
from tasks.model.decisions import LinkAnswer, LinkDecision, LinkRuling, Remark, Side, Standing
from tasks.model.problem import Code
from tests.frames import records

TEXTS = ("Menyusun modul literasi digital", "Pelatihan operator jaringan", "Pengadaan genset")
YES, NO = LinkRuling.ACCEPTED, LinkRuling.REJECTED


def side(text: str) -> Side:
    return Side(text, "Pustekkom", prints=(fingerprint({"action": text, "owners": "Pustekkom", "regions": ""}),))


def said(a: int, b: int, ruling: LinkRuling | None, note: str = "") -> LinkAnswer:
    remark = Remark("Ani", "2017-02-11", note)
    return LinkAnswer(side(TEXTS[a]), side(TEXTS[b]), ruling, ruling or "", remark, file="keputusan.xlsx")


def resolved(*answers: LinkAnswer, texts: tuple[str, ...] = TEXTS, items: str = "ABC") -> LinkAnswers:
    rows = ({"action": text, "item_id": f"RK-{item}"} for text, item in zip(texts, items, strict=False))
    return resolve_links(answers, records(*rows), Earlier())


def test_each_answer_is_a_decision_in_its_direction_and_says_by_whom() -> None:
    who = "Ani, 2017-02-11 (keputusan.xlsx)"
    assert resolved(said(0, 1, YES), said(1, 0, NO), said(2, 1, NO)).decisions == (
        LinkDecision("RK-A", "RK-B", accepted=True, told=who),
        LinkDecision("RK-B", "RK-A", accepted=False, told=who),
        LinkDecision("RK-C", "RK-B", accepted=False, told=who),
    )


def test_of_yes_and_no_on_one_link_no_counts_and_it_is_told_once() -> None:
    found = resolved(said(0, 1, YES), said(0, 1, NO), said(0, 1, YES))
    assert [decision.accepted for decision in found.decisions] == [False]
    assert [told.code for told in found.problems] == [Code.LINK_DECIDED_TWICE]


def test_the_same_answer_twice_is_one_and_no_contradiction() -> None:
    found = resolved(said(0, 1, YES), said(0, 1, YES))
    assert (len(found.decisions), found.problems) == (1, ())


def test_what_is_written_without_deciding_is_kept_for_its_question() -> None:
    found = resolved(said(0, 1, None, "tanya Budi"))
    assert found.decisions == ()
    assert found.unread["RK-A", "RK-B"].remark.note == "tanya Budi"


def test_a_text_that_is_not_there_leaves_its_answer_waiting() -> None:
    found = resolved(said(0, 1, YES), said(0, 1, YES), said(0, 1, None), texts=TEXTS[1:])
    assert found.decisions == ()
    assert [answer.standing for answer in found.absent] == [Standing.IGNORED]


def test_an_answer_on_two_texts_that_are_one_work_by_now_is_void() -> None:
    found = resolved(said(0, 1, YES), items="AAC")
    assert found.decisions == ()
    assert [answer.standing for answer in found.absent] == [Standing.ONE]


def test_a_reworded_text_is_known_again() -> None:
    texts = ("Menyusun modul literasi digital dasar", *TEXTS[1:])
    found = resolved(said(0, 1, NO), texts=texts)
    assert [decision.source for decision in found.decisions] == ["RK-A"]
    (answer,) = found.decided.values()
    assert (answer.standing, answer.before.action) == (Standing.REWORDED, texts[0])
