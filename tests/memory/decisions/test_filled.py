"""A workbook that people filled in is read by its hidden cells and its headers."""

import pytest

from tasks.memory.decisions.filled import answers, meaning
from tasks.model.decision_keys import LINK, PAIR, SYNONYM, pair_key, synonym_key
from tasks.model.decisions import LinkRuling, Remark, Ruling, Side
from tasks.reading.folder.decisions_file import Filled, FilledSheet
from tasks.reading.refusal import CannotReadError
from tasks.rendering.catalogue import LANGUAGES, load

A, B = Side("Menyusun pedoman", prints=("a",)), Side("Penyusunan juknis", prints=("b",))
KEY = pair_key(A, B)


def filled(
    *rows: tuple[str, ...], key: str = PAIR, headers: tuple[str, ...] = ("Jawaban", "Oleh", "Catatan")
) -> Filled:
    """A sheet with these headers and then the key; a title stands above."""
    table = [("Judul",), (*headers, key), *rows]
    lines = [(n, {c: word for c, word in enumerate(row, 1) if word}) for n, row in enumerate(table, 1)]
    return Filled((FilledSheet("Pertanyaan", tuple(lines)),), "Ani", "2017-02-20")


def test_an_answer_is_read_with_who_and_when() -> None:
    found = answers(filled(("sama", "", "dicek", KEY), ("beda", "Budi", "", KEY)), "keputusan.xlsx")
    assert [(answer.a, answer.b, answer.ruling) for answer in found.pairs] == [
        (A, B, Ruling.SAME),
        (A, B, Ruling.APART),
    ]
    assert [answer.remark for answer in found.pairs] == [
        Remark("Ani", "2017-02-20", "dicek"),
        Remark("Budi", "2017-02-20"),
    ]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("word", "ruling"), [("ya", LinkRuling.ACCEPTED), (" Tidak.", LinkRuling.REJECTED), ("No", LinkRuling.REJECTED)]
)
def test_an_answer_on_a_link_is_read_with_what_is_waited_for_first(word: str, ruling: LinkRuling) -> None:
    (answer,) = answers(filled((word, "", "", KEY), key=LINK), "keputusan.xlsx").links
    assert (answer.before, answer.after, answer.ruling, answer.file) == (A, B, ruling, "keputusan.xlsx")


def test_an_unknown_word_on_a_link_is_kept_and_told() -> None:
    found = answers(filled(("sama", "", "", KEY), ("ya", "", "", "hilang"), key=LINK), "k.xlsx")
    assert [(answer.ruling, answer.word) for answer in found.links] == [(None, "sama")]
    about = [dict(problem.details)["about"] for problem in found.problems]
    assert about == [f"“{A.action}” → “{B.action}”", "sheet 'Pertanyaan', row 4"]


def test_columns_may_be_moved_and_rows_added_between() -> None:
    book = filled(("x", "", "", "ya", KEY), headers=("Baru", "Catatan", "Oleh", "Jawaban"))
    assert [answer.ruling for answer in answers(book, "k.xlsx").pairs] == [Ruling.SAME]


def test_an_empty_answer_is_none_and_nobody_gave_it() -> None:
    (answer,) = answers(filled(("", "", "tanya dulu", KEY)), "k.xlsx").pairs
    assert (answer.ruling, answer.word, answer.remark) == (None, "", Remark(note="tanya dulu"))


def test_an_unknown_word_is_kept_and_told() -> None:
    found = answers(filled(("entah", "", "", KEY)), "k.xlsx")
    assert [(answer.ruling, answer.word) for answer in found.pairs] == [(None, "entah")]
    assert dict(found.problems[0].details) == {"answer": "entah", "about": f"“{A.action}” / “{B.action}”"}


@pytest.mark.parametrize("key", ["", "{}", "[1]", '{"a":{"action":"x"}}', "hilang", '{"a":1,"b":2}'])
def test_an_answer_without_its_hidden_cell_is_told(key: str) -> None:
    found = answers(filled(("sama", "", "", key)), "k.xlsx")
    assert found.pairs == ()
    assert dict(found.problems[0].details)["about"] == "sheet 'Pertanyaan', row 3"


def test_words_for_the_glossary_are_approved_or_rejected() -> None:
    rows = [(word, "", "", synonym_key(word or "-", "perangkat")) for word in ("setuju", "Tolak", "", "nanti")]
    found = answers(filled(*rows, key=SYNONYM), "k.xlsx")
    assert [synonym.approved for synonym in found.synonyms] == [True, False, None, None]
    assert len(found.problems) == 1


def test_a_workbook_without_any_of_our_sheets_is_refused() -> None:
    with pytest.raises(CannotReadError):
        answers(filled(("sama",), key="Lain"), "k.xlsx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_workbook_is_understood_when_it_comes_back(language: str) -> None:
    speak = load(language)
    assert [meaning(speak.text(f"decisions.ruling.{ruling}"), "ruling") for ruling in Ruling] == list(Ruling)
    assert [meaning(speak.text(f"decisions.{word}"), "approval") for word in ("approve", "reject")] == ["yes", "no"]
    columns = ("answer", "who", "note", "day")
    assert tuple(meaning(speak.text(f"decisions.column.{name}"), "column") for name in columns) == columns
