"""Templates on F4."""

import pytest
from lxml import etree

from tasks.rendering.render import PLAN_TEMPLATE, TEMPLATES, template_bytes
from tasks.rendering.word import check, package, paper
from tasks.rendering.word.ooxml import BODY, TBL, w
from tests.rendering.plans import root_of

PLAN = template_bytes(TEMPLATES, "id", PLAN_TEMPLATE)


def sizes(data: bytes) -> set[tuple[str | None, ...]]:
    return {(s.get(w("w")), s.get(w("h")), s.get(w("orient"))) for s in root_of(data).iter(w("pgSz"))}


def test_every_section_gets_the_size_of_f4_and_keeps_its_orientation() -> None:
    assert sizes(PLAN) == {("11906", "16838", None), ("16838", "11906", "landscape")}
    assert sizes(paper.on_paper(PLAN, "F4")) == {("12189", "18709", None), ("18709", "12189", "landscape")}


def test_tables_and_right_tab_stops_reach_the_new_margin() -> None:
    whole = paper.on_paper(PLAN, "F4")
    old, new = ([_columns(table) for table in root_of(data).iterfind(f"{BODY}/{TBL}")] for data in (PLAN, whole))
    assert {(sum(a), sum(b)) for a, b in zip(old, new, strict=True) if sum(a) in {8788, 14572}} >= {(8788, 9071)}
    for before, after in zip(old, new, strict=True):
        assert sum(after) == pytest.approx(sum(before) * (9071 / 8788 if sum(before) < 9_000 else 16441 / 14570), abs=9)
    stops = {tab.get(w("pos")) for tab in root_of(whole, "word/footer1.xml").iter(w("tab"))} - {None}
    assert stops == {"9070"}


def _columns(table: etree._Element) -> list[int]:
    return [int(column.get(w("w"), "")) for column in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]


def test_what_comes_out_is_sound_and_the_same_each_time() -> None:
    assert paper.on_paper(PLAN, "F4") == paper.on_paper(PLAN, "F4")
    assert check.sound_parts(package.read(paper.on_paper(PLAN, "F4")))


@pytest.mark.parametrize(("data", "name"), [(PLAN, "A4"), (b"no Word file", "F4")])
def test_all_else_stays_as_it_is(data: bytes, name: str) -> None:
    assert paper.on_paper(data, name) is data
