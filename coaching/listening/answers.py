"""The answer to the open question: its shortest part that fills the slot, verbatim."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from coaching.listening.facts import life, work
from coaching.listening.facts.people import is_name
from coaching.listening.heard import Fact, Slot
from coaching.listening.matching import fact
from coaching.listening.patterns import rule
from coaching.listening.text import Sentence

_LEAD = partial(rule, "answers", "lead")
_JOINT = partial(rule, "answers", "joint")
_EMPTY = partial(rule, "answers", "empty")
_LONG: dict[str, Slot] = {
    "now.enjoy": "enjoy",
    "life.limits": "limit",
    "now.evidence": "evidence",
    "org.need": "need",
    "gap": "gap",
    "step.obstacle": "obstacle",
    "load.room": "room",
}


def answers(
    left: tuple[Sentence, ...], open_question: str | None, found: list[Fact], today: date
) -> Iterator[Fact]:
    """Yield the answer to the open question, where a pattern has not found it already.

    Args:
        left: What of the message may be an answer.
        open_question: Id of the question that waits.
        found: What the patterns found.
        today: The person's date, for steps.
    """
    if not left or open_question is None:
        return
    reader = _READERS.get(open_question)
    if reader is not None:
        yield from reader(left, found, today)


def _first_clause(sentence: Sentence) -> tuple[int, int] | None:
    """Return the span of the first clause without its fillers; None where it says nothing."""
    lead = _LEAD().match(sentence.plain)
    start = lead.end() if lead and lead.end() < len(sentence.plain) else 0
    joint = _JOINT().search(sentence.plain, start + 1)
    end = joint.start() if joint else len(sentence.plain)
    said = sentence.plain[start:end].strip(" ,")
    return (
        None
        if not said or _EMPTY().fullmatch(said) or (_EMPTY().match(said) and len(said.split()) < 6)
        else (start, end)
    )


Reader = Callable[[tuple[Sentence, ...], list[Fact], date], Iterator[Fact]]


def _long(slot: Slot) -> Reader:
    """Return a reader that takes the first clause of the answer, where nothing else claims it."""

    def read(left: tuple[Sentence, ...], found: list[Fact], today: date) -> Iterator[Fact]:
        del today
        if any(one.slot == slot for one in found):
            return
        sentence = _without_lead_in(left[0]) if slot == "enjoy" else left[0]
        span = _first_clause(sentence)
        if span is None or _refused(slot, sentence, span) or _covered(sentence, span, found):
            return
        made = fact(slot, sentence, *span)
        if made is not None:
            yield made.model_copy(update={"text": made.value} if slot in _CLAUSES else {})

    return read


_CLAUSES = frozenset({"evidence", "gap", "limit", "obstacle"})


def _without_lead_in(sentence: Sentence) -> Sentence:
    """Return the sentence without "the bit where" at its head."""
    match = _BIT.match(sentence.plain)
    at = match.end() if match else 0
    return Sentence(sentence.text[at:], sentence.plain[at:], sentence.start + at)


def _refused(slot: Slot, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Return whether the clause answers something else: hours, a promise, "no restrictions", a question back."""
    said = sentence.plain[span[0] : span[1]]
    if slot == "room" and _HOURS_ONLY.match(said):
        return True
    if slot == "limit" and re.match(r"no (?:restrictions|limits|constraints|ties)\b", sentence.low):
        return True
    if slot == "need" and re.match(r"(?:i'll|i will|i'd|i'm going to|let me)\b", said, re.IGNORECASE):
        return True
    return _asks_back(sentence)


def _why(left: tuple[Sentence, ...], found: list[Fact], today: date) -> Iterator[Fact]:
    """Yield the reason: all of the answer where it holds nothing else, its first sentence otherwise."""
    del today
    span = _first_clause(left[0])
    if span is None or _asks_back(left[0]) or any(one.slot == "why" for one in found):
        return
    start = left[0].start + span[0]
    whole = [left[0]]
    for sentence in left[1:]:
        if (
            not sentence.spaced
            or sentence.start != whole[-1].end + 1
            or any(sentence.start <= one.start < sentence.end for one in found)
        ):
            break
        whole.append(sentence)
    first = any(start <= one.start < left[0].end for one in found)
    if first:
        made = fact("why", left[0], *span)
    else:
        text = " ".join(sentence.text for sentence in whole)
        made = fact(
            "why", Sentence(text, " ".join(one.plain for one in whole), left[0].start), span[0], len(text)
        )
    if made is not None:
        yield made


_HOURS_ONLY = re.compile(
    r"(?:about |around |maybe |an? |i said )?(?:\w+|\d+)(?: or \w+)? ?(?:h|hrs?|hours?)\b", re.IGNORECASE
)


