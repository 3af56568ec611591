"""A new meeting, the document on the screen, the Tab key, and the voices of the command."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import load_workbook

from flows.commands import new_meeting, opening
from flows.commands.completion import COMPLETING
from flows.speaking.voice import voice_of
from tasks.reading.folder.inputs import look
from tests.builders import word
from tests.flows.fakes import MAIN
from tests.flows.newcomer import MATRIX, Newcomer


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Newcomer:
    return Newcomer(tmp_path, monkeypatch, capsys)


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_new_folder_is_understood_as_it_is(user: Newcomer, language: str) -> None:
    folder = user.folder / "rakor-2018"
    told = user.run("new", folder, "Kebijakan", "Jaringan & 'Data'", "--lang", language)
    assert (told.code, told.complaints) == (0, [])
    assert f'renja build "{folder}"' in told.out[0]
    homes = sorted((folder / "documents").iterdir())
    assert [home.name.split(" ", 1)[1] for home in homes] == ["1 - Kebijakan", "2 - Jaringan & 'Data'"]
    (homes[1] / "Matriks.docx").write_bytes(word(MATRIX))
    inputs = look(folder)
    assert inputs.problems == ()
    assert inputs.side_tables == {"institutions": ()}
    assert (inputs.meeting.name, inputs.meeting.language) == ("rakor-2018", language)
    assert [(group.code, group.name) for group in inputs.meeting.groups] == [
        ("K1", "Kebijakan"), ("K2", "Jaringan & 'Data'"),
    ]  # fmt: skip
    assert inputs.sources[0].group == "K2"


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_field_that_is_explained_may_be_used(user: Newcomer, language: str) -> None:
    """Take the mark off every line that holds an example: what comes out is a meeting without a complaint."""
    user.run("new", user.folder / "rapat", "--lang", language)
    path = user.folder / "rapat" / "meeting.yaml"
    (user.folder / "rapat" / "documents" / "a.docx").write_bytes(word(MATRIX))
    lines = path.read_text(encoding="utf-8").splitlines()
    used = [line.removeprefix("# ") for line in lines if _example(line.removeprefix("# "))]
    path.write_text("\n".join(used), encoding="utf-8")
    inputs = look(user.folder / "rapat")
    assert [p for p in inputs.problems if p.code == "meeting-field-unknown"] == []
    assert inputs.meeting.without == ("foreword", "timeline")
    assert inputs.meeting.groups[0].code == "K1"
    assert len(yaml.safe_load(path.read_text(encoding="utf-8"))) == 15


def _example(line: str) -> bool:
    first = line.split(":")[0].strip(" -")
    return line.startswith("- ") or (first.isidentifier() and first.islower() and ":" in line)


def test_the_list_of_institutions_opens_in_excel_with_its_header(user: Newcomer) -> None:
    user.run("new", user.folder / "rapat")
    sheet = load_workbook(user.folder / "rapat" / "institutions.xlsx").active
    assert sheet is not None
    rows = [[cell for cell in row if cell] for row in sheet.iter_rows(values_only=True)]
    assert ["canonical", "level", "region", "variants"] in rows


def test_nothing_is_overwritten(user: Newcomer) -> None:
    (user.folder / "rapat").mkdir()
    told = user.run("new", user.folder / "rapat")
    told.sentence("rapat sudah ada", "Pilih nama lain")
    assert (told.code, list((user.folder / "rapat").iterdir())) == (2, [])


@pytest.mark.parametrize("name", ["AUX", "rapat.", "a:b", "a?b", "com1.2018"])
def test_names_that_windows_refuses(user: Newcomer, name: str) -> None:
    told = user.run("new", name)
    assert told.code == 2
    told.sentence(f"'{name}' tidak dapat menjadi nama folder")


def test_a_bare_name_is_a_folder_below_the_inputs(user: Newcomer) -> None:
    user.monkeypatch.setattr(new_meeting, "PROJECT", user.folder)
    assert user.run("new", "rakor-2018").code == 0
    assert (user.folder / "inputs" / "rakor-2018" / "meeting.yaml").is_file()


# The document on the screen


@pytest.fixture
def shown(user: Newcomer) -> list[Path]:
    """What would be opened."""
    opened: list[Path] = []

    def show(document: Path) -> bool:
        opened.append(document)
        return True

    user.monkeypatch.setattr(opening, "show", show)
    user.monkeypatch.setattr(opening, "outputs", lambda: user.folder / "outputs")
    user.monkeypatch.setattr(opening, "default_out", lambda plan: user.folder / "outputs" / plan.name)
    user.pretend()
    return opened


def test_the_newest_plan_is_opened_or_the_one_that_is_named(user: Newcomer, shown: list[Path]) -> None:
    outputs = user.folder / "outputs"
    for age, name in ((100, "lama"), (0, "baru")):
        user.run("build", user.meeting(name), "--out", outputs / name)
        when = (outputs / name / "run.json").stat().st_mtime - age
        os.utime(outputs / name / "run.json", (when, when))
    assert user.run("open").code == 0
    assert user.run("open", outputs / "lama").code == 0
    assert user.run("open", user.folder / "lama").code == 0
    assert shown == [outputs / "baru" / MAIN, outputs / "lama" / MAIN, outputs / "lama" / MAIN]


def test_no_plan_to_open(user: Newcomer, shown: list[Path]) -> None:
    told = user.run("open")
    assert "belum ada rencana" in told.complaints[0]
    assert (told.code, user.run("open", user.folder).code, shown) == (2, 2, [])


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is a desktop")
def test_without_a_desktop_the_path_is_said(user: Newcomer) -> None:
    user.pretend()
    user.run("build", user.meeting(), "--out", user.folder / "hasil")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        user.monkeypatch.delenv(name, raising=False)
    told = user.run("open", user.folder / "hasil")
    assert told.code == 0
    assert told.out[0].endswith(str(user.folder / "hasil" / MAIN))


# The Tab key


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_a_shell_gets_a_script_that_says_where_to_put_it(user: Newcomer, shell: str) -> None:
    told = user.run("completion", shell)
    assert told.code == 0
    assert told.out[0].startswith(f"# Untuk melengkapi perintah dengan tombol Tab di {shell}")
    assert COMPLETING in told.all


@pytest.mark.parametrize("typed, offered", [("renja bu", ["build"]), ("renja build --a", ["--as-of"])])
def test_a_shell_is_told_what_may_follow(user: Newcomer, typed: str, offered: list[str]) -> None:
    user.monkeypatch.setenv(COMPLETING, "complete_bash")
    user.monkeypatch.setenv("COMP_WORDS", typed)
    user.monkeypatch.setenv("COMP_CWORD", str(typed.count(" ")))
    with pytest.raises(SystemExit):
        user.run()
    assert user.capsys.readouterr().out.split() == offered


# The voices


def test_quiet_leaves_the_path_and_what_went_wrong(user: Newcomer) -> None:
    user.pretend()
    folder, out = user.meeting(), user.folder / "hasil"
    assert user.run("build", folder, "--out", out, "--quiet").out == [str(out / MAIN)]
    assert len(user.run("--quiet", "build", user.folder / "x").complaints) == 1


def test_verbose_tells_of_every_stage(user: Newcomer) -> None:
    user.pretend()
    told = user.run("build", user.meeting(), "--out", user.folder / "hasil", "--verbose")
    assert told.out[-2].startswith("Menulis dokumen: ")
    assert told.out[-2].endswith(" detik")


def _object(user: Newcomer, *words: str | Path) -> dict[str, Any]:
    told = user.run(*words, "--json")
    assert told.complaints == []
    (line,) = told.out
    assert line.isascii()
    found: dict[str, Any] = json.loads(line)
    assert found["exit"] == told.code
    return found


def test_json_is_one_object_with_the_same_fields_whatever_happens(user: Newcomer) -> None:
    user.pretend()
    folder, out = user.meeting(), user.folder / "hasil"
    built = _object(user, "build", folder, "--out", out)
    again = _object(user, "build", folder, "--out", out)
    failed = _object(user, "build", user.folder / "x")
    wrong = _object(user, "build", folder, "--as-of", "besok")
    checked = _object(user, "check", folder)
    assert len({tuple(found) for found in (built, again, failed, wrong, checked)}) == 1
    assert [found["outcome"] for found in (built, again, failed, wrong, checked)] == [
        "built", "unchanged", "failed", "wrong-usage", "done",
    ]  # fmt: skip
    assert (built["command"], built["document"], built["figures"]["items"]) == ("build", str(out / MAIN), 1)
    assert failed["problems"][0]["code"] == "inputs-not-found"
    assert set(failed["problems"][0]) == {"code", "severity", "file", "place", "message"}
    assert [p["code"] for p in checked["problems"]] == ["meeting-assumed"]


def test_what_stands_behind_two_dashes_is_no_option() -> None:
    voice, words = voice_of(["check", "--quiet", "--", "--json"])
    assert (voice.quiet, voice.verbose, words) == (True, False, ["check", "--", "--json"])
