"""What a table is read with, what it takes from the text around it, and what it leaves to what follows."""

from collections.abc import Mapping
from dataclasses import dataclass

from tasks.extraction.draft import Reading
from tasks.extraction.header_words import level_of, level_words
from tasks.extraction.recognise import Recognisers
from tasks.extraction.rows import Layout
from tasks.extraction.trail import Trail
from tasks.extraction.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Tools:
    """What is known about words: the vocabulary of this meeting and the recognisers."""

    vocabulary: Vocabulary
    recognise: Recognisers


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who is to do what stands below: the words, and their Level ("" if they are an institution's name)."""

    words: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for all actions of a table or list.

    trail: titles above; unit: words of a title that scale sums; sender: who handed it in; addressee: who is to do it.
    """

    trail: Trail
    unit: str = ""
    sender: str = ""
    addressee: Addressee | None = None


@dataclass(frozen=True, slots=True)
class Before:
    """What the table before this one leaves to it: its header, if this one goes on without any."""

    layout: Layout | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """A first row that goes on with the last record of the table before: its place and the fields it adds."""

    place: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TableReading:
    """What a table gave, what it leaves to a table below, what belongs to the table above, who handed it in."""

    reading: Reading
    before: Before = Before()
    carried: tuple[Carried, ...] = ()
    sender: str = ""


def addressee(words: str, recognise: Recognisers) -> Addressee | None:
    """Whom a title or a line over a list addresses, if it names a level of government or one institution only."""
    bare = words.strip().rstrip(" :")
    level = level_words(bare)
    if level:
        return Addressee(bare, level_of(level))
    named = recognise.institutions(bare)
    whole = len(named) == 1 and named[0].start == 0 and named[0].end >= len(bare)
    return Addressee(bare) if whole else None
