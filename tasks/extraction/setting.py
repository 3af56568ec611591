"""What a table is read with, what it takes from the text around it, and what it leaves to what follows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tasks.extraction.action_words import is_doing
from tasks.extraction.actors import parts_of
from tasks.extraction.doers import told_apart
from tasks.extraction.draft import Reading
from tasks.extraction.header_words import is_month, level_of, level_words
from tasks.extraction.layout import Layout
from tasks.extraction.phrases import after, equals, pattern, starts
from tasks.extraction.recognise import Recognisers
from tasks.extraction.sections import region_of
from tasks.extraction.trail import Trail
from tasks.extraction.vocabulary import Vocabulary

_IN_BRACKETS = re.compile(r"(?P<level>[^()]+?)\s*\((?P<office>[^()]+)\)")
_THAT = re.compile(r"^(?:that|bahwa|agar|supaya|kiranya)\s+", re.IGNORECASE)
_BEHIND_PAUSE = re.compile(r",\s+(?:the\s+)?$", re.IGNORECASE)
_PAUSE = re.compile(r"[,;]\s*$")
_NAME = 4  # words by which a name may be longer than the part of it that is known


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

    trail: titles above; unit: words of a title that scale sums; sender: who handed it in; addressee: who is to do it;
    office: whose plan or proposals these are, as a title says.
    """

    trail: Trail
    unit: str = ""
    sender: str = ""
    addressee: Addressee | None = None
    office: str = ""


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


def addressee(words: str, recognise: Recognisers, unknown: bool = False) -> Addressee | None:
    """Whom a title or a line over a list addresses, if it names a level of government or one institution only.

    Words that ask may stand around the name: "Kepada Pemerintah Provinsi diminta untuk:". unknown: so may a name that
    no directory knows, or several, as over a list.
    """
    bare = _acting(_called(words.strip().rstrip(" :")), recognise)
    level = level_words(bare)
    if level:
        return Addressee(bare, level_of(level))
    named = recognise.institutions(bare)
    if unknown and _written_like_one(bare, recognise):
        return Addressee(told_apart(bare, recognise))
    if len(named) == 1 and _BEHIND_PAUSE.search(bare[: named[0].start]):
        return addressee(bare[named[0].start :], recognise)
    if len(named) != 1 or named[0].start > 0:
        return None
    return Addressee(bare) if _goes_on_as_name(bare[named[0].end :]) else None


def _written_like_one(words: str, recognise: Recognisers) -> bool:
    """Whether words that no directory knows name who acts, rather than a subject ("Perpustakaan Sekolah")."""
    if region_of(words) is not None:
        return False
    thing = starts("facility", words) or any(equals("facility at the end", w) for w in words.split()[-1:])
    known = bool(recognise.institutions(words))
    if recognise.only_institutions(words):
        return known or not thing
    parts = parts_of(words)
    unknown = [p for p in parts if not recognise.only_institutions(p)]
    single = all(p.isalpha() and p[0].isupper() and not is_doing(p) for p in unknown)
    return recognise.short_name(words) or (single and len(unknown) < len(parts))


def _acting(words: str, recognise: Recognisers) -> str:
    """The office in brackets behind a level of government, which acts for it: "Pemerintah Pusat (Kemensos)"."""
    found = _IN_BRACKETS.fullmatch(words)
    if found is None or not level_words(found["level"]) or not recognise.only_institutions(found["office"]):
        return words
    return found["office"]


def _called(words: str) -> str:
    """A line without "kepada", "kami mohon" before and "diminta untuk", "dapat" behind the name."""
    said = words[_last_ask(words) :]
    bare = _THAT.sub("", after("addressed", after("connective", said).lstrip(", ")))
    asks = next((m for m in pattern("modal").finditer(bare) if m.end() == len(bare)), None)
    return bare[: asks.start()].rstrip(" ,") if asks is not None and asks.start() > 0 else bare


def _last_ask(words: str) -> int:
    """Where the words end with which somebody is asked, at the beginning or behind a comma: "…, kami mohon | X"."""
    found = [
        m
        for m in pattern("we ask").finditer(words)
        if not words[: m.start()].strip() or _PAUSE.search(words[: m.start()])
    ]
    return found[-1].end() + 1 if found else 0


def _goes_on_as_name(rest: str) -> bool:
    """Whether nothing stands behind a known name but more of the name: "Kelas I Lhokseumawe"."""
    words = rest.split()
    if len(words) > _NAME or not re.fullmatch(r"(?:\s[^\W\d_][\w.-]*|\s[\dIVX]{1,3})*", rest):
        return False
    return all(w[0].isupper() or w.isdigit() for w in words) and not any(is_doing(w) or is_month(w) for w in words)
