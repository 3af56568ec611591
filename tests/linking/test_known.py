"""The names that a plan knows."""

from tasks.linking.known import Known, listed, name_words
from tests.frames import records


def test_offices_are_found_in_full_or_but_for_their_last_word() -> None:
    known = Known(records({"owners": "Balai Media Radio Yogyakarta"}))
    assert known.offices_in(["modul", "balai", "media", "radio", "yogyakarta"]) == {"media", "radio", "yogyakarta"}
    assert known.offices_in(["balai", "media", "radio"]) == {"media", "radio"}
    assert known.offices_in(["media", "radio"]) == set()


def test_regions_are_found_but_not_within_an_office() -> None:
    known = Known(records({"owners": "Universitas Papua", "regions": "Papua"}, {"regions": "Papua Barat"}))
    assert known.regions_in(["sekolah", "di", "papua", "barat"]) == {
        "papua": {"papua"},
        "papua barat": {"papua", "barat"},
    }
    assert known.regions_in(["modul", "universitas", "papua"]) == {}


def test_a_word_that_most_offices_bear_does_not_tell() -> None:
    rows = [{"owners": f"Pendidikan {letter * 3}"} for letter in "abcdefghij"]
    known = Known(records(*rows))
    assert known.tells("aaa")
    assert not known.tells("pendidikan")


def test_words_that_many_names_share_are_left_out() -> None:
    assert name_words("Dinas Kesehatan") == {"kesehatan"}
    assert "ministry" in listed("office")
