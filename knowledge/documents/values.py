"""What a document becomes when it is read: chunks to find, hidden text to show, or a reason why not."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Kind = Literal["pdf", "docx", "html", "markdown", "text"]
Reason = Literal["encrypted", "damaged", "empty", "too_large", "not_what_it_says"]
How = Literal["white", "not painted", "marked hidden", "tiny", "invisible characters", "comment"]


class Limits(BaseModel):
    """How much a document may cost before it is refused."""

    model_config = ConfigDict(frozen=True)

    content_bytes: int = 20_000_000
    expanded_bytes: int = 100_000_000
    expansion: int = 100
    entries: int = 2_000
    pages: int = 300
    characters: int = 1_000_000
    cpu_seconds: int = 5
    wall_seconds: float = 20.0
    memory_bytes: int = 512_000_000


class Cell(BaseModel):
    """Where in a table a piece of text stands, all counted from 0."""

    model_config = ConfigDict(frozen=True)

    table: int
    row: int
    column: int


class Block(BaseModel):
    """A paragraph, heading or table cell as read, in the document's order."""

    model_config = ConfigDict(frozen=True)

    text: str
    page: int | None = None
    heading: bool = False
    cell: Cell | None = None


class HiddenText(BaseModel):
    """Text that a reader of the document would not see, and how it was hidden."""

    model_config = ConfigDict(frozen=True)

    text: str
    how: How
    page: int | None = None


class Chunk(BaseModel):
    """A piece of a document to be found and cited: 110 to 200 words where the document has so many."""

    model_config = ConfigDict(frozen=True)

    number: int
    page: int | None
    heading: str | None
    text: str


class Expectation(BaseModel):
    """What a level of a career ladder asks, under its competency where the ladder names one."""

    model_config = ConfigDict(frozen=True)

    text: str
    competency: str | None = None
    page: int | None = None


class Level(BaseModel):
    """A level of a career ladder, and what it expects."""

    model_config = ConfigDict(frozen=True)

    name: str
    expectations: tuple[Expectation, ...]


class Ladder(BaseModel):
    """A career ladder or competency framework: its levels from the lowest to the highest as written."""

    model_config = ConfigDict(frozen=True)

    levels: tuple[Level, ...]


class ReadDocument(BaseModel):
    """A document that was read: chunks by one cutting, what was hidden in it, and its ladder if it is one.

    `pages` is None where the format has none. `digest` is of the content.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    kind: Kind
    digest: str
    chunker: str
    pages: int | None
    chunks: tuple[Chunk, ...]
    hidden: tuple[HiddenText, ...] = ()
    ladder: Ladder | None = None


class Unreadable(BaseModel):
    """A document that was not taken: why, and a sentence that says what to do."""

    model_config = ConfigDict(frozen=True)

    name: str
    reason: Reason
    sentence: str


class Parsed(BaseModel):
    """What a parser saw: visible blocks, hidden text, and how many pages."""

    model_config = ConfigDict(frozen=True)

    blocks: tuple[Block, ...]
    hidden: tuple[HiddenText, ...] = ()
    pages: int | None = None


class RefusedError(Exception):
    """A parser met something for which the document is not taken; caught where the document is read."""

    def __init__(self, reason: Reason, seen: str = "") -> None:
        self.reason: Reason = reason
        self.seen = seen
        super().__init__(reason)
