"""Header paths to columns."""

from tasks.extraction.columns import columns_of
from tasks.extraction.vocabulary import vocabulary

WORDS = vocabulary()


def fields(*paths: str) -> list[str]:
    return [c.field for c in columns_of([tuple(p.split(" > ")) if p else () for p in paths], WORDS)]


def test_the_innermost_words_decide() -> None:
    assert fields("Rencana 2026 > Pagu", "Waktu > Mulai", "Tindak Lanjut > Keterangan Warna") == [
        "budget",
        "start",
        "action",
    ]


def test_levels_under_a_field_keep_the_field() -> None:
    columns = columns_of([("Tindak Lanjut", "Pusat"), ("Tindak Lanjut", "Daerah"), ("PJ", "Pusat")], WORDS)
    assert [(c.field, c.level) for c in columns] == [("action", "pusat"), ("action", "daerah"), ("owner", "pusat")]


def test_a_level_alone_is_a_place_and_two_are_levels() -> None:
    assert fields("Provinsi", "Kegiatan") == ["place", "action"]
    columns = columns_of([("Pemerintah Pusat",), ("Pemerintah Provinsi",), ("Isu",)], WORDS)
    assert [(c.field, c.level) for c in columns[:2]] == [("", "pemerintah pusat"), ("", "pemerintah provinsi")]


def test_months_take_the_year_from_above() -> None:
    columns = columns_of([("JADWAL TAHUN 2026", "Mar"), ("JADWAL TAHUN 2026", "Apr"), ("TW I",)], WORDS, "RENCANA 2025")
    assert [(c.field, c.month) for c in columns] == [
        ("month", "Mar 2026"),
        ("month", "Apr 2026"),
        ("month", "TW I 2025"),
    ]


def test_months_by_position_quarters_by_number_realisation_left_out() -> None:
    initials = columns_of([("Bulan", letter) for letter in "JFMAMJJASOND"], WORDS)
    assert [c.month for c in initials][:2] == ["Januari", "Februari"]
    assert [c.month for c in columns_of([("Triwulan", "I"), ("Triwulan", "II")], WORDS)] == ["TW 1", "TW 2"]
    assert fields("Mar > Target", "Mar > Realisasi") == ["month", "ignore"]


def test_units_stay_with_their_column() -> None:
    assert columns_of([("Biaya (Rp 000)",)], WORDS)[0].unit == "Rp 000"
