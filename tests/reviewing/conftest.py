"""Documents of the sample meeting as they were issued, made once."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from flows.cli import main

ROOT = Path(__file__).resolve().parents[2]
Issued = Callable[[str], bytes]


@pytest.fixture(scope="session")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of the sample."""
    folder = tmp_path_factory.mktemp("issued") / "out"
    assert main(["build", str(ROOT / "inputs" / "rakor-tik-2017"), "--out", str(folder), "--direct"]) == 0
    return folder


@pytest.fixture(scope="session")
def document(out: Path) -> Issued:
    """The bytes of the first document whose name begins so."""

    @cache
    def read(name: str) -> bytes:
        return next(file for file in sorted(out.rglob("*.docx")) if file.name.startswith(name)).read_bytes()

    return read
