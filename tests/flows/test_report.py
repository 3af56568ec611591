"""What is said at the end; test_cli has whole reports."""

from flows.report import worst
from tasks.model.problem import Code, problem
from tasks.rendering.catalogue import load


def test_the_worst_problems_come_first_and_information_is_left_out() -> None:
    info = problem(Code.FILE_SUPERSEDED, "a", newer="b", reason="c")
    warning, error = problem(Code.RECORDS_NONE, "b"), problem(Code.FILE_ENCRYPTED, "c")
    assert worst([info, warning, error]) == [error, warning]
    assert worst([warning, error], 1) == [error]


def test_both_languages_have_the_same_sentences_for_the_command_line() -> None:
    keys = [{key for key in load(language)._sentences if key.startswith("flows.")} for language in ("id", "en")]
    assert keys[0] == keys[1]
