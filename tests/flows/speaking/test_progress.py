"""Progress on a terminal."""

import pytest

from flows.speaking.progress import Bar
from tasks.rendering.catalogue import load


def test_the_bar_keeps_the_time_and_takes_names_with_brackets(capsys: pytest.CaptureFixture[str]) -> None:
    with Bar(load("id")) as bar, bar.stage("read", 2) as done:
        done("berkas [final].docx")
    assert bar.seconds["read"] >= 0
