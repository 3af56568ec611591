"""Locators read as a person counts, and sort in document order."""

from tasks.model import locator


def test_locators_say_how_to_find_the_place() -> None:
    assert locator.table_row(2, 5) == "table 2, row 5"
    assert locator.sheet_row("Matriks", 7) == "sheet 'Matriks', row 7"
    assert locator.item(locator.csv_row(12), 2) == "row 12, item 2"


def test_sort_key_orders_numbers_by_value_not_by_letter() -> None:
    places = ["table 1, row 10", "table 1, row 9", "paragraph 3", "table 1, row 9, item 2"]
    assert sorted(places, key=locator.sort_key) == [
        "table 1, row 9", "table 1, row 9, item 2", "table 1, row 10", "paragraph 3",
    ]  # fmt: skip
