"""What is waited for and nobody makes is told; what comes by itself is not."""

import pytest

from tasks.model.problem import Code
from tests.linking.plans import linked

OTHER = {"action": "Menayangkan siaran radio", "owners": "BTIKP Bali", "regions": "Bali"}


def missing(said: str) -> bool:
    waiting = {"action": "Merekrut penyuluh", "depends_text": said, "remarks": said, "owners": "Dinas Bali"}
    made, _ = linked(OTHER, waiting)
    return Code.PREREQUISITE_MISSING in {found.code for found in made.problems}


@pytest.mark.parametrize(
    "said",
    [
        "menunggu pedoman penghitungan formasi dari pusat",
        "menunggu perubahan RUNK Jalan",
        "menunggu RUNK Jalan yang baru",
        "menunggu bantuan vaksin rabies dari pusat",
        "Analisis beban kerja, sampai sekarang belum ada yang mengerjakan",
        "awaiting the seed standard from the ministry",
        "pending rangeland maps that nobody has taken on",
        "menunggu hibah gudang yang belum diajukan ke pusat",
        "awaiting a loan which has not been requested",
        "land of the harbour, not yet asked for",
        "subject to the land lease from the Land Commission",
        "upon approval of the loan by the Development Bank",
    ],
)
def test_what_nobody_makes_is_missing(said: str) -> None:
    assert missing(said)


@pytest.mark.parametrize(
    "said",
    [
        "menunggu musim hujan",
        "menunggu anggaran dari pusat",
        "after the plenary meeting",
        "sesuai UU 23/2014",
        "tanpa menunggu pedoman formasi penyuluh",
        "mohon server dari pusat",
        "once the rains season ends",
        "menunggu pedoman",
        "the loan has not been repaid",
        "no partner yet",
        "biaya belum dibahas",
    ],
)
def test_what_comes_by_itself_is_not(said: str) -> None:
    assert not missing(said)


def test_remarks_may_say_that_nobody_does_it() -> None:
    waiting = {"depends_text": "once the tablets are delivered", "action": "train officers on e-extension"}
    for remarks, told in (
        ("nobody has said who is buying the tablets", [Code.PREREQUISITE_MISSING]),
        ("nobody has said where to meet", []),
    ):
        made, _ = linked(OTHER, waiting | {"remarks": remarks})
        assert [found.code for found in made.problems] == told


def test_a_remark_may_go_on_from_what_is_waited_for_or_stand_alone() -> None:
    waiting = {"action": "connect the village to the grid"}
    for fields in (
        {"depends_text": "subject to the survey of the river", "remarks": "which no agency has undertaken so far"},
        {"remarks": "land of the harbour, not yet asked for"},
    ):
        made, _ = linked(OTHER, waiting | fields)
        assert [found.code for found in made.problems] == [Code.PREREQUISITE_MISSING]
