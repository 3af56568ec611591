"""Provinces and districts in text: official names, abbreviations, what stays open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.values import Level
from tasks.normalising.reference import rows
from tasks.normalising.regions import Gazetteer

OLD, NEW, ENGLISH = Gazetteer.load(2017), Gazetteer.load(2025), Gazetteer.load(2019, language="en")


@pytest.mark.parametrize(
    "text, names",
    [
        ("Provinsi Jawa Barat", ["Jawa Barat"]),
        ("Prov. Jabar", ["Jawa Barat"]),
        ("se-Jawa Barat", ["Jawa Barat"]),
        ("JAWA BARAT", ["Jawa Barat"]),
        ("Propinsi Sumut", ["Sumatera Utara"]),
        ("NAD", ["Aceh"]),
        ("D.I. Yogyakarta", ["DI Yogyakarta"]),
        ("Daerah Istimewa Yogyakarta", ["DI Yogyakarta"]),
        ("DIY", ["DI Yogyakarta"]),
        ("Yogya", ["DI Yogyakarta"]),
        ("DKI", ["DKI Jakarta"]),
        ("Kepri", ["Kepulauan Riau"]),
        ("Kep. Riau", ["Kepulauan Riau"]),
        ("Babel", ["Kepulauan Bangka Belitung"]),
        ("NTT dan NTB", ["Nusa Tenggara Timur", "Nusa Tenggara Barat"]),
        ("Papua Barat", ["Papua Barat"]),
        ("P A P U A", ["Papua"]),
        ("Gorontalo", ["Gorontalo"]),
        ("Kab. Gorontalo", ["Kabupaten Gorontalo"]),
        ("Kota Jambi", ["Kota Jambi"]),
        ("Kab. Bogor", ["Kabupaten Bogor"]),
        ("Kabupaten Bogor", ["Kabupaten Bogor"]),
        ("KAB.BOGOR", ["Kabupaten Bogor"]),
        ("Kota Bogor", ["Kota Bogor"]),
        ("Asmat", ["Kabupaten Asmat"]),
        ("Natuna, Anambas", ["Kabupaten Natuna", "Kabupaten Kepulauan Anambas"]),
        ("Kab. Kep. Mentawai", ["Kabupaten Kepulauan Mentawai"]),
        ("Kukar", ["Kabupaten Kutai Kartanegara"]),
        ("Kab. TTS dan Kab. SBD", ["Kabupaten Timor Tengah Selatan", "Kabupaten Sumba Barat Daya"]),
        ("Kab. OKUT, Kab. MBD", ["Kabupaten Ogan Komering Ulu Timur", "Kabupaten Maluku Barat Daya"]),
        ("Lamteng; Koltim", ["Kabupaten Lampung Tengah", "Kabupaten Kolaka Timur"]),
        ("Gunung Kidul", ["Kabupaten Gunungkidul"]),
        ("Bau-Bau", ["Kota Bau Bau"]),
        ("Solo", ["Kota Surakarta"]),
        ("Kota Administrasi Jakarta Timur", ["Kota Administrasi Jakarta Timur"]),
        ("Kota Batu", ["Kota Batu"]),
        ("Kab. Puncak", ["Kabupaten Puncak"]),
        ("Sabah Malaysia", ["Sabah (Malaysia)"]),
        ("Asmat Regency and Bogor City", ["Kabupaten Asmat", "Kota Bogor"]),
        ("West Java and North Sumatra", ["Jawa Barat", "Sumatera Utara"]),
        ("Sekolah di batu karang dekat puncak", []),
        ("malang benar nasib siak", []),
        ("untuk 24 kab/kota", []),
        ("34 provinsi", []),
        ("konten bahasa Bali dan aksara Bali", []),
        ("konten bahasa daerah Bugis dan Makassar", []),
        ("Universitas Jambi", []),
        ("Bahasa Inggris di Kota Bogor", ["Kota Bogor"]),
        ("", []),
    ],
)
def test_find(text: str, names: list[str]) -> None:
    assert [m.region.name for m in OLD.find(text)] == names


def test_a_match_holds_its_marker() -> None:
    text = "Bimtek di Kab. Asmat tahun ini"
    (found,) = OLD.find(text)
    assert found.text == text[found.start : found.end] == "Kab. Asmat"


@pytest.mark.parametrize("name", ["Bogor", "Bandung", "Semarang", "Kupang", "Jayapura"])
def test_a_bare_name_of_two_regions_stays_open(name: str) -> None:
    assert OLD.find(name) == []
    (found,) = OLD.ambiguous(f"sekolah di {name}")
    assert {r.name for r in found.candidates} == {f"Kabupaten {name}", f"Kota {name}"}


def test_a_place_column_may_name_what_is_an_ordinary_word() -> None:
    assert [m.region.name for m in OLD.find("Batu", place=True)] == ["Kota Batu"]


def test_regions_are_those_of_the_year() -> None:
    assert OLD.find("Papua Pegunungan")[0].region.name == "Papua"
    assert NEW.find("Papua Pegunungan")[0].region.name == "Papua Pegunungan"
    merauke = NEW.named("Kab. Merauke")
    assert merauke is not None
    parent = NEW.parent(merauke)
    assert parent is not None
    assert parent.name == "Papua Selatan"


def test_english_names_are_shown_in_english() -> None:
    assert [m.region.name for m in ENGLISH.find("West Java, Jawa Timur, Kab. Bogor")] == [
        "West Java", "East Java", "Kabupaten Bogor",
    ]  # fmt: skip


def test_rows_of_the_plan_are_added() -> None:
    row = {"canonical": "Wilayah 3T", "type": "other", "variants": "daerah 3T; kawasan 3T"}
    gazetteer = Gazetteer.load(2017, [row])
    assert [m.region.name for m in gazetteer.find("bantuan bagi kawasan 3T di Papua")] == ["Wilayah 3T", "Papua"]


@pytest.mark.parametrize("vintage, year", [("2017", 2017), ("2025", 2025)])
def test_every_region_is_found_by_its_own_name(vintage: str, year: int) -> None:
    gazetteer = Gazetteer.load(year)
    for row in rows("regions"):
        if row["vintage"] == vintage:
            region = gazetteer.named(row["name"])
            assert region is not None
            assert region.code == row["code"]
            assert region.level in {Level.PROVINCE, Level.DISTRICT}


@given(st.text(max_size=60))
def test_no_text_breaks_the_gazetteer(text: str) -> None:
    for found in OLD.find(text):
        assert text[found.start : found.end] == found.text
    OLD.ambiguous(text)


@pytest.mark.parametrize(
    "text, names",
    [
        ("patroli di Laut Natuna Utara", []),
        ("konservasi di Selat Makassar", []),
        ("kebersihan Danau Toba dan Sungai Batang Hari", []),
        ("kebersihan Danau Toba, Sumut", ["Sumatera Utara"]),
        ("pos pantau Gunung Tambora di Kabupaten Bima", ["Kabupaten Bima"]),
        ("penambahan penerbangan Bandara Sultan Hasanuddin Makassar", []),
        ("pelatihan oleh Universitas Lampung", []),
        ("kerja sama dengan Universitas Negeri Malang", []),
        ("KKN Universitas Islam Negeri Sumatera Utara", []),
        ("pemantauan Teluk Bone", []),
        ("penataan Teluk Bintuni", ["Kabupaten Teluk Bintuni"]),
        ("jalan di Kota Sungai Penuh", ["Kota Sungai Penuh"]),
        ("Pemetaan di medan yang sulit", []),
        ("penanaman ketapang dan meranti", []),
        ("pengawasan tambang batu bara", []),
        ("Ditjen Mineral dan Batu Bara", []),
        ("Pengawasan tambang di Kabupaten Batu Bara", ["Kabupaten Batu Bara"]),
        ("rapat di Medan", ["Kota Medan"]),
        ("sosialisasi di surabaya", ["Kota Surabaya"]),
        ("Makassar Strait patrol", []),
        ("clean the Natuna Sea", []),
        ("Palu Airport upgrade", []),
        ("merasa kalut", []),
        ("Pelabuhan Sorong dan Pelabuhan Makassar", ["Kota Makassar"]),
        ("Taman Nasional Lore Lindu", []),
        ("DAS Batang Hari", []),
        ("Kapal Riset Baruna Jaya", []),
        ("penguatan budaya Bugis", []),
        ("batik Pekalongan", []),
        ("Tanjung Jabung Barat", ["Kabupaten Tanjung Jabung Barat"]),
        ("Sungai Kapuas di Pontianak", ["Kota Pontianak"]),
        ("Kepulauan Natuna", ["Kabupaten Natuna"]),
        ("Bank Lampung", []),
        ("Jembatan Merah Putih Ambon", ["Kota Ambon"]),
        ("Hotel Grand Sahid Jaya Jakarta", []),
        ("di Tebing Tinggi", ["Kota Tebing Tinggi"]),
        ("tebing tinggi rawan longsor", []),
    ],
)
def test_seas_houses_and_ordinary_words_are_no_regions(text: str, names: list[str]) -> None:
    assert [m.region.name for m in OLD.find(text)] == names


@pytest.mark.parametrize(
    "text, names",
    [
        ("Gili Matra", []),
        ("Batu", ["Kota Batu"]),
        ("Batu, Malang", ["Kota Batu"]),
        ("Landak Kalbar", ["Kabupaten Landak", "Kalimantan Barat"]),
        ("Kec. Batu Ampar", []),
        ("Pulau Metro Indah", []),
        ("Siak dan Pati", ["Kabupaten Siak", "Kabupaten Pati"]),
        ("Laut Natuna Utara", []),
        ("Pasang Surut", []),
    ],
)
def test_a_place_column(text: str, names: list[str]) -> None:
    assert [m.region.name for m in OLD.find(text, place=True)] == names


def test_a_list_is_read_once_for_all_who_ask_for_the_same() -> None:
    own = [{"canonical": "Kabupaten Contoh", "level": "district", "parent": "Jawa Barat"}]
    assert Gazetteer.load(2017) is Gazetteer.load(2017)
    assert Gazetteer.load(2017, own) is Gazetteer.load(2017, [dict(own[0])])
    loaded = [
        Gazetteer.load(2017),
        Gazetteer.load(2018),
        Gazetteer.load(2017, own),
        Gazetteer.load(2017, language="en"),
    ]
    assert len(set(map(id, loaded))) == len(loaded)
