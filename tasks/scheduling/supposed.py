"""Links that nobody wrote down but that are likely: what could not be kept if they held."""

import numpy as np
import pandas as pd

from tasks.scheduling.chains import Chain, Sides, chains, sides
from tasks.scheduling.network import Network, network
from tasks.scheduling.verdicts import Verdict

LIKELY = 0.7
"""From which confidence on a proposed link that cannot be kept is told."""

_BROKEN = (Verdict.IMPOSSIBLE, Verdict.OVERPROMISED)


def supposed(items: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """The links (schema LINKS, judged) with those accepted that are likely and cannot be kept; empty if there is none.

    Of an item that says itself what it waits for nothing is supposed.
    """
    says = set(links["to_item"][(links["kind"] == "explicit") & (links["status"] == "accepted")])
    open_ = (links["status"] == "proposed") & links["verdict"].isin(_BROKEN) & ~links["to_item"].isin(says)
    likely = open_ & np.array([float(cell or 0) >= LIKELY for cell in links["confidence"].tolist()], bool)
    if not likely.any():
        return links.iloc[:0]
    return links.assign(status=links["status"].mask(likely, "accepted")).astype({"status": "str"})


def broken(items: pd.DataFrame, links: pd.DataFrame, stated: Network) -> tuple[Network, Sides, tuple[Chain, ...]]:
    """The network with supposed links too, its bounds, and the chains whose last link is one of them."""
    net = network(items, links)
    bounds = sides(net)
    return net, bounds, tuple(chain for chain in chains(net, bounds) if chain.last not in stated.links)