_BIT = re.compile(
    r"(?:the|that) (?:bit|part|moment|moments|days?|hour|time|times|shifts?|week) (?:where|when) (?=\w+ \w)",
    re.IGNORECASE,
)


def _asks_back(sentence: Sentence) -> bool:
    return sentence.asks and bool(
        re.match(
            r"(?:you|what|who|how|why|isn't|aren't|doesn't|don't you|is|are|do|does|can|could|would|should)\b",
            sentence.low,
        )
    )


def _covered(sentence: Sentence, span: tuple[int, int], found: list[Fact]) -> bool:
    """Return whether the clause is spoken for by another kind of fact."""
    start, end = sentence.start + span[0], sentence.start + span[1]
    said = end - start
    return any(
        one.slot in {"role", "undecided", "manager", "limit", "since", "means"}
        and one.start >= start
        and one.end <= end
        and (one.end - one.start) * 2 > said
        for one in found
        if one.start >= 0
    )


_ARTICLE = re.compile(
    r"(?:(?:or )?(?:a|an|the|my)|or|some kind of|some sort of|some|possibly|maybe|perhaps|being|becoming|to be"
    r"|become)\s+(?:an?\s+|the\s+)?(?=\w)",
    re.IGNORECASE,
)


_OWNED = partial(rule, "answers", "owned")


_TO_RUN = re.compile(
    r"(?:i(?:'d| would) (?:like|love) )?to (?:run|lead|head|manage|be in charge of|take over|own) (?=\w)",
    re.IGNORECASE,
)


def _target(left: tuple[Sentence, ...], found: list[Fact], today: date) -> Iterator[Fact]:
    """Yield the target: the first title, or the first short phrase."""
    del today
    if any(one.slot in {"target", "undecided"} for one in found):
        return
    for sentence in left[:2]:
        lead = _LEAD().match(sentence.plain)
        at = lead.end() if lead and lead.end() < len(sentence.plain) else 0
        owned = _OWNED().match(sentence.plain, at)
        at = owned.end() if owned else at
        article = _ARTICLE.match(sentence.plain, at)
        at = article.end() if article else at
        end = work.job_at(sentence.plain, at)
        if end is not None:
            made = fact("target", sentence, at, end)
            if made is not None:
                yield made
                return
    run = _TO_RUN.match(left[0].plain)
    if run:
        rest = Sentence(left[0].text[run.end() :], left[0].plain[run.end() :], left[0].start + run.end())
        yield from _short("target", rest)
    elif not _OWNED().match(left[0].plain):
        yield from _short("target", left[0])


def _short(slot: Slot, sentence: Sentence) -> Iterator[Fact]:
    """Yield a first clause of at most six words that is no sentence of its own."""
    span = _first_clause(sentence)
    if span is None:
        return
    said = sentence.plain[span[0] : span[1]].strip(" ,")
    said = re.split(r",", said)[0]
    if len(said.split()) > 6 or re.match(
        r"(?:i|we|he|she|it|they|you|that|this|there|my boss|nobody)\b", said, re.IGNORECASE
    ):
        return
    article = _ARTICLE.match(said)
    start = (
        span[0]
        + (len(sentence.plain[span[0] : span[1]]) - len(sentence.plain[span[0] : span[1]].lstrip(" ,")))
        + (article.end() if article else 0)
    )
    made = fact(slot, sentence, start, span[0] + sentence.plain[span[0] : span[1]].find(said) + len(said))
    if made is not None:
        yield made


_HELD = partial(rule, "answers", "held")
"""Somebody's job, said by whose it is: "Fatima's maybe, she's the practice educator"."""


def _candidates(left: tuple[Sentence, ...], found: list[Fact], today: date) -> Iterator[Fact]:
    """Yield the jobs named: a list is split at commas and "or"."""
    del today
    if any(one.slot in {"candidate", "undecided"} for one in found):
        return
    for sentence in left[:2]:
        if held := _HELD().match(sentence.plain):
            end = work.job_at(sentence.plain, held.end())
            holder = fact("holder", sentence, held.start("v"), held.end("v"))
            if end and holder and is_name(held["v"]):
                yield holder
                yield from _candidate(sentence, held.end(), end, listed=True)
            continue
        lead = _LEAD().match(sentence.plain)
        at = lead.end() if lead and lead.end() < len(sentence.plain) else 0
        joint = rule("answers", "candidates").search(sentence.plain, at + 1)
        end = joint.start() if joint else len(sentence.plain)
        pieces = list(_pieces(sentence.plain, at, end))
        for start, stop in pieces:
            yield from _candidate(sentence, start, stop, listed=len(pieces) > 1)


