"""Messages name items by number and write days out."""

from tasks.model.problem import Code, problem
from tasks.rendering.catalogue import load
from tasks.rendering.messages import codes_in, message, numbered
from tests.frames import items

LATE = problem(
    Code.SCHEDULE_INFEASIBLE, item="RK-B", prerequisite="RK-A", end="2017-05-31", earliest="2017-06-30", months="1"
)


def test_items_are_told_by_number_and_code_and_days_are_written_out() -> None:
    names = numbered(items({"item_id": "RK-A", "number": "F.1"}, {"item_id": "RK-B", "number": "B.3"}))
    text = message(LATE, names, load("id"))
    assert text.startswith(
        "B.3 (RK-B) harus selesai 31 Mei 2017, padahal menunggu F.1 (RK-A) yang baru selesai 30 Juni"
    )


def test_codes_are_whole_words() -> None:
    assert codes_in("RK-A → RK-AB → RK-A", {"RK-A"}) == ["RK-A", "RK-A"]
