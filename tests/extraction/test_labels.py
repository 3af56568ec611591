"""Label lines."""

from tasks.extraction.labels import as_cell, inline_labels, label_line, sender, told_apart
from tasks.extraction.vocabulary import vocabulary
from tests.extraction.helpers import recognise

WORDS = vocabulary()


def test_a_known_label_and_its_words() -> None:
    found = label_line("Penanggung Jawab : Ditjen GTK", WORDS)
    assert found is not None
    assert (found.word.field, found.value) == ("owner", "Ditjen GTK")
    assert as_cell(found) is not None


def test_other_lines_with_a_colon() -> None:
    assert label_line("helpdesk SchoolNet: perkuat layanan", WORDS) is None
    assert label_line("Kalimat panjang tentang waktu pelaksanaan kegiatan: Mei", WORDS) is None
    empty = label_line("Waktu: -", WORDS)
    assert empty is not None
    assert as_cell(empty) is None


def test_labels_within_a_text() -> None:
    text, found = inline_labels("Melatih guru. PJ: LPMP; Waktu: Mei 2026", WORDS)
    assert text == "Melatih guru"
    assert [(f.word.field, f.value) for f in found] == [("owner", "LPMP"), ("time", "Mei 2026")]
    assert inline_labels("Daerah: menyusun data. Pusat: Mei", WORDS) == ("Daerah: menyusun data. Pusat: Mei", [])


def test_who_sends_a_document() -> None:
    sent = label_line("Instansi: Dinas Sosial Kota Batu", WORDS)
    person = label_line("Koordinator: Budi", WORDS)
    assert sent is not None
    assert person is not None
    assert sender(sent, recognise()) == "Dinas Sosial Kota Batu"
    assert sender(person, recognise()) == ""


def test_a_value_that_says_more_than_its_label() -> None:
    lead = label_line("PIC: Bappeda, paling lambat 30 Mei 2026", WORDS)
    when = label_line("Waktu: 30 April 2026. Anggaran Rp 350 juta", WORDS)
    assert lead is not None
    assert when is not None
    assert [(f.word.field, f.value) for f in told_apart(lead, recognise())] == [
        ("owner", "Bappeda"),
        ("time", "paling lambat 30 Mei 2026"),
    ]
    assert [f.word.field for f in told_apart(when, recognise())] == ["time", "budget"]


def test_a_label_may_carry_a_number() -> None:
    found = label_line("Kegiatan 2: Melatih kader", WORDS)
    assert found is not None
    assert found.word.field == "action"


def test_a_target_that_is_a_time_says_by_when() -> None:
    fields = {
        text: told_apart(found, recognise())[0].word.field
        for text in ("Target: Dec 2026", "Target: Mei – Juni 2026", "Target: 100 desa", "Target: 2026")
        if (found := label_line(text, WORDS)) is not None
    }
    assert list(fields.values()) == ["end", "time", "target", "target"]
