"""The set-up script: its sentences, and when it sets up again."""

import ast
from pathlib import Path

import pytest

import mulai


def test_it_needs_the_standard_library_alone() -> None:
    tree = ast.parse(Path(mulai.__file__).read_text(encoding="utf-8"))
    names = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    names |= {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    assert names == {"hashlib", "os", "subprocess", "sys", "venv", "pathlib"}


def test_both_languages_have_the_same_sentences() -> None:
    assert mulai.SENTENCES["id"].keys() == mulai.SENTENCES["en"].keys()


@pytest.mark.parametrize("arguments", [["build", "x", "--lang", "en"], ["build", "x", "--lang=en"]])
def test_the_arguments_choose_the_language(arguments: list[str]) -> None:
    assert "only once" in mulai.say(arguments, "start")
    assert "sekali saja" in mulai.say(["build", "x"], "start")


def test_an_old_python_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.version_info", (3, 9, 1))
    assert mulai.main(["build", "x"]) == 1
    assert "Python 3.11" in capsys.readouterr().err


def test_changed_pins_make_it_set_up_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pins, python = tmp_path / "requirements.txt", tmp_path / "python"
    pins.write_text("a==1")
    python.touch()
    monkeypatch.setattr(mulai, "VENV", tmp_path)
    monkeypatch.setattr(mulai, "PYTHON", python)
    assert not mulai.ready(pins)
    (tmp_path / "requirements.ok").write_text(mulai.fingerprint(pins), encoding="ascii")
    assert mulai.ready(pins)
    pins.write_text("a==2")
    assert not mulai.ready(pins)


def test_pip_takes_over_where_uv_cannot_be_had(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(step: str, *command: str | Path) -> None:
        raise mulai.SetupError("failed", step=step, log="")

    monkeypatch.setattr(mulai, "TOOLS", tmp_path)
    monkeypatch.setattr(mulai, "run", fail)
    assert [command[2] for command in mulai.installers()] == ["pip"]


def test_a_failed_setup_ends_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(requirements: Path) -> None:
        raise mulai.SetupError("failed", step="packages", log="persiapan.log")

    monkeypatch.setattr(mulai, "ready", lambda requirements: False)
    monkeypatch.setattr(mulai, "set_up", fail)
    assert mulai.main(["build", "x"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert said[-1].startswith("Persiapan gagal pada langkah 'packages'")
