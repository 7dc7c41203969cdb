"""Patterns that fill slots: a table of cues, tried on one sentence, gives facts with their place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coaching.listening.heard import Fact, Slot
from coaching.listening.numbers import NUMBER
from coaching.listening.text import Sentence

WORD = r"[^\W_][\w'&/+.-]{0,29}(?<![.'-])"
NAME = r"(?-i:(?:Dr\.? |Mr\.? |Mrs\.? |Ms\.? |Sister |Chef |Frau |Herr |Professor |Prof\.? |Father |Madame |Monsieur |Señora |Señor |Sir |Dame |Captain |Father )?[A-Z][a-zà-öø-ÿ]{1,20}(?:[-'][A-Z][a-zà-ÿ]{1,20})?(?: [A-Z][a-zà-ÿ]{2,20})?)"
STOP = (
    r"(?:and|but|because|cos|so|since|for|who|which|that|when|while|if|with|by|until|i|i'm|i've|i'd|we|you|he|she|they|it|it's|"
    r"where|though|although|as|then|now|than|is|are|was|were|has|have|had|or|to|from|on|at|in|of|this|these|my|right|currently)"
)
_PARTS = {
    "<NAME>": NAME,
    "<NUM>": NUMBER,
    "<WORD>": WORD,
    "<NP>": rf"(?:(?!{STOP}\b){WORD} ){{0,5}}(?!{STOP}\b){WORD}",
    "<NPOF>": rf"(?:(?!{STOP}\b){WORD} ){{0,5}}(?!{STOP}\b){WORD}(?: (?:of|for) (?:the |our )?(?:(?!{STOP}\b){WORD} ){{0,3}}(?!{STOP}\b){WORD})?",
    "<BE>": r"(?:i am|i'm|im|i was|i've been|ive been|i have been)",
    "<WANT>": r"(?:i want|i'd like|i would like|i'd love|i would love|i hope|i'm hoping|i am hoping|i wanna|i'm trying|i dream|i plan|i'm planning|i intend|i mean|i wish|want|wanting|hoping|looking)",
    "<END>": r"(?=\s*(?:[,.;:!?)]|$|-))",
    "<REST>": r"[^.;!?]{1,220}",
}


@dataclass(frozen=True, slots=True)
class Cue:
    """One pattern for one slot; `needs` are words of which the sentence must hold one."""

    slot: Slot
    needs: frozenset[str]
    pattern: re.Pattern[str]


def cue(slot: Slot, needs: str, pattern: str) -> Cue:
    """Return a cue; `<NAME>`, `<NUM>`, `<NP>` and the like in the pattern stand for shared parts."""
    for mark, part in _PARTS.items():
        pattern = pattern.replace(mark, part)
    return Cue(slot, frozenset(needs.split()), re.compile(pattern, re.IGNORECASE))


def matches(cues: Iterable[Cue], sentence: Sentence) -> Iterator[tuple[Cue, re.Match[str]]]:
    """Yield each cue with its matches in the sentence."""
    for one in cues:
        if not one.needs or one.needs & sentence.words:
            for match in one.pattern.finditer(sentence.plain):
                yield one, match


def fact(
    slot: Slot, sentence: Sentence, start: int, end: int, *, text: str | None = None, about: str | None = None
) -> Fact | None:
    """Return the words of the sentence from start to end as a fact, without the signs around them.

    Args:
        slot: What it fills.
        sentence: Where it was said.
        start: First code point, counted in the sentence.
        end: Code point after the last.
        text: The clause it stands in; the sentence where not given.
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
        text=text or sentence.text,
        start=sentence.start + start,
        end=sentence.start + end,
        unsure=hedged(sentence, start),
        about=about,
    )


_HEDGE = re.compile(
    r"\b(?:maybe|perhaps|probably|possibly|i think|i guess|i suppose|i believe|not sure|something about|something like|"
    r"might be|could be|i'd say|i reckon|presumably|sort of|kind of|if i had to guess|could imagine)\b",
    re.IGNORECASE,
)


def hedged(sentence: Sentence, at: int) -> bool:
    """Return whether what stands there was said with a hedge, or as a question."""
    clause = sentence.plain[max(0, at - 60) : at + 120]
    return sentence.asks or bool(_HEDGE.search(clause))


def clause_end(plain: str, at: int) -> int:
    """Return where the clause that begins at `at` ends: the next full sign or joint."""
    match = _JOINT.search(plain, at)
    return match.start() if match else len(plain)


_JOINT = re.compile(r"[.;!?]|,? (?:but|though|although)\b|, (?:and|so|which|because)\b| - ", re.IGNORECASE)
