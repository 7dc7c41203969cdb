"""From words of a sentence to a fact: verbatim, with its place, and unsure where it was hedged."""

from functools import partial

from coaching.listening.heard import Fact, Slot
from coaching.listening.patterns import rule
from coaching.listening.text import Sentence


def fact(slot: Slot, sentence: Sentence, start: int, end: int, *, about: str | None = None) -> Fact | None:
    """Return the words of the sentence from start to end as a fact, without the signs around them.

    Args:
        slot: What it fills.
        sentence: Where it was said.
        start: First code point, counted in the sentence.
        end: Code point after the last.
        about: A second value that belongs to it.
    """
    while start < end and sentence.text[start] in " ,;:-–—\"'“‘(":
        start += 1
    while end > start and sentence.text[end - 1] in " ,;:-–—.!?\"'”’)…":
        end -= 1
    if start == end:
        return None
    return Fact(
        slot=slot,
        value=sentence.text[start:end],
        text=sentence.text,
        start=sentence.start + start,
        end=sentence.start + end,
        unsure=hedged(sentence, start),
        about=about,
    )


_HEDGE = partial(rule, "matching", "hedge")


def hedged(sentence: Sentence, at: int) -> bool:
    """Return whether what stands there was said with a hedge, or as a question."""
    clause = sentence.plain[max(0, at - 60) : at + 120]
    return sentence.asks or bool(_HEDGE().search(clause))
