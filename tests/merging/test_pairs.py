"""Which records are merged, and how few are compared."""

from tasks.merging.entry import Entry, entries
from tasks.merging.likeness import Weights
from tasks.merging.pairs import WINDOW, candidates, judged, neighbours, pairs
from tests.frames import records


def weighed(found: list[Entry]) -> Weights:
    return Weights(entry.about.object for entry in found)


def score(a: dict[str, str], b: dict[str, str]) -> float:
    found = entries(records(a, b, {"action": "Evaluasi dampak radio"}, {"action": "Lomba bercerita siswa"}))
    return judged(found[0], found[1], weighed(found))


def test_the_same_work_in_other_words() -> None:
    assert score({"action": "Penyusunan juknis DAK"}, {"action": "menyusun petunjuk teknis DAK"}) == 1
    assert score({"action": "Draft the guideline on curation"}, {"action": "Drafting of guidelines for curation"}) == 1


def test_other_work_with_the_same_words_stays_apart() -> None:
    assert score({"action": "Penyusunan modul kurasi"}, {"action": "Pelatihan modul kurasi"}) == 0


def test_one_record_may_say_more_than_the_other() -> None:
    narrow = {"action": "Revisi juknis BOS untuk internet"}
    assert 0 < score({"action": "Mengubah juknis BOS"}, narrow) < 1
    assert score({"action": "Mengubah juknis BOS"}, {"action": "Revisi juknis DAK untuk internet"}) == 0


def test_whoever_names_no_owner_must_say_almost_the_same() -> None:
    nobody = {"action": "Pemetaan kesiapan komputer sekolah", "owners": ""}
    assert score({"action": "Memetakan kesiapan komputer sekolah"}, nobody) == 1
    assert score({"action": "Memetakan kesiapan jaringan sekolah"}, nobody) == 0


def test_whoever_names_no_act_must_say_almost_the_same() -> None:
    assert score({"action": "Penyelenggaraan lomba robot sekolah"}, {"action": "Lomba robot sekolah"}) == 1
    assert score({"action": "Pengadaan robot untuk lomba sekolah"}, {"action": "Lomba robot"}) == 0


def test_rows_of_one_file_must_be_identical() -> None:
    here = {"action": "Pelatihan guru SLB", "file": "a.docx"}
    assert score(here, here) == 1
    assert score(here, here | {"action": "Pelatihan bagi guru SLB"}) == 0
    assert score(here, here | {"owners": "LPMP"}) == 0


def test_pairs_come_the_surest_first() -> None:
    found = entries(
        records(
            {"action": "Menyusun juknis kurasi konten digital sekolah"},
            {"action": "Penyusunan juknis kurasi konten digital"},
            {"action": "Penyusunan juknis kurasi konten digital sekolah"},
        )
    )
    first = pairs(found, weighed(found))[0]
    assert (first.a, first.b) == (0, 2)


def test_large_blocks_are_compared_within_a_window() -> None:
    many = list(range(200))
    assert len(list(neighbours(many))) <= 200 * WINDOW
    assert len(list(neighbours(many[:4]))) == 6


def test_candidates_grow_with_the_records_not_their_square() -> None:
    found = entries(records(*({"action": f"Pelatihan guru tentang topik{n % 7} bagian{n}"} for n in range(300))))
    assert len(list(candidates(found, weighed(found)))) < 300 * 4 * WINDOW
