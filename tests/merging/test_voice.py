"""The passive behind a modal word says the same as the active."""

import pytest

from tasks.merging.essence import essence
from tasks.merging.voice import turned, undergone


@pytest.mark.parametrize(
    ("passive", "active"),
    [
        ("Standards of staffing to be issued", "Issue standards of staffing"),
        ("The bridge should be repaired", "Repair the bridge"),
        ("Household survey needs to be undertaken", "Undertake household survey"),
        ("Pedoman perizinan agar segera disusun", "Menyusun pedoman perizinan"),
        ("Tahun 2018, agar disusun pedoman perizinan", "Menyusun pedoman perizinan"),
        ("Agar disusun pedoman perizinan di Tegal, Jawa Tengah", "Menyusun pedoman perizinan di Tegal, Jawa Tengah"),
        ("Pelatihan nelayan perlu dilaksanakan", "Melaksanakan pelatihan nelayan"),
        ("MoA on the harbour to be signed", "Sign MoA on the harbour"),
    ],
)
def test_what_is_to_be_done_is_the_object(passive: str, active: str) -> None:
    one, other = essence(passive), essence(active)
    assert (one.act, one.object, one.head) == (other.act, other.object, other.head)


@pytest.mark.parametrize(
    "words", [("dinas", "agar", "menyusun", "pedoman"), ("menyusun", "pedoman", "agar", "disusun"), ("perlu",), ()]
)
def test_who_is_told_or_what_it_is_for_stays_in_its_place(words: tuple[str, ...]) -> None:
    assert turned(words) == words


def test_a_verb_whose_root_begins_so_is_not_passive() -> None:
    assert [undergone(word) for word in ("disusun", "distribute", "dirikan", "dinas")] == [True, False, False, False]
