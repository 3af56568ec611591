"""What the words of a header or title say about the sums below: their scale and currency."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from tasks.normalising.reference import rows

_ZEROS = re.compile(r"(?<![\d,])(?<!\d\.)(?:x\s*)?(?:1[.,]?)?((?:000)(?:[.,]?000)*)(?![\d])")
_WORD = re.compile(r"[^\W\d_]+\$?|[$€£¥]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A column's factor and its currency, "" if it names none."""

    factor: int = 1
    currency: str = ""


@cache
def words_of(*kinds: str) -> Mapping[str, str]:
    """Words of these kinds with their values, from money_words.csv."""
    return {row["word"]: row["value"] for row in rows("money_words") if row["kind"] in kinds}


@lru_cache(maxsize=4096)
def header_unit(words: str) -> Unit:
    """Factor and currency of a header such as "Biaya (Rp 000)", "(DALAM RIBUAN RUPIAH)", "Budget (USD million)"."""
    folded = words.casefold()
    said = _WORD.findall(folded)
    currency = next((words_of("currency")[w] for w in said if w in words_of("currency")), "")
    scales = {**words_of("unit"), **{w: v for w, v in words_of("scale", "english scale").items() if len(w) > 1}}
    factor = next((int(scales[w]) for w in said if w in scales), 0)
    zeros = _ZEROS.search(folded)
    if not factor and zeros:
        factor = 10 ** len(zeros.group(1).replace(".", "").replace(",", ""))
    return Unit(factor or 1, currency)
