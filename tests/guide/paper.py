"""Office documents as LibreOffice shows them, page by page."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pypdfium2
from PIL import Image

_NOTES: Final = {"ExportNotes": {"type": "boolean", "value": "true"}}
_FILTERS: Final = {".docx": f"pdf:writer_pdf_Export:{json.dumps(_NOTES)}", ".xlsx": "pdf"}
_SCALE: Final = 2.0


def printed(documents: Sequence[Path], folder: Path) -> None:
    """Make a PDF file of each in the folder, with the signs of comments."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for suffix, kind in _FILTERS.items():
        files = [str(document) for document in documents if document.suffix == suffix]
        convert = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *files]
        subprocess.run(convert, check=True, capture_output=True, timeout=180)


def page(file: Path, *showing: str) -> tuple[Image.Image, str]:
    """The first page with all these words, and all words of it in the order in which they are written."""
    for number, words in enumerate(_pages(file)):
        if all(part in " ".join(words.split()) for part in showing):
            with pypdfium2.PdfDocument(file) as document:
                return document[number].render(scale=_SCALE).to_pil(), words
    raise ValueError(f"{file.name}: no page with {showing}")


def _pages(file: Path) -> list[str]:
    words = subprocess.run(["pdftotext", "-raw", str(file), "-"], check=True, capture_output=True, timeout=60).stdout
    return words.decode().split("\f")
