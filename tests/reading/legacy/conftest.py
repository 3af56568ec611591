"""What the tests of old formats share."""

import pytest

from tasks.reading.libreoffice import find_program


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
    monkeypatch.setattr("tasks.reading.libreoffice.find_program", lambda: None)
