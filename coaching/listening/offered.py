"""A text that is offered as a goal: with a cue, in answer to the goal question, or as a full new wording."""

import re
from functools import partial

from coaching.listening.patterns import rule
from coaching.listening.text import Sentence
from coaching.listening.words import words
from coaching.smart.lexicon import base_verb
from coaching.talk import Talk

_CUE = partial(rule, "offered", "cue")
_STRONG = re.compile(r"\b(?:goal|objective)\b", re.IGNORECASE)
_LEAD = partial(rule, "offered", "lead")
_TO = partial(rule, "offered", "to")
_BEFORE = re.compile(
    r"(?:(?:by|before|until|within|in|from|over|during|this|next|at) [^,]{3,40}, )", re.IGNORECASE
)


def goal_of(
    sentences: tuple[Sentence, ...], talk: Talk, open_question: str | None
) -> tuple[str, frozenset[int]] | None:
    """Return the goal that is offered, verbatim, with the places of the sentences it came in."""
    for at, sentence in enumerate(sentences):
        if (text := _cued(sentence)) is not None:
            follow = at + 1
            if not text and follow < len(sentences):
                return _clean(sentences[follow].text), frozenset({at, follow})
            if text:
                return text, frozenset({at})
    if open_question == "goal.text":
        return _answered(sentences)
    if open_question and open_question.startswith(("letter.", "goal.")):
        return _restated(sentences, talk)
    return None


def _cued(sentence: Sentence) -> str | None:
    """Return what follows a goal cue; "" where the cue ends the sentence, None where there is no cue."""
    match = _CUE().search(sentence.plain)
    if match is None:
        return (
            ""
            if re.fullmatch(
                r".{0,20}\b(?:here(?:'s| is)|this is|that's) (?:my|the|a) (?:new |next )?goal.{0,30}[.:]?",
                sentence.low,
            )
            else None
        )
    rest = sentence.text[match.end() :]
    named = bool(_STRONG.search(match[0]))
    if not named and not (match[0].rstrip().endswith(":") and _is_goal(rest)):
        return None
    if (
        named
        and not match[0].rstrip().endswith(":")
        and not re.search(r"(?:is|be|was|this|now|that)\W*$", match[0].strip(), re.IGNORECASE)
    ):
        return None
    if rule("offered", "cued").match(rest):
        return None
    return _clean(rest) or None


def _clean(text: str) -> str:
    return text.strip().strip("\"“”'").rstrip(" .!").strip('"“”')


def _answered(sentences: tuple[Sentence, ...]) -> tuple[str, frozenset[int]] | None:
    """Return the answer to "could you make a goal of it", where it is usable as one."""
    for at, sentence in enumerate(sentences):
        text = _stripped(sentence)
        if _is_goal(text) and not sentence.asks:
            return _clean(text), frozenset({at})
    return None


def _restated(sentences: tuple[Sentence, ...], talk: Talk) -> tuple[str, frozenset[int]] | None:
    """Return a full new wording of the goal on the table: a verb, an object, and more than was there."""
    old = talk.draft.text if talk.draft else ""
    for at, sentence in enumerate(sentences):
        text = _stripped(sentence)
        if sentence.asks or not _is_goal(text, strict=True):
            continue
        enough = max(6, min(len(old.split()) - 1, 12))
        if len(text.split()) >= enough:
            return _clean(text), frozenset({at})
    return None


def _stripped(sentence: Sentence) -> str:
    lead = _LEAD().match(sentence.plain)
    return sentence.text[lead.end() :] if lead and lead.end() < len(sentence.text) else sentence.text


def _is_goal(text: str, *, strict: bool = False) -> bool:
    """Return whether a text begins as a goal does: with a verb, after a date or "to" or "I want to"."""
    low = text.lower().replace("’", "'")
    if match := _BEFORE.match(low):
        low = low[match.end() :]
    to = _TO().match(low)
    if to and not strict:
        low = low[to.end() :]
    elif to and low.startswith(("to ", "i will ", "i'll ")) and strict:
        low = low[to.end() :] if low.startswith("to ") else ""
    said = low.split()
    if len(said) < 2:
        return False
    verb = said[0].strip(",.;:")
    return verb in words("lists.txt", "goal-verbs") or (base_verb(verb) == verb and not verb.endswith("ing"))
