"""Links of which one end has another text than in the last run: somebody should see whether they still hold."""

from collections.abc import Iterator, Mapping

import pandas as pd

from tasks.linking.fingerprints import text_prints
from tasks.memory.decisions.recognise import Earlier, Recogniser
from tasks.merging.checks import place_items
from tasks.model.decisions import Side
from tasks.model.last_links import LastLinks
from tasks.model.problem import Code, Problem, problem
from tasks.model.values import SEPARATOR

Link = tuple[str, str]
_ENDS = ("from_item", "to_item")
_NOBODY = Side("")


def suspected(
    links: pd.DataFrame, items: pd.DataFrame, records: pd.DataFrame, last: LastLinks, earlier: Earlier
) -> tuple[pd.DataFrame, tuple[Problem, ...]]:
    """The links (schema LINKS) with `suspect` filled, a problem for each that is, and for each that is there no more.

    items, records: of this run (schemas ITEMS, RECORDS with item_id filled). An item whose text was rewritten is looked
    for among the records that no earlier run had.
    """
    ids = _ids(last, records, earlier)
    before = {(ids.get(a, a), ids.get(b, b)): print_ for (a, b), print_ in last.fingerprints.items()}
    held = {(ids.get(a, a), ids.get(b, b)): last.fingerprints[a, b] for a, b in sorted(last.held)}
    pairs = list(zip(*(links[name].tolist() for name in _ENDS), strict=True))
    told = [_changed(before.get(pair, ""), now) for pair, now in zip(pairs, links["fingerprint"].tolist(), strict=True)]
    found = [_problem(Code.LINK_SUSPECT, pair, ends) for pair, ends in zip(pairs, told, strict=True) if ends]
    found += _lost({pair: print_ for pair, print_ in held.items() if pair not in set(pairs)}, items)
    cells = pd.Series([SEPARATOR.join(ends) for ends in told], dtype="str", index=links.index)
    return links.assign(suspect=cells), place_items(tuple(found), records)


def _ids(last: LastLinks, records: pd.DataFrame, earlier: Earlier) -> dict[str, str]:
    """The ids in this run of items that have none of that name any more."""
    here = set(records["item_id"].tolist())
    gone = {item: side for item, side in last.ends.items() if item not in here}
    return dict(_renamed(gone, records, earlier)) if gone else {}


def _renamed(gone: Mapping[str, Side], records: pd.DataFrame, earlier: Earlier) -> Iterator[Link]:
    look, items = Recogniser(records, earlier), records["item_id"].tolist()
    for item, side in gone.items():
        if found := look.find(side, _NOBODY):
            yield item, items[found.row]


def _changed(before: str, now: str) -> list[str]:
    """The ends whose fingerprint is another one; none if there was no such link before."""
    pairs = zip(_ENDS, before.split("/"), now.split("/"), strict=False)
    return [name for name, had, has in pairs if had and had != has]


def _lost(held: Mapping[Link, str], items: pd.DataFrame) -> Iterator[Problem]:
    """Links that are no more between items that still are, of which one says something else."""
    prints = text_prints(items) if held else {}
    for pair, before in held.items():
        now = "/".join(prints.get(item, "") for item in dict.fromkeys(pair))
        if prints.keys() >= set(pair) and (ends := _changed(before, now)):
            yield _problem(Code.LINK_LOST, pair, ends)


def _problem(code: Code, pair: Link, ends: list[str]) -> Problem:
    item = pair[_ENDS.index(ends[-1])]
    end = ends[0] if len(ends) == 1 else "both"
    return problem(code, item=item, link=" → ".join(pair), end=f"@linking.suspect.{end}")
