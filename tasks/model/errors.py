"""The one tree of errors that end a run. Everything else is a problem, a value that travels with the plan.

RenjaError
├── InputError       nothing can be read: no such folder, no documents, an invalid meeting.yaml
├── OutputError      nothing can be written: no right, no space
├── PlanBusyError    another run of the same plan is under way
└── TemplateError    a template cannot be used
"""

from collections.abc import Sequence

from tasks.model.problem import Problem


class RenjaError(Exception):
    """Ends a run. Holds the problem from which the edge writes one sentence in the user's language.

    because: problems of single files that led to it.
    """

    def __init__(self, problem: Problem, because: Sequence[Problem] = ()) -> None:
        super().__init__(problem)
        self.problem = problem
        self.because = because

    def __str__(self) -> str:
        p = self.problem
        return " ".join([p.code, p.file, p.locator, *(f"{k}={v}" for k, v in p.details)])


class InputError(RenjaError):
    """The inputs cannot be used at all."""


class OutputError(RenjaError):
    """The output cannot be written."""


class PlanBusyError(RenjaError):
    """Another run of the same plan holds the lock of its output folder."""


class TemplateError(RenjaError):
    """A Word template cannot be used."""
