"""What happens in a turn, as values: the same ones in the log, on the wire and on the page."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Status = Literal["complete", "stopped", "limit", "interrupted", "failed"]


class Happening(BaseModel):
    """Frozen; `event` names it on the wire, everything else is its data."""

    model_config = ConfigDict(frozen=True)

    def data(self) -> dict[str, Any]:
        """Return the event's data as JSON values, without its name."""
        return self.model_dump(mode="json", exclude={"event"}, exclude_none=False)


class TurnStarted(Happening):
    """A turn began, led by `model`."""

    event: Literal["turn"] = "turn"
    turn: str
    model: str


class TextDelta(Happening):
    """A piece of the reply."""

    event: Literal["text"] = "text"
    delta: str


class ToolUsed(Happening):
    """A tool at work; `label` says in plain words what it does."""

    event: Literal["tool"] = "tool"
    name: str
    label: str
    status: Literal["started", "finished", "refused"]


class Source(Happening):
    """Guidance that the reply rests on."""

    event: Literal["source"] = "source"
    card: str
    title: str
    passages: tuple[str, ...]
    text: str


class Proposed(Happening):
    """A proposal, stored before it is told."""

    event: Literal["proposal"] = "proposal"
    id: str
    kind: str
    change: dict[str, Any]
    review: dict[str, Any] | None


class Usage(BaseModel):
    """What a turn cost: requests to a model, tokens, and money in US dollars."""

    model_config = ConfigDict(frozen=True)

    requests: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float = 0.0


class Done(Happening):
    """The turn ended; `text` is the whole reply."""

    event: Literal["done"] = "done"
    turn: str
    status: Status
    text: str
    usage: Usage


class Failed(Happening):
    """Something went wrong: a sentence for the person and a code for programs."""

    event: Literal["error"] = "error"
    code: str
    message: str
    retryable: bool


Event = Annotated[
    TurnStarted | TextDelta | ToolUsed | Source | Proposed | Done | Failed, Field(discriminator="event")
]
