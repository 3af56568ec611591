"""A memory in a file of its own, and one on a server."""

from itertools import count
from pathlib import Path
from typing import Final

import pytest

from tasks.memory.database import Place

_NUMBERS: Final = count()


@pytest.fixture(params=["file", "server"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Where a plan is remembered of which nothing is known yet."""
    path = tmp_path / ".renja" / "memory.db"
    if request.param == "file":
        return Place(path)
    return Place(path, request.getfixturevalue("postgres"), f"rakor {next(_NUMBERS)}")
