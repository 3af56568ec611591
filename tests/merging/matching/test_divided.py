"""What parts find together is what the whole gives, to the bit, decisions that tie two parts included."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from functools import partial
from typing import TypeVar

import numpy as np
import pytest

from tasks.merging.matching.divided import matched_in_parts
from tasks.merging.matching.engine import Matched, matched
from tasks.merging.matching.groups import NOTHING, Decided
from tasks.merging.matching.mentions import Mentions, mentions
from tasks.merging.matching.objects import Likeness
from tasks.merging.merge import merge
from tasks.model.tables import RECORDS, frame

Shared = TypeVar("Shared")
Piece = TypeVar("Piece")
Done = TypeVar("Done")
OFFICES = ("Dinas Pendidikan", "Bappeda", "Diskominfo")
PLACES = ("Kota Ambon", "Kabupaten Sikka", "Kota Palu", "Kabupaten Berau", "Kota Solok")


def each(work: Callable[[Shared, Piece], Done], shared: Shared, pieces: Sequence[Piece]) -> list[Done]:
    return [work(shared, piece) for piece in pieces]


def nobody(work: Callable[[Shared, Piece], Done], shared: Shared, pieces: Sequence[Piece]) -> list[Done]:
    raise AssertionError(work)


def rows() -> list[dict[str, str]]:
    """Work of several offices, most of it reported twice in other words."""
    acts = (("Menyusun", "Penyusunan"), ("Melatih guru tentang", "Pelatihan guru"), ("Mengevaluasi", "Evaluasi"))
    things = ("pedoman radio", "modul kurasi", "juknis internet sekolah", "aplikasi rapor", "konten video")
    told = []
    for n, place in enumerate(PLACES):
        for m, office in enumerate(OFFICES):
            for act, thing in ((act, thing) for act in acts for thing in things[(n + m) % 2 :]):
                owner = {"owners": f"{office} {place}", "regions": place, "levels": "district"}
                told += [owner | {"action": f"{words} {thing}", "file": f"{k}.docx"} for k, words in enumerate(act)]
    return [row | {"record_id": f"R{n}", "locator": f"table 1, row {n}", "group": "K"} for n, row in enumerate(told)]


def whole() -> Mentions:
    return mentions(frame(RECORDS, rows()))


def same(one: Matched, other: Matched) -> None:
    assert np.array_equal(one.group, other.group)
    assert np.array_equal(one.chance, other.chance)
    assert one.knowledge.model.share == other.knowledge.model.share
    for name in ("a", "b", "found", "pattern"):
        assert np.array_equal(getattr(one.asked, name), getattr(other.asked, name)), name
    for field in fields(Likeness):
        assert np.array_equal(getattr(one.asked.like, field.name), getattr(other.asked.like, field.name)), field.name


@pytest.mark.parametrize("number", [2, 7])
@pytest.mark.parametrize("decided", [NOTHING, Decided(((0, 200),), ((3, 130), (0, 1)))])
def test_parts_give_what_the_whole_gives(number: int, decided: Decided) -> None:
    found = matched(whole(), decided=decided)
    assert len(found.chance)
    assert len(np.unique(found.group)) < len(found.group)
    same(matched_in_parts(whole(), each, number, decided), found)


def test_what_cannot_be_divided_is_matched_as_a_whole() -> None:
    few = whole().some(np.arange(10))
    same(matched_in_parts(few, nobody, 4), matched(few))


def test_items_do_not_depend_on_who_finds_the_groups() -> None:
    records = frame(RECORDS, rows())
    one = merge(records, (), {})
    other = merge(records, (), {}, match=partial(_in_parts, 5))
    assert one.items.equals(other.items)
    assert one.records.equals(other.records)
    assert one.conflicts.equals(other.conflicts)
    assert one.problems == other.problems


def _in_parts(number: int, mentions: Mentions, decided: Decided) -> Matched:
    return matched_in_parts(mentions, each, number, decided)
