"""What a record says of others: the mentions in all its fields."""

from collections.abc import Iterator, Mapping

from tasks.linking.mentions import Mention, mentions
from tasks.linking.missing import unclaimed
from tasks.linking.numbers import says_see
from tasks.linking.outcomes import outcomes

FIELDS = ("action", "depends_text", "remarks", "period_text", "solution", "obstacle")
"""Where records speak of one another; of obstacles and solutions only the strongest words count."""

Row = Mapping[str, str]


def told(row: Row) -> Iterator[Mention]:
    """The mentions in a record (schema RECORDS)."""
    yield from outcomes(row["action"])
    yield from unclaimed(row["remarks"])
    filled = (name for name in FIELDS if row[name])
    for field in (name for name in filled if name != "depends_text" or row[name] not in row["action"]):
        for mention in mentions(row[field], prerequisite=field == "depends_text"):
            strong = mention.strength == "hard" or (field == "solution" and mention.strength == "weak")
            own_cell = field == "depends_text" and row[field] not in (row["remarks"], row["action"])
            points = says_see(mention.evidence.partition("(")[0])
            if (points and not own_cell) or (field in ("solution", "obstacle") and not strong):
                continue
            yield mention


def inside(mention: Mention) -> list[Mention]:
    """The weaker mentions in the words of a strong one, in the same direction."""
    if mention.strength == "weak":
        return []
    return [part for part in mentions(mention.phrase) if part.direction == mention.direction]
