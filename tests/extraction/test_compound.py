"""Two things asked for in one clause."""

import pytest

from tasks.extraction.compound import each_done
from tests.extraction.helpers import records


@pytest.mark.parametrize(
    ("clause", "parts"),
    [
        (
            "membentuk tim siaga di kelurahan dan menyusun peta rawan banjir",
            ["membentuk tim siaga di kelurahan", "menyusun peta rawan banjir"],
        ),
        ("menyusun dan menetapkan pedoman survei nasional", None),
        ("melatih kader desa siaga untuk mendata keluarga dan melaporkan hasil survei", None),
        ("menyusun laporan survei desa dan menyampaikannya kepada menteri dalam negeri", None),
        ("menata arsip lama daerah dan menyiapkan data", None),
        ("menyusun pedoman tentang cara mendata dan melaporkan hasil survei", None),
        ("menyusun pedoman dan modul survei", None),
    ],
)
def test_each_half_with_a_verb_and_an_object_is_an_action(clause: str, parts: list[str] | None) -> None:
    assert each_done(clause) == (parts or [clause])


def test_both_actions_of_a_point_have_its_owner_and_time() -> None:
    text = "# Rekomendasi\n\n1. BPS membentuk tim survei desa dan menyusun peta rawan banjir, paling lambat Mei 2026."
    found = records(text)
    assert [(r["locator"], r["owners_text"], r["period_text"]) for r in found] == [
        ("paragraph 2, item 1", "BPS", "paling lambat Mei 2026"),
        ("paragraph 2, item 2", "BPS", "paling lambat Mei 2026"),
    ]
