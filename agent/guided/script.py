"""A guided turn as a script: a generator that yields tool calls and returns the reply.

The model that plays it keeps nothing between requests: it replays the script against the tool results in the
message history, so that a turn can be taken up again at any point.
"""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Any

from coaching.talk import Talk


@dataclass(frozen=True)
class Call:
    """A tool to call, with its arguments as JSON values."""

    tool: str
    arguments: dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """What is said, and where the talk stands after it."""

    text: str
    talk: Talk


Script = Generator[Call, Any, Reply]


def play(write: Callable[[], Script], results: Sequence[Any]) -> Call | Reply:
    """Return what the script does after these tool results: its next call, or its reply."""
    script = write()
    try:
        step = next(script)
        for result in results:
            step = script.send(result)
    except StopIteration as end:
        reply: Reply = end.value
        return reply
    return step
