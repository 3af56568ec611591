"""The links of the last version that was issued, in the plan's database."""

from collections.abc import Mapping

import pandas as pd

from tasks.memory.database import Scope
from tasks.memory.decisions.link_sides import link_sides
from tasks.memory.schema import HELD_LINK, LINK_END
from tasks.model.decision_keys import side_key, side_of
from tasks.model.decisions import Side
from tasks.model.last_links import LastLinks
from tasks.scheduling.network import FOLLOWS

_KEPT = ("accepted", "rejected")


def recall(scope: Scope, before: pd.DataFrame) -> LastLinks:
    """The links of the last run; none if there was none. before: the table LINKS of its version."""
    links = scope.rows(HELD_LINK, "from_item", "to_item", "fingerprint")
    ends = scope.rows(LINK_END, "item_id", "told")
    pairs = {(one, other): fingerprint for one, other, fingerprint in links}
    held = before[before["status"] == "accepted"]
    both = frozenset(zip(held["from_item"].tolist(), held["to_item"].tolist(), strict=True))
    return LastLinks(pairs, {item: side_of(told) for item, told in ends}, both & pairs.keys())


def remember(scope: Scope, links: pd.DataFrame, items: pd.DataFrame, records: pd.DataFrame) -> None:
    """Keep these links (schema LINKS) and their ends in place of those before."""
    last = _last(links, items, records)
    scope.clear(HELD_LINK)
    scope.clear(LINK_END)
    pairs = last.fingerprints.items()
    names = ("from_item", "to_item", "fingerprint")
    scope.add(HELD_LINK, [dict(zip(names, (*pair, print_), strict=True)) for pair, print_ in pairs])
    scope.add(LINK_END, [{"item_id": item, "told": side_key(side)} for item, side in last.ends.items()])


def _last(links: pd.DataFrame, items: pd.DataFrame, records: pd.DataFrame) -> LastLinks:
    kept = links[links["status"].isin(_KEPT) & (links["relation"] == FOLLOWS)]
    pairs = list(zip(kept["from_item"].tolist(), kept["to_item"].tolist(), strict=True))
    ends: Mapping[str, Side] = link_sides({item for pair in pairs for item in pair}, items, records)
    return LastLinks(dict(zip(pairs, kept["fingerprint"].tolist(), strict=True)), ends)
