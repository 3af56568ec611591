"""Meetings whose documents are looked at as a whole, each built once."""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from flows.cli import main

INPUTS = Path(__file__).resolve().parents[2] / "inputs"
Built = Callable[[str, str, str], Path]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The output folder of a sample meeting, by its name, the language of the documents and their paper."""

    @cache
    def build(meeting: str, language: str, paper: str) -> Path:
        folder = tmp_path_factory.mktemp("built")
        inputs = shutil.copytree(INPUTS / meeting, folder / meeting)
        with (inputs / "meeting.yaml").open("a", encoding="utf-8") as file:
            file.write(f"\npaper: {paper}\n")
        assert main(["build", str(inputs), "--out", str(folder / "out"), "--direct", "--lang", language]) == 0
        return folder / "out"

    return build
