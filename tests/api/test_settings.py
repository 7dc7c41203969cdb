"""Settings: read in one place, unknown names refused, the example never stale."""

import ast
import os
from collections.abc import Iterator, MutableMapping
from pathlib import Path

import pytest

from api.errors import OpenToOthersError, SettingsError
from api.serving import access_of, address_of, guard_open_host
from api.settings import Settings, colour_wanted, data_folder, env_example, load_settings

ROOT = Path(__file__).parents[2]
ROOMS = ("agent", "api", "coaching", "knowledge", "prompts", "store")


Environ = MutableMapping[str, str]


@pytest.fixture
def environ() -> Iterator[Environ]:
    """Give the environment without what could stand in the way, and put it back afterwards."""
    before = dict(os.environ)
    for name in [name for name in os.environ if name.startswith("CAIRN_")] + ["NO_COLOR", "XDG_DATA_HOME"]:
        os.environ.pop(name, None)
    yield os.environ
    os.environ.clear()
    os.environ.update(before)


def test_without_an_environment_the_settings_are_of_this_machine_alone(environ: Environ) -> None:
    environ["HOME"] = "/home/somebody"

    settings = load_settings()

    assert (settings.host, settings.port, settings.model) == ("127.0.0.1", 8000, "")
    assert data_folder(settings).name == "cairn"
    assert data_folder(settings).is_absolute()


def test_flags_stand_above_the_environment(environ: Environ) -> None:
    environ["CAIRN_PORT"] = "8100"

    assert load_settings(host=None).port == 8100
    assert load_settings(port=8200).port == 8200


@pytest.mark.parametrize(
    ("name", "near"),
    [("CAIRN_PROT", "CAIRN_PORT"), ("CAIRN_DATADIR", "CAIRN_DATA_DIR"), ("CAIRN_HSOT", "CAIRN_HOST")],
)
def test_an_unknown_name_is_refused_with_the_nearest(environ: Environ, name: str, near: str) -> None:
    environ[name] = "1"

    with pytest.raises(SettingsError, match=f"{name}.*{near}"):
        load_settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [("CAIRN_PORT", "many"), ("CAIRN_PORT", "70000"), ("CAIRN_TOKEN", "short"), ("CAIRN_MODEL", "openai/x")],
)
def test_a_value_that_cannot_be_used_is_named(environ: Environ, name: str, value: str) -> None:
    environ[name] = value

    with pytest.raises(SettingsError, match=f"{name} can't be used"):
        load_settings()


def test_a_secret_is_not_part_of_an_error(environ: Environ) -> None:
    environ["CAIRN_TOKEN"] = "hunter2"

    with pytest.raises(SettingsError) as told:
        load_settings()

    assert "hunter2" not in str(told.value)


def test_a_host_beyond_this_machine_needs_a_token() -> None:
    for host in ("0.0.0.0", "::", "192.168.1.5", "example.org"):
        with pytest.raises(OpenToOthersError, match="CAIRN_TOKEN"):
            guard_open_host(Settings(host=host))

    guard_open_host(Settings(host="0.0.0.0", token="x" * 20))
    for host in ("127.0.0.1", "localhost", "::1", "[::1]"):
        guard_open_host(Settings(host=host))


def test_further_hosts_are_named_one_by_one(environ: Environ) -> None:
    environ["CAIRN_ALLOWED_HOSTS"] = "Plan.Example.org, other.example:8443"

    hosts = access_of(load_settings(host="10.0.0.5"), "t" * 20, 8000).hosts

    assert hosts == {"localhost", "127.0.0.1", "::1", "10.0.0.5", "plan.example.org", "other.example"}


def test_an_address_is_one_that_this_machine_reaches() -> None:
    assert address_of("127.0.0.1", 1) == "http://127.0.0.1:1"
    assert address_of("0.0.0.0", 1) == "http://127.0.0.1:1"
    assert address_of("::", 1) == "http://[::1]:1"
    assert address_of("::1", 1) == "http://[::1]:1"


@pytest.mark.parametrize(
    ("name", "value", "wanted"), [("NO_COLOR", "1", False), ("TERM", "dumb", False), ("TERM", "xterm", True)]
)
def test_colour_can_be_turned_off(environ: Environ, name: str, value: str, wanted: bool) -> None:  # noqa: FBT001
    environ["TERM"] = "xterm"
    environ[name] = value

    assert colour_wanted() is wanted


def test_the_example_is_what_the_settings_say() -> None:
    assert (ROOT / ".env.example").read_text() == env_example()


def test_only_the_settings_read_the_environment() -> None:
    readers = {
        str(path.relative_to(ROOT))
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        if {"environ", "getenv"}
        & {node.attr for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Attribute)}
    }

    assert readers == {"api/settings.py"}
