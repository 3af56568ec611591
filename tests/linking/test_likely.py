"""How likely one item waits for another."""

import pytest

from tasks.linking.candidates import Candidates
from tasks.linking.inferred import ACCEPTED
from tasks.linking.likely import DOUBTED, SUREST, Likelihood, pairs
from tests.linking.plans import aimed

SYLLABUS = {"action": "Menyusun silabus pelatihan admin jaringan sekolah", "levels": "central", "group": "K1"}
TRAINING = {"action": "Pelatihan admin jaringan sekolah", "levels": "province", "regions": "Bali", "group": "K2"}
REPORT = {"action": "Mengevaluasi layanan perpustakaan keliling", "levels": "central", "group": "K1"}


def confidence(*rows: dict[str, str]) -> float:
    """Of the second record's item waiting for the first's."""
    return waiting(0, 1, *rows)


def confidence_reversed(first: dict[str, str], then: dict[str, str]) -> float:
    """Of the second waiting for the first where it stands before that."""
    return waiting(1, 0, then, first, REPORT)


def waiting(source: int, target: int, *rows: dict[str, str]) -> float:
    """Of one record's item waiting for another's."""
    targets, told = aimed(*rows)
    candidates = Candidates(targets)
    at = [one.item_id for one in candidates.items]
    found = pairs([at.index(told[target])], candidates)
    sure = Likelihood(targets, candidates).confidence(found)
    return float(sure[found.others.tolist().index(at.index(told[source]))])


def test_what_nobody_said_is_never_quite_sure() -> None:
    assert DOUBTED < ACCEPTED < confidence(SYLLABUS, TRAINING, REPORT) <= SUREST


def test_what_no_region_needs_of_the_centre_stays_in_doubt() -> None:
    assert confidence(SYLLABUS, TRAINING | {"levels": "central", "regions": "", "group": "K1"}, REPORT) == DOUBTED


def test_central_offices_of_two_working_groups_do_not_wait_unsaid() -> None:
    assert confidence(SYLLABUS, TRAINING | {"levels": "central", "regions": ""}, REPORT) == 0


def test_what_stands_next_in_a_file_is_likelier_and_what_stands_before_is_less() -> None:
    bought = {"action": "Pengadaan panel surya sekolah", "levels": "central", "file": "a.docx"}
    handed = {"action": "Distribusi baterai panel surya", "levels": "central", "file": "a.docx"}
    elsewhere = confidence(bought, handed | {"file": "b.docx"}, REPORT)
    before = confidence_reversed(bought, handed)
    assert before < elsewhere < confidence(bought, handed, REPORT)


def test_a_common_name_tells_more_than_a_common_noun() -> None:
    guide = {"action": "Menyusun pedoman GhiLMIS", "levels": "central", "group": "K1"}
    used = {"action": "Penggunaan GhiLMIS gudang", "levels": "province", "regions": "Bali", "group": "K2"}
    small = [row | {"action": row["action"].replace("GhiLMIS", "ghilmis")} for row in (guide, used)]
    assert confidence(*small, REPORT) < confidence(guide, used, REPORT)


def test_work_of_one_group_is_likelier() -> None:
    other = TRAINING | {"action": "Pelatihan guru tentang admin jaringan sekolah"}
    assert confidence(SYLLABUS, other, REPORT) < confidence(SYLLABUS, other | {"group": "K1"}, REPORT)


def test_another_thing_is_less_likely() -> None:
    other = TRAINING | {"action": "Pelatihan guru tentang admin jaringan sekolah"}
    assert confidence(SYLLABUS, other, REPORT) < confidence(SYLLABUS, TRAINING, REPORT)


def test_what_ends_after_it_is_less_likely_waited_for() -> None:
    bought = {"action": "Pengadaan panel surya sekolah", "levels": "central", "end": "2017-06-30"}
    handed = {"action": "Distribusi panel surya sekolah terpencil", "levels": "central", "end": "2017-05-31"}
    assert confidence(bought, handed, REPORT) < confidence(bought, handed | {"end": "2017-07-31"}, REPORT)


@pytest.mark.parametrize("row", [SYLLABUS, TRAINING, REPORT])
def test_no_item_is_paired_with_itself_nor_twice_with_another(row: dict[str, str]) -> None:
    targets, _ = aimed(
        SYLLABUS, TRAINING | {"regions": "Bali ; Papua"}, REPORT, row | {"action": "Pengadaan admin jaringan"}
    )
    candidates = Candidates(targets)
    found = pairs(range(len(candidates.items)), candidates)
    told = list(zip(found.nth.tolist(), found.others.tolist(), strict=True))
    assert len(set(told)) == len(told)
    assert told
    assert all(one != other for one, other in told)
