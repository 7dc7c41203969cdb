"""What a line says was done: its figures, outcomes and scopes, each traced to a record or marked."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from coaching.agenda.figures import figures, stretches
from coaching.agenda.privacy import content_words
from coaching.agenda.types import Claim
from coaching.agenda.wordlists import OUTCOMES, phrases
from coaching.plan import Evidence

_HAVE = r"(?:['’]ve| have| had| has)"
_TOLD_AS_DONE = re.compile(
    phrases(
        rf"(?:i|we|my team|our team|my department){_HAVE}?(?: (?:already|also|just|recently))? (?:{OUTCOMES})",
        r"(?:i|we)(?:['’]ve| have) \w+(?:ed|en|ne)",
        rf"(?:having|after) (?:{OUTCOMES})",
    ),
    re.IGNORECASE,
)
_HEDGE = re.compile(
    phrases(
        "i (?:think|guess|believe|suppose|reckon)",
        "maybe|perhaps|probably|possibly|not sure|as far as i know|apparently",
    ),
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?;\n]+(?:[.!?;](?!\s|$)[^.!?;\n]*)*[.!?;]*")


@dataclass(frozen=True, slots=True)
class Carrier:
    """A record of something done, as claims are held against it."""

    handle: str
    figures: frozenset[str]
    words: frozenset[str]


def carriers(evidence: Mapping[str, Evidence]) -> tuple[Carrier, ...]:
    """Return the records ready to be held against claims."""
    return tuple(
        Carrier(h, figures(record.text), content_words(record.text)) for h, record in evidence.items()
    )


def own_claims(text: str, handle: str, *, proved: bool = False) -> tuple[Claim, ...]:
    """Return the claims of a record of something done; a line without figures is one claim as a whole.

    A record is the person's own word. Where they are not sure of it themselves, and name nothing that would
    prove it, it is unconfirmed.
    """
    spans = stretches(text) or ((0, len(text)),)
    status: Literal["traced", "unconfirmed"] = (
        "unconfirmed" if _HEDGE.search(text) and not proved else "traced"
    )
    return tuple(_claim(text, start, end, (handle,), status) for start, end in spans)


def told_claims(text: str, records: tuple[Carrier, ...]) -> tuple[Claim, ...]:
    """Return the claims about the past in any other line.

    A figure that a record carries is traced to it. Told as done ("I cut ... by 40 %") and carried by no record,
    it is unconfirmed. What is only wished for is no claim.
    """
    found = (_sentence_claims(text, match, records) for match in _SENTENCE.finditer(text))
    return tuple(claim for claims in found for claim in claims)


def _sentence_claims(text: str, match: re.Match[str], records: tuple[Carrier, ...]) -> Iterable[Claim]:
    sentence, offset = match.group(), match.start()
    done = _TOLD_AS_DONE.search(sentence)
    spans = stretches(sentence) or (((done.start(), len(sentence.rstrip())),) if done else ())
    handles = _traced(sentence, spans, records)
    for (start, end), carried in zip(spans, handles, strict=True):
        if carried or (done and start >= done.start()):
            status: Literal["traced", "unconfirmed"] = "traced" if carried else "unconfirmed"
            yield _claim(text, offset + start, offset + end, carried, status)


def _traced(
    sentence: str, spans: tuple[tuple[int, int], ...], records: tuple[Carrier, ...]
) -> list[tuple[str, ...]]:
    """Return the records that carry each stretch; a bare verb or scope goes with the figures of its sentence."""
    near = [record for record in records if record.words & _words(sentence)]
    numbers = [figures(sentence[start:end]) for start, end in spans]
    found = [tuple(r.handle for r in near if own and own <= r.figures) for own in numbers]
    with_figures = [handles for handles, own in zip(found, numbers, strict=True) if own]
    if with_figures:
        together = (
            tuple(dict.fromkeys(h for handles in with_figures for h in handles)) if all(with_figures) else ()
        )
    else:
        together = _alike(_words(sentence), near)
    return [handles if own else together for handles, own in zip(found, numbers, strict=True)]


def _alike(words: frozenset[str], records: Iterable[Carrier]) -> tuple[str, ...]:
    """Return the records that hold most of the words."""
    return tuple(r.handle for r in records if len(words & r.words) * 5 >= len(words) * 3)


def _words(sentence: str) -> frozenset[str]:
    """Return the words of the sentence that are no numbers."""
    return frozenset(word for word in content_words(sentence) if not figures(word))


def _claim(
    text: str, start: int, end: int, evidence: tuple[str, ...], status: Literal["traced", "unconfirmed"]
) -> Claim:
    return Claim(start=start, end=end, text=text[start:end], evidence=evidence, status=status)
