"""Several copies: the same proposal once with all who make it, contradictions under one number."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tasks.model.proposals import Change, Gathered, Part, Proposal, gathered_of, key_of
from tasks.reviewing.gather import gathered

BASE = Proposal(
    Change.EDITED, "RK-A1", "time", "Maret 2017", "Mei 2017", "Ani", "2017-03-01T08:00:00Z", "",
    resolved=False, tracked=True, confidence=1.0, file="ani.docx", place="table 2, row 3", row="RJ-1/RK_A1",
)  # fmt: skip
BY_BUDI = replace(BASE, author="Budi", file="budi.docx")


def test_the_same_change_in_two_copies_stands_once_with_both_authors() -> None:
    (one,) = gathered([BASE, replace(BY_BUDI, new="Mei\u00a02017", tracked=False, author="")])
    assert one.authors == ("Ani",)
    assert one.files == ("ani.docx", "budi.docx")
    assert one.proposal.tracked
    (both,) = gathered([BASE, BY_BUDI])
    assert both.authors == ("Ani", "Budi")


def test_other_words_for_one_field_contradict_each_other_and_come_first() -> None:
    lone = replace(BASE, item="RK-A2", change=Change.ROW_DELETED, field="", row="RJ-1/RK_A2")
    found = gathered([lone, BASE, replace(BY_BUDI, new="Juni 2017")])
    assert [(one.proposal.new, one.rivals) for one in found][:2] == [("Juni 2017", 1), ("Mei 2017", 1)]
    assert found[2].rivals == 0


def test_an_edit_contradicts_the_deletion_of_its_row_in_another_copy() -> None:
    deleted = replace(BY_BUDI, change=Change.ROW_DELETED, field="", new="")
    assert {one.rivals for one in gathered([BASE, deleted])} == {1}


def test_two_steps_of_one_copy_two_rows_of_one_document_and_corrections_contradict_nothing() -> None:
    step = replace(BASE, old="Mei 2017", new="Mei 2017, minggu ke-2")
    other_row = replace(BY_BUDI, new="Juli 2017", row="RJ-1/RK_R_2")
    said = replace(BASE, field="correction"), replace(BY_BUDI, field="correction", new="lain")
    for several in ([BASE, step], [BASE, other_row], said):
        assert {one.rivals for one in gathered(several)} == {0}


def test_a_correction_in_words_contradicts_other_words_for_the_field_that_it_sets() -> None:
    said = replace(
        BY_BUDI, field="correction", old="", new="Waktu: Juni 2017", parts=(Part("time", "Maret 2017", "Juni 2017"),)
    )
    assert {one.rivals for one in gathered([BASE, said])} == {1}
    assert {one.rivals for one in gathered([replace(BASE, new="Juni 2017"), said])} == {0}
    deleted = replace(BASE, change=Change.ROW_DELETED, field="", new="")
    assert {one.rivals for one in gathered([deleted, said])} == {1}


def test_a_row_cannot_go_to_two_groups() -> None:
    one, other = (
        replace(p, change=Change.ROW_MOVED, field="group", new=item)
        for p, item in ((BASE, "RK-B1"), (BY_BUDI, "RK-C1"))
    )
    assert {found.rivals for found in gathered([one, other])} == {1}


def test_copies_read_before_are_gathered_with_new_ones() -> None:
    before = gathered([BASE])
    (one,) = gathered([BY_BUDI], before)
    assert one.files == ("ani.docx", "budi.docx")


TEXTS = st.sampled_from(["", "Mei 2017", "Juni 2017"])
PROPOSALS = st.builds(
    lambda change, item, field, new, name: replace(
        BASE, change=change, item=item, field=field, new=new, author=name, file=f"{name}.docx", row=f"RJ-1/{item}"
    ),
    st.sampled_from(Change), st.sampled_from(["", "RK-A1", "RK-A2"]), st.sampled_from(["time", "action"]), TEXTS,
    st.sampled_from(["Ani", "Budi", "Citra"]),
)  # fmt: skip


@given(st.lists(PROPOSALS, max_size=12).flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))))
def test_the_order_of_proposals_changes_nothing(orders: tuple[list[Proposal], list[Proposal]]) -> None:
    assert gathered(orders[0]) == gathered(orders[1])


@given(PROPOSALS)
def test_a_row_of_the_workbook_is_known_again_by_its_key(proposal: Proposal) -> None:
    proposal = replace(proposal, parts=(Part("time", "", proposal.new), Part("action", "a", "b")))
    one = Gathered(proposal, ("Ani", "Budi"), ("ani.docx",))
    assert gathered_of(key_of(one)) == one
