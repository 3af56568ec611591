"""What follows another action waits for it."""

import pytest

from tasks.extraction.sequels import sequel


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("The office shall then build toilets", ["shall then"]),
        ("Setelah itu dinas membangun toilet", ["Setelah itu"]),
        ("The office shall build toilets", []),
        ("If so, then they build", []),
    ],
)
def test_words_that_say_so(sentence: str, said: list[str]) -> None:
    assert [(piece.kind, piece.text) for piece in sequel(sentence)] == [("depends", words) for words in said]
