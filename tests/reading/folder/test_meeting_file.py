"""meeting.yaml, right and wrong."""

from datetime import date
from pathlib import Path

import pytest

from tasks.model.errors import InputError
from tasks.model.meeting import Group, Meeting, Signatory
from tasks.model.problem import Code
from tasks.reading.folder.meeting_file import read_meeting
from tasks.rendering.catalogue import load


def read(folder: Path, text: str) -> Meeting:
    path = folder / "meeting.yaml"
    path.write_text(text, encoding="utf-8")
    return read_meeting(path)[0]


def test_everything_that_may_be_said(tmp_path: Path) -> None:
    text = """
name: Rakor TIK
theme: Merata   dan berkualitas
host: Pustekkom
start: '2017-02-08'
end: 2017-02-11
place: Depok
year: 2017
language: en
currency: usd
fiscal_year: 07-16
paper: f4
groups:
- code: K1
  name: Kebijakan
  files:
  - kel 1\\a.docx
- code: 2
"""
    assert read(tmp_path, text) == Meeting(
        "Rakor TIK",
        "Merata dan berkualitas",
        "Pustekkom",
        date(2017, 2, 8),
        date(2017, 2, 11),
        "Depok",
        2017,
        "en",
        "USD",
        (Group("K1", "Kebijakan", ("kel 1/a.docx",)), Group("2", "2")),
        (7, 16),
        paper="F4",
    )


@pytest.mark.parametrize("text", ["", "~", "name:\n", "groups:\n", "# hanya catatan\n"])
def test_nothing_said_means_the_defaults(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == Meeting()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("name: Rakor\nstart: 30 Februari\n", "line 2", "30 Februari"),
        ("start: 2017-02-30\n", "line 1", "2017-02-30"),
        ("start: 2017-02-11\nend: 2017-02-08\n", "line 2", "2017-02-08"),
        ("year: dua ribu\n", "line 1", "dua ribu"),
        ("year: 17\n", "line 1", "17"),
        ("fiscal_year: 13\n", "line 1", "13"),
        ("fiscal_year: musim hujan\n", "line 1", "musim hujan"),
        ("language: jv\n", "line 1", "jv"),
        ("paper: legal\n", "line 1", "LEGAL"),
        ("chapters:\n  sampul: no\n", "line 2", "chapters.sampul"),
        ("chapters:\n  timeline: mungkin\n", "line 2", "mungkin"),
        ("chapters: timeline\n", "line 1", "chapters"),
        ("legal_basis: UU\n", "line 1", "legal_basis"),
        ("name: [a, b]\n", "line 1", "name"),
        ("groups: K1\n", "line 1", "groups"),
        ("groups:\n- K1\n", "line 2", "groups"),
        ("groups:\n- name: Kebijakan\n", "line 2", "groups.code"),
        ("groups:\n- code: K1\n- code: K1\n", "line 3", "K1"),
        ("groups:\n- code: K1\n  files: a.docx\n", "line 3", "groups.files"),
        ("- a\n- b\n", "line 1", "meeting.yaml"),
        ("name: 'Rakor\n", "line 2", "YAML"),
        ("a: [\n", "line 2", "YAML"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, line: str, words: str) -> None:
    with pytest.raises(InputError) as error:
        read(tmp_path, text)
    found = error.value.problem
    assert (found.code, found.file, found.locator) == (Code.MEETING_INVALID, "meeting.yaml", line)
    assert all(words in load(language).problem(found) for language in ("id", "en"))


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "meeting.yaml"
    path.write_bytes(b"PK\x03\x04\x14\x00\x06\x00")
    with pytest.raises(InputError):
        read_meeting(path)


def test_what_the_plan_is_to_hold_is_read(tmp_path: Path) -> None:
    text = (
        "legal_basis:\n- UU 23 Tahun 2014\n- 'Perpres  18/2020'\n"
        "signatories:\n- position: Direktur\n  name: Siti\n- position: Ketua\n"
        "chapters:\n  timeline: tidak\n  foreword: No\n  regions: ya\n"
    )
    meeting = read(tmp_path, text)
    assert meeting.legal_basis == ("UU 23 Tahun 2014", "Perpres 18/2020")
    assert meeting.signatories == (Signatory("Direktur", "Siti"), Signatory("Ketua"))
    assert meeting.without == ("foreword", "timeline")


def test_a_tab_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        read(tmp_path, "name: Rapat\n\tyear: 2017\n")
    assert (error.value.problem.locator, dict(error.value.problem.details)["cause"]) == (
        "line 2",
        "@reading.meeting-tab",
    )


def test_the_code_page_of_an_old_editor_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "meeting.yaml"
    path.write_bytes("name: Rapat “Koordinasi”\n".encode("cp1252"))
    assert read_meeting(path)[0].name == "Rapat “Koordinasi”"


def test_fields_that_nobody_knows_are_told_with_the_known_one(tmp_path: Path) -> None:
    path = tmp_path / "meeting.yaml"
    path.write_text("nama: Rapat\nlangauge: id\nxyz: 1\ngroups:\n- kode: K1\n  code: K1\n  berkas: []\n")
    problems = read_meeting(path)[1]
    told = {dict(p.details)["field"]: (p.locator, dict(p.details)["known"]) for p in problems}
    assert told["nama"] == ("line 1", "name")
    assert told["langauge"] == ("line 2", "language")
    assert told["kode"][1] == "code"
    assert told["berkas"][1] == "files"
    assert "signatories" in told["xyz"][1]
