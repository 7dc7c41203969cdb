"""A text that is offered as a goal: with a cue, in answer to the goal question, or as a full new wording."""

import re

from coaching.listening.text import Sentence
from coaching.smart.lexicon import base_verb
from coaching.talk import Talk

_CUE = re.compile(
    r"\b(?:(?:so |ok |okay |and |but |well |then |right )*(?:here(?:'s| is|s)|this is|that's|i(?:'ve| have)? (?:wrote|written)|let me try|try this|how about(?: this)?|what about this|maybe this|new version|second try|next try|again|reworded|take two|better)"
    r"[^.:;!?]{0,60}?\b(?:goal|wording|version|one)?[^.:;!?]{0,50}:|(?:my|the|a|our) (?:new |first |next |main |real |actual |career |smart |revised |final |draft |little |whole )*(?:goal|objective|aim|target)(?: (?:for (?:this|next|the) \w+|now|then|here|again|is now|so far|would be|could be|should be|might be|is|was|:))*(?: (?:is|would be|could be|should be|will be|might be)(?: this| now| just| simply)?)?(?:,| -|:| that| to be:)?|goal(?: \d)?:|goal is(?: to)?\b|(?:so|ok|okay|then|right|now):)\s+",
    re.IGNORECASE,
)
_STRONG = re.compile(r"\b(?:goal|objective)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:(?:ok|okay|so|well|right|hm+|um+|er+|fine|alright|all right|yes|yeah|then|and|now|maybe|perhaps|how about|what about|something like|let's say|let me think|let me try|i think|i'd say|i guess|probably|try|again|a project|a day a week)[,:.!…-]* +)+",
    re.IGNORECASE,
)
_TO = re.compile(
    r"(?:i (?:want|would like|'d like|will|plan|intend|aim|am going|'m going|mean|need)(?: to)?|i'll|i'd like to|i want to|i'm going to|to|we will|we'll) ",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:(?:by|before|until|within|in|from|over|during|this|next|at) [^,]{3,40}, )", re.IGNORECASE
)
_EXTRA = frozenset(
    "get become be talk lead write run pass take have find move speak make finish learn improve ask meet read start build win apply complete deliver reach raise cut reduce double halve train hold give set present publish teach mentor coach bring grow hire manage save sell open launch close move earn qualify join organise organize visit watch shadow interview choose decide put help design develop create prepare send increase gain obtain secure achieve land chair host file submit show prove test try explore investigate research know understand master practise practice handle cover step go work spend stop say tell call book sign lower bring keep hit beat attend transfer switch represent negotiate draft introduce pilot roll transition establish implement automate document establish".split()
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
    match = _CUE.search(sentence.plain)
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
    if re.match(
        r"(?:not|too|still|unclear|vague|fine|ok|okay|done|good|bad|wrong|set|there|what|hard|easy|on|in the|due|saved|missing|nothing|stupid|silly|just|unrealistic|about|the same|realistic)\b",
        rest,
        re.IGNORECASE,
    ):
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
    lead = _LEAD.match(sentence.plain)
    return sentence.text[lead.end() :] if lead and lead.end() < len(sentence.text) else sentence.text


def _is_goal(text: str, *, strict: bool = False) -> bool:
    """Return whether a text begins as a goal does: with a verb, after a date or "to" or "I want to"."""
    low = text.lower().replace("’", "'")
    if match := _BEFORE.match(low):
        low = low[match.end() :]
    to = _TO.match(low)
    if to and not strict:
        low = low[to.end() :]
    elif to and low.startswith(("to ", "i will ", "i'll ")) and strict:
        low = low[to.end() :] if low.startswith("to ") else ""
    words = low.split()
    if len(words) < 2:
        return False
    verb = words[0].strip(",.;:")
    return verb in _EXTRA or (base_verb(verb) == verb and not verb.endswith("ing"))
