"""The letters that number items by working group."""

from collections.abc import Iterable, Mapping, Sequence

from tasks.model.meeting import Group


def letters(groups: Sequence[Group], codes: Iterable[str]) -> Mapping[str, str]:
    """Letter of each group by its code: A, B … Z, AA in the order of the meeting; groups it does not name follow."""
    order = dict.fromkeys([*(group.code for group in groups), *codes])
    return {code: _letter(n) for n, code in enumerate(order)}


def _letter(number: int) -> str:
    tail = chr(ord("A") + number % 26)
    return tail if number < 26 else _letter(number // 26 - 1) + tail
