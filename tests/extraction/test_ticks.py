"""Ticked boxes: marks of what is done, or bullets."""

from dataclasses import replace

from tasks.model.blocks import Document, ListItem, Paragraph
from tests.builders import document
from tests.extraction.helpers import actions, extracted, fates

PLAN = """
RENCANA TINDAK LANJUT

- Menyusun pedoman survei – BPS – Mei 2026

- Melatih petugas – BPS – Juni 2026
"""


def ticked(text: str) -> Document:
    """A document whose bullets are Word's ticks."""
    plain = document(text)
    blocks = (replace(b, label="☑") if isinstance(b, ListItem) else b for b in plain.blocks)
    return replace(plain, blocks=tuple(blocks))


def test_automatic_ticks_are_bullets() -> None:
    assert list(extracted(ticked(PLAN)).raw["action"]) == ["Menyusun pedoman survei", "Melatih petugas"]


def test_typed_ticks_alone_are_bullets() -> None:
    text = PLAN.replace("- Me", "☑ Me")
    assert actions(text) == ["Menyusun pedoman survei", "Melatih petugas"]


def test_ticks_count_in_a_check_list_and_below_what_is_done() -> None:
    assert extracted(ticked(PLAN.replace("RENCANA", "CEKLIS"))).raw.empty
    assert extracted(ticked(PLAN.replace("RENCANA TINDAK LANJUT", "Kegiatan yang sudah selesai"))).raw.empty


def test_ticks_count_beside_open_and_typed_boxes() -> None:
    text = PLAN.replace("- Menyusun", "☑ Menyusun")
    assert actions(text.replace("- Melatih", "☐ Melatih")) == ["Melatih petugas"]
    assert actions(text + "\n[x] Membeli mobil – Juli 2026\n") == ["Melatih petugas"]
    assert fates(text.replace("- Melatih", "☐ Melatih"))["paragraph 2"] == ("history", "history")


def test_a_tick_behind_a_number() -> None:
    found = extracted(Document("a.docx", "docx", (Paragraph("paragraph 1", "1. ☑ Menata data – BPS – Mei 2026"),)))
    assert list(found.raw["action"]) == ["Menata data"]


def test_a_tick_without_a_box_is_a_bullet() -> None:
    assert actions(PLAN.replace("- Me", "✓ Me")) == ["Menyusun pedoman survei", "Melatih petugas"]
    assert actions("No | Kegiatan | PJ\n1 | ✓ Menata data | BPS") == ["Menata data"]
