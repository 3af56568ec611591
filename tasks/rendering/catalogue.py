"""Message catalogues: gettext .po files that staff can edit, one folder a language, one file a subject."""

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from babel.dates import format_date
from babel.messages.pofile import read_po
from babel.numbers import get_group_symbol

from tasks.model.problem import Problem

LOCALES = Path(__file__).resolve().parents[2] / "templates" / "locale"
LANGUAGES = ("id", "en")


class Catalogue:
    """The sentences of one language. A key without a sentence is a defect and raises KeyError."""

    def __init__(self, language: str, sentences: Mapping[str, str]) -> None:
        self.language = language
        self._sentences = sentences

    def __contains__(self, key: str) -> bool:
        return key in self._sentences

    def text(self, key: str, **details: str) -> str:
        """The sentence of this key, its words in braces filled.

        A value "@key" is looked up in turn and filled with the same details; words of a document that merely begin
        with "@" stay as they are.
        """
        plain = {name: value for name, value in details.items() if value[:1] != "@" or value[1:] not in self}
        looked_up = {n: self.text(value[1:], **plain) for n, value in details.items() if n not in plain}
        return self._sentences[key].format(**plain, **looked_up)

    def problem(self, problem: Problem) -> str:
        """The message of a problem, without its file and place."""
        return self.text(f"problem.{problem.code}", **dict(problem.details))

    def day(self, day: date) -> str:
        """A date as people write it: 31 Maret 2017."""
        return _day(day, self.language)

    def number(self, number: int) -> str:
        """A whole number with the separators of the language: 1.250.000."""
        return f"{number:,}".replace(",", _separator(self.language))


@lru_cache(maxsize=4096)
def _day(day: date, language: str) -> str:
    return format_date(day, "d MMMM y", locale=language)


@cache
def _separator(language: str) -> str:
    return get_group_symbol(locale=language)


@cache
def load(language: str, folder: Path = LOCALES) -> Catalogue:
    """The catalogue of a language, from every .po file in its folder."""
    sentences: dict[str, str] = {}
    for path in sorted((folder / language).glob("*.po")):
        with path.open("rb") as lines:
            sentences |= {str(m.id): str(m.string) for m in read_po(lines) if m.id}
    return Catalogue(language, sentences)
