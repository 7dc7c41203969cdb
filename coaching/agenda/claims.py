"""What a line says was done: its figures, outcomes and scopes, each traced to a record or marked."""

import re
from collections.abc import Mapping

from coaching.agenda.privacy import content_words
from coaching.agenda.types import Claim
from coaching.plan import Evidence

_COUNT = (
    r"(?:\d[\d.,]*\d|\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|millions?)(?![^\W\d_]*[^\W\d_kKmM])"
)
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_UNIT = rf"(?:\s?(?:%|percent\b|per cent\b|k\b|m\b|bn\b)|-\w+|\s+(?!(?:and|or|to|from|down|up|by|in|on|at|of|since|until|the|a|an|{_MONTH})\b)[^\W\d_]+)"
_AMOUNT = rf"(?:[$€£]\s?)?\b{_COUNT}(?:\s+{_COUNT})?{_UNIT}?"
_FIGURE = re.compile(
    rf"\bfrom {_AMOUNT}(?:\s+(?:down|up))?\s+to\s+{_AMOUNT}|{_AMOUNT}|\b(?:doubled|halved|tripled|twice as \w+)\b",
    re.IGNORECASE,
)
_SCOPE = re.compile(
    r"\b(?:the (?:whole|entire) [^\W\d_]+|every [^\W\d_]+|all (?:of )?(?:the|our|my|its) [^\W\d_]+|across [^\W\d_]+(?: and [^\W\d_]+)?|nation-?wide|company-?wide)\b",
    re.IGNORECASE,
)
_OUTCOMES = (
    "achieved|added|automated|beat|broke|brought|built|chaired|closed|coached|completed|contributed|created|cut|delivered|designed|developed"
    "|earned|exceeded|finished|fixed|founded|gained|generated|got|grew|headed|helped|hired|improved|increased|introduced|kept|landed|launched"
    "|led|lifted|lowered|made|managed|mentored|met|moved|negotiated|opened|ordered|organi[sz]ed|outperformed|passed|planned|published|raised"
    "|ran|reached|rebuilt|recruited|reduced|replaced|rescued|reworked|rewrote|rolled|saved|secured|set|shipped|shortened|sold|solved|started"
    "|supported|surpassed|taught|took|trained|transformed|turned|won|wrote"
)
_OUTCOME = re.compile(rf"\b(?:{_OUTCOMES}|doubled|halved|tripled)\b", re.IGNORECASE)
_TOLD_AS_DONE = re.compile(
    rf"\b(?:i|we|my team|our team|my department)(?:['’]ve| have| had| has)?(?: (?:already|also|just|recently|personally))?(?: (?:{_OUTCOMES}|doubled|halved|tripled)|(?:['’]ve| have) \w+(?:ed|en|ne))\b"
    rf"|\b(?:having|after) (?:{_OUTCOMES}|doubled|halved|tripled)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?:i (?:think|guess|believe|suppose|reckon)|maybe|perhaps|probably|possibly|not sure|as far as i know|apparently)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENTENCE = re.compile(r"[^.!?;\n]+(?:[.!?;](?!\s|$)[^.!?;\n]*)*[.!?;]*")
_WORDED = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
}


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
    after = text[match.start() :]
    day = re.match(rf"\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\b|(?:19|20)\d\d\b", after, re.IGNORECASE)
    before = text[: match.start()]
    return bool(day) or bool(re.search(rf"\b{_MONTH}\s+$", before, re.IGNORECASE))
