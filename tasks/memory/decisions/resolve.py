"""Decisions of people for the records of a run: what merging is told, and what of it contradicts itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import networkx as nx
import pandas as pd
from networkx.utils import UnionFind

from tasks.memory.decisions.recognise import Earlier, Found, Recogniser
from tasks.merging.merge import Decision
from tasks.model.decisions import Answer, Ruling, Standing
from tasks.model.problem import Code, Problem, problem

Pair = tuple[str, str]
"""Two fingerprints, ascending."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What decisions come to in a run.

    decisions: for merging; kin: pairs of one family; settled: all pairs that are not to be asked about; answers: the
    decided rows, in the words and places of this run; unread: rows without a decision, by pair.
    """

    decisions: tuple[Decision, ...] = ()
    kin: tuple[Pair, ...] = ()
    settled: frozenset[Pair] = frozenset()
    answers: tuple[Answer, ...] = ()
    unread: Mapping[Pair, Answer] | None = None
    problems: tuple[Problem, ...] = ()


def resolve(answers: Sequence[Answer], records: pd.DataFrame, earlier: Earlier) -> Resolved:
    """The decisions that these answers are for these records (schema RECORDS).

    Where answers contradict each other, the two that somebody wants apart stay apart, and no answer "same" that leads
    from one to the other counts. Who keeps two texts apart keeps all records apart that were one work with either.
    """
    if not answers:
        return Resolved()
    look = Recogniser(records, earlier)
    by_pair, absent = _met(answers, look)
    unread = {pair: told[0] for pair, told in by_pair.items() if all(answer.ruling is None for answer in told)}
    ruled = {pair: [a for a in told if a.ruling] for pair, told in by_pair.items() if pair not in unread}
    held = {pair: _safest(told) for pair, told in ruled.items()}
    problems = [_torn(told) for told in ruled.values() if len({a.ruling for a in told}) > 1]
    broken, found = _contradictions(held)
    held |= {pair: replace(held[pair], standing=Standing.CONTRADICTED) for pair in broken}
    firm = {pair: answer for pair, answer in held.items() if pair not in broken}
    apart = [answer for answer in firm.values() if answer.ruling != Ruling.SAME]
    parted = [pair for pair in dict.fromkeys(p for a in apart for p in _across(a, look)) if pair not in by_pair]
    decisions = [Decision(*pair, same=answer.ruling == Ruling.SAME) for pair, answer in firm.items()]
    return Resolved(
        decisions=(*decisions, *_followers(firm, look), *(Decision(*pair, same=False) for pair in parted)),
        kin=tuple(pair for pair, answer in held.items() if answer.ruling == Ruling.FAMILY),
        settled=frozenset(held) | frozenset(parted),
        answers=(*held.values(), *_once(absent)),
        unread=unread,
        problems=(*problems, *found),
    )


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a <= b else (b, a)


def _met(answers: Sequence[Answer], look: Recogniser) -> tuple[dict[Pair, list[Answer]], list[Answer]]:
    """The answers by the two texts of this run that they are about, and those of which a text is not there."""
    by_pair: dict[Pair, list[Answer]] = {}
    absent = []
    for answer in answers:
        a, b = look.find(answer.a, answer.b), look.find(answer.b, answer.a)
        if a is not None and b is not None:
            by_pair.setdefault(_pair(a.print, b.print), []).append(_today(answer, a, b))
        elif answer.ruling is not None:
            absent.append(replace(answer, standing=Standing.IGNORED))
    return by_pair, absent


def _across(answer: Answer, look: Recogniser) -> Iterator[Pair]:
    """All pairs of records that were one work with the one text, and with the other, when these were kept apart."""
    one, other = look.present(answer.a), look.present(answer.b)
    both = frozenset(one) & frozenset(other)
    yield from (_pair(x, y) for x in one for y in other if not {x, y} & both)


def _today(answer: Answer, a: Found, b: Found) -> Answer:
    standing = Standing.REWORDED if a.reworded or b.reworded else Standing.HOLDS
    return replace(answer, a=a.side, b=b.side, standing=standing)


def _safest(told: Sequence[Answer]) -> Answer:
    """Of several answers on one pair the one that keeps most apart."""
    order = (Ruling.APART, Ruling.FAMILY, Ruling.SAME)
    return min(told, key=lambda answer: order.index(answer.ruling or Ruling.SAME))


def _once(absent: Sequence[Answer]) -> tuple[Answer, ...]:
    """Answers on texts that are not there, each pair once."""
    found: dict[tuple[object, ...], Answer] = {}
    for answer in absent:
        sides = sorted((side.prints[:1] or (side.action,)) for side in (answer.a, answer.b))
        found.setdefault((*sides, answer.ruling), answer)
    return tuple(found.values())


def _contradictions(held: Mapping[Pair, Answer]) -> tuple[set[Pair], list[Problem]]:
    """The answers "same" that lead from one text to another that is to stay apart from it, and what is said of them."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from(sorted(pair for pair, answer in held.items() if answer.ruling == Ruling.SAME))
    broken: set[Pair] = set()
    problems = []
    for apart, answer in sorted(held.items()):
        while answer.ruling != Ruling.SAME and apart[0] != apart[1] and _connected(graph, apart):
            way = nx.shortest_path(graph, answer.a.prints[0], answer.b.prints[0])
            steps = [_pair(a, b) for a, b in pairwise(way)]
            graph.remove_edges_from(steps)
            broken |= set(steps)
            problems.append(_problem([held[step] for step in steps], answer))
    return broken, problems


def _followers(firm: Mapping[Pair, Answer], look: Recogniser) -> Iterator[Decision]:
    """What else an answer "same" says: who is asked about a text is asked about all records that are one work with it.

    None of these holds against an answer that keeps two texts apart.
    """
    apart = [pair for pair, answer in firm.items() if answer.ruling != Ruling.SAME]
    groups: UnionFind[str] = UnionFind()
    united = {pair: answer for pair, answer in firm.items() if answer.ruling == Ruling.SAME}
    for pair in united:
        groups.union(*pair)
    for answer in united.values():
        for first, *others in (answer.a.prints, answer.b.prints):
            for other in (name for name in others if name in look and groups[name] != groups[first]):
                if not any({groups[a], groups[b]} == {groups[first], groups[other]} for a, b in apart):
                    groups.union(first, other)
                    yield Decision(first, other, same=True)


def _connected(graph: "nx.Graph[str]", pair: Pair) -> bool:
    return all(graph.has_node(name) for name in pair) and nx.has_path(graph, *pair)


def _torn(told: Sequence[Answer]) -> Problem:
    """The problem of a pair with several answers."""
    safe = _safest(told)
    return _problem([next(answer for answer in told if answer.ruling != safe.ruling)], safe)


def _problem(together: Sequence[Answer], apart: Answer) -> Problem:
    return problem(
        Code.DECISIONS_CONTRADICT,
        apart.file,
        together="; ".join(map(_said, together)),
        apart=_said(apart),
    )


def _said(answer: Answer) -> str:
    sign = {Ruling.SAME: "=", Ruling.FAMILY: "~"}.get(answer.ruling or Ruling.APART, "≠")
    return f"“{answer.a.action}” {sign} “{answer.b.action}”"


def remarks(resolved: Resolved, a: Sequence[str], b: Sequence[str]) -> Iterator[Answer]:
    """What people wrote beside an undecided question on records with these fingerprints."""
    for pair, answer in (resolved.unread or {}).items():
        if (pair[0] in a and pair[1] in b) or (pair[0] in b and pair[1] in a):
            yield answer
