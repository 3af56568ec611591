"""Spans that meet and mean the same become one."""

from hypothesis import given
from hypothesis import strategies as st

from tasks.model.blocks import Span
from tasks.reading.spans import flag, on_lines


def test_equal_spans_that_meet_are_one() -> None:
    spans: list[Span] = []
    for span in (
        Span(0, 2, "struck"),
        Span(2, 4, "hidden"),
        Span(2, 4, "struck"),
        Span(4, 4, "hidden"),
        Span(6, 7, "struck"),
    ):
        flag(spans, span)
    assert spans == [Span(0, 4, "struck"), Span(2, 4, "hidden"), Span(6, 7, "struck")]


def test_another_author_or_target_is_another_span() -> None:
    spans = [Span(0, 2, "inserted", "A")]
    flag(spans, Span(2, 3, "inserted", "B"))
    flag(spans, Span(3, 4, "link", target="x"))
    flag(spans, Span(4, 5, "link", target="y"))
    assert len(spans) == 4


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from([(), ("struck",), ("struck", "hidden")])), max_size=12))
def test_every_flagged_letter_stays_flagged(runs: list[tuple[int, tuple[str, ...]]]) -> None:
    spans: list[Span] = []
    wanted: set[tuple[int, str]] = set()
    at = 0
    for length, kinds in runs:
        for kind in kinds:
            flag(spans, Span(at, at + length, kind))  # type: ignore[arg-type]
            wanted |= {(letter, kind) for letter in range(at, at + length)}
        at += length
    assert {(letter, s.kind) for s in spans for letter in range(s.start, s.end)} == wanted
    assert len(spans) == len({(s.start, s.kind) for s in spans})


TEXTS = st.lists(st.text(max_size=4).map(lambda words: (words, [Span(0, len(words), "struck")])))


@given(TEXTS)
def test_on_lines_of_their_own_spans_flag_the_same_words(pieces: list[tuple[str, list[Span]]]) -> None:
    text, spans = on_lines(pieces)
    assert text == "\n".join(words for words, _ in pieces)
    assert [text[span.start : span.end] for span in spans] == [words for words, _ in pieces]
