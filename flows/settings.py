"""Every setting of Renja, in one place.

A setting is taken from the environment (`RENJA_WORKERS=4`), else from `renja.toml` in the working folder, else from
`renja.toml` in the project, else from the default below. What the command line says wins over all of them.
"""

import os
from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

_ROOT = Path(__file__).resolve().parents[1]
PROJECT = _ROOT if (_ROOT / "pyproject.toml").is_file() else Path.cwd()
"""The folder of the project; the working folder if the packages are installed apart from it."""


class Settings(BaseSettings):
    """The settings. Raises pydantic's ValidationError for one that cannot be used."""

    model_config = SettingsConfigDict(env_prefix="RENJA_", extra="forbid", frozen=True)

    language: Literal["id", "en"] = Field(
        default="id", description="Language of messages and documents where neither --lang nor meeting.yaml names one."
    )
    workers: int = Field(
        default_factory=lambda: min(os.cpu_count() or 1, 8),
        ge=1,
        le=64,
        description="How many documents are read at the same time, each in a process of its own.",
    )
    read_seconds: int = Field(default=120, ge=1, description="Time that reading one document may take, in seconds.")
    read_memory_mib: int = Field(default=2048, ge=256, description="Memory that reading one document may take, in MiB.")
    runner: str = Field(
        default="threads",
        pattern=r"^(threads|processes|dask|(tcp|tls)://\S+)$",
        description="Who reads documents, merges parts and makes documents: threads of this process, processes beside "
        "it, a Dask cluster of its own on this machine, or the one whose scheduler has this address.",
    )
    server_url: str = Field(
        default="http://127.0.0.1:4200/api",
        pattern=r"^https?://[^/\s]+/api$",
        description="API of the Prefect server that `renja serve` starts and `renja build` looks for.",
    )
    prefect_home: Path = Field(
        default=Path("outputs/.prefect"), description="Prefect's database and profile; below the project if relative."
    )
    memory_url: str = Field(
        default="",
        pattern=r"^(postgresql(\+pg8000)?://\S+)?$",
        description="PostgreSQL database in which several people keep what lasts between the runs of a plan, as "
        "postgresql://user:password@server/database; each plan's own folder if empty.",
    )
    watch: tuple[Path, ...] = Field(
        default=(),
        description="Folders of meetings for which `renja serve` starts a run when files have arrived or changed; "
        "below the project if relative.",
    )
    still_seconds: int = Field(
        default=10, ge=1, description="How long the files of such a folder must have stayed as they are, in seconds."
    )
    run_seconds: int = Field(
        default=3600, ge=60, description="Time that a run started in the browser or by `watch` may take, in seconds."
    )
    runs: int = Field(default=2, ge=1, le=64, description="How many such runs `renja serve` does at the same time.")
    templates: Path = Field(default=Path("templates"), description="Word templates; below the project if relative.")

    @field_validator("prefect_home", "templates")
    @classmethod
    def _below_project(cls, path: Path) -> Path:
        return PROJECT / path.expanduser()

    @field_validator("watch")
    @classmethod
    def _all_below_project(cls, paths: tuple[Path, ...]) -> tuple[Path, ...]:
        return tuple(PROJECT / path.expanduser() for path in paths)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment, then the files; neither .env nor secrets."""
        files = [PROJECT / "renja.toml", Path.cwd() / "renja.toml"]
        return (init_settings, env_settings, TomlConfigSettingsSource(settings_cls, files))


def default_out(inputs: Path) -> Path:
    """outputs/<name of the inputs folder>, in the project."""
    return outputs() / (inputs.resolve().name or "renja")


def outputs() -> Path:
    """The folder in which plans stand unless somebody says otherwise."""
    return Path("outputs") if Path.cwd() == PROJECT else PROJECT / "outputs"
