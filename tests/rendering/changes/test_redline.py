"""Accepting all tracked changes gives the later version exactly, rejecting all the earlier one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tasks.model.changes import Cause, Change, Kind, Reason
from tasks.rendering.catalogue import load
from tasks.rendering.changes.document import Compared, changes_file, changes_name, matrices
from tasks.rendering.changes.redline import Marker, Pair, paired
from tasks.rendering.word import check, ooxml, package
from tasks.rendering.word.ooxml import W_NS, w
from tests.frames import items
from tests.rendering.changes.accepting import settled, tables, words
from tests.rendering.plans import item

ID = load("id")
MADE = ("2017-02-11T10:00:00+07:00", "2017-02-18T16:30:00+07:00")
TEXT = st.text(st.sampled_from("ab \n.<&é"), max_size=12)
ROWS = st.dictionaries(st.sampled_from("pqrstuvw"), st.tuples(TEXT, TEXT), max_size=8)
OLD = [
    item("1", action="Menyusun pedoman kurasi konten", budget="10000000"),
    item("2", action="Melatih guru & <pengawas>", owners="Pustekkom; Puspendik"),
    item("3", action="Lomba bercerita", group="K2"),
    item("4", action="Survei jaringan"),
]
NEW = [
    item("4", action="Survei jaringan sekolah\ndan listrik"),
    item("1", action="Menyusun panduan kurasi konten", budget="25000000", start="2017-05-01", end="2017-05-31"),
    item("2", action="Melatih guru & <pengawas>", owners="Pustekkom"),
    item("5", action="Membangun portal", group="K3"),
]


def part(xml: str) -> etree._Element:
    return ooxml.parse(f'<w:body xmlns:w="{W_NS}">{xml}</w:body>'.encode())


def marker() -> Marker:
    return Marker("Sekretariat", "2017-02-18T09:30:00Z")


@given(TEXT, TEXT)
def test_words_within_a_cell(old: str, new: str) -> None:
    root = part(f"<w:p>{marker().words(old, new)}</w:p>")
    assert (words(settled(root, accept=False)), words(settled(root, accept=True))) == (old, new)


def test_only_the_words_that_differ_are_marked_and_phrases_stay_in_one_piece() -> None:
    root = part(f"<w:p>{marker().words('Menyusun pedoman umum kurasi', 'Menyusun panduan teknis kurasi')}</w:p>")
    assert [words(change) for change in root.iter(w("ins"), w("del"))] == ["pedoman umum", "panduan teknis"]


@given(ROWS, ROWS)
def test_rows_that_come_go_and_move(old: dict[str, tuple[str, ...]], new: dict[str, tuple[str, ...]]) -> None:
    pairs = list(paired(old, new))
    assert [pair.new for pair in pairs if pair.new is not None] == list(new.values())
    assert [pair.old for pair in pairs if pair.old is not None] == list(old.values())


def test_a_row_that_stays_is_in_one_piece_and_what_has_gone_stands_where_it_was() -> None:
    old = {name: (name,) for name in "abcd"}
    new = {name: (name.upper(),) for name in "acxd"}
    found = list(paired(old, new))
    assert found == [
        Pair(("a",), ("A",)), Pair(("b",), None), Pair(("c",), ("C",)), Pair(None, ("X",)), Pair(("d",), ("D",)),
    ]  # fmt: skip


def test_the_matrices_of_all_groups() -> None:
    before, after = items(*OLD), items(*NEW)
    root = part("".join(matrices(before, after, marker(), ID)))
    for accept, table in ((False, before), (True, after)):
        plain = part("".join(matrices(table, table, marker(), ID)))
        assert not list(plain.iter(w("ins"), w("del")))
        left = settled(root, accept)
        assert tables(left) == tables(plain)
        assert list(map(words, left.iterchildren(w("p")))) == list(map(words, plain.iterchildren(w("p"))))


def compared(*changes: Change) -> Compared:
    return Compared((1, 2), MADE, (items(*OLD), items(*NEW)), changes, {"RK-1": "A.1 (RK-1)"})


def test_the_file_is_sound_bears_author_and_day_and_is_the_same_every_time() -> None:
    change = Change(Kind.WORDING, "RK-1", "Menyusun", Cause(Reason.FILE_CHANGED, ("a.docx",)), "action", "a & b", "c")
    data = changes_file(compared(change), ID)
    parts = package.read(data)
    assert list(check.defects(parts)) == []
    root = ooxml.parse(parts["word/document.xml"])
    marks = list(root.iter(w("ins"), w("del")))
    assert {(m.get(w("author")), m.get(w("date"))) for m in marks} == {("Sekretariat", "2017-02-18T09:30:00Z")}
    assert len({m.get(w("id")) for m in marks}) == len(marks) > 0
    assert tables(root)[0][1] == ["A.1 (RK-1)\nMenyusun", "rumusan: a & b → c", "berkas berubah: a.docx"]
    assert date(2017, 2, 18).isoformat() in parts["docProps/core.xml"].decode()
    assert changes_file(compared(change), ID) == data


@pytest.mark.parametrize(
    ("language", "name"), [("id", "Perubahan versi 1 ke 2"), ("en", "Changes from version 1 to 2")]
)
def test_without_a_change_the_report_says_so(language: str, name: str) -> None:
    speak = load(language)
    parts = package.read(changes_file(compared(), speak))
    assert speak.text("versions.none") in words(ooxml.parse(parts["word/document.xml"]))
    assert changes_name(compared(), speak) == f"{name}.docx"
