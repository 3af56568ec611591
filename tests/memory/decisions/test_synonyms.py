"""Two words that answers take for one are proposed; what people said of them stays."""

import pytest

from tasks.memory.decisions.synonyms import aliases, with_proposals
from tasks.model.decisions import Answer, Remark, Ruling, Side, Standing, Synonym


def said(a: str, b: str, ruling: Ruling = Ruling.SAME, standing: Standing = Standing.HOLDS) -> Answer:
    return Answer(Side(a), Side(b), ruling, standing=standing)


ONE = said("Pengadaan sabak sekolah", "Pengadaan tapak sekolah")
TWO = said("Lokakarya perbaikan tapak", "Lokakarya perbaikan sabak")


def test_the_same_two_words_in_two_answers_are_proposed() -> None:
    (found,) = with_proposals([ONE, TWO], ())
    assert (found.word, found.meant, found.approved) == ("sabak", "tapak", None)
    assert len(found.examples) == 2


@pytest.mark.parametrize(
    "other",
    [
        said("Lokakarya perbaikan tapak", "Lokakarya perbaikan sabak", Ruling.APART),
        said("Lokakarya perbaikan tapak", "Lokakarya perbaikan sabak", standing=Standing.CONTRADICTED),
        said("Lokakarya perbaikan tapak", "Lokakarya daring perbaikan sabak"),
        ONE,
    ],
)
def test_one_answer_is_not_enough(other: Answer) -> None:
    assert with_proposals([ONE, other], ()) == ()


@pytest.mark.parametrize(("a", "b"), [("SD", "SMP"), ("2017", "2018"), ("melatih", "menilai")])
def test_levels_numbers_and_acts_never_mean_the_same(a: str, b: str) -> None:
    told = [said(f"{text} {a}", f"{text} {b}") for text in ("Pengadaan buku", "Modul bercerita")]
    assert with_proposals(told, ()) == ()


def test_what_people_said_stays_when_the_answers_have_gone() -> None:
    rejected = Synonym("sabak", "tapak", False, "tolak", Remark("Ani"))
    assert with_proposals([], [rejected]) == (rejected,)
    (again,) = with_proposals([ONE, TWO], [rejected])
    assert (again.approved, again.remark.who, len(again.examples)) == (False, "Ani", 2)
    assert with_proposals([], [Synonym("sabak", "tapak")]) == ()


def test_approved_words_and_the_meetings_own_are_read_alike() -> None:
    told = [Synonym("sabak", "tapak", True), Synonym("a", "b", False), Synonym("c", "d")]
    own = [{"word": "Batu Tulis", "field": "alias", "tag": "sabak"}, {"word": "Kerjaan", "field": "action", "tag": ""}]
    assert aliases(told, own) == {"sabak": "tapak", "batu tulis": "sabak"}
