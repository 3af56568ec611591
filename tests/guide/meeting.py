"""The small meeting in the pictures: three groups, and of each kind of doubt one example."""

from pathlib import Path
from typing import Final

from tests.builders import word, workbook

NAME: Final = "rakor-perpustakaan"
MEETING: Final = """\
name: Rapat Koordinasi Perpustakaan dan Literasi Tahun 2018
theme: Membaca untuk Semua
host: Perpustakaan Nasional
start: 2018-02-20
end: 2018-02-22
place: Denpasar
year: 2018
language: id
groups:
- {code: K1, name: Bahan Bacaan, files: [Kelompok 1/]}
- {code: K2, name: Tenaga dan Layanan, files: [Kelompok 2/]}
- {code: K3, name: Jaringan, files: [Kelompok 3/]}
"""
MATRIX: Final = """
# Hasil Kelompok 1 Bahan Bacaan

No | Kegiatan | Keluaran | Penanggung Jawab | Pendukung | Wilayah | Waktu | Anggaran | Sumber Dana
1 | Menyusun pedoman seleksi bahan bacaan anak | 1 pedoman | Perpustakaan Nasional | Pusat Kurikulum dan Perbukuan | Nasional | Maret 2018 | Rp 150.000.000 | APBN
2 | Mencetak buku cerita bergambar untuk kelas awal setelah kegiatan 1 | 20.000 eksemplar | Pusat Kurikulum dan Perbukuan | Perpustakaan Nasional | Nasional | Mei - Juni 2018 | Rp 2.400.000.000 | APBN
3 | Mengirim buku cerita bergambar ke perpustakaan desa setelah kegiatan 2 | 200 desa | Dinas Perpustakaan Provinsi Bali | Dinas Perpustakaan Kabupaten Badung | Bali | Juni 2018 | Rp 85.000.000 | APBD Provinsi
4 | Menyusun katalog buku cerita daerah berbahasa Bali | 1 katalog | Dinas Perpustakaan Provinsi Bali | | Bali | April 2018 | Rp 40.000.000 | APBD Provinsi
5 | Bimbingan teknis bagi 100 pengelola taman bacaan | 100 orang | Dinas Perpustakaan Provinsi Bali | | Bali | Mei 2018 | Rp 100.000.000 | APBD Provinsi
6 | Menyelenggarakan lomba menulis cerita anak tingkat kabupaten | 9 lomba | | | Bali | Agustus 2018 | |
"""  # noqa: E501
SHEET: Final = {
    "RTL": """
No | Kegiatan | Penanggung Jawab | Wilayah | Waktu | Anggaran
1 | Melatih 100 pengelola perpustakaan desa | Dinas Perpustakaan Provinsi Bali | Bali | April 2018 | 120000000
2 | Menyusun modul pelatihan pengelola perpustakaan | Perpustakaan Nasional | Nasional | Maret 2018 | 60000000
3 | Menyusun pedoman seleksi bahan bacaan anak | Perpustakaan Nasional | Nasional | April 2018 | 150000000
4 | Pendataan cerita rakyat Bali untuk katalog | Dinas Perpustakaan Provinsi Bali | Bali | Mei 2018 | 40000000
5 | Membuka perpustakaan keliling di pasar | Dinas Perpustakaan Kabupaten Badung | Kabupaten Badung | Juli 2018 |
"""
}
CHAT: Final = """\
22/02/18 16.05 - Ketua Kelompok 3: Hasil kelompok 3:
1. Dinas Komunikasi dan Informatika Provinsi Bali memasang jaringan internet di 50 perpustakaan desa, Mei 2018
2. Perpustakaan Nasional menyediakan aplikasi katalog bersama, Juni 2018
3. Dinas Perpustakaan Kabupaten Badung mengisi katalog bersama setelah aplikasi katalog bersama tersedia, Mei 2018
4. Dinas Perpustakaan Kabupaten Badung membagikan buku cerita bergambar untuk perpustakaan keliling, September 2018
5. Perpustakaan Nasional menyusun panduan pemilihan buku anak, Mei 2018
22/02/18 16.20 - Sekretaris Kelompok 3: Siap, terima kasih
"""


def made(folder: Path) -> Path:
    """Make the meeting below a folder; where it is."""
    documents = folder / NAME / "documents"
    word(MATRIX, documents / "Kelompok 1" / "Matriks bahan bacaan.docx")
    workbook(SHEET, documents / "Kelompok 2" / "RTL layanan.xlsx")
    (documents / "Kelompok 3").mkdir()
    (documents / "Kelompok 3" / "Obrolan WhatsApp.txt").write_text(CHAT, encoding="utf-8")
    (folder / NAME / "meeting.yaml").write_text(MEETING, encoding="utf-8")
    return folder / NAME
