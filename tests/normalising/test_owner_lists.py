"""A list with commas says the same as one text and in parts; a comma inside a name, or before a place, cuts nothing."""

from functools import cache
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.normalising.institutions import Directory
from tasks.normalising.owner_lists import Lists
from tasks.normalising.regions import Gazetteer
from tests.normalising.test_institution_table import TABLE

HOSTS = [("id", "Pustekkom Kemdikbud"), ("en", "Ministry of Health")]
NAMES = [cell.text for cell in TABLE]
PARTS = [
    "Pemuda", "dan Olahraga", "Olahraga dan Pariwisata", "and Fisheries", "Kab. Bogor", "Jawa Tengah", "Provinsi",
    "Nandi County", "Northern Surin", "VI", "FO VIII", "Direktorat Gizi", "didukung BPS", "untuk guru", "(BPS",
    "BPS)", "BPS (koordinator)", "cq Direktorat Gizi", "Kemenkes", "Dinas Pendidikan", "RO V", "Pusat:", "",
]  # fmt: skip


@cache
def directory(language: str, host: str) -> Directory:
    return Directory.load(Gazetteer.load(2017, language=language), language=language, host=host)


@cache
def uncut(language: str, host: str) -> Directory:
    """The same; what it has read is kept apart."""
    return Directory.load(Gazetteer.load(2017, language=language), language=language, host=host)


def cutting(known: Directory, spelling: str) -> Lists:
    """What cuts lists by a directory that has this spelling alone behind commas."""
    return Lists([spelling], known.names.begins, known.names.units, Gazetteer.load(2017))


@given(st.sampled_from(HOSTS), st.lists(st.sampled_from([*NAMES, *PARTS]), min_size=2, max_size=5))
def test_a_list_in_parts_says_the_same_as_in_one(host: tuple[str, str], said: list[str]) -> None:
    text = ", ".join(said)
    with patch.object(Lists, "cuts", lambda self, text: []):
        expected = uncut(*host).split(text)
    assert directory(*host).split(text) == expected


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("BPS, Bappenas, LKPP", ["Bappenas, LKPP", "LKPP"]),
        ("Kemenkes, WHO, and UNICEF", ["WHO, and UNICEF"]),
        ("Disdik Kab. Bogor, Direktorat Gizi", ["Direktorat Gizi"]),
        ("Kemenkes, Direktorat Gizi", []),
        ("Direktorat Gizi, Kemenkes", []),
        ("Dinas Sosial Kab. Bogor, Kemenkes", ["Kemenkes"]),
        ("Budget Division, Kemenkes", []),
        ("Dinas Pendidikan, Pemuda, dan Olahraga Kab. Sleman", []),
        ("Dinas Pemuda, Kreativitas, BPS", []),
        ("Disdik Jabar, Jateng", []),
        ("Municipality of Leven, Northern Surin", []),
        ("Department of Fisheries, Nandi County", []),
        ("RO V, VI", []),
        ("BPS (LKPP", []),
    ],
)
def test_where_a_list_is_cut(text: str, behind: list[str]) -> None:
    known = directory(*HOSTS[0])
    lists = cutting(known, "Riset, Teknologi")
    assert [text[cut:] for cut in lists.cuts(text)] == behind


def test_a_word_that_a_known_name_holds_behind_a_comma_begins_no_part() -> None:
    known = directory(*HOSTS[0])
    lists = cutting(known, "Riset, BPS")
    assert lists.cuts("LKPP, BPS") == []
