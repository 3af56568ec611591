"""Which language a run speaks."""

from pathlib import Path

import pytest

from flows.speaking.language import asked_for, of_meeting, spoken


@pytest.mark.parametrize(
    "words, language",
    [
        (["build", "x", "--lang", "en"], "en"),
        (["build", "--lang=en", "x"], "en"),
        (["build", "x"], ""),
        (["build", "x", "--lang"], ""),
        (["build", "x", "--lang", "fr"], ""),
    ],
)
def test_the_language_asked_for(words: list[str], language: str) -> None:
    assert asked_for(words) == language


def test_the_language_of_a_meeting_is_found_even_if_the_file_is_broken(tmp_path: Path) -> None:
    (tmp_path / "meeting.yaml").write_text("groups: [\nlanguage: 'en'  # for visitors\n")
    assert of_meeting(tmp_path) == "en"
    assert spoken(["build", str(tmp_path)], "id") == "en"
    assert spoken(["build", str(tmp_path), "--lang", "id"], "id") == "id"
    assert spoken(["serve"], "id") == "id"
