"""Lines put together: wraps, breaks, hyphens, labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.reading.layout.labels import expected, is_label, label_of
from tasks.reading.layout.lexicon import Lexicon
from tasks.reading.layout.lines import Line, line_of, lines_of, run_on
from tasks.reading.layout.page import Word
from tasks.reading.layout.text import text_of


def line(text: str, top: float = 0.0, x: float = 0.0, link: str = "") -> Line:
    """A line whose letters are five points wide."""
    words = []
    for word in text.split():
        words.append(Word(word, x, top, x + 5 * len(word), top + 10, 10.0, link=link))
        x += 5 * len(word) + 2.5
    return line_of(words)


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("pembe-", "lajaran", "pembelajaran"),
        ("anak-", "anak", "anak-anak"),
        ("undang-", "undangan", "undang-undangan"),
        ("e-", "Katalog", "e-Katalog"),
        ("2018-", "2022", "2018-2022"),
        ("Juni–", "Desember", "Juni–Desember"),
        ("Juni -", "Juli", "Juni - Juli"),
        ("kab/", "kota", "kab/kota"),
        ("dinas", "kesehatan", "dinas kesehatan"),
    ],
)
def test_how_two_lines_are_put_together(first: str, second: str, whole: str) -> None:
    assert text_of([line(first), line(second)], Lexicon()).text == whole


def test_words_of_the_document_tell_whether_a_hyphen_belongs() -> None:
    halves = [line("non-"), line("formal")]
    assert text_of(halves, Lexicon([[line("non-formal")]])).text == "non-formal"
    assert text_of(halves, Lexicon()).dropped == 1


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("Kemente", "rian Sosial", "Kementerian Sosial"),
        ("PENANG", "GUNG JAWAB", "PENANGGUNG JAWAB"),
        ("(Destana", ")", "(Destana)"),
        ("1.250.00", "0.000", "1.250.000.000"),
        ("Penyusunan", "rencana", "Penyusunan rencana"),
        ("Dinas", "Kesehatan", "Dinas Kesehatan"),
        ("2.500.000", "1.250.000", "2.500.000 1.250.000"),
        ("kerja sama", "nya", "kerja sama nya"),
    ],
)
def test_a_word_too_long_for_its_cell(first: str, second: str, whole: str) -> None:
    others = [line("menyusun rencana aksi").words, line("dan lain").words]
    spaced = [line_of([word._replace(spaced=True) for word in words]) for words in others]
    halves = [line(first), line(second, 12)]
    lexicon = Lexicon([halves, spaced])
    assert text_of(halves, lexicon, 5.0 * len(first) + 4).text == whole
    parted = f"{first} {second}"
    assert text_of(halves, lexicon).text == parted
    assert text_of(halves, lexicon, 200).text == parted


def test_without_white_space_only_known_words_are_made_whole() -> None:
    halves = [line("Kemente"), line("rian Sosial", 12)]
    assert text_of(halves, Lexicon([halves]), 36).text == "Kemente rian Sosial"
    assert text_of(halves, Lexicon([halves, [line("Kementerian Desa")]]), 36).text == "Kementerian Sosial"


def test_white_space_behind_a_word_ends_it() -> None:
    first = line_of([word._replace(spaced=True) for word in line("tenda").words])
    halves = [first, line("untuk desa", 12)]
    assert text_of(halves, Lexicon([halves]), 25).text == "tenda untuk desa"


def test_white_space_that_had_no_room_is_not_missed() -> None:
    spaced = line_of([word._replace(spaced=True) for word in line("gladi lapang").words])
    halves = [line("evakuasi"), line("mandiri", 12)]
    lexicon = Lexicon([halves, [spaced, line("x")]])
    assert text_of(halves, lexicon, 42).text == "evakuasi mandiri"
    assert text_of(halves, lexicon, 44).text == "evakuasimandiri"


def test_a_link_over_two_lines_is_one_span() -> None:
    flow = text_of([line("laman resmi", link="https://a.id/"), line("kami", link="https://a.id/")], Lexicon())
    assert [(s.start, s.end, s.target) for s in flow.spans] == [(0, 16, "https://a.id/")]


def test_room_at_the_end_of_a_line_breaks_it() -> None:
    wrapped = [line("Dinas Pendidikan"), line("Provinsi", 12)]
    assert len(run_on(wrapped, 0, 85)) == 1
    assert len(run_on(wrapped, 0, 200)) == 2


def test_a_label_breaks_a_full_line_only_where_one_is_due() -> None:
    due = [line("1. membentuk tim"), line("2. menyusun tabel"), line("5. belum")]
    assert [[part.text for part in lines] for lines in run_on(due, 0, 75)] == [
        ["1. membentuk tim"], ["2. menyusun tabel", "5. belum"],
    ]  # fmt: skip


def test_superscripts_stand_on_their_line() -> None:
    words = [Word("luas", 0, 0, 20, 10, 10.0), Word("2", 20, 0, 24, 6, 6.0), Word("meter", 30, 0, 60, 10, 10.0)]
    assert [found.text for found in lines_of(words)] == ["luas 2 meter"]


def test_words_turned_upwards_are_read_upwards() -> None:
    words = [Word("Januari", 10, 0, 20, 40, 10.0, turn=1), Word("bulan", 10, 45, 20, 80, 10.0, turn=1)]
    assert [found.text for found in lines_of(words)] == ["bulan Januari"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("1. Satu", "1."), ("12) Dua", "12)"), ("a. huruf", "a."), ("(iii) romawi", "(iii)"), ("• butir", "•"),
        ("- butir", "-"), ("1.2 bab", "1.2"), ("IV. bab", "IV."), ("1.000 orang", ""), ("21.00 WIB", ""),
        ("2017. tahun", ""), ("Rp 5", ""), ("A", ""),
    ],
)  # fmt: skip
def test_labels(text: str, label: str) -> None:
    assert label_of(text)[0] == label


@pytest.mark.parametrize(
    ("label", "before", "due"),
    [
        ("1.", [], True), ("3.", ["2."], True), ("3.", ["1."], False), ("b)", ["a)"], True), ("•", [], True),
        ("–", [], False), ("–", ["–"], True),
    ],
)  # fmt: skip
def test_which_label_is_due(label: str, before: list[str], due: bool) -> None:
    assert expected(label, before) is due


def test_numbers_and_bullets_alone_are_labels() -> None:
    assert [word for word in ("1", "2.", "a)", "•", "No", "Rp") if is_label(word)] == ["1", "2.", "a)", "•"]


@given(st.lists(st.text("abc–-/1.", min_size=1, max_size=8), min_size=1, max_size=12))
def test_no_letter_is_lost_but_counted_hyphens(words: list[str]) -> None:
    flow = text_of([line(word) for word in words], Lexicon())
    assert len(flow.text.replace(" ", "")) + flow.dropped == sum(map(len, words))
