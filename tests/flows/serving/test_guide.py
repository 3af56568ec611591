"""The pictures of Prefect's page in the guide still show what staff see."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.flows.serving.screens import SIZE
from tests.flows.serving.served import Served
from tests.guide.picture import changed
from tests.guide.served import browsed
from tests.rendering.page.conftest import browser as browser

pytestmark = pytest.mark.prefect


def test_form_and_run_look_as_in_the_guide(browser: Browser, served: Served, tmp_path: Path) -> None:
    context = browser.new_context(viewport={"width": SIZE[0], "height": SIZE[1]})
    told = [changed(picture) for picture in browsed(context.new_page(), served, tmp_path)]
    context.close()
    assert told == ["", ""]
