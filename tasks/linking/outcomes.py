"""Things that an action takes as done by another: "the certified warehouses", "these officers", "dokumen tersebut"."""

import re
from collections.abc import Iterator
from functools import cache

from tasks.linking.known import listed
from tasks.linking.mentions import Mention
from tasks.merging import acts
from tasks.merging.essence import of_kind

_DONE = re.compile(r"\b(?:(?:the|these|those)\s+(?:newly\s+|recently\s+)?|newly\s+|recently\s+)(\w+ed)\b", re.I)
_THESE = re.compile(r"\b(?:these|those|this|the said)\s+(?=[^\W\d_]{3})", re.I)
_SAID = re.compile(r"\b(?:(?:hasil|data)\s+)?([^\W\d_]{3,})\s+(?:tersebut|tsb|dimaksud)\b", re.I)
_PUT = re.compile(r"(\w+) the(?= [^\W\d_]{3})", re.I)
_WORD = re.compile(r"\s*([\w-]+)")

LONGEST = 3
"""How many words what has been done to may have."""


def outcomes(action: str) -> Iterator[Mention]:
    """Weak mentions of what the action acts upon though no signal says that it waits for it."""
    for match in _DONE.finditer(action):
        if acts.form(match[1].casefold()) and (end := _thing(action, match.end())) > match.end():
            yield _weak(action[match.start() : end])
    for match in _THESE.finditer(action):
        if (end := _thing(action, match.end())) > match.end():
            yield _weak(action[match.start() : end])
    yield from _gathered(action)
    for match in _SAID.finditer(action):
        yield _weak(match.group())


def _gathered(action: str) -> Iterator[Mention]:
    """What is put together, and so was handed in before ("consolidate the lists")."""
    match = _PUT.match(action)
    if match and (form := acts.form(match[1].casefold())) and form.act == "compile":
        end = _thing(action, match.end())
        yield Mention("after", "weak", f"these {action[match.end() : end].strip()}", action[:end])


def _weak(words: str) -> Mention:
    return Mention("after", "weak", words, words)


def _thing(text: str, start: int) -> int:
    """Where the noun phrase ends that begins here: before a function word, a mark, or after a few words."""
    end = start
    for _ in range(LONGEST):
        word = _WORD.match(text, end)
        if not word or word[1].casefold() in _stops():
            break
        end = word.end()
    return end


@cache
def _stops() -> frozenset[str]:
    return of_kind("function", "modal") | listed("joint")
