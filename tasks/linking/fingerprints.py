"""Fingerprints of the texts that links rest on: a link that people decided on is suspect once one of them changes."""

import re
from hashlib import sha256

import pandas as pd

_WORD = re.compile(r"\w+")
_LENGTH = 8
"""How many digits tell one text of an item from another."""


def fingerprinted(links: pd.DataFrame, items: pd.DataFrame) -> pd.DataFrame:
    """The links (schema LINKS) with the fingerprint of what both items (schema ITEMS) do and make, from/to."""
    known = text_prints(items)
    ends = zip(links["from_item"].tolist(), links["to_item"].tolist(), strict=True)
    told = [f"{known[one]}/{known[other]}" for one, other in ends]
    return links.assign(fingerprint=pd.Series(told, dtype="str", index=links.index))


def text_prints(items: pd.DataFrame) -> dict[str, str]:
    """The fingerprint of what each item (schema ITEMS) does and makes, by its id."""
    texts = zip(items["item_id"].tolist(), items["action"].tolist(), items["output"].tolist(), strict=True)
    return {item: _fingerprint(f"{action}\n{output}") for item, action, output in texts}


def _fingerprint(text: str) -> str:
    """Of the words alone: case, punctuation and spaces do not matter."""
    return sha256(" ".join(_WORD.findall(text.casefold())).encode()).hexdigest()[:_LENGTH]
