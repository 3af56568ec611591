"""plan.json, the plan as one document, and the JSON Schema (draft 2020-12) that describes it."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd

from tasks.model import tables
from tasks.model.meeting import Meeting
from tasks.model.plan import Plan
from tasks.model.values import parts
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.exchange.csv_tables import plan_tables

SCHEMA_NAME = "plan.schema.json"
SEVERAL = frozenset({
    "owners", "levels", "supporters", "regions", "fund_sources", "record_ids", "theme", "targets", "media", "tags_from",
})  # fmt: skip
"""Columns whose cells hold several values; lists in JSON."""
_TABLES = {
    "records": tables.RECORDS,
    "items": tables.ITEMS,
    "links": tables.LINKS,
    "conflicts": tables.CONFLICTS,
    "problems": tables.PROBLEMS,
    "accounting": tables.ACCOUNTING,
    "sources": tables.SOURCES,
}
_TEXT = {"type": "string"}
_DAY = {"type": ["string", "null"], "format": "date"}


def json_files(plan: Plan, speak: Catalogue) -> Iterator[tuple[str, bytes]]:
    """plan.json and its schema."""
    frames = {**plan_tables(plan, speak), "sources": plan.sources}
    document = {"$schema": SCHEMA_NAME, "language": speak.language, "meeting": _meeting(plan.meeting)}
    yield "plan.json", _json(document | {name: _rows(frames[name]) for name in _TABLES})
    yield SCHEMA_NAME, _json(schema())


def _json(document: dict[str, Any]) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    names = [str(name) for name in frame.columns]
    columns: list[list[Any]] = [frame[name].tolist() for name in names]
    cells = [[parts(c) for c in cs] if name in SEVERAL else cs for name, cs in zip(names, columns, strict=True)]
    return [dict(zip(names, row, strict=True)) for row in zip(*cells, strict=True)]


def _meeting(meeting: Meeting) -> dict[str, Any]:
    return {
        "name": meeting.name,
        "theme": meeting.theme,
        "host": meeting.host,
        "start": _day(meeting.start),
        "end": _day(meeting.end),
        "place": meeting.place,
        "year": meeting.year,
        "currency": meeting.currency,
        "groups": [{"code": group.code, "name": group.name} for group in meeting.groups],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def schema() -> dict[str, Any]:
    """The JSON Schema of plan.json."""
    group = _object({"code": _TEXT, "name": _TEXT})
    meeting = _object(
        {
            **dict.fromkeys(("name", "theme", "host"), _TEXT),
            "start": _DAY,
            "end": _DAY,
            "place": _TEXT,
            "year": {"type": ["integer", "null"]},
            "currency": _TEXT,
            "groups": {"type": "array", "items": group},
        }
    )
    whole = _object({"$schema": _TEXT, "language": {"enum": ["id", "en"]}, "meeting": meeting})
    whole["properties"] |= {name: _table(list(table.columns)) for name, table in _TABLES.items()}
    whole["required"] = list(whole["properties"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Renja plan", **whole}


def _table(columns: list[str]) -> dict[str, Any]:
    several = {"type": "array", "items": _TEXT}
    return {"type": "array", "items": _object({name: several if name in SEVERAL else _TEXT for name in columns})}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }
