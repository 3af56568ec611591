"""Families that people decided on, beside those that are found."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import networkx as nx
import pandas as pd

from tasks.merging.identity import FAMILY_PREFIX, fingerprint, minted
from tasks.merging.merge import Merged


def related(merged: Merged, kin: Sequence[tuple[str, str]]) -> Merged:
    """What was merged, items of one family that hold records with these pairs of fingerprints.

    Families that a pair connects become one, with the id of the first; items without a family get a new id.
    """
    pairs = list(_items(merged.records, kin))
    if not pairs:
        return merged
    given = dict(zip(merged.items["item_id"], merged.items["family_id"], strict=True))
    families: dict[str, str] = {}
    taken = set(filter(None, given.values()))
    order = list(given)
    for items in nx.connected_components(_graph(pairs, given)):
        members = sorted(items & given.keys(), key=order.index)
        name = next(filter(None, (given[item] for item in members)), "")
        name = name or minted(FAMILY_PREFIX, _first_print(merged.records, members[0]), taken)
        taken.add(name)
        families |= dict.fromkeys(members, name)
    return replace(merged, records=_named(merged.records, families), items=_named(merged.items, families))


def _graph(pairs: Sequence[tuple[str, str]], given: Mapping[str, str]) -> "nx.Graph[str]":
    """Items that decisions connect, and all items of the families of these."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from(pairs)
    told = {given[item] for pair in pairs for item in pair} - {""}
    graph.add_edges_from((item, family) for item, family in given.items() if family in told)
    return graph


def _items(records: pd.DataFrame, kin: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The different items of each pair."""
    wanted = {name for pair in kin for name in pair}
    found: dict[str, list[str]] = {}
    columns = [records[name] for name in ("action", "owners", "regions", "item_id")]
    for action, owners, regions, item in zip(*columns, strict=True) if wanted else ():
        name = fingerprint({"action": action, "owners": owners, "regions": regions})
        if name in wanted:
            found.setdefault(name, []).append(item)
    for a, b in kin:
        yield from ((one, other) for one in found.get(a, ()) for other in found.get(b, ()) if one != other)


def _first_print(records: pd.DataFrame, item: str) -> str:
    row = records.loc[records["item_id"] == item].iloc[0]
    return fingerprint({name: str(row[name]) for name in ("action", "owners", "regions")})


def _named(table: pd.DataFrame, families: Mapping[str, str]) -> pd.DataFrame:
    names = [families.get(item, family) for item, family in zip(table["item_id"], table["family_id"], strict=True)]
    return table.assign(family_id=pd.Series(names, index=table.index, dtype="str"))
