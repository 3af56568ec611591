"""Meetings whose documents are looked at as a whole, each built once."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from flows.cli import main

INPUTS = Path(__file__).resolve().parents[2] / "inputs"
Built = Callable[[str, str], Path]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The output folder of a sample meeting, by its name and the language of the documents."""

    @cache
    def build(meeting: str, language: str) -> Path:
        out = tmp_path_factory.mktemp("built") / meeting
        assert main(["build", str(INPUTS / meeting), "--out", str(out), "--direct", "--lang", language]) == 0
        return out

    return build
