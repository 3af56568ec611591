"""A plan of few words has few pages."""

from tasks.rendering.word.ooxml import VAL, P, text_of, w
from tests.rendering.plans import item, plan, plan_file, record, root_of


def running_on(count: int) -> list[str]:
    """The headings that stand below the chapter before them, in a plan of so many items."""
    numbers = [f"A.{n}" for n in range(1, count + 1)]
    items = [item(n, action=f"Menyusun pedoman pemanfaatan perangkat bagi satuan pendidikan {n}") for n in numbers]
    data = plan_file(plan(items, [record(n) for n in numbers]))
    breaks = root_of(data).iter(w("pageBreakBefore"))
    return [text_of(next(mark.iterancestors(P))) for mark in breaks if mark.get(VAL) == "0"]


def test_short_chapters_follow_one_another_on_a_page() -> None:
    found = running_on(1)
    assert {"Capaian dan Kondisi", "Kendala dan Alternatif Solusi", "Hal yang Perlu Diputuskan"} <= set(found)
    assert "Pendahuluan" not in found


def test_a_chapter_of_another_section_begins_its_page() -> None:
    assert "Matriks Rencana Kerja" not in running_on(1)
