"""An inputs folder, looked through."""

import hashlib
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest

from tasks.model.errors import InputError
from tasks.model.problem import Code
from tasks.reading.folder.inputs import look
from tests.builders import workbook
from tests.conftest import ROOT


def lay(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return folder


def found(folder: Path) -> list[tuple[str, str]]:
    return [(source.file, source.group) for source in look(folder).sources]


def test_the_sample(sample: Path) -> None:
    inputs = look(sample)
    assert len(inputs.sources) == 25
    assert inputs.problems == ()
    assert inputs.meeting.start == date(2017, 2, 8)
    assert {source.group for source in inputs.sources} == {"K1", "K2", "K3", "K4", "K5", "K6"}
    assert all(source.file.startswith(("POKJA IV/",)) for source in inputs.sources if source.group == "K4")


def test_sources_are_sorted_and_hashed(tmp_path: Path) -> None:
    lay(tmp_path, "documents/b/2.docx", "documents/a/1.docx", "documents/0.docx")
    sources = look(tmp_path).sources
    assert [source.file for source in sources] == ["0.docx", "a/1.docx", "b/2.docx"]
    assert sources[1].sha256 == hashlib.sha256(b"documents/a/1.docx").hexdigest()


def test_names_are_composed_whatever_the_file_system_says(tmp_path: Path) -> None:
    lay(tmp_path, "documents/" + normalize("NFD", "Notulé.docx"))
    assert found(tmp_path) == [("Notulé.docx", "K1")]


def test_without_a_documents_folder_the_own_files_are_left_out(tmp_path: Path) -> None:
    lay(tmp_path, "K1/a.docx", "institutions.csv", "Regions.CSV", "decisions.xlsx")
    (tmp_path / "institutions.csv").write_text("canonical\nA\n", encoding="utf-8")
    assert found(tmp_path) == [("K1/a.docx", "K1")]


def test_in_a_documents_folder_every_file_is_a_document(tmp_path: Path) -> None:
    lay(tmp_path, "documents/institutions.csv")
    assert found(tmp_path) == [("institutions.csv", "K1")]


@pytest.mark.parametrize(
    "name",
    [
        "~$a.docx",
        ".~lock.a.odt#",
        "Thumbs.db",
        "desktop.ini",
        ".DS_Store",
        "a.gdoc",
        "a.gsheet",
        "a.gslides",
        ".x",
        "b.tmp",
    ],
)
def test_litter_is_skipped_and_told(tmp_path: Path, name: str) -> None:
    lay(tmp_path, "documents/a.docx", f"documents/{name}")
    inputs = look(tmp_path)
    assert [source.file for source in inputs.sources] == ["a.docx"]
    assert [(p.code, p.file) for p in inputs.problems] == [(Code.FILE_SKIPPED, name)]


def test_a_hidden_folder_is_skipped_as_one(tmp_path: Path) -> None:
    lay(tmp_path, "documents/a.docx", "documents/.git/x", "documents/.git/y")
    assert [p.file for p in look(tmp_path).problems] == [".git"]


@pytest.mark.parametrize(
    "copy",
    [
        "Matriks (conflicted copy 2018-02-11 103015).docx",
        "Matriks (Salinan konflik dari Budi 2018-02-11).docx",
        "Matriks-DESKTOP-ABC123.docx",
        "Matriks.sync-conflict-20180211-103015-ABCDEFG.docx",
    ],
)
def test_a_conflicted_copy_is_read_and_told(tmp_path: Path, copy: str) -> None:
    lay(tmp_path, "documents/Matriks.docx", f"documents/{copy}")
    inputs = look(tmp_path)
    assert len(inputs.sources) == 2
    assert [(p.code, p.file, dict(p.details)) for p in inputs.problems] == [
        (Code.FILE_CONFLICTED, copy, {"original": "Matriks.docx"})
    ]


@pytest.mark.parametrize("other", ["Matriks (Konflik Lahan).docx", "Rencana-DESKTOP-ABC123.docx", "Matriks-2018.docx"])
def test_a_name_alone_makes_no_copy(tmp_path: Path, other: str) -> None:
    lay(tmp_path, "documents/Matriks.docx", f"documents/{other}")
    assert look(tmp_path).problems == ()


def test_a_document_that_is_not_downloaded_is_told_as_such(tmp_path: Path) -> None:
    lay(tmp_path, "documents/a.docx", "documents/.b.docx.icloud")
    (found,) = look(tmp_path).problems
    assert dict(found.details)["reason"] == "@reading.in-the-cloud"


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    lay(tmp_path, "documents/a.docx")
    (tmp_path / "documents" / "lagi").symlink_to(tmp_path, target_is_directory=True)
    assert [p.file for p in look(tmp_path).problems] == ["lagi"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")
def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    lay(tmp_path, "documents/a.docx")
    os.mkfifo(tmp_path / "documents" / "pipa.docx")
    inputs = look(tmp_path)
    assert [source.file for source in inputs.sources] == ["a.docx"]
    assert [p.file for p in inputs.problems] == ["pipa.docx"]


@pytest.mark.parametrize(
    ("names", "code"), [((), Code.INPUTS_EMPTY), (("documents/~$a.docx", "meeting.yaml"), Code.INPUTS_LITTER)]
)
def test_no_documents(tmp_path: Path, names: tuple[str, ...], code: Code) -> None:
    with pytest.raises(InputError) as error:
        look(lay(tmp_path, *names))
    assert error.value.problem.code is code


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        look(tmp_path / "tidak-ada")
    assert error.value.problem.code is Code.INPUTS_NOT_FOUND


@pytest.mark.parametrize(
    ("name", "code"), [("Matriks.docx", Code.INPUTS_NOT_FOLDER), ("rapat.ZIP", Code.INPUTS_PACKED)]
)
def test_a_file_is_no_folder(tmp_path: Path, name: str, code: Code) -> None:
    with pytest.raises(InputError) as error:
        look(lay(tmp_path, name) / name)
    assert error.value.problem.code is code


def test_files_in_a_folder_that_a_group_lists_are_its_own(tmp_path: Path) -> None:
    lay(tmp_path, "documents/kel/a.docx", "documents/kel/lagi/b.docx")
    (tmp_path / "meeting.yaml").write_text("groups:\n- code: K7\n  files: [kel/]\n", encoding="utf-8")
    inputs = look(tmp_path)
    assert [source.group for source in inputs.sources] == ["K7", "K7"]
    assert inputs.problems == ()


def test_a_file_that_cannot_be_opened_is_a_source_all_the_same(tmp_path: Path) -> None:
    lay(tmp_path, "documents/a.docx")
    (tmp_path / "documents" / "putus.docx").symlink_to(tmp_path / "tidak-ada")
    sources = look(tmp_path).sources
    assert [source.file for source in sources] == ["a.docx", "putus.docx"]
    assert len({source.sha256 for source in sources}) == 2


def test_a_listed_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    lay(tmp_path, "documents/a.docx")
    (tmp_path / "meeting.yaml").write_text("groups:\n- code: K1\n  files: [a.docx, b.docx]\n", encoding="utf-8")
    (problem,) = look(tmp_path).problems
    assert (problem.code, problem.file) == (Code.FILE_UNREADABLE, "b.docx")


def test_files_that_no_group_lists_are_told(tmp_path: Path) -> None:
    lay(tmp_path, "documents/kel/a.docx", "documents/kel/b.docx")
    (tmp_path / "meeting.yaml").write_text("groups:\n- code: K7\n  files: [kel/a.docx]\n", encoding="utf-8")
    inputs = look(tmp_path)
    assert [source.group for source in inputs.sources] == ["K7", "K7"]
    assert [(p.code, p.file, dict(p.details)) for p in inputs.problems] == [
        (Code.GROUP_ASSUMED, "kel/b.docx", {"group": "K7"})
    ]


def test_side_tables_from_csv_and_workbook(tmp_path: Path) -> None:
    lay(tmp_path, "documents/a.docx")
    (tmp_path / "institutions.csv").write_bytes("﻿Canonical;Level\nDinas X;province\n;\n".encode())
    workbook({"Wilayah": "canonical | parent\nKota A | Prov B"}, tmp_path / "regions.xlsx")
    inputs = look(tmp_path)
    assert inputs.side_tables == {
        "institutions": ({"canonical": "Dinas X", "level": "province"},),
        "regions": ({"canonical": "Kota A", "parent": "Prov B"},),
    }
    assert inputs.problems == ()


@pytest.mark.parametrize("data", [b"", b"event,event\n1,2\n", b"a,b\n1,2\n", b"\n\n", b"UNBK,3 April 2017\n"])
def test_a_side_table_that_cannot_be_used_is_told(tmp_path: Path, data: bytes) -> None:
    lay(tmp_path, "documents/a.docx")
    (tmp_path / "calendar.csv").write_bytes(data)
    inputs = look(tmp_path)
    assert inputs.side_tables == {}
    assert [p.code for p in inputs.problems] == [Code.SIDE_TABLE_INVALID]


def test_looking_loads_nothing_large() -> None:
    """The quick look before a run must not wait for libraries that only reading needs."""
    code = (
        "import sys, tasks.reading.folder.inputs; "
        "print(sorted({'pandas', 'lxml', 'pydantic', 'prefect'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env={**os.environ}, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
