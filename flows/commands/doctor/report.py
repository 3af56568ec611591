"""What the checks found, as lines and for scripts."""

from collections.abc import Iterator, Sequence
from typing import Final

from flows.commands.doctor import system
from flows.commands.doctor.checks import Finding
from tasks.rendering.catalogue import Catalogue

_PLACES: Final = {"LibreOffice": "https://www.libreoffice.org", "Tesseract": "https://github.com/tesseract-ocr"}


def sound(findings: Sequence[Finding]) -> bool:
    """Whether a plan can be made here."""
    return all(found.state != "bad" for found in findings)


def lines(findings: Sequence[Finding], catalogue: Catalogue, every: bool) -> Iterator[str]:
    """One line a finding, only what is to be done unless `every`; what installs the missing programs; the verdict."""
    for found in findings:
        if every or found.state != "ok":
            yield f"[{catalogue.text(f'doctor.state.{found.state}')}] {_sentence(found, catalogue)}"
    missing = [found.program for found in findings if found.program]
    command = install(findings)
    if command:
        yield catalogue.text("doctor.install", line=command)
    elif missing:
        yield catalogue.text("doctor.install-by-hand", places=", ".join(_PLACES.get(name, name) for name in missing))
    yield catalogue.text("doctor.sound" if sound(findings) else "doctor.unsound")


def install(findings: Sequence[Finding]) -> str:
    """The one command that installs the missing programs on this system; empty if nothing is missing or none does."""
    by = system.installer()
    return system.line((found.program for found in findings if found.program), by) if by else ""


def facts(findings: Sequence[Finding], catalogue: Catalogue) -> list[dict[str, str]]:
    """The findings for scripts."""
    return [
        {"check": f.key.removeprefix("doctor."), "state": f.state, "message": _sentence(f, catalogue)} for f in findings
    ]


def _sentence(found: Finding, catalogue: Catalogue) -> str:
    return catalogue.text(found.key, **dict(found.details))
