"""Their questions, and what kind the library cannot answer."""

import re
from functools import partial
from typing import Literal

from coaching.listening.heard import Asked
from coaching.listening.patterns import part, rule
from coaching.listening.text import Sentence

Limit = Literal["openings", "pay", "odds", "law", "courses", "self"]
_ASKS = partial(rule, "asking", "asks")
_UNMARKED = partial(rule, "asking", "unmarked")
_ASKING = partial(rule, "asking", "asking")


def questions_of(sentences: tuple[Sentence, ...]) -> tuple[tuple[int, Asked], ...]:
    """Return their questions with the place of the sentence each stands in."""
    return tuple(
        (place, Asked(text=sentence.text, limit=limit_of(sentence.plain)))
        for place, sentence in enumerate(sentences)
        if is_question(sentence)
    )


def is_question(sentence: Sentence) -> bool:
    """Return whether a sentence asks; a fragment with a question mark is a guess, not a question."""
    plain = sentence.plain
    if sentence.asks:
        if _tagged(plain) or _rhetorical(plain):
            return False
        last = _last_clause(plain)
        return bool(
            _ASKS().match(plain)
            or _ASKS().match(last)
            or _ASKING().search(plain)
            or " is that " in sentence.low
        )
    return bool(_UNMARKED().match(plain)) or bool(rule("asking", "is_question").match(plain))


def _last_clause(plain: str) -> str:
    """Return what follows the last joint, where a question often begins: "It's urgent, how do I ..."."""
    return re.split(r"[,;:] | - |\bbut |\band (?=how|what|who|why|where|when|do|is|can)", plain)[-1].strip()


def _tagged(plain: str) -> bool:
    """Return whether it only ends in a tag: "it's late, isn't it?", "right?"."""
    return bool(rule("asking", "tagged").search(plain)) and not re.match(
        rf"{part('OPENER')}{part('WH')}\b", plain, re.IGNORECASE
    )


def _rhetorical(plain: str) -> bool:
    return bool(rule("asking", "rhetorical").search(plain))


_LIMITS: tuple[Limit, ...] = ("self", "pay", "openings", "odds", "law", "courses")


def limit_of(plain: str) -> Limit | None:
    """Return the class of question that no card answers, None where the library may."""
    return next((name for name in _LIMITS if rule("asking", f"limit {name}").search(plain)), None)
