"""Documents from the shelf are those that would be made, and are not made again."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.plan import Plan
from tasks.model.shelf import key_of
from tasks.rendering.render import render
from tasks.rendering.word import artist, check, raster
from tests.rendering.plans import item, link, plan, record


def linked() -> Plan:
    """A plan with a feedback sheet, extracts and pictures."""
    offices = [item(f"B.{n}", owners=f"Badan {n}", levels="central", group="B") for n in range(12)]
    return plan(
        [item("A.1", owners="Badan X", levels="province"), *offices],
        [record("A.1", end="2017-07-31")],
        [link(f"B.{n}", "A.1") for n in range(12)],
        sources=[{"file": "K1/Matriks.docx", "group": "K1", "status": "read", "blocks": "30", "records": "1"}],
    )


def test_a_plan_from_the_shelf_is_the_plan_to_the_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf: dict[str, bytes] = {}
    made = dict(render(linked(), "id", shelf=shelf))
    kinds = {key.partition("-")[0] for key in shelf}
    assert kinds == {"document", "picture"}
    assert {data for name, data in made.items() if name.endswith(".docx")} <= set(shelf.values())
    for room, name in ((raster, "png"), (artist.Artist, "_drawn_now"), (check, "defects")):
        monkeypatch.setattr(room, name, None)
    assert dict(render(linked(), "id", shelf=shelf)) == made


@pytest.mark.parametrize("change", ["day", "name", "language"])
def test_a_document_with_other_words_is_not_taken_from_the_shelf(change: str) -> None:
    shelf: dict[str, bytes] = {}
    before, language = linked(), "id"
    list(render(before, language, shelf=shelf))
    if change == "language":
        after, language = before, "en"
    elif change == "day":
        after = replace(before, meeting=replace(before.meeting, end=date(2017, 3, 1)))
    else:
        after = replace(before, meeting=replace(before.meeting, name="Rapat lain"))
    assert dict(render(after, language, shelf=shelf)) == dict(render(after, language))


@given(st.lists(st.text(max_size=3), max_size=4), st.lists(st.text(max_size=3), max_size=4))
def test_two_lists_have_one_key_only_if_they_are_the_same(one: list[str], other: list[str]) -> None:
    assert (key_of("k", one) == key_of("k", other)) == (one == other)
