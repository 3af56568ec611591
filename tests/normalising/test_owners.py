"""A cell cut into parts says the same as the cell in one; phrases are found whole and at a word."""

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from tasks.normalising.institutions import Directory
from tasks.normalising.regions import Gazetteer
from tasks.normalising.words import Phrases, words
from tests.normalising.test_institution_table import TABLE

MEETING = "2017 | id | Pustekkom Kemdikbud"
NAMES = [cell.text for cell in TABLE if cell.meeting == MEETING]
AROUND = [
    "(koordinator)", "(", ")", "(LKPP)", "[", "]", "didukung", "Pendukung:", "Pusat:", "untuk guru", "/ Kab. Bogor",
    ",", "dan", "seluruh", "tim teknis", "yang memegang", "1.",
]  # fmt: skip
BETWEEN = ["; ", ";", "\n", ";\n", "\n\n", " ", ", ", "; (", "\n- "]


@cache
def directory(whole: bool) -> Directory:
    """A directory; with a name that holds a semicolon it cannot cut a cell there."""
    own = [{"canonical": "Satuan Uji; Satuan Coba", "level": "other"}] if whole else []
    return Directory.load(Gazetteer.load(2017), own, host="Pustekkom Kemdikbud")


@given(st.lists(st.tuples(st.sampled_from([*NAMES, *AROUND]), st.sampled_from(BETWEEN)), min_size=2, max_size=7))
def test_a_cell_in_parts_says_the_same_as_in_one(said: list[tuple[str, str]]) -> None:
    text = "".join(name + mark for name, mark in said)
    assert directory(whole=False).split(text) == directory(whole=True).split(text)


def test_a_name_that_holds_a_mark_is_found() -> None:
    found = directory(whole=True).split("LKPP; Satuan Uji; Satuan Coba")
    assert [m.institution.name for m in found] == ["LKPP", "Satuan Uji; Satuan Coba"]


WORDS = st.lists(st.sampled_from(["dinas", "pendidikan", "dan", "olahraga", ","]), min_size=1, max_size=4).map(" ".join)


@given(st.lists(WORDS, min_size=1, max_size=6), st.lists(WORDS, min_size=1, max_size=2).map(" ".join))
def test_phrases_are_those_that_the_text_begins_with(known: list[str], text: str) -> None:
    said = words(text)
    beginnings = {" ".join(w.text for w in said[:n]): n for n in range(1, len(said) + 1)}
    longest_first = sorted(
        {(phrase, beginnings[phrase]) for phrase in known if phrase in beginnings}, key=lambda p: -p[1]
    )
    phrases = Phrases((phrase, phrase) for phrase in known)
    assert phrases.all_at(said, 0) == longest_first
    assert phrases.at(said, 0) == (longest_first[0] if longest_first else None)
    assert phrases.whole(text) == (text if text in known else None)
