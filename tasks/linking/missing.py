"""What is waited for though nobody in the plan does it."""

import re
from functools import cache

from tasks.linking.known import listed
from tasks.linking.mentions import FOLDER, Mention
from tasks.linking.targets import content
from tasks.linking.wanted import Wanted
from tasks.merging.lists import rows
from tasks.merging.words import fold, words

MAKING = frozenset({"draft", "issue", "revise"})
"""Acts without which what is waited for does not exist."""


def is_missing(mention: Mention, asked: Wanted, remarks: str = "") -> bool:
    """Whether what a record waits for must be made by somebody: no season, budget or meeting, which come by themselves.

    A product said with more than its kind; what an office is to give, or what is to be changed or new, if the record
    says that it waits; and whatever is said to have nobody who does it.
    """
    if mention.direction != "after" or mention.strength != "hard" or _comes(mention, asked):
        return False
    unclaimed = (text for text in (mention.phrase, remarks) if _says("unclaimed", text))
    if any(not asked.words.isdisjoint(content(words(text))) for text in unclaimed):
        return True
    if asked.said or not asked.words:
        return False
    if asked.product and (asked.names or len(asked.words) > 1):
        return True
    given = asked.names or (asked.level == "central" and not _says("everywhere", mention.phrase))
    return _waits(mention) and bool(given or asked.acts & MAKING or _says("new", mention.phrase))


def _comes(mention: Mention, asked: Wanted) -> bool:
    """Whether it comes by itself; a product that an office gives does not, though it be one of the budget."""
    return bool(set(words(mention.phrase)) & listed("passing")) and not (asked.product and asked.names)


def _waits(mention: Mention) -> bool:
    """Whether a record says that it waits, or has the thing in its cell for prerequisites."""
    return mention.phrase == mention.evidence or _says("waits", mention.evidence.replace(mention.phrase, " "))


def _says(kind: str, text: str) -> bool:
    return bool(_pattern(kind).search(fold(text)))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    said = [re.escape(row["word"]) for row in rows("missing_words", FOLDER) if row["kind"] == kind]
    return re.compile(rf"(?<!\w)(?:{'|'.join(said)})(?!\w)")
