"""Answers on links for the records of a run: what linking is told, and what of it contradicts itself."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from tasks.memory.decisions.recognise import Earlier, Found, Recogniser
from tasks.model.decisions import LinkAnswer, LinkDecision, LinkRuling, Standing
from tasks.model.problem import Code, Problem, problem

Link = tuple[str, str]
"""Two items, the prerequisite first."""


@dataclass(frozen=True, slots=True)
class LinkAnswers:
    """What answers on links come to in a run.

    decided: one answer a link, in the words and places of this run; absent: answers on links that cannot be in it;
    unread: rows without a decision, by link.
    """

    decided: Mapping[Link, LinkAnswer] = field(default_factory=dict)
    absent: tuple[LinkAnswer, ...] = ()
    unread: Mapping[Link, LinkAnswer] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def decisions(self) -> tuple[LinkDecision, ...]:
        """What linking is told."""
        return tuple(
            LinkDecision(*link, answer.ruling == LinkRuling.ACCEPTED, _told(answer))
            for link, answer in self.decided.items()
        )


def resolve_links(answers: Sequence[LinkAnswer], records: pd.DataFrame, earlier: Earlier) -> LinkAnswers:
    """What these answers come to for these records (schema RECORDS, item_id filled).

    Of several answers on one link "no" counts.
    """
    if not answers:
        return LinkAnswers()
    look = Recogniser(records, earlier)
    items = records["item_id"].tolist()
    by_link: dict[Link, list[LinkAnswer]] = {}
    absent = []
    for answer in answers:
        a, b = look.find(answer.before, answer.after), look.find(answer.after, answer.before)
        if a is None or b is None:
            absent.append(replace(answer, standing=Standing.IGNORED))
        elif items[a.row] == items[b.row]:
            absent.append(replace(_today(answer, a, b), standing=Standing.ONE))
        else:
            by_link.setdefault((items[a.row], items[b.row]), []).append(_today(answer, a, b))
    ruled = {link: [answer for answer in told if answer.ruling] for link, told in by_link.items()}
    return LinkAnswers(
        decided={link: _safest(told) for link, told in ruled.items() if told},
        absent=_once(answer for answer in absent if answer.ruling),
        unread={link: told[0] for link, told in by_link.items() if not ruled[link]},
        problems=tuple(_torn(told) for told in ruled.values() if len({answer.ruling for answer in told}) > 1),
    )


def _today(answer: LinkAnswer, before: Found, after: Found) -> LinkAnswer:
    standing = Standing.REWORDED if before.reworded or after.reworded else Standing.HOLDS
    return replace(answer, before=before.side, after=after.side, standing=standing)


def _safest(told: Sequence[LinkAnswer]) -> LinkAnswer:
    return next((answer for answer in told if answer.ruling == LinkRuling.REJECTED), told[0])


def _once(absent: Iterable[LinkAnswer]) -> tuple[LinkAnswer, ...]:
    """Answers that say nothing in this run, each link once."""
    found: dict[tuple[object, ...], LinkAnswer] = {}
    for answer in absent:
        sides = (side.prints[:1] or (side.action,) for side in (answer.before, answer.after))
        found.setdefault((*sides, answer.ruling), answer)
    return tuple(found.values())


def _torn(told: Sequence[LinkAnswer]) -> Problem:
    answer = _safest(told)
    return problem(
        Code.LINK_DECIDED_TWICE,
        answer.file,
        link="@linking.waits",
        before=answer.before.action,
        after=answer.after.action,
    )


def _told(answer: LinkAnswer) -> str:
    """Who, when, and in which file: "Ani, 2017-02-11 (keputusan.xlsx)"."""
    who = ", ".join(filter(None, [answer.remark.who, answer.remark.day]))
    return " ".join(filter(None, [who, f"({answer.file})" if answer.file else ""]))
