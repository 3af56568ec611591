"""Which items a mention means, by name."""

from collections.abc import Mapping

from tasks.linking.mentions import mentions
from tasks.linking.names import Found, choose, covered, find
from tasks.linking.wanted import wanted
from tests.linking.plans import aimed

GUIDE = {"action": "Menyusun pedoman kurasi konten"}
STUDY = {"action": "Melakukan kajian bandwidth", "owners": "Balai Gizi", "group": "K2"}
SPEAKER = {"action": "Menayangkan siaran radio"}


def meant(said: str, *rows: Mapping[str, str], group: str = "") -> tuple[list[int], bool]:
    """Places of the records meant by the last of them, and whether there is doubt."""
    targets, ids = aimed(*rows)
    mention = mentions(said)[0]
    found = find(mention, wanted(mention.phrase, targets), targets.all[ids[-1]], group, targets)
    return [ids.index(item) for item in found.items], found.doubtful


def test_the_item_that_makes_the_thing() -> None:
    assert meant("setelah pedoman kurasi konten terbit", GUIDE, STUDY, SPEAKER) == ([0], False)
    assert meant("after the bandwidth study", GUIDE, STUDY, SPEAKER) == ([1], False)


def test_another_product_group_or_office_contradicts() -> None:
    assert meant("setelah modul kurasi konten", GUIDE, STUDY, SPEAKER) == ([], False)
    assert meant("setelah kajian bandwidth", GUIDE, STUDY, SPEAKER, group="K1") == ([], False)
    assert meant("setelah kajian bandwidth", GUIDE, STUDY, SPEAKER, group="K2") == ([1], False)
    assert meant("setelah pedoman kurasi konten dari Balai Gizi", GUIDE, STUDY, SPEAKER) == ([], False)


def test_the_kind_of_product_counts_however_much_else_fits() -> None:
    guide = {"action": "Menyusun pedoman kurasi konten sejarah kesenian sekolah dasar"}
    module = {"action": "Menyusun modul pembelajaran robotika"}
    assert meant("setelah modul kurasi konten sejarah kesenian sekolah dasar", guide, module, SPEAKER) == ([], False)


def test_another_level_or_region_contradicts() -> None:
    maluku = GUIDE | {"owners": "Dinas Pendidikan Maluku", "regions": "Maluku"}
    papua = {"action": "Memasang antena", "owners": "Dinas Pendidikan Papua", "regions": "Papua"}
    assert meant("setelah pedoman kurasi konten", maluku, papua, SPEAKER) == ([0], False)
    assert meant("setelah pedoman kurasi konten dari pusat", maluku, papua, SPEAKER) == ([], False)
    assert meant("setelah pedoman kurasi konten di Papua", maluku, papua, SPEAKER) == ([], False)


def test_what_all_regions_do_is_waited_for_in_all() -> None:
    rows = [
        {
            "action": "Mendata kebutuhan antena sekolah",
            "owners": f"Dinas Pendidikan {r}",
            "regions": r,
            "file": "a.docx",
        }
        for r in ("Papua", "Maluku", "Aceh")
    ]
    assert meant("setelah pendataan kebutuhan antena sekolah", *rows, SPEAKER) == ([0, 1, 2], False)
    assert meant("setelah pendataan kebutuhan antena sekolah daerah", *rows, SPEAKER) == ([0, 1, 2], False)
    assert meant("setelah pendataan kebutuhan antena sekolah di Aceh", *rows, SPEAKER) == ([2], False)


def test_of_two_that_may_be_one_the_first_is_taken() -> None:
    here = {"action": "Pelatihan guru SLB", "file": "a.docx"}
    other = here | {"action": "Pelatihan bagi guru SLB"}
    assert meant("setelah pelatihan guru SLB", here, other, SPEAKER) == ([0], False)


def test_two_that_fit_alike_are_doubtful() -> None:
    audio, video = ({"action": f"Menyusun pedoman kurasi konten {kind}"} for kind in ("audio", "video"))
    assert meant("menunggu pedoman kurasi konten", audio, video, SPEAKER) == ([0, 1], True)
    assert meant("menunggu pedoman kurasi konten video", audio, video, SPEAKER) == ([1], False)


def test_an_item_never_means_itself() -> None:
    assert meant("setelah pedoman kurasi konten", STUDY, GUIDE) == ([], False)


def test_among_items_of_a_number_the_words_choose() -> None:
    targets, ids = aimed(GUIDE, STUDY, SPEAKER)
    own = targets.all[ids[2]]
    assert choose(wanted("kajian bandwidth", targets), own, ids[:2], targets) == Found((ids[1],))
    assert choose(wanted("selesai", targets), own, ids[:1], targets) == Found((ids[0],))
    assert choose(wanted("", targets), own, [], targets) == Found(())


def test_covered_is_the_share_of_what_is_said() -> None:
    targets, ids = aimed(GUIDE, STUDY, SPEAKER)
    guide = targets.all[ids[0]]
    assert covered(wanted("pedoman kurasi", targets), guide, targets) == 1
    assert 0 < covered(wanted("pedoman satelit", targets), guide, targets) < 1
    assert covered(wanted("satelit", targets), guide, targets) == 0
