"""Header words to fields: the list shipped, the meeting's own words, and how near a header comes to them."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from tasks.extraction.phrases import phrases
from tasks.extraction.questions import asked_for, asked_noun, is_question
from tasks.extraction.texts import fold

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_MARKS = re.compile(r"[()\[\]]|(?<=\s)[-–](?=\s)")
_TAIL = re.compile(r"(?:\s+(?:\d{1,4}|[ivx]{1,4}|ke|tahun|thn|ta|rp|rupiah|000|juta|ribu|ribuan|usd))+$")
_SPLIT = re.compile(r"\s*(?:[/\n,;|&]|\bdan\b|\bdan/atau\b|\batau\b|\band\b|\bor\b)\s*", re.IGNORECASE)
_PER = re.compile(r"\bper\s+[a-z]+")  # "pagu per tahun" is money, not time
_SUFFIX = re.compile(r"(?<=[a-z]{3})nya\b")  # "biayanya": his, its; says nothing of the field
_FUZZY_FROM = 8  # letters from which a slip of the pen is forgiven
_FUZZY_TWICE = 11  # letters from which two are
_WHY = "objective"  # what a question why asks for
_LONGEST = 90  # letters of a header; what is longer is a sentence
_LONGEST_QUESTION = 200
_WORDS = 14


@dataclass(frozen=True, slots=True)
class Word:
    """What a header stands for. `rank` 1 is the surest of several columns for the same field, 3 the least sure.

    sure: the header is this word, rather than a longer text that holds it.
    """

    field: str
    rank: int = 1
    sure: bool = True


class Vocabulary:
    """Looks headers and labels up; every text is judged once."""

    def __init__(self, words: Mapping[str, Word]) -> None:
        self._words = dict(words)
        self._long = sorted((w for w in words if len(w) >= _FUZZY_FROM), key=lambda w: (len(w), w))
        self._phrases = sorted((w for w in words if len(w) >= 4), key=lambda w: (-len(w), w))
        self._known: dict[str, Word | None] = {}

    def look(self, text: str) -> Word | None:
        """What a header means, None if nobody can say. Case, dots, slashes and slips of the pen do not matter."""
        if text not in self._known:
            longest = _LONGEST_QUESTION if is_question(text) else _LONGEST
            self._known[text] = self._judge(text) if 0 < len(text) <= longest else None
        return self._known[text]

    def shared(self, text: str) -> tuple[str, ...]:
        """The fields of a header that names several things for one cell ("Kegiatan dan PJ", "Action (owner)").

        Empty for any other header, one that is known as it stands ("Program/Kegiatan") among them.
        """
        if fold(text) in self._words or len(text) > _LONGEST:
            return ()
        parts = [folded for part in _SPLIT.split(_MARKS.sub("/", text)) if (folded := fold(part))]
        found = [self._judge(p) for p in parts]
        known = [w.field for w in found if w is not None and w.sure]
        return tuple(dict.fromkeys(known)) if len(known) == len(parts) > 1 else ()

    def exact(self, text: str) -> Word | None:
        """What a header means if it is a known word as it stands: cheap enough to ask of every cell."""
        return self._words.get(fold(text)) if len(text) <= _LONGEST else None

    def _judge(self, text: str) -> Word | None:
        bare = _BRACKETS.sub(" ", text)
        within = fold(bare)  # without brackets; "(orang)" is nothing but a unit
        for form in (fold(text), *((within, _TAIL.sub("", within)) if within else ())):
            if form in self._words:
                return self._words[form]
        sure = self._parts(bare) or self._slip(fold(bare)) or self._lesser(bare) or self._modified(fold(bare))
        return sure or self._reason(text) or _asked(bare) or self._noun(bare) or self._holds(fold(bare))

    def _reason(self, text: str) -> Word | None:
        """What hinders, where a question why says in brackets that it means that: "Kenapa perlu? (masalah)"."""
        asked = asked_for(_BRACKETS.sub(" ", text))
        inside = [self.look(m.group()[1:-1]) for m in _BRACKETS.finditer(text)] if asked == _WHY else []
        return next((Word(w.field, w.rank, sure=False) for w in inside if w and w.field == "obstacle"), None)

    def _noun(self, text: str) -> Word | None:
        """The noun of a question, whoever else it speaks of."""
        noun = fold(asked_noun(text))
        found = self._words.get(noun) if noun else None
        return Word(found.field, found.rank, sure=False) if found is not None else None

    def _parts(self, text: str) -> Word | None:
        """A header known part by part ("Permasalahan / Kendala"): the first part decides."""
        parts = [folded for part in _SPLIT.split(text) if (folded := fold(part))]
        found = [self._words[p] for p in parts if p in self._words]
        return found[0] if len(parts) > 1 and len(found) == len(parts) else None

    def _slip(self, text: str) -> Word | None:
        if len(text) < _FUZZY_FROM:
            return None
        most = 2 if len(text) >= _FUZZY_TWICE else 1
        near = process.extract(text, self._long, scorer=OSA.distance, score_cutoff=most, limit=None)
        return self._words[min((distance, word) for word, distance, _ in near)[1]] if near else None

    def _modified(self, text: str) -> Word | None:
        """A known word with nothing around it but words that say how it is meant, or that it is about the action.

        "Taksiran biaya yang diperlukan", "Pelaksana pekerjaan".
        """
        bare = " ".join(w for w in text.split() if w not in phrases("modifier"))
        found = self._words.get(bare) if bare != text else None
        if found is not None and bare:
            return found
        of_action = " ".join(w for w in bare.split() if w not in phrases("of the action"))
        told = self._words.get(of_action) if of_action not in {"", bare} else None
        return None if told is None or told.field == "action" else told

    def _lesser(self, text: str) -> Word | None:
        """An owner with a word that makes it a helper: "PJ pendukung", not "PJ/Pendukung"."""
        said = fold(text).split()
        roles = [word for word in said if phrases("lesser role").get(word) == ""]
        if len(roles) != 1 or len(said) < 2 or _SPLIT.search(text.strip()):
            return None
        found = self._words.get(" ".join(word for word in said if word not in roles))
        return Word("supporter", found.rank) if found is not None and found.field == "owner" else None

    def _holds(self, text: str) -> Word | None:
        """A question or a longer header that holds a known word: the longest known one, the first of equals."""
        if len(text.split()) > _WORDS:
            return None
        padded = f" {_SUFFIX.sub('', _PER.sub('', text))} "
        held = [w for w in self._phrases if f" {w} " in padded]
        found = min(held, key=lambda w: (-len(w), padded.index(f" {w} ")), default=None)
        return None if found is None else Word(self._words[found].field, self._words[found].rank, sure=False)


def _asked(text: str) -> Word | None:
    """What a question asks for by its own words, whatever other headers it holds: "Does it depend on an action?"."""
    field = asked_for(text)
    return Word(field, sure=False) if field else None


@cache
def shipped() -> tuple[dict[str, str], ...]:
    """The rows of vocabulary.csv: word, field, rank, language, source."""
    with (Path(__file__).parent / "vocabulary.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


def fields() -> frozenset[str]:
    """Every field that a word may stand for."""
    return frozenset(row["field"] for row in shipped())


@cache
def english(headers: tuple[str, ...]) -> bool:
    """Whether more of some headers are English words than Indonesian ones."""
    languages = [_languages().get(fold(header), frozenset()) for header in headers]
    return sum(said == {"en"} for said in languages) > sum(said == {"id"} for said in languages)


@cache
def _languages() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in shipped():
        found.setdefault(fold(row["word"]), set()).add(row["language"])
    return {word: frozenset(said) for word, said in found.items()}


@cache
def _shipped_words() -> Mapping[str, Word]:
    words: dict[str, Word] = {}
    for row in shipped():
        words.setdefault(fold(row["word"]), Word(row["field"], int(row["rank"])))
    return words


def vocabulary(rows: Iterable[Mapping[str, str]] = ()) -> Vocabulary:
    """The words shipped, and over them the meeting's own (columns `word`, `field`); unknown fields are left out."""
    own = {fold(row.get("word", "")): Word(row.get("field", "").strip().casefold()) for row in rows}
    return Vocabulary({**_shipped_words(), **{w: k for w, k in own.items() if w and k.field in fields()}})
