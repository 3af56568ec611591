"""Titles and lead-ins."""

import pytest

from tasks.extraction.sections import Section, depth, is_title, leads_in, region_of
from tasks.extraction.texts import block_line
from tasks.model.blocks import Heading, ListItem, Paragraph


@pytest.mark.parametrize(
    "title, region",
    [
        ("Rekomendasi", "open"),
        ("RENCANA TINDAK LANJUT POKJA 4", "open"),
        ("Tindak Lanjut: Kebijakan", "open"),
        ("Hasil Kesepakatan Kelompok", "open"),
        ("Agreed actions", "open"),
        ("Kondisi Saat Ini", "closed"),
        ("Capaian 2016", "closed"),
        ("Background", "closed"),
        ("Issues still open:", "closed"),
        ("Hal-hal yang masih dibahas", "closed"),
        ("Contoh penulisan:", "example"),
        ("Listrik", None),
        ("Discussion and decisions", "unknown"),
        ("Pembahasan dan keputusan", "unknown"),
        ("Jalannya rapat", None),
        ("What went well in 2022", "closed"),
        ("Keberhasilan tahun 2023", "closed"),
        ("Success factors of schools", None),
        ("Commitment (example)", "example"),
        ("Kartu contoh", "example"),
    ],
)
def test_what_a_title_opens(title: str, region: str | None) -> None:
    assert region_of(title) == region


def test_a_title_on_the_same_level_ends_a_section() -> None:
    opened = Section().titled("Rekomendasi", "letter")
    assert opened.titled("Infrastruktur", "number").region == "open"
    assert opened.titled("Lokasi rapat", "letter").region == "unknown"


def test_an_example_ends_at_the_next_title() -> None:
    example = Section("open").titled("Komitmen (contoh)", "")
    assert example.region == "example"
    assert example.titled("Komitmen 2", "").region == "open"


def test_the_title_of_the_document_closes_nothing() -> None:
    assert Section().titled("Catatan rapat 3 Maret", "", begun=False).region == "unknown"
    assert Section().titled("Catatan rapat 3 Maret", "", begun=True).region == "closed"


@pytest.mark.parametrize("text", ["A. Agenda", "KESIMPULAN RAPAT", "Rekomendasi:", "Pendataan sekolah dasar"])
def test_paragraphs_that_look_like_titles(text: str) -> None:
    block = Paragraph("p", text)
    assert is_title(block, block_line(block)) is (text != "Pendataan sekolah dasar")


def test_headings_are_titles_and_points_are_not() -> None:
    heading, point = Heading("p", "menyusun SOP.", 2), ListItem("p", "Menyusun SOP", 0, "•")
    assert is_title(heading, block_line(heading))
    assert not is_title(point, block_line(point))
    assert depth(heading, block_line(heading)) == "heading 2"


@pytest.mark.parametrize(
    "text, answer",
    [
        ("Kelompok menyepakati rekomendasi sebagai berikut:", True),
        ("Berdasarkan pembahasan, kelompok menyepakati hal-hal berikut.", True),
        ("The meeting agreed on the following:", True),
        ("Kelompok menyepakati anggaran.", False),
        ("Peserta:", False),
    ],
)
def test_sentences_that_lead_into_a_list(text: str, answer: bool) -> None:
    assert leads_in(text) is answer


def test_what_was_not_agreed_is_no_lead_in() -> None:
    assert leads_in("Hal-hal yang disepakati:")
    assert not leads_in("Hal-hal yang tidak disepakati:")
