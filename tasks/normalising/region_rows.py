"""Rows of regions, shipped or the plan's own, as regions."""

from collections.abc import Mapping

from tasks.model.values import Level, Region
from tasks.normalising.reference import rows


def shown_names(language: str) -> Mapping[str, str]:
    """Names that are shown instead of the official ones: short forms, in English the English ones."""
    kinds = ("display", "english") if language == "en" else ("display",)
    shown = {}
    for kind in kinds:
        names = {row["name"]: row["alias"] for row in reversed(rows("region_aliases")) if row["kind"] == kind}
        shown.update(names)
    return shown


def official(row: Mapping[str, str], shown: Mapping[str, str]) -> Region:
    """A row of regions.csv under the name that is shown."""
    return Region(row["code"], shown.get(row["name"], row["name"]), Level(row["type"]), row["parent"])


def abroad(row: Mapping[str, str]) -> Region:
    """A row of a region of another country."""
    return Region(row["kind"].split()[-1], row["name"], Level.OTHER)


def is_learnt(region: Region) -> bool:
    """Whether a plan's own words tell of this region, and no list: it has no official code."""
    return region.code == region.name


def is_foreign(region: Region) -> bool:
    """Whether it is none of Indonesia's official regions, whose codes are numbers."""
    return is_learnt(region) or region.code[:2].isalpha()


def own_region(row: Mapping[str, str]) -> Region:
    """A row of the plan's own regions.csv; a level that is none becomes "other"."""
    level = row.get("type", "").strip()
    known = Level(level) if level in set(Level) else Level.OTHER
    return Region(
        row.get("code", "") or row["canonical"].strip(), row["canonical"].strip(), known, row.get("parent", "")
    )
