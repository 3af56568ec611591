"""Words that a plan's people take for one, written one way before texts are compared; what is shown stays as it is."""

import re
from collections.abc import Mapping, Sequence


def aliased(texts: Sequence[str], aliases: Mapping[str, str]) -> list[str]:
    """Texts in which each word or phrase of `aliases` (whole, in any letter case) is written as what it means."""
    if not aliases:
        return list(texts)
    meant = {word.casefold(): other for word, other in aliases.items()}
    longest_first = sorted(meant, key=lambda word: (-len(word), word))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
    return [pattern.sub(lambda match: meant.get(match[0].casefold(), match[0]), text) for text in texts]
