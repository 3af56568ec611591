"""The programs beside this one that some formats need: what was read without one is read again once it is there."""

from functools import cache

from tasks.reading.programs import tesseract
from tasks.reading.programs.libreoffice import find_program


@cache
def installed() -> tuple[str, ...]:
    """The names of those that are there."""
    found = {"LibreOffice": find_program() is not None, "Tesseract": tesseract.installed()}
    return tuple(name for name, there in found.items() if there)
