"""plan.json read back: the plan as far as it stands there, for those who have lost everything else."""

import json
from datetime import date
from typing import Any

import pandas as pd
import pandera.pandas as pa

from tasks.model import tables
from tasks.model.meeting import Meeting
from tasks.model.plan import Plan
from tasks.model.problem import Code, Problem
from tasks.model.values import joined
from tasks.rendering.exchange.plan_json import SEVERAL


def plan_of(data: bytes, as_of: date) -> Plan:
    """The plan of plan.json. Of the meeting there is the name, of problems all but what fills their messages.

    Raises ValueError or KeyError for anything else, and for the plan of a release whose tables are others.
    """
    told = json.loads(data)
    try:
        return Plan(
            Meeting(name=told["meeting"]["name"]), as_of,
            _frame(told, tables.RECORDS), _frame(told, tables.ITEMS), _frame(told, tables.LINKS),
            _frame(told, tables.CONFLICTS), _frame(told, tables.ACCOUNTING), _frame(told, tables.SOURCES),
            tuple(Problem(Code(row["code"]), row["file"], row["locator"]) for row in told["problems"]),
        )  # fmt: skip
    except (TypeError, AttributeError, pa.errors.SchemaError) as error:
        raise ValueError("not a plan.json") from error


def _frame(told: dict[str, Any], schema: pa.DataFrameSchema) -> pd.DataFrame:
    rows = told[str(schema.name)]
    return tables.frame(schema, [{name: _cell(name, value) for name, value in row.items()} for row in rows])


def _cell(name: str, value: Any) -> str:
    return joined(value) if name in SEVERAL else value
