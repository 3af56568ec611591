"""A cross-reference without a word of dependency relates two items and binds neither."""

import pytest

from tasks.scheduling.schedule import schedule
from tests.linking.plans import linked, plan
from tests.scheduling.plans import TODAY

GUIDE = {"action": "Menyusun pedoman kurasi konten", "number": "3", "group": "K1", "file": "a.docx"}
OTHER = {"action": "Rapat kerja perpustakaan daerah", "number": "4", "group": "K1", "file": "a.docx"}


def relations(remark: str, **cells: str) -> list[tuple[str, str, str, str]]:
    made, items = linked(GUIDE, OTHER | {"remarks": remark} | cells)
    names = {item: name for name, item in items.items()}
    columns = ("from_item", "to_item", "relation", "evidence")
    rows = zip(*(made.links[name] for name in columns), strict=True)
    return [(names[a], names[b], relation, words) for a, b, relation, words in rows]


@pytest.mark.parametrize(
    "remark", ["lihat juga butir 3", "terkait dengan no. 3", "see also item 3", "Rapat rutin. Terkait dengan K1 no. 3"]
)
def test_what_only_points_to_another_is_related(remark: str) -> None:
    [(one, other, relation, words)] = relations(remark)
    assert (one, other, relation) == ("R1", "R2", "related")
    assert words in remark


def test_a_word_of_dependency_makes_a_dependency() -> None:
    assert [found[2] for found in relations("setelah butir 3 selesai (lihat butir 3)")] == ["finish-start"]


@pytest.mark.parametrize("remark", ["lihat butir 4", "lihat lampiran", "butir 3", "lihat UU No. 3 Tahun 2014"])
def test_nothing_else_is_related(remark: str) -> None:
    assert relations(remark) == []


def test_what_is_related_binds_nobody_in_time() -> None:
    late, early = {"end": "2019-12-31"}, {"end": "2019-01-31", "remarks": "lihat butir 3"}
    items, _ = plan(GUIDE | late, OTHER | early)
    made, _ = linked(GUIDE | late, OTHER | early)
    found = schedule(items, made.links, TODAY)
    assert (list(found.links["verdict"]), found.problems) == ([""], ())
