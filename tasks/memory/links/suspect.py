"""Links of which one end has another text than in the last run: somebody should see whether they still hold."""

from collections.abc import Collection, Iterator, Mapping

import pandas as pd

from tasks.memory.decisions.recognise import Recogniser
from tasks.merging.checks import place_items
from tasks.model.decisions import Side
from tasks.model.last_links import LastLinks
from tasks.model.problem import Code, Problem, problem
from tasks.model.values import SEPARATOR

Link = tuple[str, str]
_ENDS = ("from_item", "to_item")
_NOBODY = Side("")


def suspected(
    links: pd.DataFrame, records: pd.DataFrame, last: LastLinks, known: Collection[str]
) -> tuple[pd.DataFrame, tuple[Problem, ...]]:
    """The links (schema LINKS) with `suspect` filled, and a problem for each that is.

    records: of this run (schema RECORDS, item_id filled); known: the fingerprints that records had in earlier runs. An
    item whose text was rewritten is looked for among the records that no earlier run had.
    """
    before = dict(_today(last, records, known))
    pairs = list(zip(*(links[name].tolist() for name in _ENDS), strict=True))
    told = [_changed(before.get(pair, ""), now) for pair, now in zip(pairs, links["fingerprint"].tolist(), strict=True)]
    found = tuple(_problem(pair, ends) for pair, ends in zip(pairs, told, strict=True) if ends)
    cells = pd.Series([SEPARATOR.join(ends) for ends in told], dtype="str", index=links.index)
    return links.assign(suspect=cells), place_items(found, records)


def _today(last: LastLinks, records: pd.DataFrame, known: Collection[str]) -> Iterator[tuple[Link, str]]:
    """The links of the last run with the ids that their items have in this one."""
    items = records["item_id"].tolist()
    here = set(items)
    gone = {item: side for item, side in last.ends.items() if item not in here}
    ids = dict(_renamed(gone, records, known)) if gone else {}
    for (one, other), fingerprint in last.fingerprints.items():
        yield (ids.get(one, one), ids.get(other, other)), fingerprint


def _renamed(gone: Mapping[str, Side], records: pd.DataFrame, known: Collection[str]) -> Iterator[Link]:
    look, items = Recogniser(records, known), records["item_id"].tolist()
    for item, side in gone.items():
        if found := look.find(side, _NOBODY):
            yield item, items[found.row]


def _changed(before: str, now: str) -> list[str]:
    """The ends whose fingerprint is another one; none if there was no such link before."""
    pairs = zip(_ENDS, before.split("/"), now.split("/"), strict=False)
    return [name for name, had, has in pairs if had and had != has]


def _problem(pair: Link, ends: list[str]) -> Problem:
    item = pair[_ENDS.index(ends[-1])]
    end = ends[0] if len(ends) == 1 else "both"
    return problem(Code.LINK_SUSPECT, item=item, link=" → ".join(pair), end=f"@linking.suspect.{end}")
