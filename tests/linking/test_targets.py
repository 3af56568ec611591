"""Items made findable."""

from tasks.linking.targets import content
from tests.linking.plans import aimed

GUIDE = {"action": "Menyusun pedoman kurasi konten setelah kajian terbit", "owners": "Dit. Pembinaan SMA"}
SCHOOL = {"action": "Memasang antena sekolah", "owners": "Dinas Pendidikan Papua", "regions": "Papua"}


def test_a_target_knows_what_it_makes_by_whom_and_where() -> None:
    targets, (guide, school) = aimed(GUIDE, SCHOOL)
    assert targets.all[guide].products == {"guideline"}
    assert "sma" in targets.all[guide].owners
    assert (targets.all[guide].regional, targets.all[school].regional) == (False, True)
    assert targets.all[school].regions == {"papua"}


def test_what_an_item_waits_for_is_not_what_it_is() -> None:
    targets, (guide, _) = aimed(GUIDE, SCHOOL)
    assert "kurasi" in targets.all[guide].words
    assert "kajian" not in targets.all[guide].words


def test_items_are_found_by_word_and_by_name() -> None:
    targets, (guide, school) = aimed(GUIDE, SCHOOL)
    assert [t.item_id for t in targets.with_words(["kurasi"])] == [guide]
    assert [t.item_id for t in targets.with_name(["papua"])] == [school]
    assert targets.with_words(["satelit"]) == []


def test_words_of_names_are_told_from_words_of_work() -> None:
    targets, _ = aimed(GUIDE, SCHOOL)
    assert targets.is_name("papua")
    assert not targets.is_name("kurasi")


def test_content_leaves_out_function_words_and_years() -> None:
    assert content(["untuk", "kurasi", "2017"]) == {"kurasi"}
