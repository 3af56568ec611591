"""Why a file gave no blocks. Raised inside a reader, turned into a problem at its door."""

from tasks.model.problem import Code


class CannotReadError(Exception):
    """The contents give no document. `cause` is a key of the message catalogue, without its '@'.

    `details` fill the message of the code beside the cause.
    """

    def __init__(self, cause: str, code: Code = Code.FILE_UNREADABLE, **details: str) -> None:
        super().__init__(cause)
        self.cause = cause
        self.code = code
        self.details = details


def refused(cause: str) -> CannotReadError:
    """A safety limit is broken."""
    return CannotReadError(cause, Code.FILE_REFUSED)


def needs(program: str, instead: str) -> CannotReadError:
    """A program that this format needs is not installed; `instead` is the format that needs none."""
    return CannotReadError("reading.program-missing", Code.PROGRAM_MISSING, program=program, instead=instead)
