"""What is waited for though nobody in the plan does it."""

import re
from collections.abc import Iterator
from functools import cache

from tasks.linking.known import listed
from tasks.linking.mentions import FOLDER, Mention, mentions
from tasks.linking.targets import content
from tasks.linking.wanted import Wanted
from tasks.merging.lists import rows
from tasks.merging.words import fold, words

_RELATIVE = re.compile(r"\s*(?:which|that|yang|yg|who)\b", re.I)
_MARKS = " \t.,:;()-–—"

MAKING = frozenset({"draft", "issue", "revise"})
"""Acts without which what is waited for does not exist."""


def is_missing(mention: Mention, asked: Wanted, remarks: str = "") -> bool:
    """Whether what a record waits for must be made by somebody: no season, budget or meeting, which come by themselves.

    A product said with more than its kind; what an office is to give, or what is to be changed or new, if the record
    says that it waits; what an office is to grant; and whatever is said to have nobody who does it.
    """
    if mention.direction != "after" or mention.strength != "hard" or _comes(mention, asked):
        return False
    if any(_tells_of(text, asked) for text in (mention.phrase, remarks) if is_unclaimed(text)):
        return True
    if asked.said or not asked.words:
        return False
    if asked.product and (asked.names or len(asked.words) > 1):
        return True
    if _granted(mention):
        return bool(asked.names)
    given = asked.names or (asked.level == "central" and not _says("everywhere", mention.phrase))
    return _waits(mention) and bool(given or asked.acts & MAKING or _says("new", mention.phrase))


def is_unclaimed(text: str) -> bool:
    """Whether a text says that nobody does a thing, or that nobody has even been asked for it."""
    return bool(_unclaimed().search(fold(text)))


def unclaimed(remarks: str) -> Iterator[Mention]:
    """What a remark says that nobody has taken up ("land of the port, not yet asked for"), without a signal."""
    for part in remarks.split(";"):
        found = _unclaimed().search(part.casefold())
        thing = part[: found.start()].strip(_MARKS) if found else ""
        if thing and not _RELATIVE.match(thing) and not any(said.strength != "weak" for said in mentions(part)):
            yield Mention("after", "hard", thing, part.strip())


def _tells_of(text: str, asked: Wanted) -> bool:
    """Whether a text is of the thing asked for: it has a word of it, or goes on from it ("which nobody …")."""
    about = words(_unclaimed().sub(" ", fold(text)))
    return bool(_RELATIVE.match(text)) or not asked.words.isdisjoint(content(about))


def _comes(mention: Mention, asked: Wanted) -> bool:
    """Whether it comes by itself; a product that an office gives does not, though it be one of the budget."""
    return bool(set(words(mention.phrase)) & listed("passing")) and not (asked.product and asked.names)


def _waits(mention: Mention) -> bool:
    """Whether a record says that it waits, or has the thing in its cell for prerequisites."""
    return mention.phrase == mention.evidence or _says("waits", mention.evidence.replace(mention.phrase, " "))


def _granted(mention: Mention) -> bool:
    """Whether a record goes on only if somebody grants the thing ("subject to", "upon approval by")."""
    return mention.phrase != mention.evidence and _says("granted", mention.evidence.replace(mention.phrase, " "))


def _says(kind: str, text: str) -> bool:
    return bool(_pattern(kind).search(fold(text)))


@cache
def _unclaimed() -> re.Pattern[str]:
    """That nobody does it; that it has not been asked for, up to two words standing between."""
    undone, taken = (_any(kind) for kind in ("undone", "taken up"))
    return re.compile(rf"(?<!\w)(?:{_any('unclaimed')}|{undone}\s+(?:\w+\s+){{0,2}}?{taken})(?!\w)")


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_any(kind)}(?!\w)")


def _any(kind: str) -> str:
    said = [row["word"] for row in rows("missing_words", FOLDER) if row["kind"] == kind]
    return "(?:" + "|".join(re.escape(word) for word in sorted(said, key=lambda word: (-len(word), word))) + ")"
