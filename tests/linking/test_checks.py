"""Every check finds what its examples in rules.csv say, and nothing else."""

from collections.abc import Iterator

import pytest

from tasks.linking.checks.authority import competence
from tasks.linking.checks.findings import CHECKS
from tasks.linking.checks.waivers import WAIVABLE
from tasks.linking.link import link
from tasks.linking.mentions import FOLDER
from tasks.merging.lists import rows
from tasks.model.problem import Code, severities
from tests.frames import GROUPS
from tests.linking.plans import linked, plan

RULES = rows("rules", FOLDER / "checks")
EXAMPLES = [
    pytest.param(rule["id"], example, fails, id=f"{rule['id']}-{'fails' if fails else 'passes'}-{n}")
    for rule in RULES
    for fails in (False, True)
    for n, example in enumerate(rule["fails" if fails else "passes"].split(" | "))
]


def actions(example: str) -> Iterator[dict[str, str]]:
    """The records of an example: "field=value; …", one after "||", "9 * …" nine of them, {n} being their number."""
    for told in example.split(" || "):
        times, _, cells = told.rpartition(" * ")
        for n in range(int(times or 1)):
            filled = cells.replace("{n}", chr(ord("A") + n))
            yield dict(cell.split("=", 1) for cell in filled.split("; "))


@pytest.mark.parametrize(("rule", "example", "fails"), EXAMPLES)
def test_examples_pass_and_fail_as_they_say(rule: str, example: str, fails: bool) -> None:
    made, _ = linked(*actions(example))
    assert (rule in {found.code for found in made.problems}) == fails


def test_every_check_has_a_rule_with_examples_of_both_and_the_severity_of_its_code() -> None:
    assert {rule["id"] for rule in RULES} == {*CHECKS, Code.DEPENDENCY_CYCLE, Code.PREREQUISITE_MISSING}
    assert all(rule["passes"] and rule["fails"] and rule["source"] for rule in RULES)
    assert {rule["id"]: rule["severity"] for rule in RULES} == {
        rule["id"]: severities()[Code(rule["id"])] for rule in RULES
    }


def test_every_rule_can_be_waived() -> None:
    assert {rule["id"] for rule in RULES} <= WAIVABLE


def test_the_law_of_a_country_is_held_against_its_own_plans_alone() -> None:
    rows = actions("action=Rehabilitasi 12 SMA; owners=Dinas Pendidikan Kabupaten Badung; levels=district")
    items, told = plan(*rows)
    found = {country: {p.code for p in link(items, told, GROUPS, country).problems} for country in ("ID", "KE", "")}
    assert found == {"ID": {"authority-mismatch"}, "KE": set(), "": set()}


@pytest.mark.parametrize(
    ("action", "level"),
    [
        ("Rehabilitasi jalan provinsi ruas Bone", "province"),
        ("Pembangunan sekolah dasar", "district"),
        ("Menetapkan standar nasional pendidikan", "central"),
        ("Rehabilitasi SD dan SMA", ""),
        ("Pelatihan guru SD", ""),
        ("Rapat koordinasi", ""),
    ],
)
def test_the_level_that_is_competent(action: str, level: str) -> None:
    found = competence(action)
    assert (found.level if found else "") == level
