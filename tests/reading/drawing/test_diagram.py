"""Diagrams: words of their points from the root down."""

import pytest

from tasks.model.blocks import Block, ListItem
from tests.reading.powerpoint.decks import NAMES, box, contents, deck, frame, slide, texts


def point(name: str, text: str = "", attributes: str = "", properties: str = "") -> str:
    body = f"<dgm:t><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t>" if text else ""
    return f'<dgm:pt modelId="{name}" {attributes}><dgm:prSet {properties}/>{body}</dgm:pt>'


def link(above: str, below: str, order: int, kind: str = "") -> str:
    return f'<dgm:cxn modelId="{above}{below}" srcId="{above}" destId="{below}" srcOrd="{order}" {kind}/>'


def diagram(points: str, links: str = "", drawing: str = "") -> tuple[Block, ...]:
    data = f"<dgm:dataModel {NAMES}><dgm:ptLst>{points}</dgm:ptLst><dgm:cxnLst>{links}</dgm:cxnLst></dgm:dataModel>"
    pairs = (("d1", "diagramData", "../diagrams/data1.xml"), ("d2", "diagramDrawing", "../diagrams/drawing1.xml"))
    shapes = box("di atas", 0, 0) + frame('<dgm:relIds r:dm="d1" r:lo="d2"/>', 0, 914_400)
    return contents(deck(slide(shapes), links=pairs, diagrams__data1=data, diagrams__drawing1=drawing)).blocks


ROOT = point("0", attributes='type="doc"')


def test_words_follow_the_tree_with_levels() -> None:
    points = ROOT + point("a1", "A1") + point("b", "B") + point("a", "A")
    found = diagram(points, link("a", "a1", 0) + link("0", "b", 1) + link("0", "a", 0))
    assert [(b.locator, b.text, b.level) for b in found if isinstance(b, ListItem)] == [
        ("slide 1, bullet 2", "A", 0),
        ("slide 1, bullet 3", "A1", 1),
        ("slide 1, bullet 4", "B", 0),
    ]
    assert {b.at.part for b in found[1:]} == {"ppt/diagrams/data1.xml"}


def test_the_drawing_of_a_diagram_is_not_read_a_second_time() -> None:
    drawing = f"<x {NAMES}><a:p><a:r><a:t>A</a:t></a:r></a:p></x>"
    assert texts(diagram(point("a", "A"), drawing=drawing)) == ["di atas", "A"]


def test_rings_and_strays_end_and_are_read_once() -> None:
    points = ROOT + point("a", "A") + point("b", "B") + point("z", "Z")
    found = diagram(points, link("0", "a", 0) + link("a", "b", 0) + link("b", "a", 0) + link("b", "b", 1))
    assert texts(found) == ["di atas", "A", "B", "Z"]


def test_two_points_of_one_name_keep_their_words() -> None:
    assert texts(diagram(point("a", "A") + point("a", "B"))) == ["di atas", "A", "B"]


@pytest.mark.parametrize("extra", [point("x", "[Text]", properties='phldr="1"'), point("x", "A", 'type="pres"')])
def test_prompts_and_copies_are_left_out(extra: str) -> None:
    assert texts(diagram(point("a", "A") + extra)) == ["di atas", "A"]


def test_a_deep_diagram_is_no_trouble() -> None:
    points = "".join(point(str(n), f"kata {n}", 'type="doc"' * (n == 0)) for n in range(3_000))
    found = diagram(points, "".join(link(str(n), str(n + 1), 0) for n in range(2_999)))
    assert texts(found) == ["di atas", *(f"kata {n}" for n in range(3_000))]
