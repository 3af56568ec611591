"""Documents in Rich Text Format to blocks, without any other program."""

from tasks.reading.contents import Contents, Tally
from tasks.reading.legacy.rtf.reader import Reader
from tasks.reading.legacy.rtf.tokens import read_tokens, size


def read_rtf(data: bytes) -> Contents:
    """The contents of a document, given the bytes of its file. Raises CannotReadError beyond the limits."""
    tally = Tally(read=size(data))
    reader = Reader(tally)
    for token in read_tokens(data):
        reader.read(token)
    return Contents(reader.finish(), tally.receipt())
