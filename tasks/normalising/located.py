"""Institutions of other countries with their regions by the names under which the country's table has them."""

from tasks.model.values import Institution, Level
from tasks.normalising.regions import Gazetteer
from tasks.normalising.words import words


def located(institution: Institution, gazetteer: Gazetteer) -> Institution:
    """With its region by the name under which the country's table has it: "Limpopo" for "Limpopo Province".

    One that nobody knows is of the region whose name it begins or ends with.
    """
    if not gazetteer.country:
        return institution
    if not institution.region and institution.level is Level.OTHER:
        return _by_name(institution, gazetteer)
    if not institution.region or gazetteer.by_name(institution.region) is not None:
        return institution
    said = words(institution.region)
    known = gazetteer.at(said, 0)
    if known is None or known[1] != len(said):
        return institution
    return Institution(institution.name, institution.level, known[0].name)


def _by_name(institution: Institution, gazetteer: Gazetteer) -> Institution:
    found = gazetteer.find(institution.name)
    at_edge = len(found) == 1 and (found[0].start == 0 or found[0].end == len(institution.name))
    return Institution(institution.name, institution.level, found[0].region.name) if at_edge else institution
