"""What the tests of this room share."""

from collections.abc import Iterator
from functools import cache

import pytest

from tasks.reading.programs.libreoffice import convert, find_program


@pytest.fixture
def libreoffice() -> str:
    """The path of LibreOffice; the test is passed over where it is not installed."""
    program = find_program()
    if program is None:
        pytest.skip("needs LibreOffice")
    return program


@pytest.fixture(scope="session", autouse=True)
def _each_file_is_converted_once() -> Iterator[None]:
    """LibreOffice takes seconds a file, and several tests read the same ones."""
    known = cache(convert)
    with pytest.MonkeyPatch.context() as patch:
        for reader in ("doc", "ppt"):
            patch.setattr(f"tasks.reading.legacy.{reader}.document.convert", known)
        yield


@pytest.fixture
def no_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which LibreOffice is not installed."""
    monkeypatch.setattr("tasks.reading.programs.libreoffice.find_program", lambda: None)
    for reader in ("doc", "ppt"):
        monkeypatch.setattr(f"tasks.reading.legacy.{reader}.document.convert", convert)
