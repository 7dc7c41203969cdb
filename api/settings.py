"""Settings: the only place that reads the environment."""

import os
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from api.errors import SettingsError

PREFIX = "CAIRN_"


class Settings(BaseSettings):
    """What can be chosen from outside. Field descriptions are the lines of `.env.example`."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, env_ignore_empty=True)

    data_dir: Path | None = Field(
        default=None,
        description="Folder for the database, the lock and the token. "
        "Empty: this user's data folder for cairn.",
    )
    host: str = Field(
        default="127.0.0.1",
        description="Address to listen on. Anything but this machine's own needs CAIRN_TOKEN.",
    )
    port: Annotated[int, Field(ge=0, le=65535)] = Field(
        default=8000, description="Port to listen on; 0 takes a free one."
    )
    token: SecretStr | None = Field(
        default=None,
        description="Secret that programs send as `Authorization: Bearer`, 20 characters or more. "
        "Empty: one is made in the data folder.",
    )
    upload_mb: Annotated[int, Field(ge=1, le=200)] = Field(
        default=20, description="Largest document that may be added, in millions of bytes."
    )
    allowed_hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description="Further host names, comma-separated, under which a page may ask for the server. "
        "This machine's own are always allowed.",
    )
    model: str = Field(
        default="",
        description="Name of a language model. Not available yet: leave it empty for the guided coach.",
    )

    @field_validator("allowed_hosts", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        return tuple(part.strip().lower() for part in value.split(",") if part.strip())

    @field_validator("token")
    @classmethod
    def _long_enough(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and len(value.get_secret_value()) < 20:
            raise ValueError("a secret of fewer than 20 characters can be guessed")
        return value

    @field_validator("model")
    @classmethod
    def _guided_only(cls, value: str) -> str:
        if value.strip():
            raise ValueError("language models are not available yet; leave it empty for the guided coach")
        return ""


def load_settings(**flags: Any) -> Settings:
    """Return the settings of this environment; flags that are not None stand above it.

    Raises:
        SettingsError: A name is unknown or a value can't be used.
    """
    _refuse_unknown(os.environ)
    try:
        return Settings(**{name: value for name, value in flags.items() if value is not None})
    except ValidationError as error:
        raise SettingsError(_sentence(error)) from None


def data_folder(settings: Settings) -> Path:
    """Return where the person's data lives; nothing is made."""
    return (settings.data_dir or user_data_path("cairn", appauthor=False)).expanduser().absolute()


def colour_wanted() -> bool:
    """Return whether the environment leaves colour on (https://no-color.org)."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def env_example() -> str:
    """Return the text of `.env.example`: every setting with what it is for and its default."""
    lines = ["# Copy to .env: `make run` reads it. Made from api/settings.py by `make env-example`.", ""]
    for name, field in Settings.model_fields.items():
        default = "" if field.default in (None, ()) else field.default
        lines += [f"# {field.description}", f"{PREFIX}{name.upper()}={default}", ""]
    return "\n".join(lines)


def _refuse_unknown(environ: Mapping[str, str]) -> None:
    known = [f"{PREFIX}{name.upper()}" for name in Settings.model_fields]
    for name in sorted(environ):
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            near = get_close_matches(name.upper(), known, n=1, cutoff=0)
            raise SettingsError(
                f"{name} is not a setting of Cairn. Did you mean {near[0]}? Unset or rename it."
            )


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_input=False, include_url=False)[0]
    reason = first["msg"].removeprefix("Value error, ")
    return f"{PREFIX}{str(first['loc'][0]).upper()} can't be used: {reason}."
