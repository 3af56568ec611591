"""plan.json and its schema."""

import json
from typing import Any

from tasks.model.meeting import Meeting
from tasks.model.problem import Code, problem
from tasks.rendering.catalogue import load
from tasks.rendering.exchange.plan_json import SCHEMA_NAME, json_files, schema
from tests.rendering.plans import item, link, plan, record

FULL = plan(
    [item("A.1", owners="Pustekkom; Dinas B", budget="5000"), item("A.2")],
    [record("A.1"), record("A.2")],
    [link("A.1", "A.2")],
    problems=[problem(Code.OWNER_MISSING, item="RK-A1", action="x")],
    sources=[{"file": "K1/Matriks.docx", "status": "read"}],
)


def faults(value: Any, rule: dict[str, Any], place: str = "plan") -> list[str]:
    """The places where a value breaks a schema, as far as the words go that ours uses."""
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "null": type(None)}
    stated = rule.get("type", [])
    allowed = tuple(kinds[kind] for kind in ([stated] if isinstance(stated, str) else stated))
    if (allowed and not isinstance(value, allowed)) or value not in rule.get("enum", [value]):
        return [place]
    if isinstance(value, list):
        return [f for n, one in enumerate(value) for f in faults(one, rule["items"], f"{place}[{n}]")]
    if not isinstance(value, dict):
        return []
    known = rule["properties"]
    wrong = [f"{place}.{name}" for name in set(value) ^ set(known) if name in value or name in rule["required"]]
    return wrong + [f for name in value if name in known for f in faults(value[name], known[name], f"{place}.{name}")]


def test_the_document_obeys_its_schema() -> None:
    for what in (FULL, plan(), plan(meeting=Meeting())):
        files = dict(json_files(what, load("id")))
        assert faults(json.loads(files["plan.json"]), json.loads(files[SCHEMA_NAME])) == []


def test_the_schema_refuses_what_is_missing_unknown_or_of_another_kind() -> None:
    document = json.loads(dict(json_files(FULL, load("id")))["plan.json"])
    document["items"][0]["owners"] = "Pustekkom"
    document["links"][0]["colour"] = "red"
    del document["meeting"]["place"]
    found = faults(document, schema())
    assert sorted(found) == ["plan.items[0].owners", "plan.links[0].colour", "plan.meeting.place"]


def test_cells_with_several_values_are_lists() -> None:
    document = json.loads(dict(json_files(FULL, load("id")))["plan.json"])
    assert document["items"][0]["owners"] == ["Pustekkom", "Dinas B"]
    assert document["items"][1]["fund_sources"] == []
    assert document["items"][0]["budget"] == "5000"
    assert document["meeting"]["start"] == "2017-02-08"
    assert document["$schema"] == SCHEMA_NAME


def test_the_schema_names_its_draft() -> None:
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
