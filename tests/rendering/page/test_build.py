"""The page as bytes: complete, self-contained, escaped, the same every time."""

import json
import re
import shutil
from base64 import b64encode
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tasks.model.errors import TemplateError
from tasks.model.meeting import Meeting
from tasks.model.plan import Plan
from tasks.model.values import parts
from tasks.rendering.catalogue import LANGUAGES, load
from tasks.rendering.page.build import page_file, page_name, page_view
from tasks.rendering.page.data import script_json
from tasks.rendering.page.template import FOLDER, PAGE, STYLE
from tasks.rendering.render import TEMPLATES
from tests.rendering.page.meetings import HOSTILE, hostile, rich
from tests.rendering.plans import item, link, plan, record


def text_of(what: Plan, language: str = "id") -> str:
    return page_file(what, load(language), TEMPLATES).decode()


def tree_of(what: Plan, language: str = "id") -> Any:
    return etree.fromstring(text_of(what, language).encode(), etree.HTMLParser(encoding="utf-8", huge_tree=True))


def data_of(what: Plan) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text_of(what), re.DOTALL)
    assert found
    loaded: dict[str, Any] = json.loads(found[1])
    return loaded


def test_the_page_bears_the_name_of_the_plan() -> None:
    assert [page_name(load(language)) for language in LANGUAGES] == [
        "Rencana Kerja Terintegrasi.html",
        "Integrated Work Plan.html",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "what", [rich(), hostile(), plan(), plan(meeting=Meeting()), plan([item("A.1") | {"number": ""}])]
)
def test_the_same_plan_gives_the_same_bytes_whatever_it_holds(what: Plan, language: str) -> None:
    first = text_of(what, language)
    assert first == text_of(what, language)
    assert f'<html lang="{language}">' in first


def test_nothing_is_asked_for_from_elsewhere() -> None:
    root = tree_of(rich())
    addresses = [value for name in ("src", "href", "action", "data") for value in root.xpath(f"//@{name}")]
    assert all(value.startswith("#") or value == "data:," for value in addresses)
    assert not re.search(r"@import|url\(|https?://(?!www\.w3\.org/2000/svg)", text_of(rich()))


def test_the_policy_allows_this_style_and_this_script_alone() -> None:
    text = text_of(rich())
    policy = unescape(re.findall(r'Content-Security-Policy" content="(.*?)"', text)[0])
    [style] = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    [script] = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    style_hash, script_hash = (b64encode(sha256(part.encode()).digest()).decode() for part in (style, script))
    assert policy.startswith("default-src 'none';")
    assert f"style-src 'sha256-{style_hash}'; script-src 'sha256-{script_hash}';" in policy
    assert "unsafe" not in policy


def test_every_item_stands_in_the_page_with_its_source() -> None:
    what = rich()
    root = tree_of(what)
    for row in what.items.to_dict("records"):
        [body] = root.xpath("//tbody[@id=$code]", code=row["item_id"])
        said = " ".join("".join(body.itertext()).split())
        assert row["action"] in said
        assert "K1/Matriks.docx, tabel 1, baris 2" in said


def test_links_lead_to_what_is_there() -> None:
    root = tree_of(rich())
    marks = set(root.xpath("//@id"))
    targets = {href[1:].rpartition("/")[2] for href in root.xpath("//a/@href")}
    assert {"RK-A1", "RK-B12", "m1"} <= targets
    assert targets <= marks


def test_both_ends_of_a_dependency_name_each_other() -> None:
    cards = {card.item.code: card for card in page_view(rich(), load("id")).cards}
    assert [one.item.code for one in cards["RK-B1"].waits_for] == ["RK-A1"]
    assert [(one.item.code, one.accepted) for one in cards["RK-A2"].awaited_by] == [("RK-B2", False)]


def test_a_dependency_that_is_held_and_proposed_at_once_holds() -> None:
    what = plan([item("A.1"), item("A.2")], [], [link("A.1", "A.2", status="proposed"), link("A.1", "A.2")])
    [reference] = page_view(what, load("id")).cards[1].waits_for
    assert reference.accepted
    assert data_of(what)["links"] == [[0, 1, 1]]


