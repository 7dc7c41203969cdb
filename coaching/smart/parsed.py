"""A goal text with its tokens, its references to time and its segments, as values."""

from dataclasses import dataclass
from typing import Literal

from coaching.deadlines.tokens import Token
from coaching.deadlines.types import DateMention

Part = Literal["goal", "means", "reason", "purpose", "story"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of tokens that says one thing.

    Attributes:
        first: Index of its first token.
        last: Index after its last token.
        cue: The word or sign that opens it; "" for the start of a sentence.
        part: What it does in the text.
        sentence: Number of its sentence, from 0.
    """

    first: int
    last: int
    cue: str
    part: Part
    sentence: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with what was found in it; token indexes are shared by all fields."""

    text: str
    low: str
    tokens: tuple[Token, ...]
    lows: tuple[str, ...]
    times: tuple[DateMention, ...]
    timed: frozenset[int]
    cadences: frozenset[int]
    segments: tuple[Segment, ...]
    parts: tuple[Part, ...]
    shouted: bool
    begins: int

    def part_at(self, token: int) -> Part:
        """Return the part that the token's segment plays."""
        return self.parts[token] if 0 <= token < len(self.parts) else "goal"

    def low_at(self, token: int) -> str:
        """Return the token in lower case, or "" outside the text."""
        return self.lows[token] if 0 <= token < len(self.lows) else ""

    def capital_at(self, token: int) -> bool:
        """Return whether the token starts with a capital in the text."""
        return (
            0 <= token < len(self.tokens)
            and self.text[self.tokens[token].start].isupper()
            and not self.shouted
        )

    def glued(self, token: int) -> bool:
        """Return whether the token follows the one before it without a space."""
        return 0 < token < len(self.tokens) and self.tokens[token - 1].end == self.tokens[token].start
