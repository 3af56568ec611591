"""Local governments named by their region bear the form that the plan uses for others of their kind."""

from tasks.model.values import Institution, Level
from tasks.normalising.local_governments import in_form
from tasks.normalising.regions import Gazetteer

UGANDA = Gazetteer.load(2023, language="en", country="UG")


def form(*names: tuple[str, str], gazetteer: Gazetteer = UGANDA) -> dict[str, str]:
    """The names written out, given (name, region) of the offices of a plan."""
    return in_form([Institution(name, Level.DISTRICT, region) for name, region in names], gazetteer)


LIRA = ("Lira District Local Government", "Lira District")


def test_a_region_alone_takes_the_form_of_the_others() -> None:
    assert form(LIRA, ("Gulu", "Gulu District"), ("Pader District", "Pader District")) == {
        "Gulu": "Gulu District Local Government",
        "Pader District": "Pader District Local Government",
    }


def test_a_city_is_no_district() -> None:
    assert form(LIRA, ("Arua City", "Arua City")) == {}


def test_no_form_or_two_forms_leave_the_names() -> None:
    assert form(("Gulu", "Gulu District")) == {}
    assert form(LIRA, ("Pader District Council", "Pader District"), ("Gulu", "Gulu District")) == {}


def test_a_country_that_nobody_knows_has_none() -> None:
    assert form(LIRA, ("Gulu", "Gulu District"), gazetteer=Gazetteer.load(2023, language="en")) == {}


def test_new_cities_and_groups_of_districts_are_places_of_their_own() -> None:
    found = [m.region.name for m in UGANDA.find("Roads in Arua City, Karamoja and Northern Uganda")]
    assert found == ["Arua City", "Karamoja", "Northern Region"]
