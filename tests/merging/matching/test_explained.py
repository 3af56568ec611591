"""What an abbreviation stands for is said beside it, and is no more than it."""

from tasks.merging.matching.engine import matched
from tasks.merging.matching.evidence import Verdict, explain
from tests.merging.matching.examples import said


def test_words_of_an_abbreviation_beside_it_say_no_more() -> None:
    texts = ("Prepare the Harbour Safety Expansion Plan (HSEP)", "Complete the safety plan (HSEP)")
    told = explain(matched(said(*texts, "Audit of the safety plan")), 0, 1)
    assert (told.verdict, told.common, told.only_a, told.only_b) == (Verdict.UNITED, ("hsep",), (), ())


def test_words_of_another_text_stay() -> None:
    found = matched(said("Harbour Safety Expansion Plan (HSEP)", "Audit of the safety plan", "Audit of the HSEP"))
    assert "hsep" in explain(found, 1, 2).only_b
    assert explain(found, 1, 2).only_a
