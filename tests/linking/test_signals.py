"""Words that say that something waits are found, the longest, and as they are meant."""

from itertools import pairwise

import pytest

from tasks.linking.signals import denied, signals


@pytest.mark.parametrize(
    ("sentence", "said", "direction"),
    [
        ("Melatih kader setelah modul terbit", "setelah", "after"),
        ("Menyusun pedoman sebelum pelatihan", "sebelum", "before"),
        ("Training cannot start before the module is out", "before", "after"),
    ],
)
def test_a_signal_with_its_direction(sentence: str, said: str, direction: str) -> None:
    found = [(sentence[s.start : s.end].casefold(), s.direction) for s in signals(sentence)]
    assert (said, direction) in found


def test_no_signal_within_a_word_or_another_signal() -> None:
    assert signals("Menyetelahkan alat") == []
    found = signals("dilakukan setelah menunggu hasil survei")
    assert found
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_a_denial_is_told() -> None:
    assert denied("tanpa menunggu pedoman")
    assert not denied("setelah pedoman terbit")


@pytest.mark.parametrize(
    ("sentence", "before"),
    [
        ("agar pelatihan guru dapat dimulai", True),
        ("supaya skrining bisa mulai", True),
        ("dinas agar menyusun data yang dapat dipakai", False),
        ("agar segera dibayar", False),
    ],
)
def test_what_can_then_go_on_waits_and_a_request_does_not(sentence: str, before: bool) -> None:
    assert any(found.direction == "before" for found in signals(sentence)) == before


@pytest.mark.parametrize("sentence", ["the training depends on this", "pelatihan menunggu hasil ini"])
def test_what_depends_on_this_stands_in_front(sentence: str) -> None:
    (found,) = signals(sentence)
    assert (found.direction, found.position) == ("before", "after phrase")
