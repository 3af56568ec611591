"""Every decision can be explained, and what is doubtful becomes a question."""

from dataclasses import replace

import numpy as np

from tasks.merging.matching.engine import matched
from tasks.merging.matching.evidence import Verdict, explain
from tasks.merging.matching.groups import Decided
from tasks.merging.matching.mentions import day
from tasks.merging.matching.questions import Overruled, overruled, questions
from tests.merging.matching.examples import PARTIES, Row, mentioned, said

FOUND = matched(
    said(
        "Penyusunan juknis kurasi konten",
        "menyusun petunjuk teknis kurasi konten",
        "Menyusun juknis kurasi konten SD",
        "Pelatihan kurasi konten",
        "Lomba bercerita",
    )
)


def test_united_mentions_show_what_they_have_in_common() -> None:
    told = explain(FOUND, 0, 1)
    assert told.verdict == Verdict.UNITED
    assert told.vetoes == told.open == told.only_a == ()
    assert told.common == ("<curate>", "konten", "pedoman")
    assert told.weighed[0].field == "object"
    assert told.weighed[0].bits > 3


def test_a_veto_is_named() -> None:
    told = explain(FOUND, 0, 3)
    assert told.verdict == Verdict.APART
    assert told.vetoes == ("act",)


def test_silence_is_named_and_asked_about() -> None:
    told = explain(FOUND, 1, 2)
    assert told.verdict == Verdict.ASKED
    assert told.open == ("level_silent",)
    assert told.only_b == ("sd",)


def test_one_question_for_two_groups() -> None:
    asked = questions(FOUND)
    assert len(asked) == 1
    assert {FOUND.group[asked[0].a], FOUND.group[asked[0].b]} == {0, 2}
    assert asked[0].hangs == 3


def test_groups_that_a_veto_parts_are_not_asked_about() -> None:
    found = matched(
        said("Pengadaan komputer sekolah SD", "Pengadaan komputer sekolah", "Pengadaan komputer SMP sekolah")
    )
    joined = matched(found.features.mentions, decided=Decided(((0, 1),)))
    assert {(q.a, q.b) for q in questions(found)} == {(0, 1), (1, 2)}
    assert questions(joined) == ()


def test_decisions_against_the_rules_or_each_other_are_told() -> None:
    decided = Decided(together=((0, 3), (0, 1)), apart=((1, 0), (0, 4)))
    found = matched(FOUND.features.mentions, decided=decided)
    assert overruled(found, decided) == (
        Overruled(0, 3, "together", ("act",)),
        Overruled(1, 0, "apart", ("together",)),
    )


def test_acts_that_people_may_mean_one_work_by_are_asked_about_and_never_united() -> None:
    told = explain(matched(said("Pendataan lumbung pangan desa", "Pemutakhiran data lumbung pangan desa")), 0, 1)
    assert (told.verdict, told.vetoes, told.open) == (Verdict.ASKED, (), ("act_akin",))


def test_acts_by_which_one_thing_comes_about_are_one_work_if_the_rest_is() -> None:
    told = explain(matched(said("Menyusun juknis kurasi konten", "Penandatanganan juknis kurasi konten")), 0, 1)
    assert (told.verdict, told.vetoes, told.open) == (Verdict.UNITED, (), ("act_near",))


def test_what_is_done_by_means_of_an_act_may_be_that_act() -> None:
    told = explain(matched(said("Pemutakhiran data nelayan melalui pemadanan NIK", "Pemadanan data nelayan NIK")), 0, 1)
    assert told.open == ("act_part",)
    assert not told.vetoes


def test_a_deadline_confirms_a_period_that_ends_with_it() -> None:
    rows: list[Row] = [("Pemadanan data nelayan", PARTIES[3], start, -1) for start in ("", "2019-01-01")]
    told = mentioned(rows)
    made = matched(replace(told, end=np.full(2, day("2019-06-30"), np.int64)))
    assert {weighed.level for weighed in explain(made, 0, 1).weighed if weighed.field == "period"} == {"much"}
