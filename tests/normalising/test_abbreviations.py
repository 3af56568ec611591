"""Abbreviations that the plan itself writes out."""

import pandas as pd

from tasks.model.tables import RAW, frame
from tasks.model.values import Institution, Level
from tasks.normalising.abbreviations import written_out
from tasks.normalising.institutions import Directory
from tasks.normalising.owner_fields import owned
from tasks.normalising.placing import Placing
from tasks.normalising.regions import Gazetteer

GAZETTEER = Gazetteer.load(2021, language="en")
PLACING = Placing(GAZETTEER, Directory.load(GAZETTEER, language="en"))
ROADS = Institution("Directorate of Rural Roads", Level.CENTRAL)
REGISTRY = Institution("Department for Regional Registries", Level.CENTRAL)


def rows(*owners: str) -> pd.DataFrame:
    return frame(RAW, [{"record_id": str(n), "owners_text": text} for n, text in enumerate(owners)])


def test_the_one_name_with_these_initials_is_meant() -> None:
    assert written_out([ROADS], ["DRR", "drr", "DR", "DRS"]) == {"DRR": ROADS}


def test_two_names_with_the_same_initials_leave_it_open() -> None:
    assert written_out([ROADS, REGISTRY], ["DRR"]) == {}


def test_an_abbreviation_with_a_place_is_the_office_of_that_place() -> None:
    offices = Institution("county water offices", Level.DISTRICT)
    found = written_out([offices, ROADS], ["CWO Blue Hills", "CWO Nyeri County", "DRR Nyeri"])
    hills, nyeri = "Blue Hills County", "Nyeri County"
    assert found == {
        "CWO Blue Hills": Institution(f"County Water Office of {hills}", Level.DISTRICT, hills),
        "CWO Nyeri County": Institution(f"County Water Office of {nyeri}", Level.DISTRICT, nyeri),
    }


def test_owners_of_a_plan_bear_the_name_that_is_written_out() -> None:
    full, short = owned(rows("Directorate of Rural Roads", "DRR"), PLACING)
    assert short.owners == full.owners == (ROADS,)
    assert short.inferred == ("owners: abbreviation",)
    assert short.unknown == ()


def test_an_abbreviation_that_nobody_writes_out_stays_unknown() -> None:
    (found,) = owned(rows("XQZ"), PLACING)
    assert [o.name for o in found.owners] == ["XQZ"]
    assert found.unknown == ("XQZ",)
