"""Raw records become records: values with their words, marks of inference, problems."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from tasks.model.meeting import Group, Inputs, Meeting
from tasks.model.problem import Code, problem
from tasks.model.tables import RAW, frame
from tasks.normalising.normalise import Normalised, normalise
from tasks.rendering.catalogue import LANGUAGES, load

Own = dict[str, tuple[dict[str, str], ...]]
MEETING = Meeting(name="Rakor", year=2017, start=date(2017, 2, 8), end=date(2017, 2, 11), place="Serua, Depok")


def run(*rows: dict[str, str], meeting: Meeting = MEETING, own: Own | None = None) -> Normalised:
    """Normalise rows that name only what they are about; own: the plan's side tables."""
    full = [
        {"record_id": f"R-{n}", "file": "a.docx", "locator": f"table 1, row {n}", **row}
        for n, row in enumerate(rows, 1)
    ]
    return normalise(frame(RAW, full), Inputs(Path(), meeting, (), own or {}))


def record(*rows: dict[str, str], own: Own | None = None) -> dict[str, str]:
    """The first record of such a run."""
    first = run(*rows, own=own).records.iloc[0]
    return {str(name): str(value) for name, value in first.items()}


def test_all_words_of_a_row_become_values() -> None:
    made = record({
        "action": "Menyusun modul",
        "owners_text": "Pustekkom, Disdik Prov. Jabar\n(didukung Kemendagri)",
        "supporters_text": "LKPP",
        "period_text": "TW II 2017",
        "budget_text": "1.200",
        "budget_unit": "(Rp juta)",
        "fund_text": "APBD Prov.",
    })  # fmt: skip
    assert made["owners"] == "Pustekkom Kemdikbud; Dinas Pendidikan Provinsi Jawa Barat"
    assert made["levels"] == "central; province"
    assert made["supporters"] == "Kementerian Dalam Negeri; LKPP"
    assert (made["start"], made["end"], made["period_sense"]) == ("2017-04-01", "2017-06-30", "within")
    assert (made["budget"], made["fund_sources"]) == ("1200000000", "APBD Provinsi")
    assert (made["period_text"], made["budget_text"]) == ("TW II 2017", "1.200")
    assert made["owners_text"].startswith("Pustekkom, Disdik")
    assert (made["item_id"], made["family_id"]) == ("", "")


def test_the_words_and_their_order_are_kept() -> None:
    rows = [
        {"action": f"Kegiatan {n}", "number": str(n), "heading": "A", "remarks": "x", "progress": "y"} for n in (2, 1)
    ]
    records = run(*rows).records
    assert list(records["number"]) == ["2", "1"]
    assert list(records["record_id"]) == ["R-1", "R-2"]
    assert set(records["remarks"]) == {"x"}


def test_a_frame_with_any_index_and_with_no_rows() -> None:
    raw = frame(RAW, [{"record_id": "A", "action": "x"}, {"record_id": "B", "action": "y"}])
    inputs = Inputs(Path(), MEETING, ())
    assert list(normalise(raw.iloc[1:], inputs).records["record_id"]) == ["B"]
    assert normalise(frame(RAW, []), inputs).records.empty


def test_an_institution_that_begins_the_action_owns_it() -> None:
    made = record({"action": "Pustekkom bersama LKPP agar menyusun instrumen", "proposer_text": "LPMP Jawa Barat"})
    assert made["owners"] == "Pustekkom Kemdikbud; LKPP"
    assert made["inferred"] == ""


def test_an_institution_by_which_it_is_done_owns_it() -> None:
    made = record({"action": "Bimtek e-Rapor oleh LPMP Sulsel", "proposer_text": "Pustekkom"})
    assert made["owners"] == "LPMP Sulawesi Selatan"


def test_else_who_proposed_it_owns_it_and_that_is_marked() -> None:
    made = record({"action": "PPDB daring", "proposer_text": "Disdik Kota Makassar", "inferred": "period: heading"})
    assert made["owners"] == "Dinas Pendidikan Kota Makassar"
    assert made["inferred"] == "period: heading; owners: proposer; regions: owner"


