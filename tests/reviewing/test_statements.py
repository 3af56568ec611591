"""Corrections in words: what they set, and that what is no correction sets nothing."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.rendering.catalogue import LANGUAGES, load
from tasks.reviewing import answers
from tasks.reviewing.statements import TARGETS, stated

HELD = {
    "action": "Menyusun pedoman kurasi konten", "time": "Maret 2017", "budget": "Rp\u00a05.000.000",
    "owners": "•\u00a0LPMP Bali\n•\u00a0Pustekkom Kemdikbud",
}  # fmt: skip
CODES = ("owner-missing", "owner-unknown", "period-missing", "period-not-understood", "budget-not-understood")


@pytest.mark.parametrize(
    ("words", "field", "new"),
    [
        ("Waktu: Mei 2017", "time", "Mei 2017"),
        ("waktu seharusnya Mei 2017.", "time", "Mei 2017"),
        ("Mohon waktu diubah menjadi Mei 2017", "time", "Mei 2017"),
        ("Maret menjadi Mei 2017", "time", "Mei 2017"),
        ("Maret 2017 → Mei 2017", "time", "Mei 2017"),
        ("Mei 2017, bukan Maret 2017", "time", "Mei 2017"),
        ("bukan Maret tetapi Mei", "time", "Mei 2017"),
        ("change the time from Maret 2017 to May 2017", "time", "May 2017"),
        ("should be May 2017", "time", "May 2017"),
        ("not Maret 2017 but May 2017", "time", "May 2017"),
        ("Mei 2017", "time", "Mei 2017"),
        ("Rp 7.500.000", "budget", "Rp 7.500.000"),
        ("Anggaran Rp 10 juta", "budget", "Rp 10 juta"),
        ("LPMP Banten, bukan LPMP Bali", "owners", "•\u00a0LPMP Banten\n•\u00a0Pustekkom Kemdikbud"),
        ("Responsible: LPMP NTB", "owners", "LPMP NTB"),
        ("penanggung jawab ditambah LPMP NTB", "owners", f"{HELD['owners']}\nLPMP NTB"),
        ("ganti pedoman dengan panduan", "action", "Menyusun panduan kurasi konten"),
        ("replace pedoman with panduan", "action", "Menyusun panduan kurasi konten"),
        ("Keluaran: 3 dokumen", "output", "3 dokumen"),
    ],
)
def test_a_correction_sets_the_field_that_it_names_or_whose_words_it_exchanges(
    words: str, field: str, new: str
) -> None:
    assert stated(words, HELD) == ((field, HELD.get(field, ""), new),)


def test_several_corrections_stand_in_one_cell() -> None:
    assert [part.field for part in stated("Waktu: Juni 2017; Anggaran: Rp 10 juta", HELD)] == ["time", "budget"]
    assert [part.field for part in stated("Waktu: Juni 2017\nKeluaran: 3 dokumen", HELD)] == ["time", "output"]


@pytest.mark.parametrize(
    "words",
    [
        "", "Sudah benar", "sudah selesai", "mohon diubah waktunya", "Waktu belum sesuai", "lihat lampiran",
        "Waktu: Juni 2017; lihat lampiran", "Waktu: Juni 2017; Waktu: Juli 2017", "LPMP NTT, bukan LPMP Papua",
        "Sekolah ini tidak ada", "already done", "please check the time", "Waktu: Maret 2017",
    ],
)  # fmt: skip
def test_what_is_not_understood_as_a_whole_sets_nothing(words: str) -> None:
    assert stated(words, HELD) == ()


@given(st.text(max_size=60), st.dictionaries(st.sampled_from(sorted(TARGETS)), st.text(max_size=30), max_size=4))
def test_whatever_is_written_sets_fields_once_and_to_something_new(words: str, held: dict[str, str]) -> None:
    parts = stated(words, held)
    assert len({part.field for part in parts}) == len(parts)
    assert all(part.field in TARGETS and part.new and part.new != held.get(part.field, "") for part in parts)


def test_questions_are_known_by_what_the_catalogues_call_them() -> None:
    with (Path(answers.__file__).parent / "questions.csv").open(encoding="utf-8", newline="") as lines:
        known = {(row["kind"], row["words"]): row["field"] for row in csv.DictReader(lines)}
    for speak in map(load, LANGUAGES):
        asked = {known[("title", speak.text(f"kind.{code}").casefold())] for code in CODES}
        assert asked == {"owners", "time", "budget"}
        assert known[("title", speak.text("kind.fields-conflict").casefold())] == "disputed"
        for field in ("start", "end", "owners", "budget", "output"):
            assert known[("about", speak.text(f"merging.field.{field}").casefold())] == field
