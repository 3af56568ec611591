"""The meeting of the guide, gone through once."""

import pytest

from tests.guide.story import Story, told


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """What it comes to."""
    return told(tmp_path_factory.mktemp("guide"))
