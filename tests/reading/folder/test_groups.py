"""Which group a file comes from."""

import pytest

from tasks.model.meeting import Group, Meeting
from tasks.reading.folder.groups import group_number, grouped


def codes(meeting: Meeting, *files: str) -> dict[str, str]:
    return dict(grouped(meeting, files, "rakor").group_of)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("Kelompok 1 - Kebijakan", 1),
        ("KEL 2 INFRASTRUKTUR", 2),
        ("Kel3_Konten", 3),
        ("POKJA IV", 4),
        ("kel 6 3T", 6),
        ("K12", 12),
        ("03 Konten", 3),
        ("Working Group", None),
        ("Wilayah 3T", None),
        ("Kebijakan dan Regulasi", None),
    ],
)
def test_the_number_of_a_group_in_a_name(name: str, number: int | None) -> None:
    assert group_number(name) == number


def test_folders_with_numbers_give_their_numbers() -> None:
    assert codes(Meeting(), "POKJA IV/a", "Kel 2/b", "Kelompok 10/c") == {
        "POKJA IV/a": "K4",
        "Kel 2/b": "K2",
        "Kelompok 10/c": "K10",
    }


def test_other_folders_are_counted_in_the_order_of_their_names() -> None:
    found = grouped(Meeting(), ["Konten/a", "Infrastruktur/b", "Konten/dalam/c", "lepas.docx"], "rakor")
    assert [(group.code, group.name) for group in found.meeting.groups] == [
        ("K1", "Infrastruktur"),
        ("K2", "Konten"),
        ("K3", "rakor"),
    ]
    assert found.group_of["Konten/dalam/c"] == "K2"
    assert found.assumed == ()


def test_two_folders_with_one_number_are_counted() -> None:
    assert codes(Meeting(), "Kel 2/a", "Kelompok 2/b") == {"Kel 2/a": "K1", "Kelompok 2/b": "K2"}


LISTED = Meeting(groups=(Group("K1", "Kebijakan", ("satu/a.docx",)), Group("K2", "Infrastruktur", ("dua/",))))


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("satu/a.docx", "K1"),
        ("satu/b.docx", "K1"),
        ("satu/dalam/c.docx", "K1"),
        ("dua/x.docx", "K2"),
        ("Kelompok 2/y.docx", "K2"),
        ("infrastruktur/z.docx", "K2"),
        ("Hasil Kebijakan/z.docx", "K1"),
        ("lain/q.docx", "lain"),
        ("lepas.docx", "rakor"),
    ],
)
def test_listed_files_and_their_neighbours(file: str, code: str) -> None:
    assert codes(LISTED, file) == {file: code}


def test_a_folder_of_two_groups_belongs_to_neither() -> None:
    meeting = Meeting(groups=(Group("A", "A", ("x/a.docx",)), Group("B", "B", ("x/b.docx",))))
    found = grouped(meeting, ["x/a.docx", "x/b.docx", "x/c.docx"], "rakor")
    assert found.group_of == {"x/a.docx": "A", "x/b.docx": "B", "x/c.docx": "x"}
    assert [group.code for group in found.meeting.groups] == ["A", "B", "x"]
    assert found.assumed == ("x/c.docx",)
