"""Names of ministries by the year: what an abbreviation means when, and what stays one body."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.meeting import Meeting
from tasks.model.values import Institution, Level
from tasks.normalising.institution_names import one_name
from tasks.normalising.institution_times import in_one_time, name_of_its_time, year_of_names
from tasks.normalising.institutions import Directory
from tasks.normalising.reference import rows, spellings
from tasks.normalising.regions import Gazetteer

GAZETTEER = Gazetteer.load(2019)
NAMES = [name for row in rows("institution_times") for name in spellings(row, "names")]
TOURISM = "Kementerian Pariwisata"
CREATIVE = "Kementerian Pariwisata dan Ekonomi Kreatif"
YEARS = st.integers(2005, 2030)


def test_the_year_of_names_is_that_of_the_meeting_not_of_its_plan() -> None:
    assert year_of_names(Meeting(year=2019, start=date(2018, 10, 16))) == 2018
    assert year_of_names(Meeting(year=2019)) == 2019
    assert year_of_names(Meeting()) is None


def test_the_directory_takes_another_year_than_the_regions() -> None:
    [found] = Directory.load(GAZETTEER, year=2016).split("Kemenko Maritim")
    assert found.institution.name == "Kementerian Koordinator Bidang Kemaritiman"
    assert Directory.load(GAZETTEER).year == 2019


@pytest.mark.parametrize("name", NAMES)
def test_every_name_of_a_renamed_body_is_in_the_directory(name: str) -> None:
    assert name in {row["canonical"] for row in rows("institutions")}


@given(st.sampled_from(NAMES), st.sampled_from(["", "Biro Umum "]), YEARS)
def test_a_name_of_its_time_stays(name: str, unit: str, year: int) -> None:
    now = name_of_its_time(unit + name, year)
    assert now.startswith(unit)
    assert name_of_its_time(now, year) == now


def test_a_unit_follows_its_ministry() -> None:
    old = "Direktorat Jenderal Bina Marga Kementerian Pekerjaan Umum dan Perumahan Rakyat"
    assert name_of_its_time(old, 2025) == "Direktorat Jenderal Bina Marga Kementerian Pekerjaan Umum"
    assert name_of_its_time(old, 2018) == old


@given(st.lists(st.sampled_from([*NAMES, "BNPB", "Biro Umum " + TOURISM]), max_size=6), YEARS)
def test_several_names_of_one_body_become_one(names: list[str], year: int) -> None:
    renamed = in_one_time(names, year)
    left = {renamed.get(name, name) for name in names}
    assert in_one_time(left, year) == {}


def test_a_name_in_full_stays_where_the_plan_has_no_other() -> None:
    old, new = (Institution(name, Level.CENTRAL) for name in (TOURISM, CREATIVE))
    assert one_name([old], [], GAZETTEER, 2021) == {}
    assert one_name([old, new], [], GAZETTEER, 2021)[TOURISM] == CREATIVE
    assert one_name([old, new], [], GAZETTEER, 2016)[CREATIVE] == TOURISM
