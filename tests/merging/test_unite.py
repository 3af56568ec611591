"""One item from several records."""

from tasks.merging.unite import Conflict, Row, united
from tests.frames import records


def rows(*given: dict[str, str]) -> list[Row]:
    return [{str(k): str(v) for k, v in row.items()} for row in records(*given).to_dict("records")]


def test_lists_are_united_in_the_order_met_and_levels_stay_parallel() -> None:
    item, _ = united(
        rows(
            {"action": "A", "owners": "Pustekkom; LPMP Bali", "levels": "central; central-unit", "regions": "Bali"},
            {"action": "A", "owners": "Disdik Bali; Pustekkom", "levels": "province; central", "regions": "Bali"},
        )
    )
    assert item["owners"] == "Pustekkom; LPMP Bali; Disdik Bali"
    assert item["levels"] == "central; central-unit; province"
    assert item["regions"] == "Bali"


def test_an_owner_is_no_supporter_too() -> None:
    item, _ = united(rows({"action": "A", "supporters": "LPMP; PANDI"}, {"action": "A", "owners": "Pustekkom; LPMP"}))
    assert item["supporters"] == "PANDI"


def test_the_fullest_wording_of_the_action() -> None:
    item, _ = united(
        rows({"action": "Revisi juknis"}, {"action": "Revisi juknis BOS porsi internet"}, {"action": "Revisi"})
    )
    assert item["action"] == "Revisi juknis BOS porsi internet"


def test_what_an_action_waits_for_makes_it_no_fuller() -> None:
    waiting = {"action": "Menyusun modul setelah standar mutu konten digital ditetapkan"}
    item, _ = united(rows(waiting, {"action": "Menyusun modul kurasi"}))
    assert item["action"] == "Menyusun modul kurasi"


def test_texts_are_united_once_each() -> None:
    item, _ = united(rows({"action": "A", "obstacle": "Data ganda"}, {"action": "A", "obstacle": "data  ganda."}))
    assert item["obstacle"] == "Data ganda"


def test_sources_that_agree_give_no_conflict() -> None:
    same = {"action": "A", "start": "2017-03-01", "end": "2017-03-31", "budget": "1000", "output": "1 modul"}
    assert united(rows(same, same))[1] == []


def test_a_conflict_names_each_value_with_its_source() -> None:
    item, conflicts = united(rows({"action": "A", "end": "2017-03-31"}, {"action": "A", "end": "2017-04-30"}))
    assert item["end"] == "2017-03-31"
    assert conflicts == [
        Conflict("end", "2017-03-31 (berkas 1.docx, table 1, row 2); 2017-04-30 (berkas 2.docx, table 1, row 3)")
    ]


def test_a_value_given_twice_is_told_once_with_its_first_source() -> None:
    ends = ({"action": "A", "budget": value} for value in ("5", "7", "5"))
    (conflict,) = united(rows(*ends))[1]
    assert conflict.values == "5 (berkas 1.docx, table 1, row 2); 7 (berkas 2.docx, table 1, row 3)"


def test_owners_conflict_only_if_nobody_is_named_by_both() -> None:
    assert united(rows({"action": "A", "owners": "X; Y"}, {"action": "A", "owners": "Y"}))[1] == []
    (conflict,) = united(rows({"action": "A", "owners": "X; Y"}, {"action": "A", "owners": "Z"}))[1]
    assert conflict.field == "owners"
    assert conflict.values.startswith("X & Y (")


def test_outputs_conflict_if_they_count_the_same_thing_differently() -> None:
    (conflict,) = united(
        rows({"action": "A", "output": "500 sekolah"}, {"action": "A", "output": "450 sekolah terpasang"})
    )[1]
    assert conflict.field == "output"
    assert united(rows({"action": "A", "output": "500 sekolah"}, {"action": "A", "output": "12 modul"}))[1] == []


def test_the_period_s_words_come_with_it() -> None:
    said = {"action": "A", "start": "2017-03-01", "end": "2017-03-31", "period_text": "Maret", "period_sense": "within"}
    item, _ = united(rows({"action": "A", "period_text": "secepatnya", "period_sense": "none"}, said))
    assert (item["period_text"], item["period_sense"]) == ("Maret", "within")


def test_two_names_of_one_office_are_no_conflict() -> None:
    assert not united(rows({"owners": "PVMBG Bandung"}, {"owners": "PVMBG"}))[1]


def test_a_month_within_the_quarter_by_which_it_is_due_is_no_conflict() -> None:
    month = {"action": "A", "start": "2017-05-01", "end": "2017-05-31", "period_text": "Mei 2017"}
    quarter = {"action": "A", "end": "2017-06-30", "period_text": "Q2 2017", "period_sense": "by"}
    item, conflicts = united(rows(quarter, month))
    assert (item["start"], item["end"], conflicts) == (month["start"], month["end"], [])
    assert [c.field for c in united(rows(quarter | {"period_text": "30 Juni 2017"}, month))[1]] == ["end"]
