"""Letters of roles: columns headed R, A, C, I; letters below institutions; lesser roles below a header of owners."""

import pytest

from tasks.extraction.columns import columns_of
from tasks.extraction.role_letters import are_roles, headed, helps, leads
from tasks.extraction.vocabulary import vocabulary
from tests.extraction.helpers import records


def test_columns_headed_by_letters() -> None:
    assert headed(["Activity", "R", "A", "C", "I"]) == {1: "owner", 2: "owner", 3: "supporter", 4: "remarks"}
    assert headed(["Activity", "A", "B", "C"]) == {}


@pytest.mark.parametrize("cells", [["R", "C", "A/R"], ["L", "S"], ["PJ", "P", "P"], ["u", "P"]])
def test_letters_of_one_key(cells: list[str]) -> None:
    assert are_roles(cells)


@pytest.mark.parametrize("cells", [["x", "v"], ["C", "I"], ["R", "R"], ["R", "PJ"], []])
def test_marks_and_letters_of_no_key(cells: list[str]) -> None:
    assert not are_roles(cells)


def test_a_tick_leads_a_letter_says_it() -> None:
    assert all(map(leads, ["x", "A/R", "√"]))
    assert all(map(helps, ["C", "P"]))
    assert not any(map(helps, ["I", "x"]))
    assert not leads("I")


def test_a_table_of_letters() -> None:
    found = records("Activity | R | A | C | I | Due\nMap the wells | WHO | UNDP | WFP | FAO | May")
    assert found[0]["owners_text"] == "WHO; UNDP"
    assert (found[0]["supporters_text"], found[0]["remarks"]) == ("WFP", "FAO")


def test_letters_below_institutions() -> None:
    found = records(
        "Kegiatan | BIG | BPS | BMKG | Waktu\nMenyusun peta sawah | R | C | I | Mei\nMenyusun data | C | R | | Mei"
    )
    assert (found[0]["owners_text"], found[0]["supporters_text"]) == ("BIG", "BPS")


@pytest.mark.parametrize(
    ("path", "field"),
    [
        (("Responsible Office", "OPR"), "owner"),
        (("Responsible Office", "OCR"), "supporter"),
        (("Responsible Agencies", "Others"), "supporter"),
        (("Penanggung Jawab", "Utama"), "owner"),
        (("Penanggung Jawab", "Anggota"), "supporter"),
        (("Implementing agency", "Cooperating"), "supporter"),
        (("Penanggung jawab pendukung",), "supporter"),
        (("Penanggung jawab terkait",), "owner"),
        (("Secondary responsible office",), "supporter"),
    ],
)
def test_who_leads_and_who_helps_by_the_header(path: tuple[str, ...], field: str) -> None:
    assert columns_of([path], vocabulary())[0].field == field
