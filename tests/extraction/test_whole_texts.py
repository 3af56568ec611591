"""Whole texts as people write them after a meeting: what each asks of whom, and by when, in their own words."""

import pytest

from tests.extraction.helpers import records

PORT = """
# Minutes of the Port Coordination Meeting

The Harbour Master reported that 212 vessels called in 2025. The breakwater repair has been completed.

Port Office will dredge the channel by 30 June 2026 at a cost of USD 2.5 million.

Customs shall open a lane before May 2026.

The City Engineer explained that drains were blocked. He undertook to submit a schedule by 12 April 2026.

Shipping lines were requested to share manifests early.

It was agreed that all ferries would be inspected by the Maritime Safety Authority in May 2026.

The proposal to close the old jetty was not adopted. It would be good if the terminal had a canteen.

Item 4. Plastic waste was discussed at length. Action: NEMA – publish the list of plastics by 30 April 2026.
"""

ORDER = """
# Risalah Rapat Ketenteraman

Dalam rapat tersebut Kasatpol PP Kota Malang menyanggupi menertibkan reklame sampai akhir Juni 2026.

Sementara itu, Kesbangpol diminta segera memetakan titik rawan, paling lambat Juli 2026.

Kapolresta menyampaikan bahwa kasus pencurian menurun. Ada usulan agar jam malam berlaku, forum tidak menyetujuinya.

Kepala Bappeda menyatakan siap memasukkan usulan perbaikan ke dalam RKPD, paling lambat Juni 2026.
"""

WAGES = """
# Keputusan Rapat Dewan Pengupahan

Pertama, BPS menghitung 64 komoditas selambat-lambatnya 15 Oktober 2026.

Kedua, Apindo Banten diminta menyampaikan data upah. Tenggatnya 1 September 2026.

Ketiga, pembahasan upah sektoral ditunda sampai rapat berikutnya.
"""

FESTIVAL = """
[05/02/26 19.03.40] Pak Hendra: Selamat malam bapak/ibu. Lanjut bahas festival ya

[05/02/26 19.06.11] Pak Hendra: @Budi tolong kirim daftar homestay paling lambat 9 Maret 2026

[05/02/26 19.07.55] Budi BPS: siap pak

[05/02/26 19.09.30] Bu Rina: Pak Kadis siap membuka acara nanti?

[05/02/26 19.10.02] Pak Hendra: Bu Rina (Bappeda) akan menyusun anggaran, selesai 20 Maret 2026

[05/02/26 19.14.47] Pak Hendra: Dinkes: timbang 9.400 balita serentak, April 2026

[05/02/26 19.15.20] Bu Rina: kalau ada dana sih bagusnya panggungnya diganti
"""

TASKS = """
DAFTAR TUGAS

Tugas: Mencetak 5.000 label
Penanggung jawab: BRIN, paling lambat 31 Mei 2026

Tugas 2: Lomba foto
Penanggung jawab: Humas
Status: batal
"""


@pytest.mark.parametrize(
    "text, language, kind, asked",
    [
        (
            PORT,
            "en",
            "docx",
            [
                ("dredge the channel", "Port Office", "by 30 June 2026"),
                ("open a lane", "Customs", "before May 2026"),
                ("submit a schedule", "The City Engineer", "by 12 April 2026"),
                ("share manifests early", "Shipping lines", ""),
                ("all ferries would be inspected", "the Maritime Safety Authority", "in May 2026"),
                ("publish the list of plastics", "NEMA", "by 30 April 2026"),
            ],
        ),
        (
            ORDER,
            "id",
            "docx",
            [
                ("menertibkan reklame", "Kasatpol PP Kota Malang", "sampai akhir Juni 2026"),
                ("memetakan titik rawan", "Kesbangpol", "paling lambat Juli 2026"),
                ("memasukkan usulan perbaikan ke dalam RKPD", "Kepala Bappeda", "paling lambat Juni 2026"),
            ],
        ),
        (
            WAGES,
            "id",
            "docx",
            [
                ("menghitung 64 komoditas", "BPS", "selambat-lambatnya 15 Oktober 2026"),
                ("menyampaikan data upah", "Apindo Banten", "1 September 2026"),
            ],
        ),
        (
            FESTIVAL,
            "id",
            "txt",
            [
                ("kirim daftar homestay", "BPS", "paling lambat 9 Maret 2026"),
                ("menyusun anggaran", "Bappeda", "selesai 20 Maret 2026"),
                ("timbang 9.400 balita serentak", "Dinkes", "April 2026"),
            ],
        ),
        (TASKS, "id", "txt", [("Mencetak 5.000 label", "BRIN", "paling lambat 31 Mei 2026")]),
    ],
)
def test_what_a_text_asks(text: str, language: str, kind: str, asked: list[tuple[str, str, str]]) -> None:
    found = [
        (r["action"], r.get("owners_text", ""), r.get("period_text") or r.get("end_text", ""))
        for r in records(text, language, kind)
    ]
    assert found == asked
