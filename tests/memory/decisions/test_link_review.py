"""Which links are asked about, and in which order."""

from itertools import pairwise

import pytest

from tasks.memory.decisions.link_answers import LinkAnswers
from tasks.memory.decisions.link_review import MOST, MOST_HANGS, with_links
from tasks.model.decisions import LinkAnswer, LinkRuling, Review, Side, Standing
from tasks.model.tables import ITEMS, LINKS, frame
from tests.frames import records

NAMES = [f"RK-{letter}" for letter in "ABCDEFGH"]


def reviewed(*links: dict[str, str], resolved: LinkAnswers | None = None, names: list[str] = NAMES) -> Review:
    rows = [{"item_id": name, "action": f"Kegiatan {name}", "end": "2017-05-31"} for name in names]
    told = [{"item_id": name, "action": f"Kegiatan {name}", "end": "2017-04-30"} for name in names]
    table = frame(
        LINKS, [{"relation": "finish-start", "kind": "inferred", "status": "proposed"} | row for row in links]
    )
    return with_links(Review(), table, frame(ITEMS, rows), records(*told), resolved or LinkAnswers())


def row(ends: str, confidence: str = "0.60", **cells: str) -> dict[str, str]:
    a, b = (f"RK-{end}" for end in ends)
    return {"from_item": a, "to_item": b, "confidence": confidence} | cells


def ends(found: Review) -> list[str]:
    return [asked.before.action[-1] + asked.after.action[-1] for asked in found.links]


STATED = {"kind": "explicit", "status": "accepted"}


def test_rings_come_first_the_weakest_link_leading_then_what_cannot_be_kept_then_what_most_hangs_on() -> None:
    found = reviewed(
        row("GH", "0.90"), row("EF", "0.90"), row("FG", "0.95", **STATED), row("HG", "0.40", verdict="impossible"),
        row("EG", "0.98", status="accepted"), row("AB", "0.95", **STATED), row("BC", "0.80", **STATED),
        row("CA", "0.90", **STATED), row("DE", "0.55"),
    )  # fmt: skip
    assert ends(found)[0] == "BC"
    assert set(ends(found)[1:3]) == {"AB", "CA"}
    assert ends(found)[3:] == ["HG", "DE", "EF", "GH", "EG"]
    assert found.links[0].ring == ("RK-C", "RK-A", "RK-B")
    assert [asked.weakest for asked in found.links[:3]] == [True, False, False]


def test_what_is_stated_pointed_to_or_rejected_is_not_asked_about() -> None:
    found = reviewed(row("AB", **STATED), row("CD", relation="related"), resolved=LinkAnswers())
    assert found.links == ()


@pytest.mark.parametrize(
    ("cells", "standing"),
    [
        ({"status": "accepted"}, Standing.HOLDS),
        ({"status": "accepted", "suspect": "to_item"}, Standing.SUSPECT),
    ],
)
def test_a_decided_link_is_not_asked_about_and_says_how_it_stands(cells: dict[str, str], standing: Standing) -> None:
    answer = LinkAnswer(Side("a"), Side("b"), LinkRuling.ACCEPTED)
    found = reviewed(row("AB", **cells), resolved=LinkAnswers({("RK-A", "RK-B"): answer}))
    assert found.links == ()
    assert [told.standing for told in found.link_answers] == [standing]


def test_an_accepted_link_on_a_ring_says_so() -> None:
    answer = LinkAnswer(Side("a"), Side("b"), LinkRuling.ACCEPTED)
    links = (row("AB", "1.00", status="accepted"), row("BA", "0.90", **STATED))
    found = reviewed(*links, resolved=LinkAnswers({("RK-A", "RK-B"): answer}))
    assert ends(found) == ["BA"]
    assert [told.standing for told in found.link_answers] == [Standing.RINGED]


def test_a_side_has_the_words_of_a_record_and_the_period_of_the_item() -> None:
    (asked,) = reviewed(row("AB")).links
    assert (asked.before.action, asked.before.end, asked.before.owners) == ("Kegiatan RK-A", "2017-05-31", "Pustekkom")
    assert len(asked.before.prints) == 1


def test_questions_and_what_hangs_on_them_are_counted_up_to_a_bound() -> None:
    names = [f"RK-{n}" for n in range(MOST + 2)]
    chain = [{"from_item": a, "to_item": b, "confidence": "0.9"} | STATED for a, b in pairwise(names)]
    offered = [{"from_item": names[-1], "to_item": name, "confidence": "0.5", "verdict": "fine"} for name in names[:-1]]
    found = reviewed(*chain, *offered, names=names)
    assert len(found.links) == MOST
    assert max(asked.hangs for asked in found.links) == MOST_HANGS
