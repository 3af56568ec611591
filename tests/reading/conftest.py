"""What the tests of this room share."""

import pytest

from tasks.reading.programs.libreoffice import find_program


@pytest.fixture
def libreoffice() -> str:
    """The path of LibreOffice; the test is passed over where it is not installed."""
    program = find_program()
    if program is None:
        pytest.skip("needs LibreOffice")
    return program


@pytest.fixture
def no_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which LibreOffice is not installed."""
    monkeypatch.setattr("tasks.reading.programs.libreoffice.find_program", lambda: None)
