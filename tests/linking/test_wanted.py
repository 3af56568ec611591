"""What the words of a mention ask for."""

from tasks.linking.wanted import Wanted, wanted
from tests.linking.plans import aimed

PLAN = (
    {"action": "Menyusun pedoman kurasi konten", "owners": "Pustekkom"},
    {"action": "Memasang antena sekolah", "owners": "Dinas Pendidikan Papua", "regions": "Papua"},
)


def asked(phrase: str) -> Wanted:
    return wanted(phrase, aimed(*PLAN)[0])


def test_product_and_words_without_its_being_done() -> None:
    found = asked("pedoman kurasi konten terbit")
    assert found.product == "guideline"
    assert {"kurasi", "konten"} <= found.words
    assert "terbit" not in found.words


def test_the_office_it_comes_from_even_if_unknown() -> None:
    assert "pustekkom" in asked("pedoman dari Pustekkom").names
    assert "gizi" in asked("modul dari Balai Gizi").names
    assert asked("pedoman kurasi").names == frozenset()


def test_group_level_and_region() -> None:
    assert asked("pedoman Kel. 2").group == "2"
    assert asked("pedoman nasional").level == "central"
    assert asked("pedoman provinsi").level == "regional"
    found = asked("antena di provinsi Papua")
    assert (found.regions, found.level) == (frozenset({"papua"}), "")


def test_an_act_leads() -> None:
    assert asked("pelatihan kurator").lead == asked("training of curators").lead != ""
    assert asked("antena sekolah").lead == ""


def test_that_one_was_said_before() -> None:
    assert asked("pedoman tersebut").said
    assert not asked("pedoman kurasi").said
