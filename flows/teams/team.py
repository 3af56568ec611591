"""What a team is, whoever is in it."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from tasks.model.problem import Problem

Shared = TypeVar("Shared")
Piece = TypeVar("Piece")
Done = TypeVar("Done")
Tell = Callable[[Problem], None]


class Team(Protocol):
    """Hands for work that is divided. Functions, what they share, pieces and results can be pickled.

    far: whether the hands may be on other machines; hands: how many pieces are worked on at a time, at least 1.
    """

    @property
    def far(self) -> bool: ...  # noqa: D102

    @property
    def hands(self) -> int: ...  # noqa: D102

    def each(self, work: Callable[[Shared, Piece], Done], shared: Shared, pieces: Sequence[Piece], /) -> Sequence[Done]:
        """What is made of each piece with what all of them share, in their order. Raises what the work raises."""
        ...


class TeamError(Exception):
    """A team cannot be had; `cause` is the key of the words that say why, `details` fill them."""

    def __init__(self, cause: str, **details: str) -> None:
        super().__init__(cause)
        self.cause, self.details = cause, details
