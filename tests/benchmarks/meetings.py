"""Meetings of any size, made up from a seed: the same number of records gives the same bytes."""

import csv
import random
from pathlib import Path

_ACTS = ["Menyusun", "Menetapkan", "Melatih operator", "Mengadakan", "Memetakan", "Mengevaluasi", "Menyosialisasikan"]
_OBJECTS = ["pedoman", "modul", "aplikasi", "jaringan", "data pokok", "perangkat", "instrumen", "katalog", "peta jalan"]
_SUBJECTS = ["kesehatan ibu", "gizi balita", "perpustakaan", "irigasi", "pariwisata", "arsip", "keselamatan kerja"]
_PROVINCES = ["Aceh", "Riau", "Jambi", "Banten", "Bali", "Papua", "Maluku", "Jawa Barat", "Jawa Tengah", "Jawa Timur"]
_MONTHS = ["Januari", "Maret", "Mei", "Juli", "September", "November"]
HEADER = ["No", "Kegiatan", "Keluaran", "Penanggung Jawab", "Waktu", "Anggaran (Rp)", "Sumber Dana", "Keterangan"]


def meeting(folder: Path, records: int, per_file: int = 500) -> Path:
    """A folder of CSV files that hold so many action items in all, every tenth waiting for an earlier one."""
    rng = random.Random(records)  # noqa: S311 - a benchmark, not a secret
    documents = folder / "documents"
    for first in range(0, records, per_file):
        rows = [_row(rng, number) for number in range(1, min(per_file, records - first) + 1)]
        path = documents / f"Kelompok {first // per_file + 1}" / "matriks.csv"
        path.parent.mkdir(parents=True)
        with path.open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines).writerows([HEADER, *rows])
    return folder


def _row(rng: random.Random, number: int) -> list[str]:
    subject = f"{rng.choice(_SUBJECTS)} tahap {rng.randint(1, 40)} wilayah kerja {rng.randint(1, 2000)}"
    action = f"{rng.choice(_ACTS)} {rng.choice(_OBJECTS)} {subject}"
    remark = f"setelah no. {rng.randint(1, number - 1)} selesai" if number > 1 and number % 10 == 0 else ""
    owner = f"Dinas Kesehatan Provinsi {rng.choice(_PROVINCES)}"
    period = f"{rng.choice(_MONTHS)} 2019"
    return [str(number), action, "1 dokumen", owner, period, str(rng.randint(1, 900) * 1_000_000), "APBD", remark]
