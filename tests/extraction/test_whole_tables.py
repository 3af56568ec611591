"""Whole tables as ministries make them: who is to do what by when, as the cells say."""

import pytest

from tests.extraction.helpers import records

TABLES: dict[str, tuple[str, list[tuple[str, str, str]]]] = {
    "owner and day in one cell": (
        """
No | Kegiatan | Penanggung jawab dan waktu | Keluaran
1 | Menata trayek angkutan pedesaan | Dinas Perhubungan Kabupaten Klaten, Mei 2025 | 12 trayek
2 | Membangun halte di 20 titik | Dinas Perhubungan Kota Magelang / Agustus 2025 | 20 halte
3 | Mengkaji tarif angkutan kota | Dinas Perhubungan Kota Solok (Maret 2025) | 1 kajian
""",
        [
            ("Menata trayek angkutan pedesaan", "Dinas Perhubungan Kabupaten Klaten", "Mei 2025"),
            ("Membangun halte di 20 titik", "Dinas Perhubungan Kota Magelang", "Agustus 2025"),
            ("Mengkaji tarif angkutan kota", "Dinas Perhubungan Kota Solok", "Maret 2025"),
        ],
    ),
    "everyday questions": (
        """
No | Komoditas | Apa yang dilakukan | Siapa | Kapan | Butuh dana
1 | Jagung | Menyalurkan benih hibrida untuk 5.000 ha | Dinas Pertanian Provinsi Gorontalo | Oktober 2025 | Rp 2,5 M
2 | Kedelai | Melatih 200 petani penangkar | BPSIP Gorontalo | November 2025 | Rp 180 juta
3 | Sapi | Vaksinasi PMK 10.000 ekor | Dinas Peternakan Provinsi Gorontalo | Juli - September 2025 | Rp 400 juta
""",
        [
            ("Menyalurkan benih hibrida untuk 5.000 ha", "Dinas Pertanian Provinsi Gorontalo", "Oktober 2025"),
            ("Melatih 200 petani penangkar", "BPSIP Gorontalo", "November 2025"),
            ("Vaksinasi PMK 10.000 ekor", "Dinas Peternakan Provinsi Gorontalo", "Juli - September 2025"),
        ],
    ),
    "marked months below groups": (
        """
No | Kegiatan | Instansi | 2025 | < | < | < | < | <
^ | ^ | ^ | Jul | Agt | Sep | Okt | Nop | Des
A | PENGENDALIAN BANJIR | | | | | | |
1 | Pengerukan Waduk Sunter | Dinas SDA DKI Jakarta | v | v | | | |
2 | Pemasangan pompa mobile | BBWS Ciliwung Cisadane | | v | v | v | |
B | AIR BERSIH | | | | | | |
1 | Sambungan rumah MBR 500 unit | PDAM Kota Bogor | | | | v | v | v
""",
        [
            ("Pengerukan Waduk Sunter", "Dinas SDA DKI Jakarta", "Jul 2025; Agt 2025"),
            ("Pemasangan pompa mobile", "BBWS Ciliwung Cisadane", "Agt 2025; Sep 2025; Okt 2025"),
            ("Sambungan rumah MBR 500 unit", "PDAM Kota Bogor", "Okt 2025; Nop 2025; Des 2025"),
        ],
    ),
    "packages": (
        """
Paket | Lokasi | Nilai | Pengguna Anggaran | Selesai
Pembangunan SPAM Regional Wosusokas | Sukoharjo | 85 miliar | Dinas PUPR Provinsi Jawa Tengah | 31/12/2025
Rehabilitasi IPAL komunal 15 unit | Kota Semarang | 3,2 miliar | Dinas Perkim Kota Semarang | 30/09/2025
""",
        [
            ("Pembangunan SPAM Regional Wosusokas", "Dinas PUPR Provinsi Jawa Tengah", "31/12/2025"),
            ("Rehabilitasi IPAL komunal 15 unit", "Dinas Perkim Kota Semarang", "30/09/2025"),
        ],
    ),
    "proposals with a sum": (
        """
No | Nama Daerah | Usulan | OPD Pengampu | Bulan | Sumber | Jumlah (Rp)
1 | Kabupaten Bantul | Pembangunan gedung MPP | DPMPTSP Kabupaten Bantul | Juni | APBD Kab | 3.000.000.000
2 | Kota Yogyakarta | Integrasi layanan SPBE | Diskominfo Kota Yogyakarta | Agustus | APBD Kota | 500.000.000
Total | | | | | | 3.500.000.000
""",
        [
            ("Pembangunan gedung MPP", "DPMPTSP Kabupaten Bantul", "Juni"),
            ("Integrasi layanan SPBE", "Diskominfo Kota Yogyakarta", "Agustus"),
        ],
    ),
    "cards": (
        """
Program : Tertib administrasi desa | <
Kegiatan | Menyusun peraturan desa tentang aset
Penanggung jawab | DPMD Kabupaten Sumedang
Waktu | Juli 2025
Dana | Rp 50.000.000

Program : Tertib keuangan desa | <
Kegiatan | Melatih bendahara desa
Penanggung jawab | Inspektorat Kabupaten Sumedang
Waktu | Agustus 2025
Dana | Rp 75.000.000
""",
        [
            ("Menyusun peraturan desa tentang aset", "DPMD Kabupaten Sumedang", "Juli 2025"),
            ("Melatih bendahara desa", "Inspektorat Kabupaten Sumedang", "Agustus 2025"),
        ],
    ),
    "places side by side": (
        """
Aspek | Desa Wisata Nglanggeran | Desa Wisata Penglipuran
Kegiatan | Membangun toilet standar ASEAN | Mencetak peta wisata
PJ | Dinas Pariwisata Kabupaten Gunungkidul | Dinas Pariwisata Kabupaten Bangli
Waktu | Mei 2025 | Juni 2025
Sumber dana | DAK | APBD Kabupaten
""",
        [
            ("Membangun toilet standar ASEAN", "Dinas Pariwisata Kabupaten Gunungkidul", "Mei 2025"),
            ("Mencetak peta wisata", "Dinas Pariwisata Kabupaten Bangli", "Juni 2025"),
        ],
    ),
    "action, owner and time in one cell": (
        """
KARTU RENCANA KONTINJENSI | < | <
No | Klaster | Tindakan, Penanggung Jawab dan Waktu
1 | Pengungsian | Menyiapkan 20 titik pengungsian / Dinas Sosial Kabupaten Lumajang / Maret 2025
2 | Logistik | Mengisi gudang logistik di 3 kecamatan / BPBD Kabupaten Lumajang / April 2025
""",
        [
            ("Menyiapkan 20 titik pengungsian", "Dinas Sosial Kabupaten Lumajang", "Maret 2025"),
            ("Mengisi gudang logistik di 3 kecamatan", "BPBD Kabupaten Lumajang", "April 2025"),
        ],
    ),
    "words of the street": (
        """
Butir | Hal yang dikerjakan | Motor | Tempo | Taksiran
a | Menambal 30 km jalan provinsi | Dinas Bina Marga Provinsi Sumatera Utara | sebelum Juni 2025 | 12 M
b | Mengganti lampu jalan tenaga surya | Dinas Perhubungan Kota Medan | Agustus 2025 | 800 jt
""",
        [
            ("Menambal 30 km jalan provinsi", "Dinas Bina Marga Provinsi Sumatera Utara", "sebelum Juni 2025"),
            ("Mengganti lampu jalan tenaga surya", "Dinas Perhubungan Kota Medan", "Agustus 2025"),
        ],
    ),
    "unknown names in English": (
        """
S/N | Key result | Steps to be taken | Champion | Window | Envelope
1 | Safer ferries | Inspect 120 ferries before the monsoon | Department of Shipping | April - May 2025 | BDT 4,000,000
2 | Ferries | Fit life jackets on all river launches | Inland Water Transport Authority | June 2025 | BDT 9,500
""",
        [
            ("Inspect 120 ferries before the monsoon", "Department of Shipping", "April - May 2025"),
            ("Fit life jackets on all river launches", "Inland Water Transport Authority", "June 2025"),
        ],
    ),
    "quarters by their months in English": (
        """
Implementation schedule 2025 | < | < | < | < | < | <
Output | Activity | Unit in charge | Jan-Mar | Apr-Jun | Jul-Sep | Oct-Dec
1. Roads | 1.1 Grade 80 km of farm roads | Feeder Roads Department | | x | x |
 | 1.2 Build 12 culverts | Feeder Roads Department | | | x | x
2. Markets | 2.1 Renovate Tono market | Tono Municipal Assembly | x | | |
""",
        [
            ("Grade 80 km of farm roads", "Feeder Roads Department", "Apr-Jun 2025; Jul-Sep 2025"),
            ("Build 12 culverts", "Feeder Roads Department", "Jul-Sep 2025; Oct-Dec 2025"),
            ("Renovate Tono market", "Tono Municipal Assembly", "Jan-Mar 2025"),
        ],
    ),
    "a header for each priority in English": (
        """
Priority 1: Rural water | < | <
Action | Lead | Deadline
Drill 30 boreholes in the dry zone | Ministry of Water | 31 May 2025
Priority 2: Sanitation | < | <
Action | Lead | Deadline
Build 500 household latrines | Ministry of Health | 30 June 2025
""",
        [
            ("Drill 30 boreholes in the dry zone", "Ministry of Water", "31 May 2025"),
            ("Build 500 household latrines", "Ministry of Health", "30 June 2025"),
        ],
    ),
    "an empty row and column first": (
        """
 | | | | |
 | No | Program Unggulan | Langkah Konkret | PIC | Target
 | 1 | Angkutan massal | Menambah 20 bus listrik | Dinas Perhubungan Kota Semarang | Desember 2025
 | 2 | Parkir | Menerapkan parkir elektronik di 15 ruas | Dinas Perhubungan Kota Semarang | Juni 2025
""",
        [
            ("Menambah 20 bus listrik", "Dinas Perhubungan Kota Semarang", "Desember 2025"),
            ("Menerapkan parkir elektronik di 15 ruas", "Dinas Perhubungan Kota Semarang", "Juni 2025"),
        ],
    ),
    "sums by fund": (
        """
No | Kegiatan | Satuan Kerja | Anggaran (Rp. 000) | < | Jadwal
^ | ^ | ^ | APBN | APBD | ^
1 | Penanganan abrasi Pantai Pisangan | BBWS Citarum | 15.000 | - | Mei - Des 2025
2 | Penghijauan sempadan sungai | Dinas LH Kabupaten Karawang | - | 450.000 | Nov 2025
""",
        [
            ("Penanganan abrasi Pantai Pisangan", "BBWS Citarum", "Mei - Des 2025"),
            ("Penghijauan sempadan sungai", "Dinas LH Kabupaten Karawang", "Nov 2025"),
        ],
    ),
    "labels in a cell": (
        """
No | Nama Kegiatan/Penanggung Jawab/Waktu | Keluaran
1 | Bimtek Satpol PP / PJ: Satpol PP Provinsi Jambi / Waktu: Juni 2025 | 60 orang
2 | Penyusunan Ranpergub ketertiban umum / PJ: Biro Hukum Setda Provinsi Jambi / Waktu: September 2025 | 1 ranpergub
""",
        [
            ("Bimtek Satpol PP", "Satpol PP Provinsi Jambi", "Juni 2025"),
            ("Penyusunan Ranpergub ketertiban umum", "Biro Hukum Setda Provinsi Jambi", "September 2025"),
        ],
    ),
    "owner and due date in English": (
        """
Action | Owner & due date | Notes
Repair the breakwater at Port Louis | Ports Authority, 30 Sep 2025 | Depends on the survey
Survey the seabed | Hydrographic Unit; June 2025 |
""",
        [
            ("Repair the breakwater at Port Louis", "Ports Authority", "30 Sep 2025"),
            ("Survey the seabed", "Hydrographic Unit", "June 2025"),
        ],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_who_does_what_by_when(name: str) -> None:
    text, expected = TABLES[name]
    found = records(text, "en" if name.endswith("English") else "id")
    times = [r.get("period_text") or "".join(filter(None, map(r.get, ("start_text", "end_text")))) for r in found]
    owners = [r.get("owners_text", "") for r in found]
    assert list(zip([r["action"] for r in found], owners, times, strict=True)) == expected
