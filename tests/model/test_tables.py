"""Frames and what they must be."""

import pandas as pd
import pytest
from pandera.errors import SchemaError, SchemaErrors

from tasks.model.tables import CONFLICTS, checked, frame


def test_a_column_that_a_row_does_not_name_is_empty() -> None:
    assert frame(CONFLICTS, [{"item_id": "RK-1"}]).to_dict("records") == [
        dict.fromkeys(CONFLICTS.columns, "") | {"item_id": "RK-1"}
    ]


def test_an_unknown_column_is_an_error() -> None:
    with pytest.raises(KeyError, match="conflicts: unknown columns"):
        frame(CONFLICTS, [{"item": "RK-1"}])


def test_a_frame_that_has_the_schema_is_passed_on() -> None:
    table = frame(CONFLICTS, [{"item_id": "RK-1"}])
    assert checked(CONFLICTS, table) is table


@pytest.mark.parametrize(
    "table",
    [
        pd.DataFrame({"item_id": ["RK-1"], "field": ["end"]}, dtype="str"),
        pd.DataFrame({"field": ["end"], "item_id": ["RK-1"], "values": ["a"]}, dtype="str"),
        pd.DataFrame({"item_id": ["RK-1"], "field": ["end"], "values": [None]}, dtype="str"),
        pd.DataFrame({"item_id": ["RK-1"], "field": ["end"], "values": [7]}),
    ],
    ids=["a column too few", "order", "a cell without a value", "a number"],
)
def test_a_frame_that_has_not_is_an_error(table: pd.DataFrame) -> None:
    with pytest.raises((SchemaError, SchemaErrors)):
        checked(CONFLICTS, table)
