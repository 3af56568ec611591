"""Every kind of change and cause is told in both languages."""

import pytest

from tasks.model.changes import Brief, Cause, Change, Kind, Reason
from tasks.rendering.catalogue import load
from tasks.rendering.changes.lines import brief_line, change_lines

BY_FILE = Cause(Reason.FILE_CHANGED, ("a.docx", "b.docx"))


def line(change: Change, language: str = "id") -> str:
    (told,) = change_lines([change], {"RK-1": "A.1 (RK-1)", "RK-2": "A.2 (RK-2)"}, load(language))
    return told


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (Change(Kind.NEW, "RK-1", "Menyusun", BY_FILE), "baru [berkas berubah: a.docx, b.docx]"),
        (
            Change(Kind.MERGED, "RK-9", "Menyusun", Cause(Reason.DECISION, who=("Ani",)), other="RK-2"),
            "digabung ke A.2 (RK-2) [keputusan Ani]",
        ),
        (
            Change(Kind.MOVED, "RK-1", "Menyusun", BY_FILE, "end", "2017-03-01/2017-03-31", "/2017-05-15", 2),
            "mundur 2 bulan: Maret 2017 → paling lambat 15 Mei 2017 [berkas berubah: a.docx, b.docx]",
        ),
        (
            Change(Kind.MOVED, "RK-1", "Menyusun", BY_FILE, "end", "2017-03-01/2017-03-31", "", None),
            "waktu: Maret 2017 → – [berkas berubah: a.docx, b.docx]",
        ),
        (
            Change(Kind.BUDGET, "RK-1", "Menyusun", Cause(Reason.PROGRAM), "budget", "", "10000000; USD 5"),
            "anggaran: – → Rp\u00a010.000.000; USD\u00a05"
            " [bukan karena berkas atau keputusan: pengaturan atau versi program]",
        ),
    ],
)
def test_a_change_is_told_with_its_cause(change: Change, told: str) -> None:
    name = {"RK-1": "A.1 (RK-1)"}.get(change.item, change.item)
    assert line(change) == f"{name} Menyusun: {told}"


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_its_words(kind: Kind, language: str) -> None:
    field = "output" if kind == Kind.FIELD else ""
    change = Change(kind, "RK-1", "Menyusun", Cause(Reason.DECISION), field, "2017-03-01", "2017-04-01", -1, "RK-2")
    assert "Menyusun: " in line(change, language)
    told = brief_line(Brief(2, "2017-02-11T10:00:00+07:00", (("items", 3),), ((kind, 1234),)), load(language))
    assert load(language).number(1234) in told


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_its_words(reason: Reason, language: str) -> None:
    assert line(Change(Kind.NEW, "RK-1", "Menyusun", Cause(reason, ("a.docx",))), language).endswith("]")


def test_a_version_is_told_in_a_line() -> None:
    rows = (("records", 4), ("items", 3), ("links", 2), ("problems", 1))
    when = "2017-02-11T16:30:00+07:00"
    assert brief_line(Brief(1, when, rows, ()), load("id")) == (
        "Versi 1, 11 Februari 2017 16:30: 4 baris sumber, 3 kegiatan, 2 keterkaitan, 1 temuan. Versi pertama."
    )
    decided = (("made", 3), ("withdrawn", 1))
    told = brief_line(Brief(2, when, rows, (), decided), load("en"))
    assert told.endswith(" 1 findings. No action changed, 3 decisions made, 1 decisions withdrawn.")
