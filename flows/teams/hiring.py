"""The team of a run, chosen by the setting `runner`."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass

from flows.settings import Settings
from flows.teams.team import Team, TeamError, Tell
from tasks.model.problem import Code, Problem, problem


@dataclass(frozen=True, slots=True)
class Hired:
    """The team, None for this process alone, and what people should know of it by the end."""

    team: Team | None
    problems: list[Problem]


@contextmanager
def hired(settings: Settings) -> Iterator[Hired]:
    """The team that the settings name. One that cannot be had is told, and its work is done here."""
    problems: list[Problem] = []
    with ExitStack() as leaving:
        team = None
        try:
            if opening := _opening(settings, problems.append):
                team = leaving.enter_context(opening)
        except TeamError as error:
            told = {"runner": settings.runner, "cause": f"@{error.cause}", **error.details}
            problems.append(problem(Code.CLUSTER_UNAVAILABLE, **told))
        yield Hired(team, problems)


def _opening(settings: Settings, tell: Tell) -> AbstractContextManager[Team] | None:
    if settings.runner == "threads":
        return None
    if settings.runner == "processes":
        from flows.teams.processes import beside

        return beside(settings.workers, tell)
    from flows.teams.cluster import connected

    return connected(settings.runner, settings.workers, tell)
