"""Short names that documents explain: which texts do, whether letters fit a name, where they count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.tables import RAW, frame
from tasks.model.values import Institution, Level
from tasks.normalising.defined import Defined
from tasks.normalising.definitions import Definition, Noted, definition_of, definitions_in
from tasks.normalising.institution_matches import InstitutionMatch
from tasks.normalising.institutions import Directory
from tasks.normalising.owned import Owned
from tasks.normalising.owner_fields import owned
from tasks.normalising.placing import Placing
from tasks.normalising.regions import Gazetteer
from tasks.normalising.short_forms import fits, is_short_form

TEXTS = [
    (
        "Abbreviations: FRB – Fisheries and Rivers Board; LoM - League of Mayors; DEC – German Agency for Dams",
        ["FRB=Fisheries and Rivers Board", "LoM=League of Mayors", "DEC=German Agency for Dams"],
    ),
    (
        "Ket: BPS = Badan Pusat Statistik, PIH: Pusat Informasi Harga",
        ["BPS=Badan Pusat Statistik", "PIH=Pusat Informasi Harga"],
    ),
    ("Singkatan:\nTP = Tanaman Pangan\nKeswan = Kesehatan Hewan", ["TP=Tanaman Pangan", "Keswan=Kesehatan Hewan"]),
    ("The National Water and Sewerage Board (NWSB) reports.", ["NWSB=National Water and Sewerage Board"]),
    (
        "the Farms, Fisheries and Food Division (FFFD)",
        ["FFFD=Farms, Fisheries and Food Division"],
    ),
    (
        "laporan BMKG (Badan Meteorologi, Klimatologi, dan Geofisika)",
        ["BMKG=Badan Meteorologi, Klimatologi, dan Geofisika"],
    ),
    ("Kantor Pertanahan Kota Palu, selanjutnya disebut Kantah, wajib", ["Kantah=Kantor Pertanahan Kota Palu (here)"]),
    ("the Ministry of Water (hereinafter the Ministry) shall", ["Ministry=Ministry of Water (here)"]),
    ("Dinas Sosial Kota Palu yang selanjutnya disebut PIHAK KEDUA", ["PIHAK KEDUA=Dinas Sosial Kota Palu (here)"]),
    ("PJ: Disdik Kota Padang", []),
    ("KETIGA : Pemerintah Kabupaten melunasi iuran", []),
    ("13/06/2023, 18:05 - Ada (NSA): Good evening all", []),
    ("Biaya Rp 400 juta (APBN)", []),
    ("Pembangunan jalan (Kemendikbud)", []),
]  # fmt: skip
FIT = [
    ("KEPHIS", "Kenya Plant Health Inspectorate Service"),
    ("KEVEVAPI", "Kenya Veterinary Vaccines Production Institute"),
    ("CoG", "Council of Governors"),
    ("P4TK", "Pusat Pengembangan dan Pemberdayaan Pendidik dan Tenaga Kependidikan"),
    ("Pusluhtan", "Pusat Penyuluhan Pertanian"),
    ("Balitbanghub", "Badan Penelitian dan Pengembangan Perhubungan"),
    ("Dishub", "Dinas Perhubungan"),
    ("BBVet", "Balai Besar Veteriner"),
]
UNFIT = [
    ("PJ", "Disdik Kota Padang"),
    ("KMD", "Kenya Plant Health Service"),
    ("KETIGA", "Pemerintah Kabupaten"),
    ("AB", "AB"),
]
FULL = {
    "FRB": "Fisheries and Rivers Board",
    "TRI": "Tamar Rice Research Institute",
    "DKP": "Dinas Ketahanan Pangan",
    "ASF": "African Swine Fever",
}


@pytest.mark.parametrize("text, meant", TEXTS, ids=[text[:30] for text, _ in TEXTS])
def test_definitions_of_a_text(text: str, meant: list[str]) -> None:
    assert [f"{d.short}={d.full}{'' if d.anywhere else ' (here)'}" for d in definitions_in(text)] == meant


@pytest.mark.parametrize("short, full", FIT)
def test_letters_that_fit(short: str, full: str) -> None:
    assert is_short_form(short)
    assert fits(short, full)


@pytest.mark.parametrize("short, full", UNFIT)
def test_letters_that_do_not(short: str, full: str) -> None:
    assert not fits(short, full)


@given(st.lists(st.text("abcdefghijklmnop", min_size=2, max_size=8), min_size=2, max_size=7))
def test_initials_fit_their_name(said: list[str]) -> None:
    short, full = "".join(word[0].upper() for word in said), " ".join(word.title() for word in said)
    assert fits(short, full)
    assert definition_of(short, full, listed=False) == Definition(short, full)


@given(st.text(max_size=120))
def test_what_is_found_stands_in_the_text(text: str) -> None:
    plain = " ".join(text.split())
    assert all(d.short in plain and d.full in plain for d in definitions_in(text))


def noted(full: str, file: str, group: str = "K1", short: str = "DKP", anywhere: bool = True) -> Noted:
    return Noted(Definition(short, full, anywhere), file, group)


def test_what_all_documents_say_counts_everywhere() -> None:
    told = Defined([noted("Dinas Ketahanan Pangan", "a"), noted("Dinas Ketahanan Pangan,", "b", "K2")])
    assert told.everywhere == {"DKP": "Dinas Ketahanan Pangan,"}


def test_a_contradiction_counts_where_it_is_said() -> None:
    told = Defined([noted("Dinas Ketahanan Pangan", "a"), noted("Dinas Kelautan dan Perikanan", "b", "K2")])
    assert told.everywhere == {}
    assert told.full("DKP", "a", "K1") == told.full("DKP", "c", "K1") == "Dinas Ketahanan Pangan"
    assert told.full("DKP", "d", "K2") == "Dinas Kelautan dan Perikanan"
    assert told.full("DKP", "e", "K3") == ""


def test_a_name_for_one_document_counts_in_that_alone() -> None:
    told = Defined([noted("Dinas Sosial Kota Palu", "a", short="PIHAK KEDUA", anywhere=False)])
    assert told.everywhere == {}
    assert told.full("PIHAK KEDUA", "a", "K1") == "Dinas Sosial Kota Palu"
    assert told.full("PIHAK KEDUA", "b", "K1") == ""


GAZETTEER = Gazetteer.load(2024, language="en")
DIRECTORY = Directory.load(GAZETTEER, language="en", told=FULL)


def read(found: list[InstitutionMatch]) -> list[tuple[str, str]]:
    return [(m.institution.name, m.institution.level) for m in found]


def test_a_short_name_in_a_cell_is_the_full_one() -> None:
    board, institute = (FULL["FRB"], "central"), (FULL["TRI"], "central")
    assert read(DIRECTORY.split("FRB")) == [board]
    assert read(DIRECTORY.split("TRI and FRB")) == [institute, board]
    assert read(DIRECTORY.split("FRB Lower Tamar")) == [("FRB Lower Tamar", "central-unit")]


def test_a_short_name_keeps_the_place_behind_it() -> None:
    (found,) = DIRECTORY.split("DKP Kab. Bogor")
    assert found.institution == Institution("Dinas Ketahanan Pangan Kabupaten Bogor", Level.DISTRICT, "Kabupaten Bogor")


def test_in_running_text_a_short_name_is_an_institution_only_if_the_full_one_is() -> None:
    assert read(DIRECTORY.find("FRB to report on ASF with the counties")) == [(FULL["FRB"], "central")]


def rows(*records: tuple[str, str, str]) -> list[Owned]:
    raw = frame(
        RAW,
        [{"record_id": str(n), "owners_text": o, "file": f, "group": g} for n, (o, f, g) in enumerate(records)],
    )
    defined = Defined([noted("Bureau of Dams", "a", "G1", "BoD"), noted("Board of Drainage", "b", "G2", "BoD")])
    return owned(raw, Placing(GAZETTEER, DIRECTORY, defined=defined))


def test_owners_bear_what_their_file_or_group_says() -> None:
    one, other, nobody = rows(("BoD", "a", "G1"), ("BoD", "c", "G2"), ("BoD", "d", "G3"))
    assert [o.name for o in one.owners] == ["Bureau of Dams"]
    assert [o.name for o in other.owners] == ["Board of Drainage"]
    assert one.inferred == ("owners: abbreviation",)
    assert ([o.name for o in nobody.owners], nobody.unknown) == (["BoD"], ("BoD",))


def test_owners_that_the_plan_explains_are_marked_so() -> None:
    (found,) = rows(("FRB", "a", "G1"))
    assert [o.name for o in found.owners] == [FULL["FRB"]]
    assert found.inferred == ("owners: abbreviation",)
    assert found.unknown == ()
