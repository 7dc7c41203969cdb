"""What a line says was done: its figures, outcomes and scopes, each traced to a record or marked."""

import re
from collections.abc import Mapping

from coaching.agenda.privacy import content_words
from coaching.agenda.types import Claim
from coaching.agenda.wordlists import COUNT_WORDS, MONTHS, NUMBERS, OUTCOMES, phrases
from coaching.plan import Evidence

_COUNT = rf"(?:\d[\d.,]*\d|\d|(?:{COUNT_WORDS})(?![^\W\d_]))"
_NO_UNIT = phrases(
    rf"and|or|to|from|down|up|by|in|on|at|of|since|until|across|over|under|for|with|than|per|last|this|the|a|an|\w+ly|{MONTHS}"
)
_UNIT = rf"(?:\s?%|\s?(?:percent|per cent|k|m|bn)\b|-\w+|\s+(?!{_NO_UNIT})[^\W\d_]+)"
_AMOUNT = rf"(?:[$€£]\s?|\b){_COUNT}(?:\s+{_COUNT})?{_UNIT}?"
_CHANGE = rf"\bfrom {_AMOUNT}(?:\s+(?:down|up))?\s+to\s+{_AMOUNT}"
_FIGURE = re.compile(rf"{_CHANGE}|{_AMOUNT}|\btwice as \w+", re.IGNORECASE)
_SCOPE = re.compile(
    phrases(
        r"the (?:whole|entire) [^\W\d_]+|every [^\W\d_]+|all (?:of )?(?:the|our|my|its) [^\W\d_]+",
        r"across [^\W\d_]+(?: and [^\W\d_]+)?|nation-?wide|company-?wide",
    ),
    re.IGNORECASE,
)
_OUTCOME = re.compile(rf"\b(?:{OUTCOMES})\b", re.IGNORECASE)
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
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTHS})\b|(?:19|20)\d\d\b", re.IGNORECASE)
_AFTER_MONTH = re.compile(rf"\b(?:{MONTHS})\s+$", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?;\n]+(?:[.!?;](?!\s|$)[^.!?;\n]*)*[.!?;]*")
_WORDED = {word: str(number) for number, word in enumerate(NUMBERS.split())}


def own_claims(text: str, handle: str) -> tuple[Claim, ...]:
    """Return the claims of a record of something done; a line without figures is one claim as a whole.

    A record is the person's own word; where they are not sure of it themselves it is unconfirmed.
    """
    spans = _spans(text) or ((0, len(text)),)
    status = "unconfirmed" if _HEDGE.search(text) else "traced"
    return tuple(
        Claim.model_validate(
            {"start": a, "end": b, "text": text[a:b], "evidence": (handle,), "status": status}
        )
        for a, b in spans
    )


def told_claims(text: str, evidence: Mapping[str, Evidence]) -> tuple[Claim, ...]:
    """Return the claims about the past in any other line.

    A figure that a record carries is traced to it. Told as done ("I cut ... by 40 %") and carried by no record,
    it is unconfirmed. What is only wished for is no claim.
    """
    return tuple(
        claim
        for match in _SENTENCE.finditer(text)
        for claim in _sentence_claims(text, match.start(), match.end(), evidence)
    )


def _sentence_claims(text: str, start: int, end: int, evidence: Mapping[str, Evidence]) -> list[Claim]:
    sentence = text[start:end]
    done = _TOLD_AS_DONE.search(sentence)
    spans = _spans(sentence) or (((done.start(), len(sentence.rstrip())),) if done else ())
    found = []
    for a, b in spans:
        handles = _carriers(sentence[a:b], sentence, evidence)
        if handles or done:
            status = "traced" if handles else "unconfirmed"
            fields = {
                "start": start + a,
                "end": start + b,
                "text": sentence[a:b],
                "evidence": handles,
                "status": status,
            }
            found.append(Claim.model_validate(fields))
    return found


def _carriers(span: str, sentence: str, evidence: Mapping[str, Evidence]) -> tuple[str, ...]:
    """Return the handles of the records that say the same: its figures and one more word, or most of its words."""
    figures, words = _figures(span), content_words(sentence) - _numbers(sentence)
    return tuple(handle for handle, record in evidence.items() if _carries(record.text, figures, words))


def _carries(told: str, figures: frozenset[str], words: frozenset[str]) -> bool:
    shared = words & content_words(told)
    if figures:
        return figures <= _figures(told) and bool(shared)
    return bool(words) and len(shared) * 5 >= len(words) * 3


def _figures(text: str) -> frozenset[str]:
    found = re.findall(rf"\b{_COUNT}", text.casefold())
    return frozenset(_WORDED.get(figure, figure.replace(",", "")) for figure in found)


def _numbers(text: str) -> frozenset[str]:
    return content_words(" ".join(re.findall(rf"\b{_COUNT}", text.casefold())))


def _spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches that say how much, what came of it and how far it reached, in order, without overlap."""
    found = [match.span() for match in _FIGURE.finditer(text) if not _names_a_day(text, match)]
    for pattern in (_SCOPE, _OUTCOME):
        found.extend(
            m.span()
            for m in pattern.finditer(text)
            if not any(a < m.end() and m.start() < b for a, b in found)
        )
    return tuple(sorted(found))


def _names_a_day(text: str, match: re.Match[str]) -> bool:
    """Return whether the figure is a year or the day of a month, which measure nothing."""
    if _YEAR.fullmatch(match.group().strip()):
        return True
    return bool(_DAY.match(text, match.start()) or _AFTER_MONTH.search(text[: match.start()]))
