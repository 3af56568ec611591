"""What the forms in Prefect's web page ask for, in the words of the language in the settings when they are made."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field

from flows.settings import PROJECT, Settings
from flows.speaking.language import LANGUAGES
from tasks.model.meeting import CHAPTERS
from tasks.rendering.catalogue import load

_TEXT: Final = load(Settings().language).text
_QUOTES: Final = "\"'“”"

_CHAPTERS: Final = {_TEXT(f"flows.chapter.{name}"): name for name in CHAPTERS}
"""The chapters by the words in the form."""

_LANGUAGES: Final = {_TEXT(f"flows.form.language.{name or 'meeting'}"): name for name in ("", *LANGUAGES)}
"""The languages by the words in the form; none stands for that of the meeting."""

_ANY: Final = next(iter(_LANGUAGES))


def _field(name: str, **more: Any) -> Any:
    """A field with its words; the person sees them instead of its name."""
    return Field(title=_TEXT(f"flows.form.{name}"), description=_TEXT(f"flows.form.{name}.about"), **more)


def _one_of(words: Iterable[str]) -> dict[str, Any]:
    """How a choice among words is described to the web page."""
    return {"type": "string", "enum": list(words)}


def _day(schema: dict[str, Any]) -> None:
    """A day that need not be named is one field to the web page, not the choice between a day and nothing."""
    del schema["anyOf"], schema["default"]
    schema |= {"type": "string", "format": "date"}


def _words(name: str) -> ConfigDict:
    """The words above a form. Its description takes the place of that of the class."""
    return ConfigDict(title=_TEXT(name), json_schema_extra={"description": _TEXT(f"{name}.about")})


class BuildForm(BaseModel):
    """What a build needs to know."""

    model_config = _words("flows.form")

    folder: str = _field("folder", min_length=1)
    language: str = _field("language", default=_ANY, json_schema_extra=_one_of(_LANGUAGES))
    as_of: date | None = _field("as-of", default=None, json_schema_extra=_day)
    leave_out: list[str] = _field("leave-out", default=[], json_schema_extra={"items": _one_of(_CHAPTERS)})

    def chapters_left_out(self) -> tuple[str, ...]:
        """Those of CHAPTERS that are not wanted, in their order."""
        return tuple(name for title, name in _CHAPTERS.items() if title in self.leave_out)


class ReviewForm(BaseModel):
    """What reading reviewers' copies needs to know."""

    model_config = _words("flows.form.review")

    plan: str = _field("plan", min_length=1)
    returned: list[str] = _field("returned", min_length=1)
    language: str = _field("language", default=_ANY, json_schema_extra=_one_of(_LANGUAGES))


def spoken(words: str) -> str:
    """The language that is chosen in a form; empty for that of the meeting, and for words of another form."""
    return _LANGUAGES.get(words, "")


def place(words: str, below: str) -> Path:
    """The folder or file that somebody means: a whole path, one below the project, or a name in one of its folders.

    below: that folder of the project. Quotation marks, which Windows puts around a copied path, are no part of it.
    """
    path = Path(words.strip().strip(_QUOTES)).expanduser()
    found = (folder / path for folder in (PROJECT, PROJECT / below))
    return next((one for one in found if one.exists()), PROJECT / path)
