"""Tables with a header that are no plan, alone and below one."""

import pytest

from tests.extraction.helpers import actions, codes, fates, records

PLAN = """
RENCANA TINDAK LANJUT

No | Kegiatan      | PJ  | Waktu
1  | Menata data   | BPS | Mei 2026
2  | Melatih kader | BPS | Juni 2026
"""

OTHERS = {
    "a register of risks": """
Daftar Risiko

No | Risiko | Penyebab | Dampak | Rencana Mitigasi | Penanggung Jawab | Target Waktu
1 | Gempa susulan | Alam | Kerusakan | Memperkuat bangunan | BPBD | Juni 2026
2 | Dana terlambat | Proses | Kegiatan mundur | Mengajukan lebih awal | BPS | Mei 2026
""",
    "risks with marks": """
No | Uraian Risiko | Probabilitas | Dampak | Tingkat | Penanganan
1 | Pencurian alat | 3 | 4 | 12 | Memasang pagar
2 | Longsor | 2 | 5 | 10 | Membangun dinding penahan
""",
    "risks in English": """
Risk | Level | Mitigation | Owner
Delay in tender | High | Start the tender early | Navy
Rain | Low | Schedule work in dry season | Navy
""",
    "risks and their control": """
Manajemen Risiko

No | Identifikasi risiko | Kemungkinan terjadi | Tindakan pengendalian | Penanggung jawab
1 | Data hilang | sedang | Membuat cadangan data setiap minggu | BPS
2 | Petugas kurang | tinggi | Merekrut petugas tambahan | BPS
""",
    "words explained": """
Daftar Istilah

Istilah | Pengertian
Pemetaan | Penyusunan peta wilayah
Mitigasi | Mengurangi risiko bencana
Evakuasi | Memindahkan warga
""",
    "terms": """
Term | Definition
Mapping | Drawing of maps
Training | Teaching people a skill
""",
    "people present": """
Daftar Hadir Peserta

No | Nama Lengkap | Instansi | No. HP | Paraf
1 | Budi | BPS | 0812345678 |
2 | Sari | BNPB | 0812345679 |
""",
    "lines of a budget": """
Rincian Anggaran Biaya

No | Uraian | Volume | Satuan | Harga Satuan | Jumlah
1 | Pelatihan kader | 2 | hari | 5.000.000 | 10.000.000
a | Honor narasumber | 4 | OJ | 900.000 | 3.600.000
b | Pencetakan modul | 100 | buku | 50.000 | 5.000.000
 | Jumlah | | | | 18.600.000
""",
    "lines of a budget with funds": """
RENCANA ANGGARAN BIAYA (RAB)

No | Uraian Kegiatan | Vol | Sat | Harga (Rp) | Jumlah (Rp) | Sumber Dana
1 | Sewa tenda | 2 | unit | 500.000 | 1.000.000 | APBD
2 | Pembelian konsumsi | 100 | kotak | 30.000 | 3.000.000 | APBD
""",
    "contacts": """
Daftar Kontak

Nama | Jabatan | Telepon | Email
Budi | Kepala BPBD | 0812-3456-789 | budi@bpbd.go.id
Sari | Sekretaris | 0812-3456-780 | sari@bpbd.go.id
""",
    "offices and telephones": """
Instansi | Narahubung | No. Telp
BPBD | Budi | 0812 3456 789
Dinas Sosial | Sari | 0812 3456 780
""",
    "indicators": """
Indikator Kinerja

No | Sasaran | Indikator | Satuan | Target 2026 | Realisasi 2025 | Penanggung Jawab
1 | Meningkatnya ketahanan daerah | Indeks risiko bencana | indeks | 120 | 125 | BPBD
2 | Meningkatnya kesiapsiagaan | Jumlah desa tangguh | desa | 40 | 30 | BPBD
""",
    "indicators in English": """
Indicator | Baseline | Target 2026 | Source
Number of trained crews | 20 | 60 | Navy
Increase in tonnage | 3% | 5% | Port statistics
""",
    "indicators by quarter": """
No | Indikator Kinerja Utama | Target | TW I | TW II | TW III | TW IV
1 | Persentase jalan mantap | 80% | 76 | 77 | 78 | 80
2 | Peningkatan jumlah penumpang | 5% | 1 | 2 | 3 | 5
""",
    "distribution": """
Daftar Distribusi

No | Penerima | Alamat | Jumlah
1 | Gubernur | Jl. Merdeka 1 | 2
2 | Bupati | Jl. Raya 2 | 1
""",
    "distribution in English": """
Distribution list

Name | Organisation | Copies
Director General | Ministry of Transport | 2
Archive | Navy | 1
""",
    "photographs": """
Dokumentasi

Foto | Keterangan
 | Penyerahan bantuan di Ende
 | Pelatihan kader hari pertama
""",
    "photographs with numbers": """
No | Foto Kegiatan | Uraian
1 | | Penanaman mangrove bersama warga
2 | | Pemasangan rambu evakuasi
""",
    "photographs in English": """
Photo | Description
 | Signing of the agreement
 | Visit to the port
""",
    "a day by the clock": """
Susunan Acara

Waktu | Kegiatan | Petugas
08.00 - 08.30 | Pendaftaran peserta | Panitia
08.30 - 09.00 | Pembukaan | Kepala BPBD
09.00 - 10.00 | Pemaparan materi | BNPB
""",
    "a day by the clock in English": """
Time | Session | Speaker
09:00 - 09:30 | Registration of participants | Secretariat
09:30 - 10:30 | Presentation of results | Navy
""",
    "a team": """
Susunan Tim

No | Nama | Kedudukan dalam Tim | Tugas
1 | Budi | Ketua | Mengoordinasikan pelaksanaan
2 | Sari | Anggota | Menyusun laporan
""",
    "work of last year": """
Realisasi Kegiatan Tahun 2025

No | Kegiatan | PJ | Realisasi
1 | Melatih relawan | BPBD | 100%
2 | Membangun posko | BPBD | 95%
""",
    "equipment": """
Inventaris Peralatan

No | Nama Barang | Jumlah | Kondisi | Lokasi
1 | Pompa air | 4 | Baik | Gudang A
2 | Perahu karet | 2 | Rusak ringan | Gudang B
""",
}


