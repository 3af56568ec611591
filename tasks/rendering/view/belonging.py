"""Which working group has to know what: its files, also those that never arrived, and the problems with its actions."""

from collections.abc import Mapping, Sequence

from tasks.model.plan import Plan
from tasks.model.problem import Code, Problem
from tasks.rendering.messages import codes_in

_OF_ITEMS = frozenset(
    {
        Code.OWNER_MISSING,
        Code.PERIOD_MISSING,
        Code.FIELDS_CONFLICT,
        Code.DECISION_CLOSES_RING,
        Code.DEPENDENCY_CYCLE,
        Code.SCHEDULE_INFEASIBLE,
        Code.SCHEDULE_INFEASIBLE_IF,
        Code.SCHEDULE_UNDECIDED,
    }
)
"""Problems of an item as a whole: they stand at its first place, but concern every group that put it down."""
_SUBJECTS = ("item", "prerequisite", "ring", "way")


def group_codes(plan: Plan) -> list[str]:
    """Every group, those of the meeting first and in its order, also those that sent no file."""
    named = [group.code for group in plan.meeting.groups]
    found = sorted(set(plan.sources["group"]) - set(named))
    return [code for code in [*named, *found] if code]


class Belonging:
    """Groups by file and by problem. `groups_of`: the codes of the groups that put an item down, by its code."""

    def __init__(self, plan: Plan, groups_of: Mapping[str, Sequence[str]]) -> None:
        self._groups_of = groups_of
        self._listed = {file: group.code for group in plan.meeting.groups for file in group.files}
        self._sent: dict[str, str] = dict(zip(plan.sources["file"], plan.sources["group"], strict=True))
        self._homes: dict[str, set[str]] = {}
        for file, code in self._sent.items():
            for folder in _folders(file):
                self._homes.setdefault(folder, set()).add(code)

    def of_file(self, file: str) -> str:
        """The group of a file; one that is no source belongs to whoever alone has files in its folder."""
        if file in self._sent:
            return self._sent[file]
        homes = (self._homes[folder] for folder in _folders(file) if folder in self._homes)
        only = next(homes, set())
        return self._listed.get(file, "") or (next(iter(only)) if len(only) == 1 else "")

    def of_problem(self, problem: Problem) -> set[str]:
        """The groups that have to know of a problem; none for one of the whole meeting."""
        concerned = {self.of_file(problem.file)} if problem.file else set()
        if of_item(problem):
            concerned |= {code for item in subjects(problem, self._groups_of) for code in self._groups_of[item]}
        return concerned - {""}


def of_item(problem: Problem) -> bool:
    """Whether a problem is one of an item as a whole rather than of the words in one place."""
    return problem.code in _OF_ITEMS


def subjects(problem: Problem, known: Mapping[str, object]) -> list[str]:
    """The items that a problem is about, not those that it merely mentions."""
    texts = [text for name, text in problem.details if name in _SUBJECTS]
    return list(dict.fromkeys(code for text in texts for code in codes_in(text, known)))


def _folders(file: str) -> list[str]:
    """The folders above a file, the nearest first."""
    parts = file.split("/")[:-1]
    return ["/".join(parts[:n]) for n in range(len(parts), 0, -1)]
