"""Presentations of PowerPoint 97 to 2003 to blocks."""

from tasks.model.problem import Code, problem
from tasks.reading.containers.compound import Compound
from tasks.reading.contents import Contents, Tally
from tasks.reading.legacy.ppt.slides import Slides
from tasks.reading.legacy.ppt.stored import check_password, open_ppt
from tasks.reading.powerpoint.presentation import read_presentation
from tasks.reading.programs.libreoffice import ConversionError, convert


def read_ppt(data: bytes) -> Contents:
    """The contents of a presentation, as LibreOffice understands it; its texts and tables where that is missing.

    Raises CannotReadError.
    """
    check_password(Compound(data))
    try:
        converted = convert(data, "ppt", "pptx")
    except ConversionError:
        return read_ppt_alone(data)
    return read_presentation(converted)


def read_ppt_alone(data: bytes) -> Contents:
    """The contents of a presentation without the help of any program, and the problem that this may not be all."""
    tally = Tally()
    blocks = tuple(Slides(open_ppt(Compound(data)), tally).blocks())
    doubt = problem(Code.READ_IN_PART, cause="@reading.slides-without-libreoffice", instead=".pptx")
    return Contents(blocks, tally.receipt(), (doubt,))
