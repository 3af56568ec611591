"""Prefect's settings for Renja, as environment variables: to be set before Prefect is imported for the first time.

Measured with Prefect 3.9.1: with the batches below and without stored events and triggers, a run is on record a second
after its end, and the next one need not wait for the server to catch up. The interval is cut to whole seconds there:
less than one becomes none, and the server spins.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from flows.settings import Settings

_LOGGING: Final = Path(__file__).with_name("prefect_logging.yml")
_PRIVATE: Final = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    "PREFECT_SERVER_UI_V2_ENABLED": "false",  # the newer pages ask an address on the internet
}
_LEAN: Final = {
    "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "false",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "200",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_READ_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_FLUSH_INTERVAL": "1",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_TRIGGERS_ENABLED": "false",
    "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
    "PREFECT_LOGGING_LEVEL": "INFO",
}
_LOOPBACK: Final = "127.0.0.1,localhost"


def prepare(settings: Settings, log: Path) -> None:
    """Set the variables, for this process and those that it starts. What is set already stays, but for the places."""
    for name, value in {**_PRIVATE, **_LEAN}.items():
        os.environ.setdefault(name, value)
    os.environ.update(_places(settings, log))


def _places(settings: Settings, log: Path) -> Mapping[str, str]:
    return {
        "PREFECT_HOME": str(settings.prefect_home),
        "PREFECT_LOGGING_SETTINGS_PATH": str(_LOGGING),
        "PREFECT_LOGGING_HANDLERS_FILE_FILENAME": str(log),
        # Behind a proxy, the way to our own server must not lead through it.
        "NO_PROXY": ",".join(filter(None, [os.environ.get("NO_PROXY", ""), _LOOPBACK])),
    }
