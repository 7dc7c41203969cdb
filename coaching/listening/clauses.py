"""A sentence in clauses, each in its place, so that a cue does not reach over a joint."""

import re

from coaching.listening.text import Sentence

_SUBJECT = r"(?:i|i'm|i've|i'd|i'll|im|we|we've|we're|he|he's|she|she's|they|they're|it|it's|there|there's|that|that's|my|our|his|her|their|nobody|no one|who|which|what|the|this|(?-i:[A-Z][a-z]+))"
_JOINT = re.compile(
    r"[;:](?=\s)|\s-{1,2}\s|[!?](?=\s)"
    rf"|,(?= (?:but|so|though|although|because|cos|since|which|who|where|while|whereas|and (?:{_SUBJECT})\b|(?:i|i'm|i've|i'd|i'll|im|we|we've|we're|he|he's|she|she's|they|they're|it|it's|there|there's|that's|my|our|no one|nobody|some|someone)\b))"
    r"|\s(?=(?:but|because|cos|though|although|which|so that|so i|so we)\b)"
    r"|\s(?=and (?:i|i'm|i've|i'd|i'll|im|we|we've|we're|he|he's|she|she's|they|they're|it|it's|there's|there|that's|my|our|nobody|now)\b)",
    re.IGNORECASE,
)


def clauses(sentence: Sentence) -> tuple[Sentence, ...]:
    """Return the clauses of a sentence; a joint such as "but" stays at the head of what follows it."""
    cuts = [0]
    for match in _JOINT.finditer(sentence.plain):
        cuts.append(match.end())
    cuts.append(len(sentence.text))
    found = []
    for start, end in zip(cuts, cuts[1:], strict=False):
        piece = sentence.text[start:end]
        lead = len(piece) - len(piece.lstrip(" ,;:-–—"))
        body = piece.strip(" ,;:-–—")
        if body:
            at = start + lead
            found.append(Sentence(body, sentence.plain[at : at + len(body)], sentence.start + at))
    return tuple(found)


_HEAD = re.compile(
    r"(?:(?:and|but|so|because|cos|since|though|although|well|oh|hm+|um+|er+m?|ok|okay|honestly|yes|yeah|no|maybe|perhaps|probably|then|also|now|plus|i think|i guess|i suppose|actually|to be honest|look|good news|tbh|lol)\b[,:!.…]*\s+)+",
    re.IGNORECASE,
)


def bare(clause: Sentence) -> Sentence:
    """Return the clause without the joints and fillers at its head."""
    match = _HEAD.match(clause.plain)
    at = match.end() if match and match.end() < len(clause.text) else 0
    return Sentence(clause.text[at:], clause.plain[at:], clause.start + at)