@pytest.mark.parametrize(
    ("written", "owner", "inferred"),
    [
        ("Biro Hukor", "Biro Hukum dan Organisasi Kementerian Kesehatan", "owners: host"),
        ("Direktorat Jalan Layang", "Direktorat Jalan Layang Kementerian Kesehatan", "owners: host"),
        ("Biro Hukor Kemenkes", "Biro Hukum dan Organisasi Kementerian Kesehatan", ""),
        ("Pustekkom", "Pustekkom Kemdikbud", ""),
    ],
)
def test_a_ministry_that_only_the_host_tells_is_marked(written: str, owner: str, inferred: str) -> None:
    meeting = Meeting(year=2017, host="Kementerian Kesehatan")
    [made] = run({"action": "x", "owners_text": written}, meeting=meeting).records.to_dict("records")
    assert (made["owners"], made["inferred"]) == (owner, inferred)


def test_who_helps_in_the_action_supports() -> None:
    made = record({"action": "Menandatangani perjanjian dengan LPP TVRI", "owners_text": "Pustekkom"})
    assert made["supporters"] == "LPP TVRI"


@pytest.mark.parametrize(
    ("action", "supporters"),
    [
        ("Membentuk tim komunikasi bersama TVRI dan RRI", "LPP TVRI; LPP RRI"),
        ("Menyusun rujukan bersama untuk LKPP", ""),
        ("Pustekkom bersama LKPP menyusun instrumen", "LKPP"),
    ],
)
def test_together_with_whom_it_is_done_supports_the_owner(action: str, supporters: str) -> None:
    assert record({"action": action, "owners_text": "Pustekkom"})["supporters"] == supporters


def test_an_owner_does_not_support_itself() -> None:
    made = record({"action": "x", "owners_text": "Pustekkom", "supporters_text": "Pustekom, LKPP"})
    assert made["supporters"] == "LKPP"


def test_unknown_owners_stay_with_the_level_of_the_column_and_a_problem() -> None:
    result = run({"action": "x", "owners_text": "Gugus Kendali", "level_hint": "district"})
    made = result.records.iloc[0]
    assert (made["owners"], made["levels"]) == ("Gugus Kendali", "district")
    expected = problem(Code.OWNER_UNKNOWN, "a.docx", "table 1, row 1", item="R-1", text="Gugus Kendali")
    assert result.problems == (expected,)


def test_an_office_of_no_place_is_that_of_the_title_above() -> None:
    made = record({"action": "x", "owners_text": "Dinas Kesehatan", "heading": "PROVINSI JAWA BARAT"})
    assert made["owners"] == "Dinas Kesehatan Provinsi Jawa Barat"
    assert "owners: heading" in made["inferred"]


def test_the_place_of_the_meeting_is_no_region_of_its_actions() -> None:
    made = record({"action": "x", "owners_text": "Dinas Kesehatan", "heading": "RAKOR - SERUA, DEPOK"})
    assert (made["owners"], made["regions"]) == ("Dinas Kesehatan", "")


def test_one_office_has_one_name_in_all_records() -> None:
    rows = [{"action": "x", "owners_text": name} for name in ("Disdik Kab. Sambas", "Dikbud Kab. Sambas")]
    assert set(run(*rows).records["owners"]) == {"Dinas Pendidikan dan Kebudayaan Kabupaten Sambas"}


@pytest.mark.parametrize(
    "row, regions, inferred",
    [
        ({"action": "Bimtek di Kab. Asmat"}, "Kabupaten Asmat", ""),
        ({"action": "Kabel ke SMA di Kutai Kartanegara", "place_text": "Kaltim"}, "Kabupaten Kutai Kartanegara", ""),
        ({"action": "x", "place_text": "Natuna, Anambas"}, "Kabupaten Natuna; Kabupaten Kepulauan Anambas", ""),
        ({"action": "x", "heading": "RENCANA PROVINSI PAPUA"}, "Papua", ""),
        ({"action": "Bimtek di Papua", "heading": "PROVINSI BALI"}, "Papua", ""),
        ({"action": "x", "owners_text": "BTIKP Kalsel"}, "Kalimantan Selatan", "regions: owner"),
        ({"action": "x", "owners_text": "LPMP Papua"}, "Papua", "regions: owner"),
        ({"action": "x", "owners_text": "PPPPTK IPA Bandung"}, "", ""),
        ({"action": "x", "owners_text": "Dinas Pendidikan Provinsi"}, "", ""),
        ({"action": "Memakai modul dari BPMRPK Yogyakarta", "owners_text": "LKPP"}, "", ""),
        ({"action": "x", "place_text": "Bogor", "owners_text": "Disdik Kab. Bogor"}, "Kabupaten Bogor", ""),
        ({"action": "x", "place_text": "34 prov", "owners_text": "LKPP"}, "", ""),
    ],
)
def test_regions(row: dict[str, str], regions: str, inferred: str) -> None:
    made = record({"owners_text": "LKPP", **row})
    assert (made["regions"], made["inferred"]) == (regions, inferred)


