"""Stems are looked up once for all runs of a plan, and never taken from a file that is not sound."""

from pathlib import Path

import pytest

from flows.folder import stem_store
from flows.folder.stem_store import FILE, kept
from tasks.merging.language import stems

WORDS = {"pembelajaran": "ajar", "évaluasi": "évaluasi"}


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words that are looked up; nothing is known to begin with."""
    told: list[str] = []

    def look_up(word: str) -> str:
        told.append(word)
        return WORDS[word]

    monkeypatch.setattr(stems, "_KNOWN", {})
    monkeypatch.setattr(stems, "_stem", look_up)
    return told


def run(folder: Path) -> dict[str, str]:
    """What a new process finds."""
    stems._KNOWN.clear()
    with kept(folder):
        return {word: stems.stem(word) for word in WORDS}


def test_a_word_is_looked_up_once_for_all_runs(tmp_path: Path, asked: list[str]) -> None:
    assert [run(tmp_path / "cache") for _ in range(3)] == [WORDS] * 3
    assert asked == list(WORDS)


def test_new_words_are_added(tmp_path: Path, asked: list[str]) -> None:
    with kept(tmp_path):
        stems.stem("pembelajaran")
    run(tmp_path)
    assert run(tmp_path) == WORDS
    assert asked == list(WORDS)


def test_the_file_does_not_depend_on_the_order_of_the_words(tmp_path: Path) -> None:
    for name, order in (("a", 1), ("b", -1)):
        stems._KNOWN.clear()
        with kept(tmp_path / name):
            for word in list(WORDS)[::order]:
                stems.stem(word)
    assert (tmp_path / "a" / FILE).read_bytes() == (tmp_path / "b" / FILE).read_bytes()


@pytest.mark.parametrize(
    "damaged",
    [
        lambda whole: whole.replace("ajar", "ajur").encode(),
        lambda whole: whole[:-4].encode(),
        lambda whole: whole.encode() + b"\xff",
        lambda whole: b"",
    ],
)
def test_a_damaged_file_is_made_anew(tmp_path: Path, asked: list[str], damaged: object) -> None:
    assert callable(damaged)
    run(tmp_path)
    whole = (tmp_path / FILE).read_text(encoding="utf-8")
    (tmp_path / FILE).write_bytes(damaged(whole))
    assert run(tmp_path) == WORDS
    assert asked == 2 * list(WORDS)
    assert (tmp_path / FILE).read_text(encoding="utf-8") == whole


@pytest.mark.parametrize("name", ["code_version", "version"])
def test_other_code_or_lists_or_another_library_ask_anew(
    tmp_path: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    run(tmp_path)
    monkeypatch.setattr(stem_store, name, lambda *_: "another")
    run(tmp_path)
    assert asked == 2 * list(WORDS)


def test_a_folder_that_cannot_be_written_is_no_obstacle(tmp_path: Path, asked: list[str]) -> None:
    (tmp_path / "cache").write_bytes(b"")
    assert [run(tmp_path / "cache") for _ in range(2)] == [WORDS] * 2
    assert asked == 2 * list(WORDS)


def test_nothing_is_left_lying_about(tmp_path: Path) -> None:
    run(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [FILE]
