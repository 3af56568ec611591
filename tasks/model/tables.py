"""The tables that pass between stages: pandas frames whose cells are all text, empty = not stated.

Text throughout keeps the words as written, makes the same inputs give the same bytes, and lets a table be the
CSV file of the same name. Columns up to the mark `|` in the comments are those of the CSV files; the rest is
carried for later stages and written at the end of the file.
"""

from collections.abc import Iterable, Mapping

import pandas as pd
import pandera.pandas as pa

# Whoever has pyarrow as well (an extra, for Parquet) gets the columns that everybody has.
pd.set_option("mode.string_storage", "python")

TEXT_FIELDS = ("action", "output", "obstacle", "progress", "solution")


def _schema(name: str, *columns: str) -> pa.DataFrameSchema:
    return pa.DataFrameSchema({c: pa.Column("str") for c in columns}, name=name, strict=True, ordered=True)


RAW = _schema(
    "raw records",  # one row per action item read from one place; every field as written
    "record_id", "group", "file", "locator", *TEXT_FIELDS,
    "owners_text", "supporters_text", "place_text", "period_text", "start_text", "end_text",
    "budget_text", "budget_unit", "fund_text", "depends_text", "priority", "remarks",
    "number", "heading", "level_hint", "proposer_text", "inferred", "date_order",
)  # fmt: skip
"""budget_unit: words of header or title that scale the sum ("Rp 000"); number: as printed ("7", "a.");
heading: titles above the place, outermost first; level_hint: a Level that the layout gives (column "Pusat");
proposer_text: who filled the form in; inferred: "field: reason" for every value that does not stand there;
date_order: words beside its dates that tell in which order day and month stand, of headers and of the form itself."""

RECORDS = _schema(
    "records",
    "record_id", "item_id", "family_id", "group", "file", "locator", *TEXT_FIELDS,
    "owners", "levels", "supporters", "regions", "start", "end", "budget", "fund_sources",
    "period_text", "depends_text", "priority", "remarks",
    # |
    "period_sense", "owners_text", "budget_text", "number", "heading", "inferred",
    "programme", "theme", "targets", "media", "tags_from",
)  # fmt: skip
"""tags_from: "kind tag: words (place)" for every programme, theme, target and medium; no place: the action's words."""

ITEMS = _schema(
    "items",
    "item_id", "number", "action", "output", "owners", "levels", "supporters", "regions", "programme", "theme",
    "start", "end", "budget", "fund_sources", "family_id", "record_ids",
    "earliest_start", "latest_finish", "slack_months", "on_critical_path",
    # |
    "obstacle", "progress", "solution", "period_text", "period_sense", "group", "targets", "media", "tags_from",
)  # fmt: skip
"""group: the code of the working group of its first record, in whose matrix the item stands."""

LINKS = _schema(
    "links",
    "from_item", "to_item", "kind", "relation", "status", "confidence", "evidence",
    # |
    "lag", "verdict", "between", "fingerprint", "suspect",
)  # fmt: skip
"""relation: "finish-start", or "related" for a cross-reference that binds nobody; lag: how long after its prerequisite
the dependent can begin, as a duration of ISO 8601 ("P1M", "P14D"); verdict: whether the periods of both keep the link;
between: "first day/last day" that are left for an item without dates; fingerprint: of the texts of both ends, the
prerequisite's first; suspect: which ends ("from_item", "to_item") have another text than in the run before, of a link
that held then or that people had decided on."""

CONFLICTS = _schema(
    "conflicts",
    "item_id", "field", "values",
    # |
    "same_as", "chosen", "settled_by", "settled_on", "settled_why",
)  # fmt: skip
"""same_as: an item whose values are among these if both are one work, which nobody has decided yet; else empty.
chosen: the value that people chose, so that the conflict is settled; by whom, on which day, for which reason."""

PROBLEMS = _schema("problems", "file", "locator", "severity", "code", "message")

ACCOUNTING = _schema("accounting", "file", "locator", "fate", "record_id", "reason")

SOURCES = _schema("sources", "file", "group", "format", "sha256", "status", "blocks", "records")
"""One row a source document; status: read | superseded | not read; blocks, records: how many."""

FATES = (
    "record", "part of record", "heading", "header", "total", "remark", "example",
    "superseded", "history", "empty", "not understood",
)  # fmt: skip
"""What may become of a block; the column `fate` of accounting.csv."""


def frame(schema: pa.DataFrameSchema, rows: Iterable[Mapping[str, str]]) -> pd.DataFrame:
    """Rows as a frame of this schema; a column that a row does not name is empty. Raises on an unknown column."""
    columns = list(schema.columns)
    data = list(rows)
    unknown = {key for row in data for key in row} - set(columns)
    if unknown:
        raise KeyError(f"{schema.name}: unknown columns {sorted(unknown)}")
    cells = {c: pd.Series([row.get(c, "") for row in data], dtype="str") for c in columns}
    return checked(schema, pd.DataFrame(cells, columns=columns))


def checked(schema: pa.DataFrameSchema, table: pd.DataFrame) -> pd.DataFrame:
    """A frame that is known to have a schema. Raises pandera's error if it has not.

    That all cells are text is seen at a glance; pandera, which is slow to begin with, is asked to tell what is wrong.
    """
    right = list(table.columns) == list(schema.columns) and bool((table.dtypes == "str").all())
    return table if right and not table.isna().to_numpy().any() else schema.validate(table)
