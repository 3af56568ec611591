"""Pictures (.png, .jpg, .gif, .tif, .bmp) to blocks: tesseract puts them on pages, which are read as scanned ones."""

from typing import Final

from tasks.reading.contents import Contents
from tasks.reading.pdf.document import NEEDED, Reader
from tasks.reading.pdf.file import opened
from tasks.reading.programs.tesseract import RecognitionError, installed, recognise
from tasks.reading.refusal import CannotReadError, needs

_INSTEAD: Final = "@reading.docx-or-xlsx"
_SECONDS: Final = 30.0


def read_image(data: bytes) -> Contents:
    """The blocks of a picture, or of each page of one with several.

    Raises CannotReadError: broken, or tesseract is not installed.
    """
    if not installed():
        raise needs(NEEDED, _INSTEAD)
    reader = Reader(pictures=True, instead=_INSTEAD)
    try:
        pages = recognise(data, "pdf", _SECONDS, "nothing")
    except RecognitionError as error:
        raise CannotReadError("reading.broken") from error
    with opened(pages) as file:
        reader.read(file)
    return reader.contents()
