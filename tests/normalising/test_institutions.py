"""Institutions in text and in owner cells: directory, naming schemes, roles, levels, regions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.values import Level
from tasks.normalising.institutions import Directory
from tasks.normalising.regions import Gazetteer

GAZETTEER = Gazetteer.load(2017)
DIRECTORY = Directory.load(GAZETTEER, host="Pustekkom Kemdikbud")
ENGLISH = Directory.load(Gazetteer.load(2019, language="en"), language="en")

NAMES = [
    # text, canonical name, level, region
    ("Pustekkom", "Pustekkom Kemdikbud", "central", ""),
    ("Pustekom", "Pustekkom Kemdikbud", "central", ""),
    ("Kemendikbud RI", "Kementerian Pendidikan dan Kebudayaan", "central", ""),
    ("Kemkes", "Kementerian Kesehatan", "central", ""),
    ("Kementerian PUPR", "Kementerian Pekerjaan Umum dan Perumahan Rakyat", "central", ""),
    ("Kementerian PPN/Bappenas", "Kementerian PPN/Bappenas", "central", ""),
    ("Menteri Kesehatan", "Kementerian Kesehatan", "central", ""),
    ("Dirjen Dikdasmen", "Ditjen Dikdasmen Kemdikbud", "central", ""),
    ("Direktur Jenderal Cipta Karya",
     "Direktorat Jenderal Cipta Karya Kementerian Pekerjaan Umum dan Perumahan Rakyat", "central", ""),
    ("Dit. Kesehatan Keluarga", "Direktorat Kesehatan Keluarga Kementerian Kesehatan", "central", ""),
    ("RSUD", "RSUD", "other", ""),
    ("RSUD Kab. Bogor", "RSUD Kabupaten Bogor", "district", "Kabupaten Bogor"),
    ("Bapelkes Cikarang", "Bapelkes Cikarang", "central-unit", ""),
    ("Bapelkes Provinsi Jawa Tengah", "Bapelkes Provinsi Jawa Tengah", "province", "Jawa Tengah"),
    ("Kantor Kesehatan Pelabuhan Kelas II Padang", "KKP Kelas II Kota Padang", "central-unit", "Kota Padang"),
    ("KKP Kelas I Soekarno-Hatta", "KKP Kelas I Soekarno-Hatta", "central-unit", ""),
    ("KKP", "Kementerian Kelautan dan Perikanan", "central", ""),
    ("Pusat Studi Gizi", "Pusat Studi Gizi", "other", ""),
    ("MUI", "Majelis Ulama Indonesia", "other", ""),
    ("Kepala BNPB", "BNPB", "central", ""),
    ("Ditjen Dukcapil",
     "Ditjen Dukcapil Kementerian Dalam Negeri", "central", ""),
    ("LPMP Jateng", "LPMP Jawa Tengah", "central-unit", "Jawa Tengah"),
    ("LPMP se-Indonesia", "LPMP", "central-unit", ""),
    ("seluruh P4TK", "PPPPTK", "central-unit", ""),
    ("P4TK Matematika", "PPPPTK Matematika", "central-unit", ""),
    ("PPPPTK IPA Bandung", "PPPPTK IPA", "central-unit", ""),
    ("Kanwil Kemenag Prov. Jambi", "Kanwil Kementerian Agama Jambi", "central-unit", "Jambi"),
    ("BPS Kabupaten Sikka", "BPS Kabupaten Sikka", "central-unit", "Kabupaten Sikka"),
    ("Disdik Prov. Jabar", "Dinas Pendidikan Provinsi Jawa Barat", "province", "Jawa Barat"),
    ("Dinas Pendidikan DKI Jakarta", "Dinas Pendidikan Provinsi DKI Jakarta", "province", "DKI Jakarta"),
    ("Disdik Sulteng", "Dinas Pendidikan dan Kebudayaan Provinsi Sulawesi Tengah", "province", "Sulawesi Tengah"),
    ("Dinkes Provinsi Jawa Timur", "Dinas Kesehatan Provinsi Jawa Timur", "province", "Jawa Timur"),
    ("Dinas Kesehatan Aceh", "Dinas Kesehatan Aceh", "province", "Aceh"),
    ("Bappeda NTB", "Bappeda Provinsi Nusa Tenggara Barat", "province", "Nusa Tenggara Barat"),
    ("UPTD Tekkomdik Kaltara", "UPTD Tekkomdik Provinsi Kalimantan Utara", "province", "Kalimantan Utara"),
    ("Biro Hukum Setda Prov.", "Biro Hukum Sekretariat Daerah Provinsi", "province", ""),
    ("Biro Organisasi Setda", "Biro Organisasi Sekretariat Daerah Provinsi", "province", ""),
    ("Pemprov Sulsel", "Pemerintah Provinsi Sulawesi Selatan", "province", "Sulawesi Selatan"),
    ("Gubernur Jawa Timur", "Pemerintah Provinsi Jawa Timur", "province", "Jawa Timur"),
    ("Provinsi Jawa Barat", "Pemerintah Provinsi Jawa Barat", "province", "Jawa Barat"),
    ("Dinas Pendidikan Provinsi", "Dinas Pendidikan Provinsi", "province", ""),
    ("Balai/UPT TIK provinsi", "Balai/UPT TIK Pendidikan Provinsi", "province", ""),
    ("Disdik Kab/Kota", "Dinas Pendidikan Kabupaten/Kota", "district", ""),
    ("Dinas Pendidikan Kabupaten dan Kota", "Dinas Pendidikan Kabupaten/Kota", "district", ""),
    ("Disdikbud Kab. Kukar", "Dinas Pendidikan dan Kebudayaan Kabupaten Kutai Kartanegara", "district",
     "Kabupaten Kutai Kartanegara"),
    ("Dinas P&K Kab. Sleman", "Dinas Pendidikan dan Kebudayaan Kabupaten Sleman", "district", "Kabupaten Sleman"),
    ("Dinas Pendidikan, Kepemudaan dan Olahraga Kab. Klungkung",
     "Dinas Pendidikan, Kepemudaan dan Olahraga Kabupaten Klungkung", "district", "Kabupaten Klungkung"),
    ("Dinas Tenaga Kerja dan Transmigrasi Kota Batu",
     "Dinas Tenaga Kerja dan Transmigrasi Kota Batu", "district", "Kota Batu"),
    ("Dinas Perdagangan dan Perindustrian Kota Depok", "Dinas Perdagangan dan Perindustrian Kota Depok", "district",
     "Kota Depok"),
    ("Seksi Gizi Dinkes Kota Malang", "Seksi Gizi Dinkes Kota Malang", "district", "Kota Malang"),
    ("Disdik Bogor", "Dinas Pendidikan Bogor", "district", ""),
    ("Pemkab Bogor", "Pemerintah Kabupaten Bogor", "district", "Kabupaten Bogor"),
    ("Pemkab", "Pemerintah Kabupaten/Kota", "district", ""),
    ("Pemerintah Kabupaten", "Pemerintah Kabupaten/Kota", "district", ""),
    ("Bupati Bogor", "Pemerintah Kabupaten Bogor", "district", "Kabupaten Bogor"),
    ("Kota Surabaya", "Pemerintah Kota Surabaya", "district", "Kota Surabaya"),
    ("Puskesmas Cibiru", "Puskesmas Cibiru", "district", ""),
    ("SMA/SMK", "Satuan pendidikan", "school", ""),
    ("Kepala Sekolah", "Satuan pendidikan", "school", ""),
    ("SMAN 3 Bandung", "SMAN 3 Bandung", "school", ""),
    ("PT Maju Jaya", "PT Maju Jaya", "other", ""),
    ("PLN", "PT PLN", "other", ""),
    ("RRI Kupang", "LPP RRI", "other", ""),
    ("Universitas Negeri Jakarta", "Universitas Negeri Jakarta", "other", ""),
    ("Mitra Netra", "Mitra Netra", "other", ""),
]  # fmt: skip


@pytest.mark.parametrize("text, name, level, region", NAMES, ids=[n[0] for n in NAMES])
def test_name(text: str, name: str, level: str, region: str) -> None:
    (found,) = DIRECTORY.split(text)
    assert (found.institution.name, found.institution.level, found.institution.region) == (name, level, region)
    assert found.known


@pytest.mark.parametrize(
    "cell, lead, support",
    [
        ("Pustekkom, LKPP", ["Pustekkom Kemdikbud", "LKPP"], []),
        ("Pustekkom\nPuskurbuk", ["Pustekkom Kemdikbud", "Puskurbuk Kemdikbud"], []),
        ("Pustekkom dan LKPP", ["Pustekkom Kemdikbud", "LKPP"], []),
        ("Kemenkes/Kemensos", ["Kementerian Kesehatan", "Kementerian Sosial"], []),
        ("Kemenkes & Kemensos", ["Kementerian Kesehatan", "Kementerian Sosial"], []),
        ("1) Kemenkes 2) Kemensos", ["Kementerian Kesehatan", "Kementerian Sosial"], []),
        ("a. BNPB\nb. BMKG", ["BNPB", "BMKG"], []),
        ("BSNP bersama LKPP", ["BSNP", "LKPP"], []),
        ("Pustekkom, Biro Hukor\n(didukung Kemendagri)",
         ["Pustekkom Kemdikbud", "Biro Hukum dan Organisasi Kemdikbud"], ["Kementerian Dalam Negeri"]),
        ("BSNP didukung LKPP dan BPS", ["BSNP"], ["LKPP", "BPS"]),
        ("BSNP bekerja sama dengan LKPP", ["BSNP"], ["LKPP"]),
        ("BSNP (LKPP)", ["BSNP"], ["LKPP"]),
        ("BSNP (lead), LKPP (support)", ["BSNP"], ["LKPP"]),
        ("PIC: BSNP; Pendukung: LKPP, BPS", ["BSNP"], ["LKPP", "BPS"]),
        ("Kementerian Dalam Negeri (Kemendagri)", ["Kementerian Dalam Negeri"], []),
        ("Tim Percepatan Stunting (TPS)", ["Tim Percepatan Stunting"], []),
        ("Kementerian Kesehatan cq. Ditjen P2P",
         ["Kementerian Kesehatan", "Direktorat Jenderal Pencegahan dan Pengendalian Penyakit Kementerian Kesehatan"],
         []),
        ("Dinas Pendidikan Provinsi dan Kab/Kota",
         ["Dinas Pendidikan Provinsi", "Dinas Pendidikan Kabupaten/Kota"], []),
        ("Dinkes Jabar dan Jatim",
         ["Dinas Kesehatan Provinsi Jawa Barat", "Dinas Kesehatan Provinsi Jawa Timur"], []),
        ("Dinas Pendidikan dan Kebudayaan Kab. Sambas, Dinkes Kab. Sambas",
         ["Dinas Pendidikan dan Kebudayaan Kabupaten Sambas", "Dinas Kesehatan Kabupaten Sambas"], []),
        ("Dinas Pendidikan dan Bappeda Kab. Bogor", ["Dinas Pendidikan", "Bappeda Kabupaten Bogor"], []),
        ("Pusat: Kemenkes; Daerah: Dinkes Prov", ["Kementerian Kesehatan", "Dinas Kesehatan Provinsi"], []),
        ("LPMP Sulsel untuk 24 kab/kota", ["LPMP Sulawesi Selatan"], []),
        ("PDSPK yg pegang", ["PDSPK Kemdikbud"], []),
        ("LKPP selaku pembina, BPS", ["LKPP", "BPS"], []),
        ("Pustekkom dg PT Telkom", ["Pustekkom Kemdikbud"], ["PT Telkom"]),
        ("Pustekkom + PANDI", ["Pustekkom Kemdikbud", "PANDI"], []),
        ("Pustekkom, Pustekkom", ["Pustekkom Kemdikbud"], []),
        ("-", [], []),
        ("", [], []),
    ],
)  # fmt: skip
def test_cell(cell: str, lead: list[str], support: list[str]) -> None:
    found = DIRECTORY.split(cell)
    assert [m.institution.name for m in found if m.role == "lead"] == lead
    assert [m.institution.name for m in found if m.role == "support"] == support


def test_unknown_names_stay_as_written() -> None:
    (found,) = DIRECTORY.split("Gugus  Kendali\u00a0Mutu dan Anto")
    assert found.institution.name == "Gugus Kendali Mutu dan Anto"
    assert (found.institution.level, found.known) == ("other", False)


def test_a_slip_of_the_pen_in_a_long_name_is_forgiven_and_in_a_short_one_not() -> None:
    (long,) = DIRECTORY.split("Kementrian Kesehatn")
    (short,) = DIRECTORY.split("LKKP")
    assert long.institution.name == "Kementerian Kesehatan"
    assert not short.known


@pytest.mark.parametrize(
    "text, names",
    [
        ("Pustekkom bersama Biro Hukum dan Organisasi menyelesaikan rancangan",
         [("Pustekkom Kemdikbud", ""), ("Biro Hukum dan Organisasi Kemdikbud", "lead")]),
        ("Ditjen GTK didukung Pustekkom menetapkan standar",
         [("Ditjen GTK Kemdikbud", ""), ("Pustekkom Kemdikbud", "support")]),
        ("menandatangani perjanjian dengan TVRI dan RRI", [("LPP TVRI", "support"), ("LPP RRI", "support")]),
        ("Dinas Kesehatan Provinsi Jawa Barat menyusun pedoman", [("Dinas Kesehatan Provinsi Jawa Barat", "")]),
        ("Dinas Kesehatan Melaksanakan Imunisasi Di Kabupaten Bogor", [("Dinas Kesehatan", "")]),
        (
            "Direktorat Gizi Masyarakat akan menyusun pedoman",
            [("Direktorat Gizi Masyarakat Kementerian Kesehatan", "")],
        ),
        ("sosialisasi kepada 34 dinas pendidikan provinsi", []),
        ("menyediakan internet bagi sekolah dan guru", []),
        ("12 SMA/SMK di kota", []),
    ],
)  # fmt: skip
def test_find(text: str, names: list[tuple[str, str]]) -> None:
    found = DIRECTORY.find(text)
    assert [(m.institution.name, m.role) for m in found] == names
    assert all(text[m.start : m.end] == m.text for m in found)


@pytest.mark.parametrize(
    "text, name, level, region",
    [
        ("MoH", "Ministry of Health", "central", ""),
        ("Kemenkes", "Ministry of Health", "central", ""),
        ("Directorate General of Public Health", "Directorate General of Public Health", "central", ""),
        ("Provincial Health Office of East Java", "Provincial Health Office of East Java", "province", "East Java"),
        ("East Java Provincial Health Office", "East Java Provincial Health Office", "province", "East Java"),
        ("District Health Office of Malang Regency", "District Health Office of Malang Regency", "district",
         "Kabupaten Malang"),
        ("Surabaya City Government", "Surabaya City Government", "district", "Kota Surabaya"),
        ("District/City Health Offices", "District Health Offices", "district", ""),
        ("all provincial governments", "Provincial Governments", "province", ""),
        ("Schools", "Schools", "school", ""),
        ("World Bank", "World Bank", "other", ""),
    ],
)  # fmt: skip
def test_english(text: str, name: str, level: str, region: str) -> None:
    (found,) = ENGLISH.split(text)
    assert (found.institution.name, found.institution.level, found.institution.region) == (name, level, region)


def test_the_directory_of_the_plan_wins() -> None:
    rows = [
        {"canonical": "Pusat Kendali", "level": "central", "variants": "Pustekkom; PK"},
        {
            "canonical": "Dinas Didik Kab. Bogor",
            "level": "district",
            "region": "Kab. Bogor",
            "variants": "Disdik Kab. Bogor",
        },
        {"canonical": "Markas", "level": "nonsense"},
        {"canonical": ""},
    ]
    directory = Directory.load(GAZETTEER, rows)
    said = directory.split("Pustekkom, Disdikbud Kabupaten Bogor, Markas")
    assert [(m.institution.name, m.institution.level) for m in said] == [
        ("Pusat Kendali", "central"), ("Dinas Didik Kab. Bogor", "district"), ("Markas", "other"),
    ]  # fmt: skip
    assert said[1].institution.region == "Kabupaten Bogor"


def test_names_are_those_of_the_year() -> None:
    later = Directory.load(Gazetteer.load(2025), host="Kemendikdasmen")
    assert DIRECTORY.split("Pusdatin")[0].institution.name == "Pusdatin Kemdikbud"
    assert later.split("Pusdatin")[0].institution.name == "Pusdatin Kemendikdasmen"
    assert later.split("Pustekkom")[0].known


@pytest.mark.parametrize("text", ["Balai Maju - Jaya Abdya", "Balai Pengelola - BPBAT Abdya"])
def test_an_office_at_its_seat_may_hold_a_dash(text: str) -> None:
    (found,) = DIRECTORY.split(text)
    assert (found.institution.name, found.institution.region) == (text, "")


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("Kementerian Kesehatan RI", "Biro Hukum dan Organisasi Kementerian Kesehatan"),
        ("Kemenkes", "Biro Hukum dan Organisasi Kementerian Kesehatan"),
        ("Pustekkom", "Biro Hukum dan Organisasi Kemdikbud"),
        ("Panitia", "Biro Hukum dan Organisasi"),
        ("", "Biro Hukum dan Organisasi"),
    ],
)
def test_units_that_every_ministry_has_are_those_of_the_host(host: str, name: str) -> None:
    [found] = Directory.load(GAZETTEER, host=host).split("Biro Hukor")
    assert (found.institution.name, found.institution.level) == (name, Level.CENTRAL)


def test_a_generic_unit_with_its_ministry_named_is_that_ministrys() -> None:
    [found] = Directory.load(GAZETTEER, host="Kemenkes").split("Setjen Kemdikbud")
    assert found.institution.name == "Sekretariat Jenderal Kemdikbud"


@given(st.text(max_size=60))
def test_no_text_breaks_the_directory(text: str) -> None:
    for found in [*DIRECTORY.find(text), *DIRECTORY.split(text)]:
        assert text[found.start : found.end] == found.text


PIECES = ["Disdik", "Kab.", "Kota", "Bogor", "dan", ",", "(", ")", "didukung", "Dinas", "Prov.", "Jawa", "Barat",
          "/", "Biro", "Setda", "Pustekkom", "se-", "\n", ":", "Kabupaten/Kota", "LPMP", "of", "Health",
          "Office", "Ministry"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=9))
def test_no_heap_of_names_breaks_the_directory(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for found in [*DIRECTORY.find(text), *DIRECTORY.split(text)]:
        assert text[found.start : found.end] == found.text
        assert found.institution.name
