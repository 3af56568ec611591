"""Chats as programs export them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.extraction.chats import spoken
from tasks.model.blocks import Paragraph
from tests.extraction.helpers import fates, records

ANDROID = """
07/03/22 19.02 - Pesan terenkripsi secara end-to-end.

07/03/22 19.05 - Bu Rina: Selamat malam semua

07/03/22 19.07 - Bu Rina: BPS akan menyusun peta desa, selesai akhir Juni 2026

07/03/22 19.08 - Pak Joko BPS: kami akan mengirim data paling lambat 20 Mei 2026

07/03/22 19.09 - Pak Joko BPS: jam berapa busnya?
"""


def said(*lines: str) -> list[tuple[str, str]] | None:
    found = spoken([Paragraph(f"line {n}", line) for n, line in enumerate(lines, 1)])
    return None if found is None else [(getattr(b, "text", ""), who) for b, who in found]


@pytest.mark.parametrize(
    "stamp",
    [
        "07/03/22 19.02 - ",
        "[13/06/2023, 18:02:11] ",
        "13/06/2023, 6:02 PM - ",
        "2023-06-13, 18:02 - ",
        "[13/06/23 pukul 18.02.11] ",
        "13 Jun 2023 at 18:02 - ",
        "[Jun 13, 2023 6:02\u202fp. m.] ",
    ],
)
def test_times_and_names_are_told_apart_from_words(stamp: str) -> None:
    lines = [f"{stamp}Rina: baik", f"{stamp}Rina membuat grup", f"{stamp}Joko: dan: lagi", "lanjutan"]
    assert said(*lines) == [("baik", "Rina"), ("", ""), ("dan: lagi", "Joko"), ("lanjutan", "Joko")]


def test_names_on_lines_of_their_own() -> None:
    lines = ["Rina, [13.06.23 18:02]", "baik", "Joko, [13.06.23 18:03]", "siap", "Rina, [13.06.23 18:04]", "ya"]
    assert said(*lines) == [
        ("", "Rina"),
        ("baik", "Rina"),
        ("", "Joko"),
        ("siap", "Joko"),
        ("", "Rina"),
        ("ya", "Rina"),
    ]


@pytest.mark.parametrize("head", ["{}, [13/06/2023 18:02]:", "{} 13/06/2023 18:02"])
def test_other_lines_of_names(head: str) -> None:
    names = ["Rina", "Joko", "Rina"]
    assert said(*(line for who in names for line in (head.format(who), "baik"))) == [
        pair for who in names for pair in (("", who), ("baik", who))
    ]


def test_a_stamp_without_a_border_needs_a_name() -> None:
    lines = ["2023-06-13 18:02 Rina: baik", "2023-06-13 18:03 Joko: ya", "2023-06-13 18:04 Rina: siap"]
    assert said(*lines) == [("baik", "Rina"), ("ya", "Joko"), ("siap", "Rina")]
    assert said(*(line.replace(":", "").replace("18", "18:") for line in lines)) is None


def test_a_few_times_make_no_chat() -> None:
    assert said("09.00 - 10.00: pembukaan", "10.00 - 12.00: sidang") is None
    assert said("07/03/22 19.02 - Rina: baik", *["Paragraf biasa"] * 5) is None


@given(st.lists(st.text(max_size=40), max_size=8))
def test_every_block_is_kept(lines: list[str]) -> None:
    found = said(*lines)
    assert found is None or len(found) == len(lines)


def test_requests_in_a_chat() -> None:
    found = records(ANDROID, kind="txt")
    assert [(r["action"], r["owners_text"], r["locator"]) for r in found] == [
        ("menyusun peta desa", "BPS", "paragraph 3"),
        ("mengirim data", "BPS", "paragraph 4"),
    ]
    assert found[1]["inferred"] == "owners: head of the document"


def test_what_asks_for_nothing_in_a_chat() -> None:
    assert [fate for fate, _ in fates(ANDROID).values()] == ["remark", "remark", "record", "record", "remark"]
