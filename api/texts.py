"""What text a door takes in, and how it is shown where a control character could do harm."""

import re
from collections.abc import Iterator

# Tab and line ends are text; the other controls and lone surrogates are not.
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_UNSAFE_ON_A_TERMINAL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

LONGEST_MESSAGE = 20_000


def unreadable(value: object) -> str | None:
    """Return what is wrong with the first unusable string in a JSON value, None where all can be kept."""
    found = next((match for text in _strings(value) if (match := _UNREADABLE.search(text))), None)
    if found is None:
        return None
    return (
        f"The text holds a character that is not text (U+{ord(found[0]):04X}); nothing was stored. "
        "Take it out, or copy the words from where they can be read."
    )


def unusable_message(text: str) -> tuple[str, str] | None:
    """Return a code and a sentence for a message that can't be sent, None for one that can."""
    if not text.strip():
        return "empty", "There is nothing in that message. Write a sentence, or say skip."
    if len(text) > LONGEST_MESSAGE:
        sentence = (
            f"That message has {len(text):,} characters, more than the {LONGEST_MESSAGE:,} that are read at "
            "once; nothing was stored. Send the part that matters, or several messages."
        )
        return "too_long", sentence
    return None


def visible(text: str) -> str:
    """Return the text with every character that could steer a terminal spelled out."""
    return _UNSAFE_ON_A_TERMINAL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _strings(value: object) -> Iterator[str]:
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            waiting += [*item.keys(), *item.values()]
        elif isinstance(item, list | tuple):
            waiting += item
