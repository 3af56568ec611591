"""What PANDUAN.md and README.md say of commands, files and pictures is there, and nothing is left unsaid."""

import re
import shlex
from pathlib import Path
from typing import Final

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from flows.commands.program import program
from flows.commands.session import Session
from flows.settings import Settings
from flows.speaking.voice import OPTIONS, Voice, voice_of
from tasks.rendering.catalogue import load
from tests.guide.page import anchor
from tests.guide.picture import PICTURES
from tests.guide.story import Story

ROOT: Final = Path(__file__).resolve().parents[2]
TEXTS: Final = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("PANDUAN.md", "README.md")}
LARGEST, ALL_TOGETHER = 120_000, 1_200_000
_LINE: Final = re.compile(r"^ {4}(?:py|python3) mulai\.py (.+)$", re.MULTILINE)
_LINK: Final = re.compile(r"\]\(((?!https?:)[^)#]*)(?:#([^)]*))?\)")
_CODE: Final = re.compile(r"^ {4}(?=\S)(.+)|`([^`\n]+)`", re.MULTILINE)
_STEP: Final = re.compile(r"^\| \d+ \|.*$", re.MULTILINE)
"""A step of the procedure; its commands are written without what stands before all of them."""
STEPS: Final = [line for step in _STEP.findall(TEXTS["PANDUAN.md"]) for line in re.findall(r"`([a-z]+ [^`]+)`", step)]
LINES: Final = sorted({*STEPS, *(line for text in TEXTS.values() for line in _LINE.findall(text))})


@pytest.fixture(scope="module")
def renja() -> TyperGroup:
    """The command line's definition."""
    found = get_command(program(Session(Settings(), load("id"), Voice())))
    assert isinstance(found, TyperGroup)
    return found


def test_there_are_command_lines_to_be_tried() -> None:
    assert len(LINES) - len(STEPS) >= 12
    assert len(STEPS) >= 8


@pytest.mark.parametrize("line", LINES)
def test_a_command_line_of_the_guide_is_understood(renja: TyperGroup, line: str) -> None:
    _, (name, *words) = voice_of(shlex.split(line.replace("\\", "/")))
    if name == "tests":  # answered by mulai.py itself
        return
    command = renja.commands[name]
    command.make_context(name, [*words])
    options = {option for one in command.params for option in one.opts} | {"--help"}
    assert {word for word in words if word.startswith("--")} <= options


@pytest.mark.parametrize("name", TEXTS)
def test_no_other_command_is_named(renja: TyperGroup, name: str) -> None:
    assert set(re.findall(r"(?:mulai\.py|bin/renja) (\w+)", TEXTS[name])) <= {*renja.commands, "tests"}


@pytest.mark.parametrize("name", TEXTS)
def test_every_command_and_option_is_named(renja: TyperGroup, name: str) -> None:
    told = {word for found in _CODE.finditer(TEXTS[name]) for word in re.split(r"[\s\[\]`]+", found[0])}
    options = {word for command in renja.commands.values() for one in command.params for word in one.opts}
    assert {*renja.commands, *OPTIONS, *(word for word in options if word.startswith("-"))} - told == set()


def test_every_setting_is_named() -> None:
    assert {name for name in Settings.model_fields if f"`{name}`" not in TEXTS["PANDUAN.md"]} == set()


@pytest.mark.parametrize("name", TEXTS)
def test_every_link_leads_somewhere(name: str) -> None:
    for target, part in _LINK.findall(TEXTS[name]):
        assert not target or (ROOT / target).exists(), target
        assert not part or part in _parts(TEXTS[target or name]), part


def _parts(text: str) -> set[str]:
    """The anchors of the headings."""
    return set(map(anchor, re.findall(r"^#+ (.+)$", text, re.MULTILINE)))


def test_pictures_are_small_and_all_are_shown() -> None:
    sizes = {file.name: file.stat().st_size for file in PICTURES.glob("*.png")}
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}
    assert sum(sizes.values()) <= ALL_TOGETHER
    shown = {Path(target).name for text in TEXTS.values() for target, _ in _LINK.findall(text)}
    assert set(sizes) <= shown
    assert {file.stem for file in PICTURES.glob("*.txt")} == {Path(name).stem for name in sizes}


def test_every_file_of_a_plan_is_explained(story: Story) -> None:
    files = [*story.out.glob("*.*"), *story.out.glob("tables/*.csv")]
    names = {re.sub(r"\d+", "N", file.name) for file in files if not file.name.startswith(".")}
    text = re.sub(r"versi \d+ ke \d+", "versi N ke N", TEXTS["PANDUAN.md"])
    assert {name for name in names if not re.search(rf"[`*]{re.escape(name)}[`*]", text)} == set()
    folders = {file.name for file in story.out.iterdir() if file.is_dir()} - {".renja"}
    assert {name for name in folders if f"`{name}`" not in TEXTS["PANDUAN.md"]} == set()
