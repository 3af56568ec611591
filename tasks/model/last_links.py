"""What a run has to know of the links of the one before it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tasks.model.decisions import Side


@dataclass(frozen=True, slots=True)
class LastLinks:
    """The links that held in the last run or that people had rejected.

    fingerprints: of both texts by the ends, as in LINKS; ends: the words of each item on such a link, by its id; held:
    those that were not rejected.
    """

    fingerprints: Mapping[tuple[str, str], str] = field(default_factory=dict)
    ends: Mapping[str, Side] = field(default_factory=dict)
    held: frozenset[tuple[str, str]] = frozenset()
