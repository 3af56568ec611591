"""Label lines: "PJ: Ditjen GTK", "Waktu : Mei 2017", "Kendala: …" below an action or behind it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from tasks.extraction.columns import Column
from tasks.extraction.header_words import level_words
from tasks.extraction.pieces import classify
from tasks.extraction.recognise import Recognisers
from tasks.extraction.sentences import sentences
from tasks.extraction.texts import blank
from tasks.extraction.vocabulary import Vocabulary, Word

_LABEL = re.compile(r"([^:]{1,60}?)\s*:\s*(.*)", re.DOTALL)
_INLINE = re.compile(r"(?:^|(?<=[.;,|\n(])|(?<=\s[–—-]))\s*([^\W\d_][\w /-]{0,30}?)\s*:\s+")
_COUNTED = re.compile(r"(?<=\w)\s+(?:no\.?\s*)?#?\d{1,2}$", re.IGNORECASE)
"""The number behind a label: "Action 1", "Kegiatan no. 2"."""
_CUTS: dict[str, Callable[[str], list[str]]] = {
    "owner": re.compile(r"[,;]\s+").split,
    "supporter": re.compile(r"[,;]\s+").split,
    "time": sentences,
}
"""Where a value of a field may end and something else begin."""
_FIELDS = {"period": "time", "money": "budget", "fund": "fund"}
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
    word = vocabulary.look(_COUNTED.sub("", found[1].strip(" *•-")))
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


def told_apart(found: Labelled, recognise: Recognisers) -> list[Labelled]:
    """A labelled value without what it says of other fields, and that: "Lead: the Council, by June" has a time.

    A target that is a time says by when.
    """
    if found.word.field == "target" and not found.value.isdigit() and recognise.is_period(found.value):
        return [replace(found, word=Word("end" if recognise.is_point(found.value) else "time", found.word.rank))]
    cut = _CUTS.get(found.word.field)
    if cut is None:
        return [found]
    own, *more = _parts(found, cut)
    fields = [_FIELDS.get(classify(part, recognise), found.word.field) for part in more]
    out = [replace(found, value=own)]
    for part, field in zip(more, fields, strict=True):
        if field == found.word.field:
            out[0] = replace(out[0], value=f"{out[0].value}, {part}")
        else:
            out.append(Labelled(Word(field, found.word.rank), "", part))
    return out


def _parts(found: Labelled, cut: Callable[[str], list[str]]) -> list[str]:
    return [part.rstrip(". ") for part in cut(found.value)] or [found.value]


def as_cell(found: Labelled) -> tuple[Column, str] | None:
    """A labelled value as a cell under that header; None if nothing is stated."""
    if blank(found.value):
        return None
    return Column(0, (found.label,), found.word.field, found.word.rank), found.value
