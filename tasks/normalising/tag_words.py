"""The words that give a tag: the lists shipped beside this module, and the rows of a meeting's own vocabulary."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tasks.normalising.reference import rows
from tasks.normalising.words import Phrases, Word, key, words

Row = Mapping[str, str]
_SHORT = 3  # letters up to which an abbreviation counts only in capitals: "SD" is a school, "sd" means "until"
_OWN = "tag "  # what the field of a row of the meeting's own vocabulary begins with, where it gives a tag


class Kind(StrEnum):
    """What a tag says of an action: its field of work, what it serves, for whom it is, by which medium."""

    PROGRAMME = "programme"
    THEME = "theme"
    TARGET = "target"
    MEDIUM = "medium"


@dataclass(frozen=True, slots=True)
class Hit:
    """A tag and the words that give it, as written.

    rank: 1 for the words that decide, the others count only where no lower rank is; verb: an English word of doing.
    """

    tag: str
    text: str
    start: int
    end: int
    rank: int = 1
    verb: bool = False


@dataclass(frozen=True, slots=True)
class _Sign:
    """What a phrase gives; no tags: it only looks like one. capitals: which of its words count in capitals alone."""

    tags: tuple[str, ...]
    rank: int
    verb: bool
    capitals: tuple[bool, ...]


class TagWords:
    """Finds the tags of one kind in a text."""

    def __init__(self, listed: Iterable[Row]) -> None:
        """listed: rows with `phrase` and `tag`, perhaps `rank` and `class`; those of one phrase are taken together."""
        grouped: dict[tuple[str, ...], list[Row]] = {}
        for row in listed:
            grouped.setdefault(key(row["phrase"]), []).append(row)
        self._phrases = Phrases((same[0]["phrase"], _sign(same)) for same in grouped.values())

    def find(self, text: str) -> list[Hit]:
        """The tags in the order of their words; of phrases that begin at one place the longest counts."""
        said = [word for word in words(text) if word.text != "\n"]
        found: list[Hit] = []
        i = 0
        while i < len(said):
            sign, end = self._at(said, i)
            if sign is not None:
                first, last = said[i].start, said[end - 1].end
                written = " ".join(text[first:last].split())
                found.extend(Hit(tag, written, first, last, sign.rank, sign.verb) for tag in sign.tags)
            i = end
        return found

    def _at(self, said: Sequence[Word], i: int) -> tuple[_Sign | None, int]:
        for sign, end in self._phrases.all_at(said, i):
            if all(word.upper for word, must in zip(said[i:end], sign.capitals, strict=True) if must):
                return sign, end
        return None, i + 1


def _sign(same: Sequence[Row]) -> _Sign:
    phrase = same[0]["phrase"]
    capitals = tuple(word.upper and word.end - word.start <= _SHORT for word in words(phrase))
    tags = tuple(row["tag"] for row in same if row["tag"])
    return _Sign(tags, int(same[0].get("rank", "1")), same[0].get("class") == "verb", capitals)


def tag_words(kind: Kind, own: Iterable[Row], language: str) -> list[dict[str, str]]:
    """The rows of a kind, tags by the names that the language has for them; a phrase of the meeting's own wins."""
    added = own_rows(kind, own)
    taken = {key(row["phrase"]) for row in added}
    listed = (row | {"tag": shown(kind, row["tag"], language)} for row in rows(f"{kind}_words"))
    return [*added, *(row for row in listed if key(row["phrase"]) not in taken)]


def own_rows(kind: str, own: Iterable[Row]) -> list[dict[str, str]]:
    """Rows of a meeting's own vocabulary (columns word, field, tag) whose field is "tag" and this kind."""
    return list(_own_rows(kind, own))


def _own_rows(kind: str, own: Iterable[Row]) -> Iterator[dict[str, str]]:
    for row in own:
        word, tag = row.get("word", ""), row.get("tag", "").replace(";", ",").strip()
        if row.get("field", "").casefold().strip() == f"{_OWN}{kind}" and key(word) and tag:
            yield {"phrase": word, "tag": tag, "names": "yes"}


def shown(kind: Kind, tag: str, language: str) -> str:
    """The name of a tag in a language; a tag of no list keeps its own."""
    return _english().get((kind, tag), tag) if language == "en" else tag


def general(kind: Kind, language: str) -> dict[str, str]:
    """For a particular tag the general one that says nothing more beside it ("Sekolah" beside "SMA")."""
    listed = [row for row in rows("tags") if row["kind"] == kind and row["under"]]
    return {shown(kind, row["tag"], language): shown(kind, row["under"], language) for row in listed}


@cache
def _english() -> dict[tuple[str, str], str]:
    return {(row["kind"], row["tag"]): row["english"] for row in rows("tags")}
