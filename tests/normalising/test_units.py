"""Units of ministries: whose they are, by the words beside them or by the host of the meeting."""

import pytest

from tasks.model.values import Level
from tasks.normalising.institutions import Directory
from tasks.normalising.regions import Gazetteer

GAZETTEER = Gazetteer.load(2019)
HEALTH = Directory.load(GAZETTEER, host="Kementerian Kesehatan RI")


def names(text: str, directory: Directory = HEALTH) -> list[str]:
    """Names of the institutions of a cell."""
    return [m.institution.name for m in directory.split(text)]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Dit. Uji Alat", "Direktorat Uji Alat Kementerian Kesehatan"),
        ("Ditjen Uji dan Alat", "Direktorat Jenderal Uji dan Alat Kementerian Kesehatan"),
        ("Pusat Perencanaan Alat", "Pusat Perencanaan Alat Kementerian Kesehatan"),
        ("Inspektorat II", "Inspektorat II Kementerian Kesehatan"),
        ("Direktorat Uji Alat Kementerian Sosial RI", "Direktorat Uji Alat Kementerian Sosial"),
        ("Direktorat Uji Alat Ditjen Dukcapil", "Direktorat Uji Alat Kementerian Dalam Negeri"),
        ("Deputi Bidang Pencegahan BNPB", "Deputi Bidang Pencegahan dan Kesiapsiagaan BNPB"),
        ("Setjen Kemensos", "Sekretariat Jenderal Kementerian Sosial"),
        ("Pusat Uji Alat Kota Malang", "Pusat Uji Alat Kota Malang"),
    ],
)
def test_a_unit_is_that_of_the_ministry_named_else_of_the_host(written: str, name: str) -> None:
    [found] = HEALTH.split(written)
    assert (found.institution.name, found.institution.level) == (name, Level.CENTRAL)


def test_a_unit_between_brackets_or_behind_cq_is_that_of_the_ministry_before() -> None:
    ministry = "Kementerian Sosial"
    assert names("Kemensos c.q. Direktorat Uji Alat") == [ministry, f"Direktorat Uji Alat {ministry}"]
    assert names("Kemensos (Setjen)") == [ministry, f"Sekretariat Jenderal {ministry}"]


def test_an_unknown_unit_behind_another_ministry_and_a_comma_is_given_to_nobody() -> None:
    assert names("Kemensos, Direktorat Uji Alat") == ["Kementerian Sosial", "Direktorat Uji Alat"]
    assert names("Kemensos, Dit. Gizi Masyarakat")[1] == "Direktorat Gizi Masyarakat Kementerian Kesehatan"


@pytest.mark.parametrize(
    ("host", "ending"),
    [
        ("BNPB", " BNPB"),
        ("Pustekkom", " Kemdikbud"),
        ("Kementerian Urusan Langit RI", " Kementerian Urusan Langit"),
        ("Pemerintah Provinsi Bali", ""),
        ("", ""),
    ],
)
def test_the_host_may_be_an_agency_a_unit_or_a_ministry_nobody_knows(host: str, ending: str) -> None:
    directory = Directory.load(GAZETTEER, host=host)
    assert names("Dit. Uji Alat; Biro KSLN", directory) == [
        f"Direktorat Uji Alat{ending}",
        f"Biro Kerja Sama Luar Negeri{ending}",
    ]


@pytest.mark.parametrize(("short", "full"), [("Ditjen", "Direktorat Jenderal"), ("Dit.", "Direktorat")])
def test_short_and_full_heads_are_the_same_also_in_the_plans_own_list(short: str, full: str) -> None:
    own = {"canonical": f"{full} Uji Alat Kementerian Sosial", "level": "central", "variants": f"{full} Uji Alat"}
    assert names(f"{short} Uji Alat", Directory.load(GAZETTEER, [own])) == [own["canonical"]]
