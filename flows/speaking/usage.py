"""Wrong usage, told in one sentence in the user's language; and help texts, which stand in the catalogue whole."""

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

import typer
from pydantic import ValidationError
from typer.core import TyperCommand, TyperGroup

from flows.settings import Settings
from flows.speaking.voice import OPTIONS
from tasks.rendering.catalogue import Catalogue

CommandLineError: Final[type[Exception]] = typer.BadParameter.__mro__[1]
"""Typer's base of all complaints about a command line (UsageError), which it does not export itself."""

_SENTENCES: Final = {
    "BadOptionUsage": "flows.usage.option-value",
    "MissingParameter": "flows.usage.folder",
    "BadParameter": "flows.usage.option-value",
}


_MISSING: Final = {
    "explain": "flows.usage.item-missing", "whatif": "flows.usage.whatif", "review": "reviewing.usage",
    "history": "versions.usage.history", "diff": "versions.usage.diff", "export": "versions.usage.export",
    "restore": "versions.usage.restore",
    "new": "flows.usage.new", "merge": "opendata.usage",
}  # fmt: skip
"""Commands that miss something else than a folder of documents."""


class WrongUsageError(Exception):
    """Words of the command line that cannot be used; holds a catalogue key and its details."""

    def __init__(self, key: str, **details: str) -> None:
        super().__init__(key)
        self.key, self.details = key, details


def explain(error: Exception, catalogue: Catalogue, words: Sequence[str] = ()) -> str:
    """The sentence for wrong usage. Typer's own texts, which are English, are never shown."""
    if isinstance(error, WrongUsageError):
        return catalogue.text(error.key, **error.details)
    if type(error).__name__ == "MissingParameter" and _command(error) in _MISSING:
        return catalogue.text(_MISSING[_command(error)])
    if type(error).__name__ == "NoSuchOption":
        return _unknown_option(error, catalogue)
    key = _SENTENCES.get(type(error).__name__)
    if key:
        return catalogue.text(key, word=_word(error))
    command = getattr(getattr(error, "ctx", None), "command", None)
    return _unknown_command(command, catalogue, words) if isinstance(command, TyperGroup) else _too_many(catalogue)


def _too_many(catalogue: Catalogue) -> str:
    return catalogue.text("flows.usage.words")


def _unknown_option(error: Any, catalogue: Catalogue) -> str:
    command = getattr(getattr(error, "ctx", None), "command", None)
    own = [option for parameter in getattr(command, "params", ()) for option in parameter.opts]
    near = get_close_matches(_word(error), [*(o for o in own if o.startswith("--")), *OPTIONS, "--help"], 1)
    if near:
        return catalogue.text("flows.usage.option-near", word=_word(error), near=near[0])
    return catalogue.text("flows.usage.option", word=_word(error))


def _unknown_command(program: TyperGroup, catalogue: Catalogue, words: Sequence[str]) -> str:
    """With the command that was meant: the one that the word is most like, `build` for a folder."""
    word = next((word for word in words if not word.startswith("-")), "")
    near = get_close_matches(word.lower(), program.commands, 1)
    if near:
        return catalogue.text("flows.usage.command-near", word=word, near=near[0])
    if word and Path(word).exists():
        return catalogue.text("flows.usage.command-folder", word=word)
    return catalogue.text("flows.usage.command", word=word, known=", ".join(program.commands))


def unusable(error: ValueError, catalogue: Catalogue) -> str:
    """The sentence for settings that cannot be used."""
    if not isinstance(error, ValidationError):  # a file that is no TOML at all
        return catalogue.text("flows.usage.settings-file")
    names = [".".join(map(str, found["loc"])) for found in error.errors()]
    strange = [n for n, found in zip(names, error.errors(), strict=True) if found["type"] == "extra_forbidden"]
    if not strange:
        return catalogue.text("flows.usage.settings", setting=", ".join(names))
    known = get_close_matches(strange[0], Settings.model_fields, 1) or Settings.model_fields
    return catalogue.text("flows.usage.settings-unknown", setting=strange[0], known=", ".join(known))


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
