"""What the decisions file of a run is to hold: open questions, decisions, words for the glossary."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tasks.memory.decisions.resolve import Resolved, remarks
from tasks.memory.decisions.synonyms import with_proposals
from tasks.merging.merge import Merged
from tasks.merging.reasons.doubts import doubts
from tasks.model.decisions import Doubt, Review, Synonym


def review(merged: Merged, resolved: Resolved, synonyms: Iterable[Synonym]) -> Review:
    """Of what was merged with these decisions; synonyms: as people left them."""
    asked = doubts(merged.records, merged.judged, resolved.settled) if merged.judged is not None else ()
    return Review(tuple(_noted(asked, resolved)), resolved.answers, with_proposals(resolved.answers, synonyms))


def _noted(asked: Sequence[Doubt], resolved: Resolved) -> Iterator[Doubt]:
    """The questions with what people wrote beside them."""
    for doubt in asked:
        told = next(remarks(resolved, doubt.a.prints, doubt.b.prints), None)
        yield doubt if told is None else replace(doubt, word=told.word, remark=told.remark)
