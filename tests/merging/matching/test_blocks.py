"""Pairs from blocks: all of small ones, few of large ones."""

import numpy as np

from tasks.merging.matching.blocks import NEAR, REACH, WINDOW, Block, paired


def pairs(block: Block, *finer: list[int], limit: int = 5) -> list[tuple[int, int]]:
    size = int(block.row.max(initial=-1)) + 1
    made = paired(block, np.arange(size), [np.array(column) for column in finer], limit)
    return sorted({pair for a, b in made for pair in zip(a.tolist(), b.tolist(), strict=True)})


def test_a_small_block_is_compared_as_a_whole() -> None:
    assert pairs(Block(np.array([7, 7, 3, 7]), np.array([0, 2, 1, 3]))) == [(0, 2), (0, 3), (2, 3)]


def test_a_large_block_is_divided_by_finer_keys() -> None:
    block = Block(np.zeros(8, np.int64), np.arange(8))
    inside = {(a, b) for rows in ((0, 4, 7), (1, 2, 3, 5, 6)) for a in rows for b in rows if a < b}
    found = pairs(block, [0, 1, 1, 1, 0, 1, 1, 0])
    assert inside <= set(found)
    assert {b - a for a, b in set(found) - inside} <= set(range(1, NEAR + 1))


def test_what_cannot_be_divided_sees_its_neighbours() -> None:
    found = pairs(Block(np.zeros(200, np.int64), np.arange(200)))
    assert len(found) <= 200 * WINDOW
    assert (0, 1) in found
    assert (0, 199) not in found


def test_wild_rows_meet_all_the_others_alone() -> None:
    block = Block(np.zeros(4, np.int64), np.arange(4), np.array([False, True, False, False]))
    assert pairs(block) == [(0, 1), (1, 2), (1, 3)]
    many = Block(np.zeros(900, np.int64), np.arange(900), np.arange(900) == 450)
    assert pairs(many) == [(450 - n, 450) for n in range(REACH, 0, -1)] + [(450, 450 + n + 1) for n in range(REACH)]
