"""Why a file gave no blocks. Raised inside a reader, turned into a problem at its door."""

from tasks.model.problem import Code


class CannotReadError(Exception):
    """The contents give no document. `cause` is a key of the message catalogue, without its '@'."""

    def __init__(self, cause: str, code: Code = Code.FILE_UNREADABLE) -> None:
        super().__init__(cause)
        self.cause = cause
        self.code = code


def refused(cause: str) -> CannotReadError:
    """A safety limit is broken."""
    return CannotReadError(cause, Code.FILE_REFUSED)
