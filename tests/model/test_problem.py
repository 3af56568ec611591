"""The list of problem codes, the enumeration and both catalogues say the same."""

import re
from pathlib import Path

import pytest

from tasks.model.problem import Code, code_list, problem
from tasks.rendering.catalogue import LANGUAGES, load

ROOT = Path(__file__).resolve().parents[2]


def test_the_list_documents_every_code_and_no_other() -> None:
    assert [row["code"] for row in code_list()] == [code.value for code in Code]


def test_every_code_has_a_meaning_an_example_and_a_severity() -> None:
    for row in code_list():
        assert row["meaning"].endswith("."), row
        assert row["example"].endswith("."), row
        assert row["severity"] in {"error", "warning", "info"}, row


def test_codes_are_kebab_case() -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code) for code in Code)


@pytest.mark.parametrize("code", list(Code))
def test_both_languages_have_a_message_with_the_same_details(code: Code) -> None:
    fields = [set(re.findall(r"{(\w+)}", load(language)._sentences[f"problem.{code}"])) for language in LANGUAGES]
    assert fields[0] == fields[1]


@pytest.mark.parametrize("code", list(Code))
def test_the_program_raises_every_code(code: Code) -> None:
    sources = [p.read_text(encoding="utf-8") for d in ("flows", "tasks") for p in (ROOT / d).rglob("*.py")]
    used = sum(len(re.findall(rf"Code\.{code.name}\b", text)) for text in sources)
    assert used >= 1, f"{code} is documented but nothing raises it"


def test_a_detail_may_itself_be_a_catalogue_key() -> None:
    p = problem(Code.FILE_UNREADABLE, "a.docx", cause="@problem.file-encrypted")
    assert "kata sandi" in load("id").problem(p)
