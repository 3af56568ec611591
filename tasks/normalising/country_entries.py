"""Bodies of the plan's own country, from country_institutions.csv, and the host by the first letters of its name."""

from collections.abc import Iterator

from tasks.model.values import Institution, Level
from tasks.normalising.directory_rows import Entry
from tasks.normalising.reference import rows, spellings
from tasks.normalising.regions import Gazetteer

_SMALL = frozenset({"of", "and", "for", "the", "in", "on"})
_FEWEST = 3  # letters of a short form of the host
_IN_CELLS = "~"  # marks a spelling that names an institution only in a cell for institutions


def country_entries(gazetteer: Gazetteer) -> Iterator[Entry]:
    """The spellings of country_institutions.csv for a country; those of any country come last."""
    for country in (gazetteer.country, "*") if gazetteer.country else ():
        for row in rows("country_institutions"):
            if row["country"] == country:
                named = gazetteer.named(row["region"]) if row["region"] else None
                region = named.name if named is not None else row["region"]
                institution = Institution(row["canonical"], Level(row["level"]), region)
                for written in spellings(row, "canonical", "variants"):
                    bare = written.removeprefix(_IN_CELLS)
                    yield Entry(institution, bare, in_cells_only=bare != written)


def host_entries(host: str, gazetteer: Gazetteer) -> list[Entry]:
    """The host of a meeting by the first letters of its name: "DEFF", "MoWR"; none for one of a region."""
    said = [word for word in host.split() if word[:1].isalpha()]
    if gazetteer.find(host, place=True) or len(said) < _FEWEST or "," in host.partition(" of ")[0]:
        return []
    letters = "".join(word[0] for word in said if word.casefold() not in _SMALL).upper()
    forms = [letters, f"{letters[0]}o{letters[1:]}", f"{letters[0]}O{letters[1:]}"] if " of " in host else [letters]
    return [Entry(Institution(host, Level.CENTRAL), form) for form in forms if len(form) >= _FEWEST]
