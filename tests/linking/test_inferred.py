"""Links that nobody wrote down are proposals, of one object, in the order of the stages of work."""

import pytest

from tasks.linking.graph import fitting
from tasks.linking.inferred import Proposal
from tasks.linking.shown_words import as_written
from tasks.linking.stages import before, table
from tests.linking.plans import linked

CENTRE = {"owners": "Pustekkom", "levels": "central", "group": "K1"}
REGION = {"owners": "Dinas Pendidikan Bali", "levels": "province", "regions": "Bali", "group": "K1"}
SYLLABUS = {"action": "Menyusun silabus pelatihan admin jaringan sekolah"} | CENTRE
TRAINING = {"action": "Pelatihan admin jaringan sekolah"} | REGION
REPORT = {"action": "Mengevaluasi layanan perpustakaan keliling"} | CENTRE


def offered_links(*rows: dict[str, str]) -> set[tuple[str, str]]:
    made, items = linked(*rows)
    names = {item: name for name, item in items.items()}
    offered = made.links[made.links["kind"] == "inferred"]
    return {(names[a], names[b]) for a, b in zip(offered["from_item"], offered["to_item"], strict=True)}


def test_a_region_needs_the_product_of_the_centre() -> None:
    assert offered_links(SYLLABUS, TRAINING, REPORT) == {("R1", "R2")}


def test_the_order_in_the_plan_does_not_matter() -> None:
    assert offered_links(REPORT, TRAINING, SYLLABUS) == {("R3", "R2")}


def test_what_is_stated_is_not_proposed_again() -> None:
    made, _ = linked(SYLLABUS, TRAINING | {"depends_text": "setelah silabus admin jaringan sekolah terbit"}, REPORT)
    assert list(made.links["status"]) == ["accepted"]


def test_common_words_are_shown_in_the_language_of_the_plan() -> None:
    assert as_written(["peralatan", "zzz"], "procure the equipment", "pengadaan peralatan") == ["equipment", "zzz"]


def test_the_reason_names_stages_and_common_words() -> None:
    made, _ = linked(SYLLABUS, TRAINING, REPORT)
    [row] = made.links.to_dict("records")
    assert row["kind"] == "inferred"
    assert row["evidence"] == "curriculum → training: admin jaringan sekolah"
    assert 0 < float(row["confidence"]) < 1


def test_the_surest_are_accepted_unless_the_periods_speak_against_them() -> None:
    due = {"start": "2017-05-01", "end": "2017-05-31"}
    for then, status in (("2017-06-30", "accepted"), ("2017-04-30", "proposed")):
        made, _ = linked(SYLLABUS | due, TRAINING | {"end": then}, REPORT)
        assert list(made.links["status"]) == [status]


def test_a_guideline_on_forming_is_rather_for_those_who_form() -> None:
    guide = {"action": "Menyusun pedoman pembentukan posyandu remaja"} | CENTRE
    form, repair = (
        float(linked(guide, {"action": action} | REGION, REPORT)[0].links["confidence"][0])
        for action in ("Pembentukan posyandu Bali", "Renovasi posyandu Bali")
    )
    assert form > repair


def test_what_several_regions_draw_up_one_of_no_region_approves() -> None:
    districts = [
        {
            "action": f"Review of the IWMP of {name}",
            "levels": "district",
            "regions": name,
            "group": "K1",
            "file": "a.docx",
        }
        for name in ("Vhembe", "Zululand", "Sekhukhune")
    ]
    approve = {"action": "Endorse reviewed IWMPs of districts", "levels": "province", "group": "K1", "file": "a.docx"}
    assert offered_links(*districts, approve, REPORT) == {("R1", "R4"), ("R2", "R4"), ("R3", "R4")}


def test_who_buys_and_hands_out_supplies_nobody_else_who_hands_out() -> None:
    bought = {"action": "Pengadaan dan distribusi panel surya sekolah terpencil"} | CENTRE
    handed = {"action": "Distribusi panel surya sekolah terpencil"} | REGION
    assert offered_links(bought, handed, REPORT) == set()
    assert offered_links(bought | {"action": "Pengadaan panel surya"}, handed, REPORT) == {("R1", "R2")}


@pytest.mark.parametrize(
    "other",
    [
        {"action": "Pelatihan pustakawan desa"},
        {"action": "Menyusun silabus pelatihan admin jaringan sekolah"},
    ],
)
def test_another_object_or_the_same_product_is_no_stage_after(other: dict[str, str]) -> None:
    assert offered_links(SYLLABUS, other | CENTRE, REPORT) == set()


def test_places_that_differ_part() -> None:
    bought = {"action": "Pengadaan panel surya sekolah terpencil"} | REGION
    papua = {"owners": "Dinas Pendidikan Papua", "levels": "province", "regions": "Papua", "group": "K1"}
    assert offered_links(bought, {"action": "Distribusi panel surya sekolah terpencil"} | papua, REPORT) == set()
    assert offered_links(bought, {"action": "Distribusi panel surya sekolah terpencil"} | REGION, REPORT) == {
        ("R1", "R2")
    }


def test_the_table_is_whole() -> None:
    assert all(0 < sure < 1 and first != "" != then for (first, then, _), sure in table().items())
    assert sum(len(stages) for stages in before().values()) == len(table())


def proposal(source: str, target: str, confidence: float) -> Proposal:
    return Proposal(source, target, confidence, ("guideline", "use"), ("x",), late=False)


def test_no_proposal_closes_a_ring() -> None:
    assert fitting([proposal("B", "A", 0.9)], [("A", "C"), ("C", "B")]) == []


def test_of_a_ring_of_proposals_the_least_sure_goes() -> None:
    ring = [proposal("A", "B", 0.9), proposal("B", "C", 0.8), proposal("C", "A", 0.7)]
    assert fitting(ring, []) == ring[:2]


def test_no_proposal_skips_a_step() -> None:
    assert fitting([proposal("A", "C", 0.9)], [("A", "B"), ("B", "C")]) == []


def test_what_is_known_the_other_way_round_is_not_proposed() -> None:
    assert fitting([proposal("A", "B", 0.9)], [("B", "A")]) == []


def test_a_guideline_on_what_regions_write_comes_before_they_write_it() -> None:
    guide = {"action": "Menyusun pedoman profil risiko sekolah"} | CENTRE
    assert offered_links(guide, {"action": "Menyusun profil risiko sekolah"} | REGION, REPORT) == {("R1", "R2")}
