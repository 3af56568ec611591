"""Who gets an extract, of which level, and which institutions a province has."""

from dataclasses import replace
from datetime import date

from tasks.model.meeting import Meeting
from tasks.model.values import Level
from tasks.rendering.extracts.offices import Body, bodies
from tasks.rendering.view.items import rows_of
from tests.rendering.plans import Row, item, plan


def found(*items: Row, meeting: Meeting | None = None) -> list[Body]:
    what = plan(items) if meeting is None else plan(items, meeting=meeting)
    return bodies(what, rows_of(what.items))


def names(*items: Row, meeting: Meeting | None = None) -> list[tuple[str, str]]:
    return [(str(body.level), body.name) for body in found(*items, meeting=meeting)]


def test_owners_and_supporters_get_one_each_from_the_centre_down() -> None:
    first = item("A.1", owners="Dinas Kesehatan Kota Padang; Ditjen X", levels="district; central", supporters="PT Y")
    assert names(first, item("A.2", owners="Ditjen X", supporters="Ditjen X; PT Y")) == [
        ("central", "Ditjen X"),
        ("province", "Sumatera Barat"),
        ("district", "Dinas Kesehatan Kota Padang"),
        ("other", "PT Y"),
    ]


def test_the_level_of_one_who_only_supports_comes_from_the_directory() -> None:
    assert names(item("A.1", supporters="Kementerian Dalam Negeri"))[0] == ("central", "Kementerian Dalam Negeri")
    (unknown,) = [body for body in found(item("A.1", supporters="Yayasan Tak Dikenal")) if body.level == Level.OTHER]
    assert not unknown.known


def test_the_commonest_level_holds_where_the_plan_gives_several() -> None:
    levels = ("province", "district", "district")
    items = [item(f"A.{n}", owners="Balai Z", levels=level) for n, level in enumerate(levels, 1)]
    assert names(*items) == [("district", "Balai Z")]


def test_a_province_has_its_offices_and_those_of_its_districts_but_none_of_the_centre() -> None:
    items = [
        item("A.1", owners="Dinas Kesehatan Provinsi Jawa Timur", levels="province"),
        item("A.2", owners="Dinas Kesehatan Kota Surabaya", levels="district"),
        item("A.3", owners="Balai Besar Jawa Timur", levels="central-unit"),
    ]
    (province,) = [body for body in found(*items) if body.members]
    assert (province.name, province.level) == ("Jawa Timur", Level.PROVINCE)
    assert province.names == ("Dinas Kesehatan Provinsi Jawa Timur", "Dinas Kesehatan Kota Surabaya")


def test_a_collective_owner_is_an_institution_of_its_own_and_no_province() -> None:
    owner = "Dinas Pendidikan Provinsi"
    assert names(item("A.1", owners=owner, levels="province")) == [("province", owner)]


def test_provinces_of_another_country_are_those_that_the_plan_names() -> None:
    abroad = Meeting("Health Meeting", host="Ministry of Health", start=date(2021, 3, 1), language="en")
    office = item("A.1", owners="Health Office of Lake Province", levels="province", regions="Lake Province")
    other = item("A.2", owners="Health Office of Sea District", levels="district", regions="Sea District")
    assert names(office, other, meeting=abroad) == [
        ("province", "Lake Province"),
        ("province", "Health Office of Lake Province"),
        ("district", "Health Office of Sea District"),
    ]


def test_the_year_of_the_plan_will_do_where_the_meeting_has_none() -> None:
    what = replace(plan([item("A.1", owners="Dinas Kesehatan Provinsi Bali", levels="province")], meeting=Meeting()))
    assert [body.name for body in bodies(what, rows_of(what.items))] == ["Bali", "Dinas Kesehatan Provinsi Bali"]
