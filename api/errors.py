"""What keeps a door shut: facts in, a sentence with the fix out.

DoorError
├── SettingsError            an environment variable can't be used
├── FolderHeldError          another program works on the data folder
├── FolderUnusableError      the data folder can't be made, read or written
├── OpenToOthersError        binding beyond this machine without a token
├── AddressTakenError        the address to listen on is in use
└── NoAnswerError            the server that holds the folder does not answer
"""

from pathlib import Path


class DoorError(Exception):
    """Something stands in the way; the message says what, and what to do."""


class SettingsError(DoorError):
    """An environment variable can't be used."""


class FolderHeldError(DoorError):
    """Another program works on the data folder."""

    def __init__(self, folder: Path, pid: int | None, host: str | None, address: str | None) -> None:
        """Take the folder and what its lock file says of the holder."""
        who = f"process {pid} on {host}" if pid else "another program"
        where = f", serving on {address}" if address else ""
        super().__init__(
            f"The data folder {folder} is held by {who}{where}. "
            "Use that one, stop it first, or name another folder with CAIRN_DATA_DIR."
        )


class FolderUnusableError(DoorError):
    """The data folder can't be made, read or written."""

    def __init__(self, folder: Path, reason: str) -> None:
        """Take the folder and what the system said."""
        super().__init__(
            f"The data folder {folder} can't be used: {reason}. "
            "Make it this user's own, or name another with CAIRN_DATA_DIR."
        )


class OpenToOthersError(DoorError):
    """The host is not of this machine alone, and no token guards it."""

    def __init__(self, host: str) -> None:
        """Take the host that was asked for."""
        super().__init__(
            f"Listening on {host} would let other machines read your plan, and no CAIRN_TOKEN guards it. "
            "Set CAIRN_TOKEN to a secret of 20 or more characters, or keep the host 127.0.0.1."
        )


class AddressTakenError(DoorError):
    """The address can't be listened on."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        """Take the address and what the system said."""
        super().__init__(
            f"Can't listen on {host}, port {port}: {reason}. Choose another port with --port or CAIRN_PORT."
        )


class NoAnswerError(DoorError):
    """The server that holds the folder does not answer."""

    def __init__(self, pid: int, address: str) -> None:
        """Take the holder's process and address."""
        super().__init__(
            f"The server that holds the data folder (process {pid}, {address}) does not answer. "
            "Try again, or stop that process."
        )
