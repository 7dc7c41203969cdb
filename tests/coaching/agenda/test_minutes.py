"""Sharing out the minutes."""

import pytest

from coaching.agenda.minutes import share_out
from coaching.agenda.purposes import PURPOSES
from coaching.agenda.types import SECTION_IDS
from coaching.plan import Purpose


@pytest.mark.parametrize("purpose", PURPOSES)
def test_every_length_is_shared_out_to_the_minute(purpose: Purpose) -> None:
    weights = PURPOSES[purpose].weights

    shares = {minutes: share_out(minutes, weights) for minutes in range(481)}

    assert all(sum(share) == minutes for minutes, share in shares.items())
    assert all(min(share) >= 1 for minutes, share in shares.items() if minutes >= len(SECTION_IDS))


def test_a_very_short_talk_keeps_the_ask() -> None:
    assert share_out(1, PURPOSES["career"].weights) == (0, 0, 0, 0, 1, 0, 0)


def test_a_longer_talk_gives_no_section_less() -> None:
    weights = PURPOSES["promotion"].weights

    short, long = share_out(30, weights), share_out(60, weights)

    assert all(a <= b for a, b in zip(short, long, strict=True))
