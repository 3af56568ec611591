"""Documents of Word 97 to 2003 to blocks."""

from tasks.model.problem import Code, problem
from tasks.reading.containers.compound import Compound, encrypted
from tasks.reading.contents import Contents, Tally
from tasks.reading.legacy.doc.fib import is_encrypted, open_doc
from tasks.reading.legacy.doc.stories import Stories
from tasks.reading.programs.libreoffice import ConversionError, convert
from tasks.reading.word.document import read_word


def read_doc(data: bytes) -> Contents:
    """The contents of a document, as LibreOffice understands it; what can be read without it where it is missing.

    Places are those of the converted document. Raises CannotReadError.
    """
    if is_encrypted(Compound(data).stream("WordDocument")):
        raise encrypted()
    try:
        converted = convert(data, "doc", "docx")
    except ConversionError:
        return read_doc_alone(data)
    return read_word(converted)


def read_doc_alone(data: bytes) -> Contents:
    """The contents of a document without the help of any program, and the problem that this may not be all."""
    tally = Tally()
    blocks = Stories(open_doc(data), tally).blocks()
    doubt = problem(Code.READ_IN_PART, cause="@reading.without-libreoffice", instead=".docx")
    return Contents(blocks, tally.receipt(), (doubt,))
