"""The pages of the office documents that the guide shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.guide.paper import page, printed
from tests.guide.picture import Picture, pictured
from tests.guide.story import PLAN, Story


@dataclass(frozen=True)
class _Shown:
    """A page of a document: the first one with these words; trimmed: without the empty paper."""

    name: str
    document: str
    words: tuple[str, ...]
    width: int = 900
    trimmed: bool = False


_PAGES: Final = (
    _Shown("sampul", f"{PLAN}.docx", ("Membaca untuk Semua",), 440),
    _Shown("keputusan-rencana", f"{PLAN}.docx", ("BAB VI Hal yang Perlu Diputuskan", "Kesalahan didahulukan"), 760),
    _Shown("matriks", f"{PLAN}.docx", ("Matriks Rencana Kerja", "Prasyarat", "RK-")),
    _Shown("lembar-kelompok", "K1 Bahan Bacaan.docx", ("Koreksi", "RK-")),
    _Shown("keputusan", "keputusan.xlsx", ("Apakah kedua kegiatan ini satu pekerjaan?",), 1200, trimmed=True),
    _Shown("keterkaitan", "keputusan.xlsx", ("Apakah kegiatan yang satu menunggu yang lain?",), 1200, trimmed=True),
    _Shown("telaah", "Rencana - Kasi Layanan.docx", ("Matriks Rencana Kerja", "Prasyarat", "RK-")),
    _Shown("usulan", "usulan-perubahan.xlsx", ("Usulan perubahan dari penelaah",), 1200, trimmed=True),
    _Shown("perubahan", "perubahan.docx", ("Perubahan versi 1 ke 2",), 760),
)


def papers(story: Story, folder: Path) -> Iterator[Picture]:
    """The pictures; the folder takes what is made on the way."""
    printed([story.desk / name for name in dict.fromkeys(one.document for one in _PAGES)], folder)
    for one in _PAGES:
        image, words = page(folder / f"{Path(one.document).stem}.pdf", *one.words)
        yield pictured(one.name, image, words, one.width, one.trimmed)