def test_an_ambiguous_place_stays_open_with_a_problem() -> None:
    result = run({"action": "x", "owners_text": "LKPP", "place_text": "Bogor"})
    assert result.records.iloc[0]["regions"] == ""
    (found,) = result.problems
    assert found.code == Code.REGION_AMBIGUOUS
    assert dict(found.details)["candidates"] == "Kabupaten Bogor, Kota Bogor"


@pytest.mark.parametrize(
    "row, times",
    [
        ({"start_text": "01/04/2017", "end_text": "30/06/2017"}, ("2017-04-01", "2017-06-30", "within")),
        ({"start_text": "April 2017", "end_text": "Juni 2017"}, ("2017-04-01", "2017-06-30", "within")),
        ({"end_text": "31/12/2017"}, ("", "2017-12-31", "by")),
        ({"start_text": "Mei 2017"}, ("2017-05-01", "", "from")),
        ({"period_text": "paling lambat Mei"}, ("", "2017-05-31", "by")),
        ({"period_text": "setiap bulan"}, ("", "", "recurring")),
        ({"period_text": "setiap bulan 2018"}, ("2018-01-01", "2018-12-31", "recurring")),
        ({"period_text": "segera"}, ("", "", "none")),
        ({}, ("", "", "")),
    ],
)
def test_times(row: dict[str, str], times: tuple[str, str, str]) -> None:
    result = run({"action": "x", "owners_text": "LKPP", **row})
    made = result.records.iloc[0]
    assert (made["start"], made["end"], made["period_sense"]) == times
    assert result.problems == ()


@pytest.mark.parametrize(
    "row, text",
    [
        ({"period_text": "xyz\n12"}, "xyz 12"),
        ({"start_text": "01/06/2017", "end_text": "01/04/2017"}, "01/06/2017 – 01/04/2017"),
        ({"start_text": "01/06/2017", "end_text": "entah"}, "entah"),
    ],
)
def test_times_that_are_not_understood(row: dict[str, str], text: str) -> None:
    (found,) = run({"action": "x", "owners_text": "LKPP", **row}).problems
    assert found.code == Code.PERIOD_NOT_UNDERSTOOD
    assert dict(found.details) == {"item": "R-1", "text": text}


def test_events_of_the_plan_date_a_period() -> None:
    calendar = (
        {"event": "UNBK", "variants": "ujian nasional", "start": "10/04/2017", "end": "13/04/2017"},
        {"event": "x"},
    )
    made = record({"action": "x", "period_text": "sebelum ujian nasional"}, own={"calendar": calendar})
    assert made["end"] == "2017-04-09"


def test_the_calendar_of_the_plan_tells_how_budget_years_begin() -> None:
    calendar = ({"event": "Fiscal year", "start": "2016-04-01", "end": "2017-03-31"},)
    made = record({"action": "x", "period_text": "Q2 FY 2018"}, own={"calendar": calendar})
    assert (made["start"], made["end"]) == ("2017-07-01", "2017-09-30")


def test_sums_that_are_not_understood() -> None:
    (found,) = run({"action": "x", "owners_text": "LKPP", "budget_text": "Rp 15-20 juta"}).problems
    assert (found.code, dict(found.details)["text"]) == (Code.BUDGET_NOT_UNDERSTOOD, "Rp 15-20 juta")


def test_funds_of_both_columns_and_those_of_no_list() -> None:
    assert record({"action": "x", "budget_text": "Rp 1,5 M\nAPBN"})["fund_sources"] == "APBN"
    assert record({"action": "x", "fund_text": "Dana Abadi Kota"})["fund_sources"] == "Dana Abadi Kota"
    assert record({"action": "x", "fund_text": "-"})["fund_sources"] == ""


def test_the_institutions_of_the_plan_win() -> None:
    rows = ({"canonical": "Pusat Kendali", "level": "central-unit", "region": "Bali", "variants": "PK"},)
    made = record({"action": "x", "owners_text": "PK"}, own={"institutions": rows})
    assert (made["owners"], made["levels"], made["regions"]) == ("Pusat Kendali", "central-unit", "Bali")


