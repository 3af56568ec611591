"""Five versions of a plan with seeded changes: ids last, and every change is reported as what it is, with its cause."""

from collections import Counter
from pathlib import Path

import pytest

from tasks.memory.database import Place, writing
from tasks.memory.versions import store
from tasks.memory.versions.changes import changes
from tasks.model.changes import Change, Kind, Reason
from tests.memory.versions.history import Expected, History, Made, Work, build


def compared(place: Place, old: int, new: int) -> list[Change]:
    with writing(place) as scope:
        return changes(store.tables(scope, old), store.tables(scope, new))


def named(found: list[Change], before: Made, after: Made) -> Counter[Expected]:
    """What was reported, by the names of works; suspect links are those of reworded ends and not counted here."""
    names = {item: name for name, item in reversed(before.items.items())}
    names |= {item: name for name, item in reversed(after.items.items())}
    return Counter((c.kind, names[c.item], c.cause.reason) for c in found if c.kind != Kind.LINK_SUSPECT)


def later(work: Work) -> None:
    work.month += 3


def richer(work: Work) -> None:
    work.budget += "0"


def handed_on(work: Work) -> None:
    work.owners = f"Direktorat {work.name} {work.owners}"


def specified(work: Work) -> None:
    work.output = f"{work.output} dokumen {len(work.output)}".strip()


def typeset(work: Work) -> None:
    work.action = work.action.upper().replace(" ", "  ") + "."


def edited(history: History, version: int) -> None:
    history.touched.clear()
    history.expected.clear()
    if version == 5:
        history.remove_file("berkas 7.docx")
    history.edit(14, Kind.WORDING, "reworded", history.reword)
    history.edit(8, Kind.MOVED, "moved", later)
    history.edit(6, Kind.BUDGET, "budget", richer)
    history.edit(6, Kind.OWNER, "owner", handed_on)
    history.edit(6, Kind.FIELD, "output", specified)
    history.drop(5)
    history.add(6)
    history.tie(3)
    history.untie(3)
    if version == 2:
        history.unite(6)
    if version == 3:
        history.add_file("susulan.docx", 7)
        for work in history.some(10):
            typeset(work)
            history.edits["typeset"] += 1
    if version == 4:
        history.rename_file("berkas 3.docx", "revisi/berkas 3 final.docx")
        united = {work.file for work in history.works if any(work.name in pair for pair in history.decided)}
        history.reorder(next(f"berkas {n}.docx" for n in range(12) if f"berkas {n}.docx" not in united and n != 3))
    if version == 5:
        history.part()


def by_decision(found: Counter[Expected]) -> Counter[Expected]:
    return Counter({told: count for told, count in found.items() if told[2] == Reason.DECISION})


def test_five_versions(place: Place) -> None:
    history = History(20170211)
    before = build(history, place, "2017-03-01")
    assert len(set(before.items.values())) == len(history.works)
    ever = set(before.items.values())
    for version in range(2, 6):
        united = list(history.decided)
        edited(history, version)
        after = build(history, place, f"2017-03-0{version}")
        assert after.number == version
        assert after.held
        found = named(compared(place, version - 1, version), before, after)
        decided = by_decision(found)
        assert found - decided == history.expected - by_decision(history.expected)
        assert sum(n for (kind, _, _), n in decided.items() if kind == Kind.MERGED) == (6 if version == 2 else 0)
        assert sum(n for (kind, _, _), n in decided.items() if kind == Kind.SPLIT) == (6 if version == 5 else 0)
        pairs = {name for pair in (*united, *history.decided) for name in pair}
        assert {name for _, name, _ in decided} <= pairs
        for name in before.items.keys() & after.items.keys() - pairs:
            assert after.items[name] == before.items[name]
        new = {after.items[name] for name in after.items.keys() - before.items.keys()}
        assert not new & ever
        ever |= new
        before = after
    assert sum(history.edits.values()) >= 200
    assert len(history.edits) >= 10


def test_an_undone_decision_gives_both_works_their_own_ids_back(place: Place) -> None:
    history = History(7)
    first = build(history, place, "2017-03-01")
    history.unite(10)
    build(history, place, "2017-03-02")
    history.part()
    assert build(history, place, "2017-03-03").items == first.items


@pytest.mark.parametrize("seed", [1, 2])
def test_with_a_fifth_of_the_works_reworded_their_ids_stay(tmp_path: Path, seed: int) -> None:
    place = Place(tmp_path / "memory.db")
    history = History(seed)
    before = build(history, place, "2017-03-01")
    history.edit(60, Kind.WORDING, "reworded", history.reword)
    for file in sorted({work.file for work in history.works}):
        history.reorder(file)
        history.rename_file(file, f"rev/{file}")
    after = build(history, place, "2017-03-02")
    assert sum(before.items[name] != item for name, item in after.items.items()) <= 0.01 * len(after.items)