def _pieces(plain: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    start = at
    for match in re.compile(r",? or (?:maybe |perhaps |even |else )?|, (?:and )?").finditer(plain, at, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _candidate(sentence: Sentence, start: int, end: int, *, listed: bool) -> Iterator[Fact]:
    article = _ARTICLE.match(sentence.plain, start)
    start = article.end() if article and article.end() < end else start
    said = sentence.plain[start:end].strip(" ,.")
    words = len(said.split())
    if (
        not said
        or said == "or"
        or _EMPTY().match(said)
        or re.match(
            r"(?:i|we|he|she|it|they|you|there|staying|stay|just|nothing|that|this)\b", said, re.IGNORECASE
        )
    ):
        return
    if words <= 5 and (listed or words <= 4 or work.is_job(said)):
        made = fact("candidate", sentence, start, end)
        if made is not None:
            yield made


def _proof(left: tuple[Sentence, ...], found: list[Fact], today: date) -> Iterator[Fact]:
    """Yield where it can be looked up: the head of the answer, without "it's in"."""
    del today
    if any(one.slot == "proof" for one in found):
        return
    sentence = left[0]
    span = _first_clause(sentence)
    if span is None:
        return
    lead = rule("answers", "proof").match(sentence.plain[span[0] : span[1]])
    start = span[0] + (lead.end() if lead else 0)
    if re.match(
        r"(?:i|we|he|she|they|only|nothing|nobody|no)\b", sentence.plain[start : span[1]], re.IGNORECASE
    ) and not re.match(
        r"(?:i(?:'ve| have) (?:still )?(?:got|kept|a)|we have)",
        sentence.plain[start : span[1]],
        re.IGNORECASE,
    ):
        return
    made = fact("proof", sentence, start, span[1])
    if made is not None:
        yield made


_WHO = partial(rule, "answers", "who")


_ASK_WHO = partial(rule, "answers", "ask_who")


def _account(left: tuple[Sentence, ...], found: list[Fact], today: date) -> Iterator[Fact]:
    """Yield who asks how it went: a name, or "my sister"."""
    if any(one.slot == "account" for one in found):
        return
    for sentence in left[:2]:
        match = _WHO().match(sentence.plain)
        if (
            match
            and (
                not match["v"][0].isupper()
                or match["v"].lower().startswith(("my ", "our ", "the "))
                or is_name(match["v"])
            )
            and not sentence.asks
        ):
            made = fact("account", sentence, match.start("v"), match.end("v"))
            if made is not None:
                after = re.split(r"\b(?:ask|check|me)\b", sentence.text[match.end() :])[-1]
                yield made.model_copy(update={"due": life.due_of(after, today)})
                return
        asked = _ASK_WHO().search(sentence.plain)
        if asked:
            made = fact("account", sentence, asked.start("v"), asked.end("v"))
            if made is not None:
                yield made
                return


def _role(left: tuple[Sentence, ...], found: list[Fact], today: date) -> Iterator[Fact]:
    """Yield what they do, where the answer is a bare title that the list of jobs does not know."""
    del today
    if any(one.slot == "role" for one in found) or re.search(
        r"\b(?:was|used to|until|between jobs|unemployed|out of work|retired|redundan\w*|not working)\b",
        left[0].low,
    ):
        return
    sentence = left[0]
    span = _first_clause(sentence)
    if span is None or re.match(
        r"(?:i|we|he|she|it|they|you|that|my)\b", sentence.plain[span[0] :], re.IGNORECASE
    ):
        return
    yield from _short("role", sentence)


def _steps(left: tuple[Sentence, ...], found: list[Fact], today: date) -> Iterator[Fact]:
    """Yield what they will do this week: a command to themself, or a bare thing with a day."""
    if any(one.slot == "step" for one in found):
        return
    sentence = left[0]
    span = _first_clause(sentence)
    if span is None or _asks_back(sentence):
        return
    made = fact("step", sentence, *span)
    if made is not None and not re.match(
        r"(?:i (?:can't|don't|won't|have no|haven't)|it's|there|nothing|that|this week (?:is|i)|two hours)\b",
        made.value,
        re.IGNORECASE,
    ):
        if len(made.value.split()) == 1 and len(left) > 1 and is_name(made.value):
            sentence = left[1]
            made = fact("step", sentence, 0, len(sentence.text)) or made
        yield made.model_copy(update={"text": made.value, "due": life.due_of(sentence.text, today)})


_READERS: dict[str, Reader] = {
    **{question: _long(slot) for question, slot in _LONG.items()},
    "want.why": _why,
    "want.target": _target,
    "want.candidate": _candidates,
    "evidence.proof": _proof,
    "account": _account,
    "now.role": _role,
    "step.week": _steps,
}
