"""What records say of one another becomes links between items."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.linking.link import link
from tasks.merging.merge import merge
from tasks.model.problem import Code
from tasks.reading.folder.inputs import look
from tests.frames import gold, gold_records
from tests.linking.plans import linked

MATRIX = {"file": "matriks.docx"}


def pairs(*rows: Mapping[str, str]) -> set[tuple[str, str]]:
    """Prerequisite and dependent of every link, by record (R1 is the first)."""
    made, items = linked(*rows)
    record = {item: name for name, item in items.items()}
    found = zip(made.links["from_item"], made.links["to_item"], strict=True)
    return {(record[a], record[b]) for a, b in found}


def codes(*rows: Mapping[str, str]) -> list[str]:
    return [p.code.value for p in linked(*rows)[0].problems]


GUIDE = {"action": "Menyusun pedoman kurasi konten", "number": "1"} | MATRIX
TRAIN = {"action": "Melatih kurator daerah", "number": "2"} | MATRIX


@pytest.mark.parametrize(
    "said",
    [
        "setelah no. 1 selesai",
        "menunggu nomor 1",
        "berdasarkan no. 1",
        "after no. 1 is finished",
        "mengacu pada butir 1",
    ],
)
def test_a_number_means_the_row_that_bears_it_in_the_same_table(said: str) -> None:
    assert pairs(GUIDE, TRAIN | {"depends_text": said}) == {("R1", "R2")}


@pytest.mark.parametrize("said", ["1, 3", "1 dan 3", "1; 3", "no. 1, no. 3", "items 1 and 3", "setelah kegiatan 1, 3"])
def test_a_cell_for_prerequisites_may_hold_bare_numbers(said: str) -> None:
    third = {"action": "Mengevaluasi siaran radio", "number": "3"} | MATRIX
    assert pairs(GUIDE, third, TRAIN | {"depends_text": said}) == {("R1", "R3"), ("R2", "R3")}


def test_numbers_with_letters_or_points_are_not_cut() -> None:
    coded = [
        {"action": "Menyewa satelit", "number": "1.2"} | MATRIX,
        {"action": "Survei guru", "number": "A3"} | MATRIX,
    ]
    assert pairs(GUIDE, *coded, TRAIN | {"depends_text": "setelah no. 1.2"}) == {("R2", "R4")}
    assert pairs(GUIDE, *coded, TRAIN | {"depends_text": "A3"}) == {("R3", "R4")}
    assert codes(GUIDE, *coded, TRAIN | {"depends_text": "Q3"}) == []


@pytest.mark.parametrize(
    "said",
    [
        "menunggu Kel. 2 no. 7",
        "setelah kajian (Kelompok II no. 7)",
        "after Group 2 no. 7",
        "Pokja II, butir 7",
    ],
)
def test_a_number_of_another_group(said: str) -> None:
    study = {"action": "Melakukan kajian bandwidth", "number": "7", "group": "K2", "file": "kel2.xlsx"}
    own = {"action": "Menyewa satelit", "number": "7", "file": "kel1.docx"}
    assert pairs(study, own, {"action": "Memasang antena", "number": "1", "depends_text": said}) == {("R1", "R3")}


def test_several_numbers_are_several_links() -> None:
    third = {"action": "Mengevaluasi kurasi", "number": "3", "depends_text": "setelah no. 1 dan 2 selesai"} | MATRIX
    assert pairs(GUIDE, TRAIN, third) == {("R1", "R3"), ("R2", "R3")}


@pytest.mark.parametrize(
    "said",
    ["setelah pedoman kurasi konten terbit", "menunggu pedoman kurasi konten", "modul mengacu pedoman kurasi konten"],
)
def test_a_name_means_the_item_that_makes_the_thing(said: str) -> None:
    train = {"action": "Melatih kurator daerah", "depends_text": said, "file": "lain.csv"}
    assert pairs(GUIDE, {"action": "Menayangkan siaran radio"}, train) == {("R1", "R3")}


def test_words_that_point_forward_turn_the_link_round() -> None:
    data = {"action": "Mendata sekolah tanpa listrik, menjadi dasar bagi no. 2", "number": "1"} | MATRIX
    assert pairs(data, {"action": "Mengadakan panel surya", "number": "2"} | MATRIX) == {("R1", "R2")}


@pytest.mark.parametrize("said", ["sebelum no. 1", "sebagai bahan no. 1", "as input for item 1", "prior to no. 1"])
def test_words_that_point_forward_do_so_in_any_field(said: str) -> None:
    assert pairs(GUIDE, TRAIN | {"remarks": said}) == pairs(GUIDE, TRAIN | {"depends_text": said}) == {("R2", "R1")}


@pytest.mark.parametrize("said", ["tanpa menunggu no. 1", "without waiting for item 1", "regardless of no. 1"])
def test_who_need_not_wait_is_not_linked(said: str) -> None:
    assert pairs(GUIDE, TRAIN | {"depends_text": said}) == set()


def test_pointing_to_a_place_is_no_dependency() -> None:
    made, _ = linked(GUIDE, TRAIN | {"depends_text": "lihat no. 1", "remarks": "lihat no. 1"})
    assert list(made.links["relation"]) == ["related"]


def test_a_cell_for_prerequisites_may_point_to_one() -> None:
    assert pairs(GUIDE, TRAIN | {"depends_text": "lihat no. 1", "remarks": "10 orang"}) == {("R1", "R2")}


def test_that_guideline_is_the_one_named_before() -> None:
    spread = {"action": "Menyebarkan modul setelah pedoman tersebut terbit"} | MATRIX
    assert pairs(GUIDE, {"action": "Menayangkan siaran radio"} | MATRIX, spread) == {("R1", "R3")}


ROWS = (
    GUIDE,
    TRAIN | {"depends_text": "no. 1"},
    {"action": "Melakukan kajian bandwidth", "number": "3", "depends_text": "sebelum no. 2"} | MATRIX,
    {"action": "Menyewa satelit", "depends_text": "setelah kajian bandwidth; no. 40", "file": "lain.csv"},
)


@settings(max_examples=10)
@given(st.permutations(ROWS))
def test_the_order_of_rows_changes_nothing(rows: list[dict[str, str]]) -> None:
    made, items = linked(*rows)
    action = {items[f"R{n}"]: row["action"] for n, row in enumerate(rows, 1)}
    found = {(action[a], action[b]) for a, b in zip(made.links["from_item"], made.links["to_item"], strict=True)}
    guide, train, study, rent = (row["action"] for row in ROWS)
    assert found == {(guide, train), (study, train), (study, rent)}
    assert [p.code for p in made.problems] == [Code.REFERENCE_NOT_FOUND]


def test_a_law_in_force_is_no_prerequisite() -> None:
    assert pairs(GUIDE, TRAIN | {"depends_text": "sesuai dengan UU No. 1 Tahun 2014"}) == set()
    assert codes(GUIDE, TRAIN | {"depends_text": "sesuai dengan UU No. 1 Tahun 2014"}) == []


def test_a_law_is_not_looked_for_by_its_name() -> None:
    law = "sesuai UU 23/2014 pedoman kurasi konten"
    assert pairs(GUIDE, {"action": "Melatih guru", "depends_text": law, "file": "lain.csv"}) == set()


def test_doubt_about_a_weak_word_is_not_told() -> None:
    one = {"action": "Menyusun pedoman kurasi konten audio"}
    other = {"action": "Menyusun pedoman kurasi konten video"}
    uses = {"action": "Melatih kurator dengan menggunakan pedoman kurasi konten"}
    assert codes(one, other, uses) == []


def test_the_surest_words_count() -> None:
    made, _ = linked(GUIDE, TRAIN | {"depends_text": "setelah no. 1; menunggu pedoman kurasi konten"})
    assert list(made.links["confidence"]) == ["0.95"]
    assert list(made.links["evidence"]) == ["setelah no. 1; menunggu pedoman kurasi konten"]


def test_a_number_that_is_not_there_is_told() -> None:
    assert codes(GUIDE, TRAIN | {"depends_text": "setelah no. 40 selesai"}) == [Code.REFERENCE_NOT_FOUND]


def test_a_thing_that_nobody_has_put_down_is_told() -> None:
    waits = TRAIN | {"depends_text": "menunggu modul penyiaran dari Balai Media"}
    made, items = linked(GUIDE, waits)
    [told] = made.problems
    assert told.code == Code.PREREQUISITE_MISSING
    assert dict(told.details)["item"] == items["R2"]
    assert "modul penyiaran" in dict(told.details)["text"]


def test_a_name_that_fits_two_items_links_neither() -> None:
    one = {"action": "Menyusun pedoman kurasi konten audio"}
    other = {"action": "Menyusun pedoman kurasi konten video", "file": "b.docx"}
    waits = {"action": "Melatih kurator", "depends_text": "menunggu pedoman kurasi konten", "file": "c.docx"}
    assert pairs(one, other, waits) == set()
    assert codes(one, other, waits) == [Code.REFERENCE_AMBIGUOUS]


def test_an_item_does_not_wait_for_itself_and_says_a_thing_once() -> None:
    said = "setelah no. 1 selesai; menunggu no. 1; sesuai no. 2"
    made, _ = linked(GUIDE, TRAIN | {"depends_text": said})
    assert len(made.links) == 1


def test_evidence_holds_the_words() -> None:
    made, _ = linked(GUIDE, TRAIN | {"depends_text": "setelah no. 1 selesai"})
    assert made.links.iloc[0].to_dict() | {"from_item": "", "to_item": "", "fingerprint": ""} == {
        "from_item": "", "to_item": "", "kind": "explicit", "relation": "finish-start", "status": "accepted",
        "confidence": "0.95", "evidence": "setelah no. 1 selesai", "lag": "", "verdict": "", "between": "",
        "fingerprint": "", "suspect": "",
    }  # fmt: skip


def test_a_ring_is_told_once_with_all_its_items() -> None:
    first = GUIDE | {"depends_text": "menunggu no. 2"}
    made, items = linked(first, TRAIN | {"depends_text": "menunggu no. 1"})
    [ring] = [p for p in made.problems if p.code == Code.DEPENDENCY_CYCLE]
    assert all(items[name] in dict(ring.details)["ring"] for name in ("R1", "R2"))
    assert dict(ring.details)["weakest"] in {f"{items[a]} → {items[b]}" for a, b in (("R1", "R2"), ("R2", "R1"))}
    assert len(made.links) == 2


def test_links_of_the_sample_are_right_and_its_ring_is_found(sample: Path) -> None:
    groups = look(sample).meeting.groups
    merged = merge(gold_records(), groups, {})
    made = link(merged.items, merged.records, groups)
    cluster = {r["gold_id"]: r["cluster"] or r["gold_id"] for r in gold("records").to_dict("records")}
    clusters: dict[str, set[str]] = {}
    for record, item in zip(merged.records["record_id"], merged.records["item_id"], strict=True):
        clusters.setdefault(item, set()).add(cluster[record])
    right = {(cluster[r["prerequisite"]], cluster[r["dependent"]]) for r in gold("links").to_dict("records")}
    stated = made.links[made.links["kind"] == "explicit"]
    found = list(zip(stated["from_item"], stated["to_item"], strict=True))
    hits = [1 for a, b in found if any((x, y) in right for x in clusters[a] for y in clusters[b])]
    assert len(found) > 60
    assert len(hits) / len(found) >= 0.95
    assert [p.code for p in made.problems if p.code == Code.DEPENDENCY_CYCLE] == [Code.DEPENDENCY_CYCLE]


def test_the_only_item_that_has_all_the_words_is_meant_whatever_it_does() -> None:
    plan = {"action": "Naskah ITMP Danau Toba dirapikan"} | MATRIX
    waits = {"action": "Menyusun DED kawasan", "depends_text": "setelah ITMP ditetapkan"} | MATRIX
    assert pairs(plan, waits) == {("R1", "R2")}
    other = {"action": "Rapat ITMP bulanan"} | MATRIX
    assert pairs(plan, other, waits) == set()


@pytest.mark.parametrize(
    ("made", "waits", "said"),
    [
        ("Prepare the Harbour Road Improvement Plan", "Compile the port projects", "once HRIP has fixed the routes"),
        ("Membuka Posko Aduan THR", "Menindaklanjuti aduan", "setelah Posko Aduan THR menyerahkan rekap aduan"),
        ("Menunjuk ulang lembaga audit SMK3", "Audit SMK3 di pabrik", "sesudah lembaga audit ditunjuk"),
        ("Melaksanakan akreditasi LPK tahap I", "Akreditasi LPK tahap II", "setelah evaluasi tahap I"),
        ("2 MW mini-hydro Garam Valley", "Form an association for the Garam Valley plant", "as soon as it is built"),
        ("Membangun rumah singgah lansia", "Menempatkan lansia di rumah singgah", "setelah bangunan selesai"),
        ("Acquire land for the grid station Garam", "New grid station Garam", "land handed over by the district"),
        ("Menyelenggarakan ToT instruktur las", "Pelatihan las angkatan I", "instruktur ikut ToT dulu"),
        ("Revise the safety code for boats", "Inspect 80 boats", "under the new safety code"),
    ],
)
def test_a_thing_is_found_by_other_words_than_its_own(made: str, waits: str, said: str) -> None:
    other = {"action": "Audit kas daerah"} | MATRIX
    found = pairs(other, {"action": made} | MATRIX, {"action": waits, "depends_text": said} | MATRIX)
    assert found == {("R2", "R3")}


@pytest.mark.parametrize("said", ["setelah itu", "shall then", "after that", "thereafter"])
def test_what_follows_waits_for_what_was_said_right_before_if_it_is_of_the_same(said: str) -> None:
    guide = {"action": "Menerbitkan panduan toilet sekolah"} | MATRIX
    build = {"action": "Membangun toilet di 120 sekolah", "depends_text": said} | MATRIX
    other = {"action": "Menyewa satelit"} | MATRIX
    assert list(linked(guide, build)[0].links["kind"]) == ["explicit"]
    assert "explicit" not in list(linked(guide, other, build)[0].links["kind"])


def test_all_of_a_kind_are_waited_for_in_all_regions() -> None:
    report = {"action": "Menyusun laporan tahunan", "depends_text": "setelah seluruh pemeriksaan provinsi selesai"}
    here = [
        {"action": f"Pemeriksaan norma {what}", "regions": name, "owners": f"Dinas {name}", "levels": "province"}
        for name, what in (("Bali", "hotel"), ("Jambi", "kebun sawit"), ("Papua", "tambang"))
    ]
    assert pairs(*here, report) == {("R1", "R4"), ("R2", "R4"), ("R3", "R4")}


def test_there_means_the_place_of_the_one_who_speaks() -> None:
    drives = [{"action": f"Lead an anti-theft drive on {what}"} for what in ("farms", "feeders")]
    waits = {"action": "Privatise bills in Dadu", "depends_text": "after the anti-theft drive there has ended"}
    assert pairs(drives[0] | {"owners": "DC Kalat"}, drives[1] | {"owners": "DC Dadu"}, waits) == {("R2", "R3")}


def test_the_short_name_of_an_office_means_those_of_its_full_name_as_well() -> None:
    app = {"action": "Menyiapkan aplikasi perencanaan tenaga kerja", "owners": "Pusat Perencanaan Ketenagakerjaan"}
    other = {"action": "Rapat bulanan", "owners": "Pusrenaker"}
    waits = {"action": "Menyusun rencana tenaga kerja dengan aplikasi yang disiapkan Pusrenaker"}
    assert pairs(app, other, waits) == {("R1", "R3")}


def test_texts_that_a_group_agreed_are_those_that_somebody_wrote() -> None:
    model = {"action": "Prepare model documents for hybrid auctions"}
    waits = {"action": "Hold an auction of hybrid capacity with the model documents agreed by the group"}
    assert pairs(model, waits) == {("R1", "R2")}


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("3", "after 3"),
        ("3", "menunggu keg. 3"),
        ("3", "after step 3"),
        ("3", "after action (3)"),
        ("3", "sesudah nomor urut 3"),
        ("EE-06", "after EE-6"),
        ("A.4", "setelah no. A4"),
        ("2.a", "setelah 2a"),
        ("K1-03", "after K1-03"),
        ("iv", "after (iv)"),
        ("iv", "setelah butir iv"),
    ],
)
def test_a_number_is_known_in_the_ways_people_write_it(number: str, said: str) -> None:
    first = {"action": "Menyusun peta rawan banjir", "number": number} | MATRIX
    assert pairs(first, {"action": "Merekrut penyuluh", "number": "9", "depends_text": said} | MATRIX) == {("R1", "R2")}


@pytest.mark.parametrize("said", ["after 3 months", "setelah 3 bulan", "x", "after 4"])
def test_what_only_looks_like_a_number_of_a_row_is_none(said: str) -> None:
    first = {"action": "Menyusun peta rawan banjir", "number": "3"} | MATRIX
    assert pairs(first, {"action": "Merekrut penyuluh", "number": "9", "depends_text": said} | MATRIX) == set()


def test_a_letter_in_brackets_means_the_point_that_bears_it_in_the_file() -> None:
    lettered = [GUIDE | {"number": "(ii)"}, {"action": "Buy pumps", "number": "(iii)"} | MATRIX]
    assert pairs(*lettered, TRAIN | {"depends_text": "pending compliance with (ii) above"}) == {("R1", "R3")}
    assert pairs(*lettered, TRAIN | {"depends_text": "pending compliance with (v) above"}) == set()


def test_a_number_behind_the_letter_of_its_part_is_found_without_a_word_for_numbers() -> None:
    parts = [GUIDE | {"heading": "B. Sekretariat"}, {"action": "Survei guru", "heading": "A. Pusat"} | MATRIX]
    assert pairs(*parts, TRAIN | {"depends_text": "setelah lokasi pada B.1 ditetapkan", "heading": "A. Pusat"}) == {
        ("R1", "R3")
    }


def test_the_code_of_a_group_is_no_number() -> None:
    said = {
        "action": "Deploy the portal",
        "group": "K1",
        "depends_text": "awaits the list of the feeding programme (K2)",
    }
    verified = {"action": "Verify the list of the feeding programme", "group": "K2", "file": "b.docx"}
    assert pairs(verified, said | {"file": "a.docx"}) == {("R1", "R2")}
    assert Code.REFERENCE_NOT_FOUND not in codes(said | {"file": "a.docx"}, {"action": "Dig wells", "group": "K2"})


@pytest.mark.parametrize(
    ("said", "waits"),
    [
        ("The citizen portal cannot go live without it", "Deploy the citizen portal"),
        ("Portal layanan warga tidak dapat diluncurkan tanpa kegiatan ini", "Meluncurkan portal layanan warga"),
    ],
)
def test_what_cannot_go_on_without_an_action_waits_for_it(said: str, waits: str) -> None:
    numbers = {"action": "Issue numbers to pupils", "remarks": said} | MATRIX
    assert pairs(numbers, {"action": waits} | MATRIX) == {("R1", "R2")}


def test_a_kind_of_source_is_known_by_its_short_name() -> None:
    agreed = {"action": "Melatih petugas", "number": "2", "file": "Berita Acara Kesepakatan.pdf"}
    row = {"action": "Membeli alat ukur", "number": "2", "file": "rekap.xlsx"}
    waits = {
        "action": "Pemeriksaan koperasi",
        "number": "7",
        "depends_text": "setelah BA angka 2",
        "file": "rekap.xlsx",
    }
    assert pairs(agreed, row, waits) == {("R1", "R3")}
