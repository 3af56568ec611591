"""Who would be competent for what nobody has put down: the office that is named, or who makes such products nearby."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tasks.linking.checks.applying import applies
from tasks.linking.checks.authority import competence
from tasks.linking.known import name_words
from tasks.linking.targets import Targets
from tasks.linking.wanted import wanted
from tasks.model.problem import Code, Problem
from tasks.model.values import Level, parts

Row = Mapping[str, str]


class Competent:
    """The owners of a plan: by the telling words of their names, and by the products that they make in each group."""

    def __init__(self, rows: Sequence[Row], targets: Targets, country: str = "ID") -> None:
        """country: whose plan it is, by its two letters, "" if nobody knows."""
        self._targets = targets
        self._has_law = applies(Code.AUTHORITY_MISMATCH, country)
        self._names: dict[str, frozenset[str]] = {}
        self._makers: dict[tuple[str, str], Counter[str]] = {}
        for row in rows:
            levels = dict(zip(parts(row["owners"]), parts(row["levels"]), strict=False))
            for owner, level in levels.items():
                self._names.setdefault(owner, frozenset(name_words(owner)))
                for made in targets.all[row["item_id"]].products if level == Level.CENTRAL else ():
                    for group in (row["group"], ""):
                        self._makers.setdefault((group, made), Counter())[owner] += 1

    def named(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems, those about what is missing with who would be competent, as far as the plan tells."""
        return [self._with(found) if found.code == Code.PREREQUISITE_MISSING else found for found in problems]

    def _with(self, found: Problem) -> Problem:
        details = dict(found.details)
        office = self._office(details["text"], details["item"])
        law = competence(details["text"]) if self._has_law else None
        told = {
            "competent": "@linking.competent.office" if office else "@linking.competent.law" if law else "",
            "office": office,
            "level": f"@level.{law.level}" if law else "",
            "law": law.law if law else "",
        }
        return replace(found, details=tuple(sorted((details | told).items())))

    def _office(self, text: str, item: str) -> str:
        asked = wanted(text, self._targets)
        if asked.names:
            fit = [name for name, own in self._names.items() if asked.names <= own]
            return min(fit, key=lambda name: (len(self._names[name]), name), default="")
        for group in (*sorted(self._targets.all[item].groups), "") if asked.product else ():
            makers = self._makers.get((group, asked.product))
            if makers:
                return min(makers, key=lambda owner: (-makers[owner], owner))
        return ""
