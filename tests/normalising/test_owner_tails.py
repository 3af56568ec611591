"""A name is the same wherever cells end alike, whatever stands before it; what is read once is not read again."""

from hypothesis import given
from hypothesis import strategies as st

from tasks.normalising.institutions import Directory
from tasks.normalising.owner_roles import is_filler
from tasks.normalising.owner_tails import Tails
from tasks.normalising.regions import Gazetteer
from tasks.normalising.words import words
from tests.normalising.test_institution_table import TABLE

KNOWN = Directory.load(Gazetteer.load(2017), host="Pustekkom Kemdikbud")
FRONT = ["", "seluruh", "Kepala", "Kementerian Kesehatan,", "Kemenkes cq", "melalui", "1.", "(", "didukung", "di"]
BEHIND = [
    "",
    ".",
    " (koordinator)",
    " (PIC).",
    " (BPS)",
    " (Kementerian Kesehatan)",
    ", Jateng",
    ")",
    " dan BPS",
    " ()",
]


@given(
    st.lists(
        st.tuples(st.sampled_from(FRONT), st.sampled_from([c.text for c in TABLE]), st.sampled_from(BEHIND)),
        min_size=1,
        max_size=4,
    )
)
def test_a_remembered_tail_reads_as_a_new_one(cells: list[tuple[str, str, str]]) -> None:
    tails = Tails(lambda text, said, i: KNOWN.names.at(text, said, i, cell=True), KNOWN.names.begins)
    for front, name, behind in [*cells, *((front, cells[0][1], behind) for front, _, behind in cells)]:
        text = f"{front} {name}{behind}"
        said = words(text)
        for i in range(len(said)):
            front_alone = is_filler(said, i) and not KNOWN.names.begins(said, i)
            assert tails.at(text, said, i) == ([] if front_alone else KNOWN.names.at(text, said, i, cell=True))


def test_what_only_stands_before_a_name_is_no_part_of_an_unknown_place() -> None:
    for front in ("Kepala", "the", "seluruh"):
        (found,) = KNOWN.split(f"{front} Nandi County")
        assert (found.text, found.institution.region) == ("Nandi County", "Nandi County")


def test_a_name_is_read_once_for_all_cells_that_end_with_it() -> None:
    asked: list[str] = []

    def read(text: str, said: object, i: int) -> list[object]:
        asked.append(text)
        return []

    tails = Tails(read, lambda said, i: False)  # type: ignore[arg-type]
    for text in ("seluruh BPS", "semua BPS.", "BPS (koordinator)"):
        tails.at(text, words(text), words(text).index(next(w for w in words(text) if w.text == "bps")))
    assert asked == ["seluruh BPS"]
