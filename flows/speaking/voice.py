"""How a call of the command speaks: in sentences, in fewer or more of them, or as one JSON object for scripts."""

import json
import os
import sys
from collections.abc import Sequence
from itertools import takewhile
from typing import Any, Final

QUIET: Final = "--quiet"
VERBOSE: Final = "--verbose"
JSON: Final = "--json"
OPTIONS: Final = (QUIET, VERBOSE, JSON)
"""What every command takes beside its own options, in any place."""

_OUTCOMES: Final = {0: "done", 1: "failed", 2: "wrong-usage", 130: "stopped"}


class Voice:
    """Sentences on the two outputs.

    quiet: what was asked for and what went wrong, nothing beside it; verbose: whatever there is to say.
    """

    def __init__(self, quiet: bool = False, verbose: bool = False) -> None:
        self.quiet = quiet
        self.verbose = verbose

    def say(self, line: str) -> None:
        """A line on the standard output; whoever has stopped listening misses it."""
        try:
            print(line, flush=True)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def complain(self, line: str) -> None:
        """A line on the standard error output."""
        print(line, file=sys.stderr, flush=True)

    def note(self, **facts: Any) -> None:
        """Something for scripts, by the name of its field; a list is added to what the field holds already."""

    def end(self, code: int) -> None:
        """The command is over, with this exit code."""


class JsonVoice(Voice):
    """One object at the end, whatever happens; its fields are described in PANDUAN.md and stay what they are."""

    def __init__(self, command: str) -> None:
        super().__init__(quiet=True)
        self._said: dict[str, Any] = {
            "command": command, "exit": 0, "outcome": "", "document": "", "lines": [], "complaints": [],
            "figures": {}, "counts": {}, "problems": [], "checks": [],
        }  # fmt: skip

    def say(self, line: str) -> None:
        """Kept for the end."""
        self._said["lines"].append(line)

    def complain(self, line: str) -> None:
        """Kept for the end."""
        self._said["complaints"].append(line)

    def note(self, **facts: Any) -> None:
        """Kept for the end."""
        for name, value in facts.items():
            self._said[name] = self._said[name] + value if isinstance(value, list) else value

    def end(self, code: int) -> None:
        """Write the object, in ASCII, which passes through every console and pipe."""
        self._said |= {"exit": code, "outcome": self._said["outcome"] or _OUTCOMES[code]}
        print(json.dumps(self._said), flush=True)


def voice_of(words: Sequence[str]) -> tuple[Voice, list[str]]:
    """The voice that the words of a command line ask for, and the other words."""
    before = list(takewhile(lambda word: word != "--", words))
    asked = {word for word in before if word in OPTIONS}
    others = [word for word in before if word not in OPTIONS] + list(words[len(before) :])
    if JSON in asked and "--help" not in others:
        return JsonVoice(next((word for word in others if not word.startswith("-")), "")), others
    return Voice(QUIET in asked, VERBOSE in asked), others
