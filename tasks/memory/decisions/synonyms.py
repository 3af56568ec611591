"""Words that people take for one: proposed from their answers, approved by them, added to what merging knows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from tasks.merging.acts import form
from tasks.merging.language.lexicon import slot_phrases
from tasks.merging.words import fold, plain, words
from tasks.model.decisions import Answer, Remark, Ruling, Standing, Synonym

ENOUGH: Final = 2
"""In how many answers "same" the same two words must be all that differs."""

FIELD: Final = "alias"
"""The field of rows of the meeting's vocabulary.csv that name such words: `word` is read as what stands in `tag`."""

_MOST_EXAMPLES: Final = 3


def with_proposals(answers: Sequence[Answer], before: Iterable[Synonym]) -> tuple[Synonym, ...]:
    """Earlier proposals as people left them, and new ones from all answers "same" that hold.

    A proposal that nobody has answered goes when the answers that it came from are gone.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for answer in answers:
        pair = _differing(answer)
        if pair and answer.ruling == Ruling.SAME and answer.standing != Standing.CONTRADICTED:
            found.setdefault(pair, []).append(f"{answer.a.action} = {answer.b.action}")
    kept = {(s.word, s.meant): s for s in before}
    told = {key: s for key, s in kept.items() if s.written or s.approved is not None}
    for (one, other), examples in found.items():
        shown = tuple(sorted(set(examples))[:_MOST_EXAMPLES])
        if (one, other) in told:
            told[one, other] = replace(told[one, other], examples=shown)
        elif len(set(examples)) >= ENOUGH:
            remark = kept[one, other].remark if (one, other) in kept else Remark()
            told[one, other] = Synonym(one, other, remark=remark, examples=shown)
    return tuple(told[key] for key in sorted(told))


def aliases(synonyms: Iterable[Synonym], vocabulary: Iterable[Mapping[str, str]] = ()) -> dict[str, str]:
    """What each word is read as: approved proposals, and over them the meeting's own rows (`FIELD`)."""
    found = {s.word: s.meant for s in synonyms if s.approved}
    for row in vocabulary:
        if fold(row.get("field", "")) == FIELD and row.get("word") and row.get("tag"):
            found[fold(row["word"])] = fold(row["tag"])
    return {word: meant for word, meant in found.items() if word != meant}


def _differing(answer: Answer) -> tuple[str, str] | None:
    """The two words that are all the difference of two texts, as written; None if there is more, or less.

    The second is the one that the lists know, else the last in the alphabet. Words for act, level, audience, subject
    or medium, and numbers, are none that mean the same.
    """
    mine, yours = (frozenset(words(side.action)) for side in (answer.a, answer.b))
    if len(mine - yours) != 1 or len(yours - mine) != 1:
        return None
    found = [(*(mine - yours), answer.a.action), (*(yours - mine), answer.b.action)]
    if any(_telling(word) for word, _ in found):
        return None
    one, other = sorted((_written(word, text) for word, text in found), key=lambda word: (words(word) != (word,), word))
    return one, other


def _written(word: str, text: str) -> str:
    """How a text writes a word that the lists give one form."""
    return next((token for token in plain(text) if words(token) == (word,)), word)


def _telling(word: str) -> bool:
    return form(word) is not None or (word,) in slot_phrases() or any(letter.isdigit() for letter in word)
