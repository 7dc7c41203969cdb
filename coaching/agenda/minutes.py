"""Sharing out the minutes of a conversation over its sections."""

from coaching.agenda.types import SECTION_IDS, SectionId

FIRST_SERVED: tuple[SectionId, ...] = (
    "ask",
    "wanted",
    "done",
    "their_needs",
    "next_step",
    "questions",
    "why",
)
"""Who gets a minute first where there are fewer minutes than sections."""


def share_out(minutes: int, weights: tuple[int, ...]) -> tuple[int, ...]:
    """Return the minutes of each section, in order; they sum to exactly `minutes`.

    Args:
        minutes: Length of the conversation.
        weights: How much each section is worth beyond its first minute; at least one is above zero.
    """
    if minutes < len(SECTION_IDS):
        served = FIRST_SERVED[: max(minutes, 0)]
        return tuple(int(id_ in served) for id_ in SECTION_IDS)
    return tuple(1 + more for more in _by_weight(minutes - len(SECTION_IDS), weights))


def _by_weight(minutes: int, weights: tuple[int, ...]) -> tuple[int, ...]:
    """Return whole minutes in proportion to the weights, the largest remainders served first."""
    total = sum(weights)
    shares = [minutes * weight // total for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-(minutes * weights[i] % total), i))
    for i in by_remainder[: minutes - sum(shares)]:
        shares[i] += 1
    return tuple(shares)
