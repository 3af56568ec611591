"""What is said at the end; test_cli has whole reports."""

import re

from flows.report import worst
from tasks.model.problem import Code, problem
from tasks.rendering.catalogue import load
from tests.conftest import ROOT


def test_the_worst_problems_come_first_and_information_is_left_out() -> None:
    info = problem(Code.FILE_SUPERSEDED, "a", newer="b", reason="c")
    warning, error = problem(Code.RECORDS_NONE, "b"), problem(Code.FILE_ENCRYPTED, "c")
    assert worst([info, warning, error]) == [error, warning]
    assert worst([warning, error], 1) == [error]


def test_both_languages_have_the_same_sentences_for_the_command_line() -> None:
    keys = [{key for key in load(language)._sentences if key.startswith("flows.")} for language in ("id", "en")]
    assert keys[0] == keys[1]


def test_every_sentence_that_the_edge_says_is_in_the_catalogues() -> None:
    """The keys in the code of flows; those of modules end in their names and are passed over."""
    written = re.compile(r'"@?((?:flows|beginning|versions|reviewing)\.[a-z][a-z.-]*[a-z])"')
    keys = {key for path in (ROOT / "flows").rglob("*.py") for key in written.findall(path.read_text(encoding="utf-8"))}
    modules = {f"flows.{path.stem}" for path in (ROOT / "flows").glob("*.py")}
    assert len(keys) > 50
    assert sorted(key for key in keys - modules if key not in load("id") or key not in load("en")) == []
