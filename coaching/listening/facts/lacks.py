"""What the organisation needs, what the person lacks, and what is already on their side."""

import re
from collections.abc import Iterator
from functools import partial

from coaching.listening.clauses import bare, clauses
from coaching.listening.heard import Fact
from coaching.listening.matching import fact
from coaching.listening.patterns import rule, rules
from coaching.listening.text import Sentence

_NEED = partial(rules, "lacks", "need")


_TROUBLE = partial(rule, "lacks", "trouble")


def needs(sentence: Sentence, *, expected: bool) -> Iterator[Fact]:
    """Yield what the organisation needs."""
    for pattern in (*_NEED(), *((_TROUBLE(),) if expected else ())):
        match = pattern.search(sentence.plain)
        if match is None or (not expected and re.search(r"\b(?:i|me|my) ", match["v"] + " ", re.IGNORECASE)):
            continue
        value = re.split(
            r",? (?:and|but|so|because) (?:i|my|that's|we|he|she|it|complaints|\w+ is)\b|, ",
            match["v"],
            maxsplit=1,
            flags=re.IGNORECASE,
        )[0]
        found = fact("need", sentence, match.start("v"), match.start("v") + len(value))
        if found is not None:
            yield found
            return


_GAP = partial(rules, "lacks", "gap")


_POINTING = re.compile(
    r"\b(?:done|had|held|managed|tried|seen|used|made|led|run) (?:that|it|this|one|any)(?: before)?$",
    re.IGNORECASE,
)


def gaps(sentence: Sentence, *, expected: bool) -> Iterator[Fact]:
    """Yield what they would need to learn, show or be given."""
    for piece in clauses(sentence):
        clause = bare(piece)
        for pattern in _GAP():
            match = pattern.search(clause.plain)
            if match is None or (
                not expected and re.match(r"(?:i need to (?:go|stop|leave|think)|i have to)", clause.low)
            ):
                continue
            if _POINTING.search(match["v"]):
                continue
            if re.match(
                r"(?:why|where i|what (?:i|to|next|else)|how (?:i feel|to start$|long|much|you are))\b",
                match["v"],
                re.IGNORECASE,
            ):
                continue
            start = match.start("v")
            lead = re.match(r"(?:because|since|and|but|so|as) +|(?:the|a|an) +", match["v"], re.IGNORECASE)
            start += lead.end() if lead else 0
            found = fact("gap", clause, start, match.end("v"))
            if found is not None:
                yield found.model_copy(update={"text": found.value})
                return


_MEANS = partial(rules, "lacks", "means")


def means(sentence: Sentence, *, expected: bool) -> Iterator[Fact]:
    """Yield what is already on their side."""
    for place, pattern in enumerate(_MEANS()):
        match = pattern.search(sentence.plain)
        if match is None or (place == len(_MEANS()) - 1 and not expected):
            continue
        start = match.start("v")
        lead = re.match(r"(?:and|but|so) +", match["v"], re.IGNORECASE)
        made = fact("means", sentence, start + (lead.end() if lead else 0), match.end("v"))
        if made is not None:
            yield made.model_copy(update={"text": made.value})
