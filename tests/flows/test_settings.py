"""Where settings come from."""

from pathlib import Path

import pytest

from flows.settings import PROJECT, Settings


def test_settings_come_from_the_environment_then_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "renja.toml").write_text('workers = 3\nlanguage = "en"\ntemplates = "ours"\n')
    monkeypatch.setenv("RENJA_WORKERS", "5")
    settings = Settings()
    assert (settings.workers, settings.language, settings.templates) == (5, "en", PROJECT / "ours")


def test_every_setting_says_what_it_is_for() -> None:
    assert all(field.description for field in Settings.model_fields.values())
