"""Messages of problems as people read them: days written out, items by the number that stands in the plan."""

import re
from collections.abc import Container, Mapping

import pandas as pd

from tasks.model.problem import Problem
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.wording import spoken_days

_TOKEN = re.compile(r"\w[\w-]*")


def message(problem: Problem, names: Mapping[str, str], speak: Catalogue) -> str:
    """The message of a problem, each item code in it replaced by its name."""
    details = tuple((key, _spoken(value, names, speak)) for key, value in problem.details)
    return speak.problem(Problem(problem.code, problem.file, problem.locator, details))


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
