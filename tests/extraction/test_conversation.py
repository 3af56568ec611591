"""Whole chats: commitments and requests become records, talk does not."""

import pytest

from tests.extraction.helpers import records

SOCIAL = """
[12/07/23 19.32.10] Bu Wulan Kemensos: Selamat malam bapak ibu, silakan tulis komitmennya ya

[12/07/23 19.35.44] Pak Anton Dinsos Sleman: kami siap memutakhirkan data 17 kapanewon paling lambat 30 September 2026

[12/07/23 19.36.20] Pak Anton Dinsos Sleman: dananya 420 jt dr APBD Kab

[12/07/23 19.41.00] Bu Wulan Kemensos: siap pak, mantap 👍

[12/07/23 19.44.12] Yusuf Dinsos Bone: Dinas kami latih 60 pendamping bulan Oktober 2026, APBD 150 juta

[12/07/23 19.50.00] Yusuf Dinsos Bone: graduasi 200 keluarga sudah selesai bulan lalu ya bu

[12/07/23 19.52.09] Pak Anton Dinsos Sleman: ralat: data kapanewon jadi 15 Oktober 2026

[12/07/23 19.55.40] Bu Wulan Kemensos: tolong Dinsos Bone menyampaikan rekap lansia sblm 20 Agustus 2026

[12/07/23 20.01.18] Yusuf Dinsos Bone: besok kumpul di lobi jam 7 ya, jangan lupa
"""

WASTE = """
05/04/26 08.12 - +62 812-3456-7890: Selamat pagi, saya Dedi dari DLH Kota Cimahi

05/04/26 08.20 - +62 812-3456-7890: kami mau bangun 12 TPS3R, Juni-November 2026, 3,6 M DAK Fisik

05/04/26 08.25 - Neng Tia DLH Jabar: Perluasan TPA Legok kita mulai September 2026, PJ DLH Jabar

05/04/26 08.29 - Neng Tia DLH Jabar: <Media tidak disertakan>

05/04/26 08.31 - Wati BMKG: sekolah lapang iklim kami laksanakan di Garut bulan Juli 2026, 60 petani

05/04/26 08.33 - +62 812-3456-7890: @Tia bisa pinjam contoh perda?

05/04/26 08.40 - Neng Tia DLH Jabar: Pesan ini dihapus
"""

HEALTH = """
14/05/2026, 18:33 - Grace MoH: Evening colleagues, kindly share pending actions before supper

14/05/2026, 18:36 - Okello NMS: noted. We'll deliver commodities to the 12 districts by end of June 2026

14/05/2026, 18:41 - Akello UBTS: Lira district to recruit 18 midwives, October 2026

14/05/2026, 18:43 - Akello UBTS: tariff review - ERB - by 31 March 2026

14/05/2026, 18:44 - Akello UBTS: as for us the ambulance was already repaired last month

14/05/2026, 18:47 - Grace MoH: @Akello pls share the register

14/05/2026, 18:49 - Akello UBTS: on it, will send by Friday 24 July 2026

14/05/2026, 18:55 - Okello NMS: design of the store to be completed by PWDT, by end of July 2026

14/05/2026, 18:58 - Okello NMS: is fuel refunded or?
"""


@pytest.mark.parametrize(
    "chat, language, asked",
    [
        (
            SOCIAL,
            "id",
            [
                ("memutakhirkan data 17 kapanewon", "Dinsos Sleman", "15 Oktober 2026", "420 jt dr APBD Kab"),
                ("latih 60 pendamping", "Dinsos Bone", "bulan Oktober 2026", "150 juta"),
                ("menyampaikan rekap lansia", "Dinsos Bone", "sblm 20 Agustus 2026", ""),
            ],
        ),
        (
            WASTE,
            "id",
            [
                ("bangun 12 TPS3R", "DLH Kota Cimahi", "Juni-November 2026", "3,6 M DAK Fisik"),
                ("Perluasan TPA Legok", "DLH Jabar", "September 2026", ""),
                ("laksanakan sekolah lapang iklim di Garut", "BMKG", "bulan Juli 2026", ""),
            ],
        ),
        (
            HEALTH,
            "en",
            [
                ("deliver commodities to the 12 districts", "NMS", "by end of June 2026", ""),
                ("recruit 18 midwives", "Lira district", "October 2026", ""),
                ("tariff review", "ERB", "by 31 March 2026", ""),
                ("share the register", "UBTS", "by Friday 24 July 2026", ""),
                ("design of the store to be completed", "PWDT", "by end of July 2026", ""),
            ],
        ),
    ],
    ids=["promises put right", "introduced and named first", "in English"],
)
def test_what_a_chat_asks(chat: str, language: str, asked: list[tuple[str, str, str, str]]) -> None:
    found = records(chat, language, "txt")
    fields = ("action", "owners_text", "period_text", "budget_text")
    assert [tuple(r.get(name, "") for name in fields) for r in found] == asked


def test_a_reason_with_a_time_of_its_own_is_a_remark() -> None:
    found = records("""
28/02/26 19.40 - A: Ijin pak, SE Menteri utk guru mohon diterbitkan BPS paling lambat akhir Mei 2026, krn Juni ujian

28/02/26 19.41 - B: siap bu

28/02/26 19.42 - C: Kemensos akan menyalurkan bantuan Agustus 2026 sebab lelang baru selesai Juli
""")
    assert [(r["action"], r["owners_text"], r["period_text"], r["remarks"]) for r in found] == [
        (
            "SE Menteri utk guru mohon diterbitkan",
            "BPS",
            "paling lambat akhir Mei 2026",
            "krn Juni ujian",
        ),
        ("menyalurkan bantuan", "Kemensos", "Agustus 2026", "sebab lelang baru selesai Juli"),
    ]
