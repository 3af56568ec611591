"""meeting.yaml as YAML: its nodes, what is wrong with how it is written, and fields that nobody knows."""

import csv
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Final, NoReturn

import yaml

from tasks.model.errors import InputError
from tasks.model.problem import Code, Problem, problem
from tasks.reading.text.encoding import decode

NAME: Final = "meeting.yaml"
_LIKE: Final = 0.7

Fields = dict[str, yaml.Node]


def composed(path: Path) -> yaml.Node | None:
    """The root of the file, whatever editor saved it. Raises InputError."""
    try:
        return yaml.compose(decode(path.read_bytes()), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        cause = "reading.meeting-tab" if "'\\t'" in str(error.problem) else "reading.meeting-broken"
        raise _error(cause, f"line {mark.line + 1}" if mark else "") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise _error("reading.meeting-broken", "") from error
    except OSError as error:
        raise _error("reading.no-permission", "") from error


def invalid(node: yaml.Node, cause: str, field: str, value: str = "") -> NoReturn:
    """Say what is wrong with a field. Raises InputError."""
    raise _error(cause, f"line {node.start_mark.line + 1}", field=field, value=value)


def unknown(fields: Fields) -> Iterator[Problem]:
    """The fields that mean nothing, each with the known one that its name is most like."""
    yield from _unknown(fields, "")
    for within in ("groups", "signatories"):
        listed = fields.get(within)
        for entry in listed.value if isinstance(listed, yaml.SequenceNode) else ():
            if isinstance(entry, yaml.MappingNode):
                yield from _unknown({str(key.value): value for key, value in entry.value}, within)


def _unknown(fields: Fields, within: str) -> Iterator[Problem]:
    known = _known(within)
    for name, node in fields.items():
        if name not in known.values():
            near = get_close_matches(name.casefold(), known, 1, _LIKE)
            meant = [known[near[0]]] if near else list(dict.fromkeys(known.values()))
            place = f"line {node.start_mark.line + 1}"
            yield problem(Code.MEETING_FIELD_UNKNOWN, NAME, place, field=name, known=", ".join(meant))


@cache
def _known(within: str) -> dict[str, str]:
    """Field by its name and by other words that people write for it."""
    with Path(__file__).with_name("meeting_fields.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["within"] == within]
    return {word.strip(): row["field"] for row in rows for word in (row["field"], *row["words"].split(";")) if word}


def _error(cause: str, locator: str, **details: str) -> InputError:
    return InputError(problem(Code.MEETING_INVALID, NAME, locator, cause=f"@{cause}", **details))
