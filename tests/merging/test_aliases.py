"""Words that mean the same are compared as one word; what is shown stays as it is."""

from tasks.merging.aliases import aliased
from tasks.merging.merge import merge
from tests.frames import GROUPS, records


def test_whole_words_and_phrases_are_replaced_in_any_letter_case() -> None:
    texts = ["Sabak dan sabakan", "batu SABAK, sabak-tulis"]
    found = aliased(texts, {"sabak": "tapak", "batu sabak": "papan"})
    assert found == ["tapak dan sabakan", "papan, tapak-tulis"]
    assert aliased(texts, {}) == texts


def test_records_that_differ_in_such_words_alone_are_one_item_in_their_own_words() -> None:
    frame = records({"action": "Perbaikan sabak balai desa"}, {"action": "Perbaikan peranti balai desa"})
    assert len(merge(frame, GROUPS, {}).items) == 2
    merged = merge(frame, GROUPS, {}, aliases={"sabak": "peranti"})
    assert len(merged.items) == 1
    assert merged.records["action"].tolist() == frame["action"].tolist()