def test_the_meeting_is_returned_with_the_commonest_year_of_the_documents() -> None:
    rows = [{"action": "x", "owners_text": "LKPP", "period_text": t} for t in ("Mei 2019", "Juni 2019", "2018", "Juli")]
    groups = (Group("K1", "K1"),)
    result = run(*rows, meeting=Meeting(groups=groups))
    assert result.meeting == Meeting(groups=groups, year=2019)
    assert result.records.iloc[3]["start"] == "2019-07-01"
    assert result.problems == (problem(Code.MEETING_ASSUMED, year="2019", source="@normalising.year-from-documents"),)


def test_a_meeting_without_a_year_takes_it_from_the_documents_else_from_its_start() -> None:
    meeting = Meeting(name="Rakor", start=date(2018, 12, 3))
    dated = run({"action": "x", "period_text": "Mei 2019"}, meeting=meeting)
    undated = run({"action": "x", "period_text": "Mei"}, meeting=meeting)
    assert (dated.meeting.year, undated.meeting.year) == (2019, 2018)
    assert dated.problems == ()


def test_without_any_year_a_month_is_not_understood() -> None:
    result = run({"action": "x", "owners_text": "LKPP", "period_text": "Mei"}, meeting=Meeting())
    assert result.meeting.year is None
    assert [p.code for p in result.problems] == [Code.MEETING_ASSUMED, Code.PERIOD_NOT_UNDERSTOOD]
    assert result.records.iloc[0]["start"] == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_can_be_told(language: str) -> None:
    rows = [
        {"action": "x", "owners_text": "Gugus", "period_text": "xyz", "budget_text": "5-6 jt", "place_text": "Bogor"},
        {"action": "x", "period_text": "Mei 2019"},
    ]
    for found in run(*rows, meeting=Meeting()).problems:
        assert "{" not in load(language).problem(found)


def test_the_same_rows_give_the_same_frame() -> None:
    rows = [{"action": f"x {n}", "owners_text": "Dinkes Kab. Garut, Anto", "period_text": "Mei"} for n in range(5)]
    one, other = run(*rows), run(*rows)
    pd.testing.assert_frame_equal(one.records, other.records)
    assert one.problems == other.problems


def test_an_office_of_no_place_takes_the_region_of_who_proposed_it() -> None:
    made = record({"action": "Dinas PU membangun sarana air", "proposer_text": "Bappeda Kab. Garut"})
    assert made["owners"] == "Dinas Pekerjaan Umum Kabupaten Garut"
    assert made["inferred"] == "owners: proposer; regions: owner"


def test_a_district_beside_its_province_in_the_place_column_stands_alone() -> None:
    made = record({"action": "x", "owners_text": "Pustekkom", "place_text": "NTT; Kab. Timor Tengah Selatan, Bali"})
    assert made["regions"] == "Kabupaten Timor Tengah Selatan; Bali"


def test_regions_of_a_country_that_no_list_has() -> None:
    english = Meeting(name="Meeting", year=2021, language="en", currency="USD")
    row = {
        "action": "Repair wells in Lake Province and for the staff of Kesh District",
        "owners_text": "Roads Authority",
    }
    found = run(row, meeting=english).records.iloc[0]
    assert (found["regions"], found["levels"]) == ("Lake Province; Kesh District", "central")


@pytest.mark.parametrize(
    "currency, owner",
    [("USD", "Ministry of Education"), ("IDR", "Ministry of Education, Culture, Research, and Technology")],
)
def test_a_ministry_of_another_country_keeps_its_name(currency: str, owner: str) -> None:
    meeting = Meeting(name="Conference", year=2023, language="en", currency=currency)
    found = run({"action": "Build toilets", "owners_text": "Ministry of Education"}, meeting=meeting)
    assert list(found.records["owners"]) == [owner]


def test_a_unit_without_its_body_is_of_the_level_of_the_body_that_the_plan_tells_elsewhere() -> None:
    abroad = Meeting(year=2023, language="en", currency="ZMW", host="Ministry of Water", groups=(Group("A", "A"),))
    rows = [{"owners_text": "Wells Unit"}, {"owners_text": "Wells Unit (WU), Ministry of Water"}]
    made = run(*({"action": "Drill wells"} | row for row in rows), meeting=abroad)
    assert [*made.records["owners"]] == ["Wells Unit, Ministry of Water"] * 2
    assert [*made.records["levels"]] == ["central"] * 2
    assert Code.OWNER_UNKNOWN not in {found.code for found in made.problems}
