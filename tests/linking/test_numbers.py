"""References by number, as people print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.linking.numbers import bare, cites_law, codes, group, references, says_see, without
from tasks.linking.plain_numbers import number


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("no. 8", ["8"]),
        ("nomor 8 selesai", ["8"]),
        ("butir 3 dan 4", ["3", "4"]),
        ("poin (2)", ["2"]),
        ("points 1, 2 and 5", ["1", "2", "5"]),
        ("items 2-4", ["2", "3", "4"]),
        ("no. 2 s.d. 4", ["2", "3", "4"]),
        ("no. 1.2", ["1.2"]),
        ("no. A3 dan b4", ["a3", "b4"]),
        ("baris ke-4a", ["4a"]),
        ("aktivitas no.1 serta 3", ["1", "3"]),
        ("kegiatan 1 dan 2 selesai", ["1", "2"]),
        ("Activity 5 is complete", ["5"]),
    ],
)
def test_numbers_as_printed(text: str, numbers: list[str]) -> None:
    [found] = references(text)
    assert list(found.numbers) == numbers


@pytest.mark.parametrize("text", ["kegiatan 2 hari", "activities 3 months long", "pelatihan 40 guru", "tahun 2017"])
def test_what_is_counted_is_no_reference(text: str) -> None:
    assert references(text) == []


@pytest.mark.parametrize(
    "text", ["UU No. 23 Tahun 2014", "PP nomor 2", "Law No. 14 of 2008", "Permendikbud no. 1/2016"]
)
def test_the_number_of_a_law_is_no_reference(text: str) -> None:
    assert references(text) == []


def test_laws_are_known_without_the_word_for_number() -> None:
    assert cites_law("sesuai UU 23/2014")
    assert not cites_law("pedoman 23 sekolah")


def test_a_reference_tells_group_part_and_source() -> None:
    [found] = references("kajian (matriks Kel. 2 bagian B no. 7)")
    assert (found.group, found.part, found.source) == ("2", "b", "matriks|matrix")
    assert found.text == "matriks Kel. 2 bagian B no. 7"


def test_each_reference_has_the_group_named_beside_it() -> None:
    assert [r.group for r in references("Kel. 1 no. 3 dan Kel. 2 no. 4")] == ["1", "2"]


@pytest.mark.parametrize(
    ("text", "said"), [("Pokja IV", "4"), ("Kel. 3", "3"), ("Komisi B", "b"), ("Working Group ii", "2"), ("guru", "")]
)
def test_groups_by_number_roman_number_or_letter(text: str, said: str) -> None:
    assert group(text) == said


def test_numbers_alone() -> None:
    assert [r.numbers for r in bare("1, 3 dan 4")] == [("1", "3", "4")]
    assert [r.numbers for r in bare("(7)")] == [("7",)]
    assert bare("3 bulan") == bare("2017") == bare("100%") == []


def test_a_long_range_is_only_its_ends() -> None:
    assert references("no. 1-90")[0].numbers == ("1", "90")


def test_what_is_left_of_the_words() -> None:
    assert without("pedoman kurasi (matriks Kel. 1 no. 1)").split() == ["pedoman", "kurasi", "(", ")"]


def test_pointing_to_a_place_is_no_waiting() -> None:
    assert says_see("lihat no. 2")
    assert says_see("same as item 4")
    assert not says_see("setelah no. 2")


@pytest.mark.parametrize("printed", ["8", "8.", "(8)", " 8) "])
def test_printed_numbers_in_plain_form(printed: str) -> None:
    assert number(printed) == "8"


@given(st.lists(st.integers(1, 999), min_size=1, max_size=6, unique=True), st.sampled_from([", ", " dan ", " & "]))
def test_every_number_of_a_list_is_found(drawn: list[int], joint: str) -> None:
    said = joint.join(map(str, drawn))
    expected = sorted(drawn)
    assert [int(n) for n in references(f"no. {said}")[0].numbers] == expected
    assert [int(n) for n in bare(said)[0].numbers] == expected


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert all(found.numbers for found in [*references(text), *bare(text)])


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("pedoman pada huruf a terbit", [("a",)]),
        ("bimtek (huruf e)", [("e",)]),
        ("pedoman (huruf b di bawah)", [("b",)]),
        ("setelah huruf kapital dipakai", []),
        ("guru TK kelas a", []),
        ("compliance with (ii) above", [("ii",)]),
        ("the audits in (vi) and (vii)", [("vi",), ("vii",)]),
        ("kuesioner, (d) di atas", [("d",)]),
        ("(a) train staff, (b) buy pumps", []),
        ("the policy(s) of states", []),
        ("designs of the agency (resolution v)", [("v",)]),
    ],
)
def test_points_by_letter_are_codes(text: str, letters: list[tuple[str, ...]]) -> None:
    assert [found.numbers for found in codes(text)] == letters
