"""What happens from version to version of the sample."""

from pathlib import PurePosixPath

from tests.flows.history import cells, rows
from tests.flows.history.played import History

_OWNERS = ("Pustekkom", "PDSPK", "Puspendik", "Ditjen Dikdasmen", "Ditjen GTK")
_NEW = (
    "Menyusun katalog museum virtual", "Lomba robotika antarsekolah", "Audit keamanan aplikasi presensi",
    "Survei kepuasan pengguna perpustakaan digital", "Menerbitkan buletin literasi keuangan",
    "Pameran karya inovasi siswa vokasi", "Pemeliharaan pendingin ruang peladen", "Menyusun kamus istilah tata boga",
    "Penghapusan perangkat rusak dari daftar aset", "Kemah bahasa asing untuk pelajar", "Menata ulang arsip foto lama",
    "Festival film pendek pelajar", "Menyusun peta jalan konservasi naskah kuno", "Bazar buku murah",
)  # fmt: skip


def second(history: History) -> None:
    """Decisions; dates, sums, owners and texts in their cells; rows dropped, added, moved."""
    meeting = history.meeting
    history.decisions.decide()
    cells.periods(meeting, 10)
    cells.budgets(meeting, 5)
    cells.owners(meeting, 5, _OWNERS)
    cells.texts(meeting, 8, "obstacle", " di banyak daerah")
    cells.texts(meeting, 2, "progress", " sebagian")
    cells.texts(meeting, 6, "output", " dan laporan akhir")
    cells.regions(meeting, 3)
    rows.drop(meeting, 5)
    rows.add(meeting, _NEW[:6])
    rows.reorder(meeting, 8)


def third(history: History) -> None:
    """A fifth of the items reworded, decided ones too; documents renamed, moved, in another order."""
    meeting = history.meeting
    cells.wordings(meeting, len(history.tables["items"]) // 5, decided=20)
    files = sorted({work.file for work in meeting.works})
    for number, name in enumerate(files[::3], 1):
        path = PurePosixPath(name)
        rows.rename(meeting, name, str(path.with_name(f"{number} {path.name}")), "file renamed")
    for name in files[1::4]:
        path = PurePosixPath(name)
        if name in {work.file for work in meeting.works}:
            rows.rename(meeting, name, str(path.parent / "masuk" / path.name), "file moved")


def fourth(history: History) -> None:
    """Rows divided and put together; a revised document beside the old one; one that says again what others say."""
    meeting = history.meeting
    for name in sorted({w.file for w in meeting.works if w.file.endswith((".docx", ".xlsx"))} - _revised(history))[:2]:
        rows.revise(meeting, name)
    rows.divide(meeting, 5)
    rows.unite(meeting, 3)
    cells.periods(meeting, 8)
    cells.owners(meeting, 4, _OWNERS)
    cells.texts(meeting, 4, "obstacle", " dan belum merata")
    rows.drop(meeting, 3)
    rows.add(meeting, _NEW[6:10])
    folder = str(PurePosixPath(sorted(w.file for w in meeting.works)[-1]).parent)
    rows.supplement(meeting, f"{folder}/zz susulan.csv", 12, _NEW[10:])


def fifth(history: History) -> None:
    """Decisions taken back, a document removed, and more of the same."""
    meeting = history.meeting
    history.decisions.undo(1)
    rows.remove(meeting, next(w.file for w in meeting.works if w.file.endswith(".doc")))
    cells.wordings(meeting, 12, decided=6)
    cells.periods(meeting, 8)
    cells.budgets(meeting, 4)
    cells.texts(meeting, 4, "output", " dan dokumentasi")
    rows.divide(meeting, 3)
    rows.drop(meeting, 4)
    rows.reorder(meeting, 6)


def _revised(history: History) -> set[str]:
    """Documents that take the place of an earlier version already."""
    names = {w.file for w in history.meeting.works}
    return {name for name in names if any(word in name.casefold() for word in ("rev", "final", "koreksi", "fix"))}


EDITIONS = (second, third, fourth, fifth)
