"""What an office has to answer: what is missing or contradictory in its actions, and what may be one piece of work."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from tasks.model.decisions import Doubt, Side
from tasks.model.problem import Problem, code_list
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.decisions.reason import reason
from tasks.rendering.extracts.index import Index
from tasks.rendering.extracts.shape import Matter
from tasks.rendering.locators import localise_locator
from tasks.rendering.view.belonging import subjects
from tasks.rendering.view.questions import question_lines
from tasks.rendering.word import inline

_SEVERITIES = ("error", "warning", "info")


def matter_views(names: Iterable[str], own: Sequence[str], index: Index, speak: Catalogue) -> tuple[Matter, ...]:
    """The matters of an office: errors first, by kind, then in the order of its actions; doubts about merging last.

    `names`: the office; `own`: the codes of the actions that it leads, in order.
    """
    position = {code: n for n, code in enumerate(own)}
    of_items = (found for code in own for found in index.problems.get(code, ()))
    of_office = (found for name in names for found in index.of_office.get(name, ()))
    problems = list(dict.fromkeys(chain(of_items, of_office)))
    doubts = dict.fromkeys(doubt for code in own for doubt in index.doubts.get(code, ()))
    held = {code: set(index.doubts.get(code, ())) for code in own}
    return (
        *(_asked(found, position, index, speak) for found in sorted(problems, key=lambda p: _rank()[p.code])),
        *(_doubtful(d, [code for code in own if d in held[code]], index, speak) for d in doubts),
    )


@cache
def _rank() -> dict[str, tuple[int, int]]:
    return {row["code"]: (_SEVERITIES.index(row["severity"]), n) for n, row in enumerate(code_list())}


def _asked(found: Problem, position: dict[str, int], index: Index, speak: Catalogue) -> Matter:
    codes = [code for code in subjects(found, index.rows) if code in position]
    lines = question_lines(found, position, index.around, speak)
    return _matter(sorted(codes, key=lambda code: position[code]), speak.text(f"kind.{found.code}"), lines, index)


def _doubtful(doubt: Doubt, codes: list[str], index: Index, speak: Catalogue) -> Matter:
    def told(side: Side) -> str:
        file = side.file.rsplit("/", 1)[-1]
        place = ", ".join(filter(None, [side.group, file, localise_locator(side.locator, speak.language)]))
        return speak.text("extract.doubt.side", action=side.action, place=place)

    why = reason(doubt.a, doubt.b, doubt.grounds, speak)
    lines = (told(doubt.a), told(doubt.b), why, speak.text("extract.doubt.ask"))
    return _matter(codes, speak.text("extract.doubt"), filter(None, lines), index)


def _matter(codes: Sequence[str], title: str, lines: Iterator[str], index: Index) -> Matter:
    links = [index.around.items[code].link for code in codes]
    return Matter(inline.joined(links) if links else inline.plain("–"), title, "\n".join(lines))
