"""The pins that people install agree with what pyproject.toml asks for, and name no registry."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pins(name: str) -> dict[str, set[str]]:
    """Package -> its pinned versions (several where markers tell Pythons apart)."""
    found: dict[str, set[str]] = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([\w.-]+)==([\w.!+]+)", line):
            found.setdefault(canonicalize_name(match[1]), set()).add(match[2])
    return found


def asked(*groups: str) -> list[Requirement]:
    """What the project and these groups of it ask for."""
    wanted = [*PROJECT["project"]["dependencies"]]
    for group in groups:
        wanted += PROJECT["dependency-groups"][group]
    return [Requirement(text) for text in wanted]


@pytest.mark.parametrize(
    ("name", "groups"), [("requirements.txt", ["build"]), ("requirements-dev.txt", ["build", "dev"])]
)
def test_every_requirement_is_pinned_to_a_version_that_fits(name: str, groups: list[str]) -> None:
    pinned = pins(name)
    for requirement in asked(*groups):
        versions = pinned.get(canonicalize_name(requirement.name), set())
        assert versions, f"{requirement} is not pinned in {name}"
        assert all(requirement.specifier.contains(v) for v in versions), f"{requirement}: {versions}"


def test_the_tests_run_on_the_versions_that_users_get() -> None:
    users, developers = pins("requirements.txt"), pins("requirements-dev.txt")
    assert {name: developers[name] for name in users} == users


def test_the_build_uses_the_pinned_backend() -> None:
    assert PROJECT["build-system"]["requires"] == PROJECT["dependency-groups"]["build"]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "pyproject.toml"])
def test_no_registry_is_named(name: str) -> None:
    assert not re.search(r"https?://|--index-url [^-]|--find-links", (ROOT / name).read_text(encoding="utf-8"))


def test_every_pin_has_hashes() -> None:
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z])", text)
    assert all("--hash=sha256:" in entry for entry in entries if "==" in entry)
