"""What every test may use."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def sample() -> Path:
    """The inputs folder of the sample meeting."""
    return ROOT / "inputs" / "rakor-tik-2017"
