"""The stages whose work a team divides, with the signatures of those that one process does alone."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from flows.teams.team import Team
from tasks.merging.matching.divided import matched_in_parts
from tasks.merging.matching.engine import Matched
from tasks.merging.matching.groups import Decided
from tasks.merging.matching.mentions import Mentions
from tasks.merging.merge import Match, alone
from tasks.model.plan import Plan
from tasks.model.shelf import Shelf
from tasks.rendering.pieces import made, pieces, task
from tasks.rendering.render import Render, render


def matching(team: Team | None) -> Match:
    """What finds the groups of mentions."""
    return partial(_matched, team) if team else alone


def rendering(team: Team | None) -> Render:
    """What makes the documents of a plan."""
    return partial(_rendered, team) if team else render


def _matched(team: Team, mentions: Mentions, decided: Decided) -> Matched:
    return matched_in_parts(mentions, team.each, team.hands, decided)


def _rendered(
    team: Team, plan: Plan, language: str, templates: Path, _shelf: Shelf | None
) -> Iterable[tuple[str, bytes]]:
    """A shelf is of this machine, and who has a team needs none."""
    found = team.each(made, task(plan, language, templates), pieces(team.hands))
    return (document for piece in found for document in piece)
