"""Short names that a document explains: "BMKG – Badan Meteorologi …", "Balai X (BX)", "… selanjutnya disebut X"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tasks.normalising.short_forms import fits, is_short_form

_LABEL = re.compile(
    r"\s*(?:list\s+of\s+|daftar\s+|key\s+to\s+)?(?P<list>abbreviations?|acronyms?|glossary|definitions?|singkatan|akronim"
    r"|glosarium|istilah)\b[^:;–\n]{0,40}[:\n]",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\s*(?:note|notes|key|legend|ket(?:erangan)?|catatan|n\.?b)\.?\s*:", re.IGNORECASE)
_BETWEEN = re.compile(r"[;\n•|]|\.(?=\s+[A-Z][\w&/.-]*\s*(?:[–—=:]|\s-\s))|,(?=\s*[A-Z][\w&/.-]*\s*(?:[–—=:]|\s-\s))")
_MEANS = re.compile(
    r"\s*(?P<short>[^\W_][\w&/.'-]{1,13})\s*(?:[–—=:]|\s-\s|\t|\s(?:is|means|stands\s+for|adalah|yaitu|ialah"
    r"|kependekan\s+dari|singkatan\s+dari)\s)\s*(?P<full>[^\W\d_].*?)[\s.,]*"
)
_BRACKET = re.compile(r"\(\s*[\"“”']?(?P<inside>[^()]{2,120}?)[\"“”']?\s*\)")
_CALLED = re.compile(
    r"[\s,(]*(?:(?:yang|dan|untuk)\s+)*(?:selanjutnya|seterusnya|kemudian)\s+(?:(?:dalam\s+\w+\s+ini|akan)\s+)?"
    r"(?:disebut|disingkat|dinamakan)(?:\s+(?:sebagai|dengan|juga))?\s+(?P<id>[^,.;()\n]{2,40})"
    r"|[\s,(]*(?:disingkat)\s+(?P<cut>[^,.;()\n]{2,40})"
    r"|[\s,(]*herein(?:after)?\s+(?:(?:referred\s+to\s+as|called|known\s+as|to\s+be\s+called)\s+)?(?:the\s+)?"
    r"(?P<en>[^,.;()\n]{2,40})",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"(?:[^\W\d_]|\d)[\w&/.'’-]*")
_INSIDE = frozenset({"of", "and", "for", "the", "in", "on", "dan", "untuk", "di", "&"})
_LONGEST = 14  # words of a name
_SURE = 2  # words of a name at least


class Definition(NamedTuple):
    """What a short name stands for. anywhere: it is a short form of that name, and means it in all of the plan."""

    short: str
    full: str
    anywhere: bool = True


class Noted(NamedTuple):
    """A definition, and the file and the working group in which it stands."""

    definition: Definition
    file: str
    group: str


def definitions_in(text: str, listed: bool = False) -> list[Definition]:
    """The definitions of a text, in order. listed: it stands in a list of abbreviations, whose words need no proof."""
    label = _LABEL.match(text)
    start = label or _NOTE.match(text)
    rest = text[start.end() :] if start is not None else text
    found = list(_segments(rest, listed or label is not None))
    return list(dict.fromkeys([*found, *_bracketed(text), *_called(text)]))


def definition_of(short: str, full: str, listed: bool) -> Definition | None:
    """The definition that two cells beside each other make; listed: the table is a list of abbreviations."""
    short, full = _bare(short), _bare(full)
    if not is_short_form(short) or len(full) <= len(short) or not (listed or fits(short, full)):
        return None
    return Definition(short, full)


def _segments(text: str, listed: bool) -> Iterator[Definition]:
    for segment in _BETWEEN.split(text):
        found = _MEANS.fullmatch(segment)
        made = definition_of(found["short"], found["full"], listed) if found is not None else None
        if made is not None and len(made.full.split()) <= _LONGEST and (listed or len(made.full.split()) >= _SURE):
            yield made


def _bracketed(text: str) -> Iterator[Definition]:
    """Both ways round: "Full Name (FN)", "FN (Full Name)"."""
    for found in _BRACKET.finditer(text):
        inside, before = _bare(found["inside"]), text[: found.start()]
        if is_short_form(inside) and (full := _fitting_before(before, inside)):
            yield Definition(inside, full)
            continue
        short = _last_word(before)
        if len(inside.split()) >= _SURE and is_short_form(short) and fits(short, inside):
            yield Definition(short, inside)


def _called(text: str) -> Iterator[Definition]:
    for found in _CALLED.finditer(text):
        short = _capitals(found["id"] or found["cut"] or found["en"])
        full = _fitting_before(text[: found.start()], short) or _name_before(text[: found.start()])
        if full and short and short.casefold() != full.casefold():
            yield Definition(short, full, is_short_form(short) and fits(short, full))


def _capitals(text: str) -> str:
    """The words with capitals with which a text begins."""
    said = text.strip("\"“”' ").split()
    end = next((n for n, word in enumerate(said) if not word[0].isupper()), len(said))
    return _bare(" ".join(said[:end]))


def _fitting_before(text: str, short: str) -> str:
    """The shortest name at the end of a text of which this is a short form, "" if none.

    One whose words, but for the last, begin with its letters goes before: "Farms, Fisheries and Food Division (FFF)".
    """
    said = list(_NAME_BEFORE.finditer(_line(text)))[-_LONGEST:]
    names = [_bare(_line(text)[first.start() :]) for first in reversed(said) if first[0][:1].isupper()]
    fitting = [name for name in names if len(name.split()) >= _SURE and fits(short, name)]
    exact = (name for name in fitting if short in _initials(name))
    return next(exact, next(iter(fitting), ""))


def _initials(name: str) -> tuple[str, str]:
    """The capitals with which the words of a name begin, with and without the last."""
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    return letters, letters[:-1]


def _name_before(text: str) -> str:
    """The words with capitals at the end of a text, and the small ones that join them."""
    line = _line(text)
    start = len(line)
    for word in reversed(list(_NAME_BEFORE.finditer(line))):
        gap = line[word.end() : start].strip()
        if gap not in {"", ","} or not (word[0][:1].isupper() or word[0] in _INSIDE):
            break
        start = word.start()
    name = _bare(line[start:]).removeprefix("the ")
    return name if len(name.split()) >= _SURE else ""


def _line(text: str) -> str:
    return re.split(r"[\n;:!?]|\.\s", text)[-1]


def _last_word(text: str) -> str:
    found = re.search(r"(\S+)\s*$", text)
    return _bare(found[1]) if found is not None else ""


def _bare(text: str) -> str:
    return " ".join(text.split()).strip(" .,:;\"“”'–—-=")
