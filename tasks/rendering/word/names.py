"""Looks up every name that a template uses in the words that a plan offers, before anything is rendered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from difflib import get_close_matches
from functools import cache
from typing import get_args, get_origin, get_type_hints

from jinja2 import Environment, nodes

Kind = type | None
"""What a name stands for: a dataclass, a tuple of them (`tuple[Item, ...]`), text; None if that cannot be known."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A name that means nothing: on which line of the source, and what may have been meant (empty if nothing near)."""

    line: int
    key: str
    name: str
    near: str = ""


@cache
def fields(kind: type) -> Mapping[str, Kind]:
    """The names that may follow a dot after this dataclass."""
    return dict(get_type_hints(kind))


def faults(tree: nodes.Template, words: type, environment: Environment) -> Iterator[Fault]:
    """Unknown names, filters and statements of a template. `words` is the dataclass of what a plan offers."""
    yield from _each(tree, {**fields(words), "loop": None}, environment)


def _each(node: nodes.Node, scope: Mapping[str, Kind], environment: Environment) -> Iterator[Fault]:
    if isinstance(node, nodes.For):
        yield from _loop(node, scope, environment)
        return
    if isinstance(node, (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.Macro, nodes.Assign)):
        yield Fault(node.lineno, "template.statement-unknown", type(node).__name__.lower())
        return
    yield from _filter(node, environment)
    if isinstance(node, (nodes.Name, nodes.Getattr)):
        fault, _ = _kind(node, scope)
        if fault:
            yield fault
            return
    for child in node.iter_child_nodes():
        yield from _each(child, scope, environment)


def _filter(node: nodes.Node, environment: Environment) -> Iterator[Fault]:
    if isinstance(node, nodes.Filter) and node.name not in environment.filters:
        yield Fault(node.lineno, "template.filter-unknown", node.name, _near(node.name, environment.filters))
    if isinstance(node, nodes.Test) and node.name not in environment.tests:
        yield Fault(node.lineno, "template.filter-unknown", node.name, _near(node.name, environment.tests))


def _loop(node: nodes.For, scope: Mapping[str, Kind], environment: Environment) -> Iterator[Fault]:
    yield from _each(node.iter, scope, environment)
    _, several = _kind(node.iter, scope)
    one = get_args(several)[0] if get_origin(several) is tuple else None
    inner = dict(scope)
    for name in node.target.find_all(nodes.Name) if isinstance(node.target, nodes.Tuple) else [node.target]:
        if isinstance(name, nodes.Name):
            inner[name.name] = one
    for child in [*node.body, *node.else_, *([node.test] if node.test else [])]:
        yield from _each(child, inner, environment)


def _kind(node: nodes.Node, scope: Mapping[str, Kind]) -> tuple[Fault | None, Kind]:
    """What an expression stands for, and its fault if a name in it is unknown."""
    if isinstance(node, nodes.Name):
        if node.name in scope:
            return None, scope[node.name]
        return Fault(node.lineno, "template.name-unknown", node.name, _near(node.name, scope)), None
    if isinstance(node, nodes.Getattr):
        fault, kind = _kind(node.node, scope)
        if fault or kind is None or not is_dataclass(kind):
            return fault, None
        known = fields(kind)
        if node.attr in known:
            return None, known[node.attr]
        return Fault(node.lineno, "template.name-unknown", node.attr, _near(node.attr, known)), None
    return None, None


def _near(name: str, known: Mapping[str, object]) -> str:
    return next(iter(get_close_matches(name, list(known), n=1, cutoff=0.5)), "")
