"""Which extracts have a picture, and what it shows."""

from dataclasses import replace

from tasks.model.plan import Plan
from tasks.rendering.catalogue import load
from tasks.rendering.extracts.build import extract_view
from tasks.rendering.extracts.index import index_of
from tasks.rendering.extracts.offices import bodies
from tasks.rendering.extracts.pictured import LEAST, MOST, pictured
from tests.rendering.plans import MEETING, item, link, plan

SPEAK = load("id")


def chosen(what: Plan) -> frozenset[str]:
    index = index_of(what, SPEAK)
    return pictured(bodies(what, index.rows.values()), index)


def linked(others: int) -> Plan:
    rows = [item("A.1", owners="Badan X"), *(item(f"B.{n}", owners=f"Badan {n}") for n in range(others))]
    return plan(rows, links=[link(f"B.{n}", "A.1") for n in range(others)])


def test_institutions_with_several_links_have_one() -> None:
    assert chosen(linked(LEAST)) == {"Badan X"}
    assert chosen(linked(LEAST - 1)) == frozenset()


def test_nobody_has_one_if_nobody_wants_them() -> None:
    what = linked(LEAST)
    assert chosen(replace(what, meeting=replace(MEETING, without=("extract_pictures",)))) == frozenset()


def test_of_hundreds_the_busiest_have_one() -> None:
    rows = [item(f"A.{n}", owners=f"Badan {n}") for n in range(MOST + 20)]
    links = [link(f"A.{n}", f"A.{(n + step) % len(rows)}") for n in range(len(rows)) for step in range(1, LEAST + 1)]
    extra = [link("A.7", f"A.{n}") for n in range(50, 60)]
    found = chosen(plan(rows, links=[*links, *extra]))
    assert len(found) == MOST
    assert "Badan 7" in found


def test_the_picture_shows_own_and_others() -> None:
    what = linked(LEAST)
    index = index_of(what, SPEAK)
    body = next(one for one in bodies(what, index.rows.values()) if one.name == "Badan X")
    assert extract_view(body, index, SPEAK).pictures == ()
    (picture,) = extract_view(body, index, SPEAK, drawn=True).pictures
    assert picture.title == "Keterkaitan kegiatan Badan X"
    assert all(f">{number}<" in picture.drawing.image.svg for number in ("A.1", *(f"B.{n}" for n in range(LEAST))))
