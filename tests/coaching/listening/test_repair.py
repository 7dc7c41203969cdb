import pytest

from coaching.listening.repair import own_matter, repair_of, without_repair


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I told you, reception.", "told"),
        ("like I said, detective", "told"),
        ("are you even listening", "told"),
        ("look what up?", "unclear"),
        ("What do you mean by that?", "unclear"),
        ("that's not what I asked", "off"),
        ("You didn't answer.", "off"),
        ("I lead five people.", None),
        ("They said so in the meeting.", None),
    ],
)
def test_what_is_said_about_the_talk_is_known_from_their_own_matters(text: str, kind: str | None) -> None:
    assert repair_of(text) == kind


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("I told you, finishing a case.", "finishing a case."),
        ("look what up? my log, Gary signs it", "my log, Gary signs it"),
        ("are you even listening", ""),
    ],
)
def test_what_is_left_is_verbatim(text: str, left: str) -> None:
    assert without_repair(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("for gods sake. I like planning.", "I like planning."),
        ("You didn't answer. The P&L. Scope.", "The P&L. Scope."),
        ("haha my mum", "my mum"),
        ("We cut the wait from 9 days to 5.", "We cut the wait from 9 days to 5."),
        ("Something about customer retention?", "Something about customer retention?"),
    ],
)
def test_complaints_and_interjections_fill_no_slot(text: str, left: str) -> None:
    assert own_matter(text) == left