def test_statuses_come_from_the_schedule_and_from_what_must_be_decided() -> None:
    cards = page_view(rich(), load("id")).cards
    held = {card.item.number: {status.name for status in card.statuses} for card in cards}
    assert {number for number, names in held.items() if "critical" in names} == {"A.1", "B.1"}
    assert {number for number, names in held.items() if "infeasible" in names} == {"A.2"}
    assert {number for number, names in held.items() if "undecided" in names} == {"A.2", "A.3", "B.2"}


def test_missing_prerequisites_stand_apart_from_other_matters() -> None:
    view = page_view(rich(), load("id"))
    assert ["kontrak payung" in matter.text for kind in view.missing for matter in kind.matters] == [True]
    assert [[one.code for matter in kind.matters for one in matter.items] for kind in view.decide] == [
        ["RK-A2"],
        [],
        ["RK-A3"],
    ]


def test_filters_hold_the_values_of_the_plan() -> None:
    what = rich()
    view, data = page_view(what, load("id")), data_of(what)
    institutions = next(one for one in view.filters if one.name == "institution")
    names = {choice.value: choice.name for group in institutions.groups for choice in group.choices}
    told = [{names[value] for value in values} for values in data["facets"]["institution"]]
    rows = what.items.to_dict("records")
    assert told == [{*parts(row["owners"]), *parts(row["supporters"])} for row in rows]
    assert [one.name for one in view.filters] == ["institution", "level", "region", "programme", "group", "status"]


def test_what_nobody_leads_can_be_found() -> None:
    view = page_view(plan([item("A.1", owners="", levels="")]), load("id"))
    institutions = next(one for one in view.filters if one.name == "institution")
    assert [c.name for group in institutions.groups for c in group.choices] == ["belum ditetapkan"]


def test_a_filter_without_values_is_left_out() -> None:
    view = page_view(plan([item("A.1", programme="")]), load("id"))
    assert [one.name for one in view.filters] == ["institution", "level"]


def test_hostile_texts_are_texts() -> None:
    root = tree_of(hostile())
    assert len(root.xpath("//script")) == 2
    assert root.xpath("//img") == []
    assert HOSTILE in root.xpath("//title")[0].text


@given(st.dictionaries(st.text(), st.text() | st.lists(st.text())))
def test_data_never_end_their_element_and_lose_nothing(value: dict[str, object]) -> None:
    told = script_json(value)
    assert not set(told) & set("<>&\u2028\u2029")
    assert json.loads(told) == value


def test_control_characters_are_left_out() -> None:
    assert "Melatih\u0007" not in text_of(plan([item("A.1", action="Melatih\u0007 guru\ud800")]))


def copied(folder: Path) -> Path:
    shutil.copytree(TEMPLATES / FOLDER, folder / FOLDER)
    return folder


def test_staff_restyle_the_page(tmp_path: Path) -> None:
    style = copied(tmp_path) / FOLDER / STYLE
    style.write_text(style.read_text(encoding="utf-8") + "h1 { color: teal; }\n", encoding="utf-8")
    assert b"color: teal" in page_file(rich(), load("id"), tmp_path)


@pytest.mark.parametrize("broken", ["{% if %}", "{{ view.nothing }}", "{{ text('page.nothing') }}", None])
def test_a_broken_or_missing_template_is_named(tmp_path: Path, broken: str | None) -> None:
    template = copied(tmp_path) / FOLDER / PAGE
    if broken is None:
        template.unlink()
    else:
        template.write_text(broken, encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        page_file(rich(), load("id"), tmp_path)
    assert dict(caught.value.problem.details)["template"] == PAGE


def test_the_order_of_the_items_is_that_of_their_numbers() -> None:
    what = plan([item("A.10"), item("A.2"), item("A.1")], [record("A.1")])
    assert [card.item.number for card in page_view(what, load("id")).cards] == ["A.1", "A.2", "A.10"]
    assert data_of(what)["codes"] == ["RK-A1", "RK-A2", "RK-A10"]
