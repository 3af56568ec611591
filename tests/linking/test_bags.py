"""What sets share, found for many pairs at once, is what sets tell."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tasks.linking.bags import Bags

SETS = st.lists(st.frozensets(st.sampled_from("abcdefgh")), min_size=1, max_size=6)


def worth(word: str) -> float:
    return float(ord(word))


@given(SETS, SETS, st.data())
def test_shared_is_the_worth_of_what_both_have(
    asking: list[frozenset[str]], having: list[frozenset[str]], data: st.DataObject
) -> None:
    asked = data.draw(st.lists(st.sampled_from(range(len(asking))), min_size=1, max_size=4))
    pairs = [(n, other) for n in range(len(asked)) for other in range(len(having))]
    nth, others = (np.array(side, dtype=np.intp) for side in zip(*pairs, strict=True))
    bags = Bags(asking, having, len(asked), worth)
    for _ in range(2):
        found = bags.shared(np.array(asked, dtype=np.intp), nth, others)
        assert found.tolist() == [sum(map(worth, asking[asked[n]] & having[other])) for n, other in pairs]
