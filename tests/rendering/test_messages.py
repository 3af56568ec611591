"""Messages name items by number and write days out."""

from tasks.model.problem import Code, problem
from tasks.rendering.catalogue import load
from tasks.rendering.messages import codes_in, message, numbered
from tests.frames import items
from tests.rendering.plans import late


def test_items_are_told_by_number_and_code_and_days_are_written_out() -> None:
    names = numbered(items({"item_id": "RK-A", "number": "F.1"}, {"item_id": "RK-B", "number": "B.3"}))
    assert message(late("RK-B", "RK-A"), names, load("id")) == (
        'F.1 (RK-A) "Menyusun" dijadwalkan paling lambat 30 Juni 2017, padahal B.3 (RK-B) "Melatih" yang menunggunya '
        "dijadwalkan April–Mei 2017: kurang 1 bulan. Keduanya hanya dapat ditepati bila F.1 (RK-A) selesai lebih awal "
        "daripada yang dijanjikan. Pilihan:\n• majukan tenggat F.1 (RK-A) ke 31 Mei 2017"
        "\n• undurkan penyelesaian B.3 (RK-B) sampai 30 Juni 2017"
    )


def test_codes_are_whole_words() -> None:
    assert codes_in("RK-A → RK-AB → RK-A", {"RK-A"}) == ["RK-A", "RK-A"]


def test_places_within_a_disagreement_are_in_the_language() -> None:
    values = (
        "2017-04-01 (Kel 1/Hasil (9 Feb).docx, table 1, row 7); 2017-05-01 (b.xlsx, sheet 'RTL, (2)', row 4); "
        "2017-06-01 (c.pptx, slide 3, bullet 1)"
    )
    found = problem(Code.FIELDS_CONFLICT, item="RK-A", field="@merging.field.start", values=values)
    text = message(found, {}, load("id"))
    assert "1 April 2017 (Kel 1/Hasil (9 Feb).docx, tabel 1, baris 7); " in text
    assert "(b.xlsx, lembar 'RTL, (2)', baris 4); " in text
    assert "(c.pptx, salindia 3, butir 1)" in text
    assert "table 1, row 7" in message(found, {}, load("en"))