@pytest.mark.parametrize("name", OTHERS)
def test_no_plan(name: str) -> None:
    language = "en" if name.endswith("English") or name == "terms" else "id"
    assert records(OTHERS[name], language) == []
    assert actions(PLAN + OTHERS[name], language) == ["Menata data", "Melatih kader"]


@pytest.mark.parametrize("name", OTHERS)
def test_no_warning(name: str) -> None:
    assert codes(PLAN + OTHERS[name]) == []


def test_what_they_are_is_told() -> None:
    assert fates(OTHERS["a register of risks"])["table 1, row 2"] == ("remark", "other-table")
    assert fates(OTHERS["offices and telephones"])["table 1, row 2"] == ("remark", "attendance")
    assert fates(OTHERS["work of last year"])["table 1, row 2"] == ("history", "history")


@pytest.mark.parametrize(
    "header",
    [
        "No | Risiko | Kegiatan | PJ | Waktu",
        "No | Risiko | Rencana Aksi | Dampak | PJ",
        "No | Indikator | Kegiatan | PJ | Waktu",
        "No | Foto | Kegiatan | PJ | Waktu",
        "No | Harga Satuan | Kegiatan | PJ | Waktu",
        "No | Kontak | Kegiatan | PJ | Waktu",
        "No | Penerima | Kegiatan | PJ | Waktu",
    ],
)
def test_a_plan_with_such_a_column_is_one(header: str) -> None:
    row = {"No": "1", "Kegiatan": "Menata data", "Rencana Aksi": "Menata data", "PJ": "BPS", "Waktu": "Mei 2026"}
    cells = " | ".join(row.get(name, "lain") for name in header.split(" | "))
    assert actions(f"{header}\n{cells}") == ["Menata data"]


@pytest.mark.parametrize("title", ["Indikator kinerja dan rencana aksi", "Realisasi dan rencana tindak lanjut"])
def test_a_title_that_speaks_of_a_plan_as_well(title: str) -> None:
    assert actions(f"# {title}\n\nNo | Kegiatan | Keluaran\n1 | Menata data | 1 laporan") == ["Menata data"]


def test_a_table_without_actions_whose_rows_name_who_and_when_is_still_named() -> None:
    assert "table-not-understood" in codes("Indikator | PJ | Waktu\n12 desa | BPS | Mei 2026\n3 kota | BPS | Juni 2026")


def test_a_log_of_risks_whose_answers_are_followed_is_a_plan() -> None:
    log = """
Risk | Rating | Mitigation | Risk Owner | Due | Status
Late rain | High | Train crews | Navy | May 2026 | Begun
"""
    [record] = records(log, "en")
    assert (record["action"], record["obstacle"], record["progress"]) == ("Train crews", "Late rain", "Begun")


@pytest.mark.parametrize(
    ("cell", "action"),
    [
        ("Alat. Peserta membahas sisa Rp2 M. Disepakati bahwa alat lama diganti.", "alat lama diganti"),
        ("Iuran. Anggota dilapori tunggakan. Diputuskan untuk menagih tunggakan.", "menagih tunggakan"),
    ],
)
def test_minutes_ask_for_what_was_resolved(cell: str, action: str) -> None:
    [found] = actions(f"""
No | Pembahasan dan Keputusan | PJ | Waktu
1 | {cell} | BPS | Mei 2026
""")
    assert found.rstrip(".") == action
