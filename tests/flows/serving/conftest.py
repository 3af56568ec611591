"""One `renja serve` for the tests of this folder, and meetings whose plans go where its forms put them."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flows.servers.server import free_port
from flows.settings import default_out
from tests.flows.serving.served import Served


@pytest.fixture(scope="package")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with its forms."""
    if os.name == "nt":
        pytest.skip("a test cannot press Ctrl+C there")
    serving = Served(free_port(), tmp_path_factory.mktemp("serve") / "prefect")
    yield serving
    serving.stop()


@pytest.fixture
def named(tmp_path: Path) -> Iterator[Callable[[Path], tuple[Path, Path]]]:
    """Gives a meeting a name that no plan in the project has: where it lies now, and where its plan will stand."""
    plans: list[Path] = []

    def renamed(meeting: Path) -> tuple[Path, Path]:
        inputs = meeting.rename(meeting.with_name(f"{meeting.name}-{tmp_path.parent.name}-{tmp_path.name}"))
        plans.append(default_out(inputs).absolute())
        return inputs, plans[-1]

    yield renamed
    for plan in plans:
        shutil.rmtree(plan, ignore_errors=True)
