"""What two people decided apart from each other: nothing of either is lost, contradictions are both there."""

from collections.abc import Mapping

import pytest

from tasks.memory.decisions.joining import joined
from tasks.model.decisions import Answer, Answers, LinkAnswer, LinkRuling, Ruling, Side, Synonym
from tasks.model.problem import Code, problem

Told = Mapping[str, str]


def answers(told: Told) -> Answers:
    """Answers about texts: "" for a row that nobody has answered."""
    rows = [Answer(Side(text), Side("b"), Ruling(said) if said else None) for text, said in told.items()]
    return Answers(tuple(rows))


def said(found: Answers) -> list[tuple[str, str]]:
    return sorted((row.a.action, str(row.ruling or "")) for row in found.pairs)


@pytest.mark.parametrize(
    ("mine", "base", "theirs", "both"),
    [
        ({"x": "same"}, {}, {"y": "apart"}, [("x", "same"), ("y", "apart")]),
        ({"x": ""}, {}, {"x": "same"}, [("x", "same")]),
        ({"x": "same"}, {"x": "same"}, {"x": "apart"}, [("x", "apart")]),
        ({"x": "apart"}, {"x": "same"}, {"x": "same"}, [("x", "apart")]),
        ({"x": "same"}, {"x": "same"}, {}, []),
        ({}, {"x": "same"}, {"x": "same"}, []),
        ({"x": ""}, {"x": "same"}, {"x": "same"}, [("x", "")]),
        ({"x": "same"}, {}, {"x": "apart"}, [("x", "apart"), ("x", "same")]),
        ({"x": "same"}, {}, {"x": "same"}, [("x", "same")]),
        ({"x": "family"}, {"x": "same"}, {"x": "apart"}, [("x", "apart"), ("x", "family")]),
    ],
)
def test_whatever_either_has_decided_since_holds(
    mine: Told, base: Told, theirs: Told, both: list[tuple[str, str]]
) -> None:
    assert said(joined(answers(mine), answers(base), answers(theirs))) == both


def test_words_and_links_are_joined_as_well_and_what_was_wrong_here_is_told() -> None:
    link = LinkAnswer(Side("a"), Side("b"), LinkRuling.REJECTED)
    wrong = problem(Code.DECISIONS_UNREADABLE, "x.xlsx", cause="y")
    mine = Answers(synonyms=(Synonym("sop", "prosedur", approved=False),), problems=(wrong,))
    found = joined(mine, Answers(), Answers(links=(link,), synonyms=(Synonym("tik", "teknologi", approved=True),)))
    assert (found.links, found.problems) == ((link,), (wrong,))
    assert [(word.word, word.approved) for word in found.synonyms] == [("sop", False), ("tik", True)]
