"""Label lines: "PJ: Ditjen GTK", "Waktu : Mei 2017", "Kendala: …" below an action or behind it."""

import re
from dataclasses import dataclass

from tasks.extraction.columns import Column
from tasks.extraction.header_words import level_words
from tasks.extraction.recognise import Recognisers
from tasks.extraction.texts import blank
from tasks.extraction.vocabulary import Vocabulary, Word

_LABEL = re.compile(r"([^:]{1,60}?)\s*:\s*(.*)", re.DOTALL)
_INLINE = re.compile(r"(?:^|(?<=[.;,|\n(])|(?<=\s[–—-]))\s*([^\W\d_][\w /-]{0,30}?)\s*:\s+")
_MOST = 5  # words of a label


@dataclass(frozen=True, slots=True)
class Labelled:
    """What a label means, its words, and the words behind it."""

    word: Word
    label: str
    value: str


def label_line(text: str, vocabulary: Vocabulary) -> Labelled | None:
    """A line that is a known label, a colon and words; None for any other line."""
    found = _LABEL.fullmatch(text.strip())
    if found is None or len(found[1].split()) > _MOST:
        return None
    word = vocabulary.look(found[1].strip(" *•-"))
    if word is None or not word.sure:
        return None
    return Labelled(word, found[1].strip(), found[2].strip())


def inline_labels(text: str, vocabulary: Vocabulary) -> tuple[str, list[Labelled]]:
    """A text up to its first label, and the labels in it: "Melatih guru. PJ: LPMP; Waktu: Mei 2017"."""
    marks = [(m, w) for m in _INLINE.finditer(text) if (w := _known(m[1], vocabulary))]
    if not marks or marks[0][0].start() == 0:
        return text, []
    ends = [m.start() for m, _ in marks[1:]] + [len(text)]
    said = [
        Labelled(w, m[1].strip(), text[m.end() : end].strip(" .;,|–—-\n"))
        for (m, w), end in zip(marks, ends, strict=True)
    ]
    return text[: marks[0][0].start()].strip(" .;,|–—-\n("), said


def _known(label: str, vocabulary: Vocabulary) -> Word | None:
    """What a label inside a text means; words for levels of government introduce actions, not places."""
    word = vocabulary.exact(label)
    return None if word is None or word.field in {"action", "meta"} or level_words(label) else word


def sender(found: Labelled, recognise: Recognisers) -> str:
    """Who hands a document or sheet in, if a label in its head says so ("Instansi: Dinas Sosial Kota Batu")."""
    if found.word.field not in {"owner", "proposer"}:
        return ""
    named = recognise.institutions(found.value)
    return found.value if named and named[0].start == 0 else ""


def as_cell(found: Labelled) -> tuple[Column, str] | None:
    """A labelled value as a cell under that header; None if nothing is stated."""
    if blank(found.value):
        return None
    return Column(0, (found.label,), found.word.field, found.word.rank), found.value
