"""Wrong usage, told in one sentence in the user's language; and help texts, which stand in the catalogue whole."""

from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

from tasks.rendering.catalogue import Catalogue

CommandLineError: Final[type[Exception]] = typer.BadParameter.__mro__[1]
"""Typer's base of all complaints about a command line (UsageError), which it does not export itself."""

_SENTENCES: Final = {
    "NoSuchOption": "flows.usage.option",
    "BadOptionUsage": "flows.usage.option-value",
    "MissingParameter": "flows.usage.folder",
    "BadParameter": "flows.usage.option-value",
}


_MISSING: Final = {
    "explain": "flows.usage.item-missing", "whatif": "flows.usage.whatif", "review": "reviewing.usage",
    "history": "versions.usage.history", "diff": "versions.usage.diff", "export": "versions.usage.export",
}  # fmt: skip
"""Commands that miss something else than a folder of documents."""


class WrongUsageError(Exception):
    """Words of the command line that cannot be used; holds a catalogue key and its details."""

    def __init__(self, key: str, **details: str) -> None:
        super().__init__(key)
        self.key, self.details = key, details


def explain(error: Exception, catalogue: Catalogue) -> str:
    """The sentence for wrong usage. Typer's own texts, which are English, are never shown."""
    if isinstance(error, WrongUsageError):
        return catalogue.text(error.key, **error.details)
    if type(error).__name__ == "MissingParameter" and _command(error) in _MISSING:
        return catalogue.text(_MISSING[_command(error)])
    key = _SENTENCES.get(type(error).__name__)
    if key:
        return catalogue.text(key, word=_word(error))
    inside = isinstance(getattr(getattr(error, "ctx", None), "command", None), TyperCommand)
    return catalogue.text("flows.usage.words" if inside else "flows.usage.command")


def _command(error: Any) -> str:
    """The name of the command that a complaint is about."""
    return str(getattr(getattr(getattr(error, "ctx", None), "command", None), "name", ""))


def _word(error: Any) -> str:
    """The option that a complaint is about, as typed."""
    option = getattr(error, "option_name", None)
    parameter = getattr(error, "param", None)
    return str(option or (parameter.opts[0] if parameter else ""))


class Command(TyperCommand):
    """A command whose help is its text, as it stands."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help text."""
        formatter.write((self.help or "").rstrip() + "\n")


class Group(TyperGroup):
    """The program itself, likewise."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help text."""
        formatter.write((self.help or "").rstrip() + "\n")
