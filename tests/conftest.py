"""What every test may use."""

from pathlib import Path

import pytest
from hypothesis import settings

from tests.postgres import postgres as postgres

# A busy machine is no defect: no example is timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def sample() -> Path:
    """The inputs folder of the sample meeting."""
    return ROOT / "inputs" / "rakor-tik-2017"
