"""Reasons are short, and every ground has words in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.merging.matching.comparison import FIELDS
from tasks.merging.matching.contradictions import VETO, Reason
from tasks.merging.reasons.grounds import AGREE, DIFFER
from tasks.model.decisions import Grounds, Side
from tasks.rendering.catalogue import LANGUAGES, load
from tasks.rendering.decisions.differences import marked
from tasks.rendering.decisions.reason import MOST_WORDS, named, reason

SILENT = [str(found.name).lower() for found in Reason if not found & VETO]
VETOES = [str(found.name).lower() for found in Reason if found & VETO]
WORDS = st.lists(st.sampled_from(["modul", "literasi", "digital,", "SD", "–", "guru", "2017"]), max_size=9).map(
    " ".join
)


def some(names: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(names), unique=True).map(tuple)


GROUNDS = st.builds(
    Grounds, WORDS.map(lambda text: tuple(text.split())), some([*AGREE.values(), "object"]), some([*DIFFER.values()]),
    some(SILENT), some(VETOES),
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_ground_has_words(language: str) -> None:
    speak = load(language)
    keys = [f"agree.{name}" for name in AGREE.values()] + [f"differ.{name}" for name in DIFFER.values()]
    keys += [f"silent.{name}" for name in SILENT] + [f"veto.{name}" for name in VETOES]
    keys += [f"field.{field.name}" for field in FIELDS]
    assert [key for key in keys if f"decisions.{key}" not in speak] == []


def test_a_ground_without_words_of_its_own_is_named_in_general() -> None:
    assert named("veto", "something_new", load("en")) == "something forbids it"


@given(WORDS, WORDS, GROUNDS, st.sampled_from(LANGUAGES))
def test_a_reason_has_no_more_than_twenty_words(a: str, b: str, grounds: Grounds, language: str) -> None:
    assert len(reason(Side(a), Side(b), grounds, load(language)).split()) <= MOST_WORDS


def test_what_speaks_against_comes_behind_and_where_nothing_does_the_words_that_differ() -> None:
    a, b = Side("Menyusun modul literasi digital"), Side("Menyusun modul literasi daring")
    alike = Grounds(("modul", "literasi"), ("object", "owner"))
    speak = load("id")
    assert reason(a, b, alike, speak) == (
        "objek sama “modul literasi”, pelaksana sama; kata berbeda: “digital”, “daring”"
    )
    against = Grounds(alike.common, alike.agree, ("period",))
    assert reason(a, b, against, speak) == "objek sama “modul literasi”, pelaksana sama; waktu berbeda"


@given(WORDS, WORDS)
def test_the_runs_of_a_text_are_the_text_and_equal_texts_have_no_marks(a: str, b: str) -> None:
    one, other = marked(a, b)
    assert "".join(run.text for run in one) == a.strip()
    assert "".join(run.text for run in other) == b.strip()
    assert not any(run.marked for side in marked(a, a) for run in side)
