"""run.json: what ran, when, on what, how long, and which files it left. The only output that holds times."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

NAME: Final = "run.json"

Record = dict[str, Any]
"""The fields of run.json as they stand in it."""


@dataclass(frozen=True, slots=True)
class LastRun:
    """What a run has to know of the one before it.

    outputs: hash of the bytes by name below the output folder; left: the same of files that were to be removed and
    could not be; figures: counts by name; problems: counts by severity; version: of the plan, 0 if it is not known.
    """

    fingerprint: str
    main: str
    language: str
    outputs: Mapping[str, str]
    left: Mapping[str, str]
    figures: Mapping[str, int]
    problems: Mapping[str, int]
    version: int = 0


def last_run(folder: Path) -> LastRun | None:
    """The last run that ended in this output folder; None if there was none or its record is damaged."""
    try:
        record = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return LastRun(**{name: record[name] for name in LastRun.__slots__ if name != "version" or name in record})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_json(path: Path, value: Mapping[str, Any]) -> None:
    """A JSON document, written beside and moved into place in one step. Raises OSError."""
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    beside = path.with_name(f"{path.name}.part")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(path)


def now() -> str:
    """This moment, to the second, with its zone: 2017-02-11T16:30:00+07:00."""
    return datetime.now().astimezone().isoformat(timespec="seconds")
