"""The data folder: this user's alone, held by one program at a time."""

import json
import os
import stat
from pathlib import Path

import pytest

from api.errors import FolderHeldError, FolderUnusableError
from api.folder import hold, holder_of, token_of


def test_a_held_folder_and_what_is_in_it_are_this_users_alone(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "data"

    with hold(folder) as held:
        held.announce("http://127.0.0.1:1", "secret")
        token_of(folder)
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert modes == {"cairn.lock": 0o600, "cairn.lock.json": 0o600, "token": 0o600}


def test_a_folder_open_to_others_is_closed_to_them(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)

    with hold(tmp_path):
        assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700


def test_a_second_holder_is_refused_by_name(tmp_path: Path) -> None:
    with hold(tmp_path) as held:
        held.announce("http://127.0.0.1:8123", "secret")

        with pytest.raises(FolderHeldError) as told, hold(tmp_path):
            pass

    assert f"process {os.getpid()}" in str(told.value)
    assert "http://127.0.0.1:8123" in str(told.value)
    assert "secret" not in str(told.value)


def test_who_holds_a_folder_can_be_read_while_they_do(tmp_path: Path) -> None:
    before = holder_of(tmp_path / "nowhere")
    with hold(tmp_path) as held:
        starting = holder_of(tmp_path)
        held.announce("http://127.0.0.1:8123", "secret")
        answering = holder_of(tmp_path)
    after = holder_of(tmp_path)

    assert before is None
    assert not (tmp_path / "nowhere").exists()
    assert starting is not None
    assert starting.address is None
    assert answering is not None
    assert (answering.pid, answering.address, answering.token) == (
        os.getpid(),
        "http://127.0.0.1:8123",
        "secret",
    )
    assert after is None


@pytest.mark.parametrize("left", ["", "{", "[]", '{"pid": 1}', '{"other": 2}'])
def test_what_a_killed_holder_left_counts_for_nothing(tmp_path: Path, left: str) -> None:
    (tmp_path / "cairn.lock").touch()
    (tmp_path / "cairn.lock.json").write_text(left)

    assert holder_of(tmp_path) is None
    with hold(tmp_path):
        assert json.loads((tmp_path / "cairn.lock.json").read_text())["pid"] == os.getpid()


def test_a_holder_that_has_not_said_who_it_is_is_a_holder(tmp_path: Path) -> None:
    with hold(tmp_path):
        (tmp_path / "cairn.lock.json").write_text("{")
        holder = holder_of(tmp_path)

        with pytest.raises(FolderHeldError, match="another program"), hold(tmp_path):
            pass

    assert holder is not None
    assert holder.address is None


def test_the_token_is_made_once_and_a_damaged_one_anew(tmp_path: Path) -> None:
    first = token_of(tmp_path)
    again = token_of(tmp_path)
    (tmp_path / "token").write_text("cut")
    anew = token_of(tmp_path)

    assert first == again
    assert len(first) >= 40
    assert anew != first
    assert len(anew) >= 40


def test_a_folder_that_cannot_be_made_is_named_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(FolderUnusableError, match="CAIRN_DATA_DIR"), hold(tmp_path / "file" / "data"):
        pass
    with pytest.raises(FolderUnusableError):
        token_of(tmp_path / "file")
