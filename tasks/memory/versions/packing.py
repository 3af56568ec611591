"""Tables of text as bytes and back, exactly: column by column, compressed."""

import json
import zlib
from typing import Final

import pandas as pd

_LEVEL: Final = 3
"""Twice as fast as the usual 6 and hardly larger."""


def packed(table: pd.DataFrame) -> bytes:
    """A table whose cells are all text."""
    columns = {name: table[name].tolist() for name in table.columns}
    return zlib.compress(json.dumps(columns, ensure_ascii=False, separators=(",", ":")).encode("utf-8"), _LEVEL)


def unpacked(data: bytes) -> pd.DataFrame:
    """The table of `packed`."""
    columns = json.loads(zlib.decompress(data))
    return pd.DataFrame({name: pd.Series(cells, dtype="str") for name, cells in columns.items()})
