"""Names in templates against the words that a plan offers."""

from dataclasses import dataclass

import pytest

from tasks.rendering.word.compile import ENVIRONMENT
from tasks.rendering.word.names import faults


@dataclass(frozen=True)
class Inner:
    """Something within."""

    owner: str


@dataclass(frozen=True)
class Outer:
    """What a template may write."""

    title: str
    inner: Inner
    several: tuple[Inner, ...]


def found(text: str) -> list[tuple[str, str]]:
    return [(fault.name, fault.near) for fault in faults(ENVIRONMENT.parse(text), Outer, ENVIRONMENT)]


@pytest.mark.parametrize(
    "text",
    [
        "{{ title }} {{ inner.owner }} {{ title|upper }}",
        "{% for x in several %}{{ loop.index }}{{ x.owner }}{% endfor %}",
        "{% for x in several if x.owner %}{{ x.owner }}{% else %}{{ title }}{% endfor %}",
        "{% if several and title != '0' %}{{ title ~ inner.owner }}{% endif %}",
        "{{ several[0].whatever }}",
        "{% if title is defined %}{% endif %}",
    ],
)
def test_known_names_pass(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text, name, near",
    [
        ("{{ titel }}", "titel", "title"),
        ("{{ inner.owners }}", "owners", "owner"),
        ("{% for x in several %}{{ x.ownr }}{% endfor %}", "ownr", "owner"),
        ("{% for x in severel %}{{ x.owner }}{% endfor %}", "severel", "several"),
        ("{% for x in several %}{% endfor %}{{ x }}", "x", ""),
        ("{% if inner.ownre %}{% endif %}", "ownre", "owner"),
        ("{{ title|lenght }}", "lenght", "length"),
        ("{% if title is definde %}{% endif %}", "definde", "defined"),
        ("{% set y = 1 %}", "assign", ""),
        ("{{ zzz }}", "zzz", ""),
    ],
)
def test_unknown_names_are_found_with_the_nearest(text: str, name: str, near: str) -> None:
    assert found(text) == [(name, near)]


def test_the_line_of_a_fault_is_known() -> None:
    text = "a\n{{ title }}\n{{ titel }}"
    assert [fault.line for fault in faults(ENVIRONMENT.parse(text), Outer, ENVIRONMENT)] == [3]
