"""Messages of problems as people read them: days written out, items by the number that stands in the plan."""

import re
from collections.abc import Container, Mapping

import pandas as pd

from tasks.model.problem import Code, Problem
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.locators import localise_locator
from tasks.rendering.wording import spoken_days

_TOKEN = re.compile(r"\w[\w-]*")
_PLACE = re.compile(
    r"(?<=, )(?:sheet '[^;]*'|(?:message|table|slide|page|paragraph|line|row) \d+)[^;()]*(?=\)(?:; |$))"
)
"""The place at the end of each "value (file, place)" of a disagreement."""


def message(problem: Problem, names: Mapping[str, str], speak: Catalogue) -> str:
    """The message of a problem, each item code in it replaced by its name."""
    return speak.problem(spoken(problem, names, speak))


def spoken(problem: Problem, names: Mapping[str, str], speak: Catalogue) -> Problem:
    """A problem whose details are in words: items by name, days written out, places in the language."""
    details = tuple((key, _spoken(value, names, speak)) for key, value in problem.details)
    if problem.code == Code.FIELDS_CONFLICT:
        details = tuple((key, _localised(value, speak) if key == "values" else value) for key, value in details)
    return Problem(problem.code, problem.file, problem.locator, details)


def reason(cell: str, speak: Catalogue) -> str:
    """A reason of accounting.csv in words; "@key" or "@key words" is looked up, anything else stands as it is."""
    key, _, said = cell[1:].partition(" ")
    return (
        speak.text(key, said=localise_locator(said, speak.language)) if cell.startswith("@") and key in speak else cell
    )


def codes_in(text: str, known: Container[str]) -> list[str]:
    """The item codes that a text names, in order."""
    return [token for token in _TOKEN.findall(text) if token in known]


def numbered(items: pd.DataFrame) -> dict[str, str]:
    """Name by code of every item (schema ITEMS): "B.3 (RK-7Q2M1)", for readers who have no plan at hand."""
    pairs = zip(items["item_id"], items["number"], strict=True)
    return {code: f"{number} ({code})" if number else code for code, number in pairs}


def _spoken(value: str, names: Mapping[str, str], speak: Catalogue) -> str:
    if value.startswith("@"):
        return value
    named = _TOKEN.sub(lambda match: names.get(match.group(), match.group()), value)
    return spoken_days(named, speak)


def _localised(values: str, speak: Catalogue) -> str:
    return _PLACE.sub(lambda match: localise_locator(match[0], speak.language), values)
