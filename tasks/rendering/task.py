"""This stage as a Prefect task. Not cached: the files are handed on one by one, as they are made."""

from collections.abc import Callable
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.model.plan import Plan
from tasks.model.shelf import Shelf
from tasks.rendering.render import Render
from tasks.rendering.render import render as plain


@task(name="render", cache_policy=NO_CACHE, persist_result=False)
def render(
    plan: Plan, language: str, templates: Path, write: Callable[[str, bytes], None], shelf: Shelf, make: Render = plain
) -> None:
    """Give every file of the plan to `write`, with its name; `make`: what makes them."""
    for name, data in make(plan, language, templates, shelf):
        write(name, data)
