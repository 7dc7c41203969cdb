"""Corrections: a new value for something said before.

Wrong corrections are worse than missed ones, so a correction needs two things: words that correct ("actually",
"not five", "scrap that"), and exactly one thing said before that the new value can stand for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import get_args

from coaching.listening.facts.people import is_name
from coaching.listening.facts.work import is_head, job_at
from coaching.listening.heard import Correction, Slot
from coaching.listening.numbers import NUMBER, digits, number_of
from coaching.listening.patterns import part, rule, rules
from coaching.listening.text import Sentence
from coaching.listening.words import words
from coaching.plan import Plan
from coaching.talk import Talk

_NAMED = partial(rules, "corrections", "named")
_CUE = partial(rule, "corrections", "cue")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_COUNT = re.compile(rf"(?P<n>{NUMBER}) (?P<noun>[^\W\d_][\w-]+)", re.IGNORECASE)
_BARE_YEAR = partial(rule, "corrections", "bare_year")
NUMERIC = frozenset({"reports", "hours"})


@dataclass(frozen=True, slots=True)
class Known:
    """One thing said before."""

    slot: Slot
    value: str


def corrections_of(
    sentences: tuple[Sentence, ...], plan: Plan, talk: Talk
) -> tuple[tuple[frozenset[int], Correction], ...]:
    """Return the correction in a message, if any, with the places of the sentences it stands in."""
    known = known_of(plan, talk)
    if not known:
        return ()
    found = [*_named(sentences, known)]
    found = found or [
        (frozenset({place}), made)
        for place, made in (*_flipped(sentences, known), *_unnamed(sentences, known))
    ]
    return tuple(found[:1])


def known_of(plan: Plan, talk: Talk) -> tuple[Known, ...]:
    """Return what was said before, latest first: notes of the talk, then the plan."""
    notes = [Known(note.slot, note.value) for note in reversed(talk.notes) if note.slot in get_args(Slot)]  # type: ignore[arg-type]
    profile, vision = plan.profile, plan.vision
    singles: list[tuple[Slot, object]] = [
        ("role", profile.role), ("since", profile.since), ("unit", profile.unit), ("industry", profile.industry),
        ("reports", profile.reports), ("manager", profile.manager), ("target", vision.target),
        ("size", vision.size), ("horizon", vision.horizon),
    ]  # fmt: skip
    rest = [Known(slot, str(value)) for slot, value in singles if value is not None]
    rest += [Known("evidence", one.text) for one in plan.evidence.values()]
    rest += [Known("need", one.text) for one in plan.needs.values()]
    return tuple({(one.slot, one.value.lower()): one for one in reversed([*notes, *rest])}.values())[::-1]


def _named(
    sentences: tuple[Sentence, ...], known: tuple[Known, ...]
) -> Iterator[tuple[frozenset[int], Correction]]:
    """Yield corrections that name what they replace; they may run over two sentences."""
    for place, sentence in enumerate(sentences):
        pair = sentence.plain
        if place + 1 < len(sentences):
            pair = f"{pair} {sentences[place + 1].plain}"
        for pattern in _NAMED():
            match = pattern.search(pair[:500])
            made = _resolved(match, known) if match else None
            if match is not None and made is not None:
                over = match.end() > len(sentence.plain)
                yield frozenset({place, place + 1} if over else {place}), made
                return


def _resolved(match: re.Match[str], known: tuple[Known, ...]) -> Correction | None:
    old, new = match["old"].strip(), _trimmed(match["new"])
    one = _meant(old, known)
    if one is None or _IDLE().match(new) or not _content(new) or _content(new) == _content(one.value):
        return None
    return _typed(one, old, new, match[0])


def _meant(old: str, known: tuple[Known, ...]) -> Known | None:
    """Return the one thing said before that these words name; None where none or several do."""
    said = _content(old)
    if not said:
        return None
    exact = [one for one in known if _content(one.value) == said]
    near = [
        one
        for one in known
        if said <= _content(one.value) or (_content(one.value) and _content(one.value) <= said)
    ]
    for pool in (exact, near):
        slots = {one.slot for one in pool}
        if len(slots) == 1 and len({one.value.lower() for one in pool}) == 1:
            return pool[0]
        if pool:
            return None
    return None


def _content(text: str) -> frozenset[str]:
    """Return the words that carry meaning, numbers as digits."""
    found = re.findall(r"[^\W_]+(?:[-'][^\W_]+)?", text.lower())
    return frozenset(digits(word) or _stem(word) for word in found if word not in words("lists.txt", "small"))


def _stem(word: str) -> str:
    """Return the word without its ending, so that "calling" meets "call"."""
    return re.sub(r"(?:ing|ed|s)$", "", word) if len(word) > 4 else word


_LEAD = partial(rule, "corrections", "lead")


_IDLE = partial(rule, "corrections", "idle")


def _trimmed(new: str) -> str:
    lead = _LEAD().match(new.strip())
    text = new.strip()[lead.end() :] if lead and lead.end() < len(new.strip()) else new.strip()
    return rule("corrections", "trimmed").split(text)[0].strip()


def _typed(one: Known, old: str, new: str, text: str) -> Correction | None:
    """Return the correction where the new value is of the same kind as the old."""
    numbers_old, numbers_new = _numbers(old), _numbers(new)
    if one.slot in NUMERIC:
        number = digits(numbers_new[0]) if len(numbers_new) == 1 else None
        return (
            Correction(slot=one.slot, new=number, old=one.value, text=text)
            if number and number != one.value
            else None
        )
    if one.slot == "manager_knows":
        return None
    if numbers_old:
        return _number_for_number(one, numbers_old, numbers_new, new, text)
    if one.slot in {"manager", "holder", "account", "person", "approval", "approved"}:
        return _person(one, new, text)
    if one.slot in {"role", "target", "candidate"}:
        end = job_at(new, 0)
        value = new[:end] if end else new
        fits = end is not None or not is_head(one.value.split()[-1])
        return (
            Correction(slot=one.slot, new=value, old=one.value, text=text)
            if fits and len(value.split()) <= 6
            else None
        )
    plainly = len(new.split()) <= 9 and not numbers_new and (one.slot in _CLAUSES or not _TELLING.match(new))
    return Correction(slot=one.slot, new=new, old=one.value, text=text) if plainly else None


_CLAUSES = frozenset({"step", "obstacle", "why", "limit", "need"})
_TELLING = re.compile(r"(?:i|we|he|she|they|it|you|my boss|that|there)\b", re.IGNORECASE)


def _numbers(text: str) -> list[str]:
    return [match[0] for match in re.finditer(rf"(?<![\w-]){NUMBER}(?![\w-])", text, re.IGNORECASE)]


def _number_for_number(one: Known, old: list[str], new: list[str], said: str, text: str) -> Correction | None:
    """Return the correction of one number inside what was said, with what follows it where that differs."""
    if len(new) != 1 or len(old) != 1 or number_of(old[0]) == number_of(new[0]):
        return None
    inside = next(
        (match for match in _number_spans(one.value) if number_of(match) == number_of(old[0])), None
    )
    if inside is None:
        return None
    del said
    return Correction(slot=one.slot, new=new[0], old=inside, text=text)


def _number_spans(value: str) -> list[str]:
    return _numbers(value)


def _person(one: Known, new: str, text: str) -> Correction | None:
    match = re.search(rf"(?:my|our|the) (?:[\w'-]+ ){{0,3}}{part('NAME')}|{part('NAME')}", new)
    if match and is_name(match[0].split()[-1]):
        return Correction(slot=one.slot, new=match[0], old=one.value, text=text)
    last = re.search(r"(?:my|our|the) [\w'-]+(?: [\w'-]+){0,2}$", new)
    new = last[0] if last else new
    role = re.fullmatch(r"(?:(?:my|our|the) )?[\w'-]+(?: [\w'-]+){0,2}", new)
    fits = (role and (one.slot in {"approval", "approved", "account"}) and not one.value[:1].isupper()) or (
        role and one.slot == "approval"
    )
    return Correction(slot=one.slot, new=new, old=one.value, text=text) if fits else None


def _unnamed(sentences: tuple[Sentence, ...], known: tuple[Known, ...]) -> Iterator[tuple[int, Correction]]:
    """Yield corrections that only give the new value: a year, or a count of something counted before."""
    for place, sentence in enumerate(sentences):
        year = _BARE_YEAR().fullmatch(sentence.plain)
        if year and (len(sentences) == 1 or place == 0):
            yield from _year(place, sentence, year["new"], known)
            continue
        if not _CUE().search(sentence.plain) or sentence.asks:
            continue
        if cued := _CUE_YEAR.search(sentence.plain):
            yield from _year(place, sentence, cued["new"], known)
            continue
        yield from _counted(place, sentence, known)


_CUE_YEAR = re.compile(
    r"\b(?:i mean|i meant|make (?:it|that)|more like|sorry,|actually,?|rather) (?:by |in )?(?P<new>20\d\d)\b",
    re.IGNORECASE,
)


def _year(
    place: int, sentence: Sentence, new: str, known: tuple[Known, ...]
) -> Iterator[tuple[int, Correction]]:
    dated = [one for one in known if one.slot in {"horizon", "since"} and _YEAR.search(one.value)]
    if len({one.slot for one in dated}) == 1:
        old = _YEAR.search(dated[0].value)
        if old and old[0] != new:
            yield place, Correction(slot=dated[0].slot, new=new, old=old[0], text=sentence.text)


def _counted(place: int, sentence: Sentence, known: tuple[Known, ...]) -> Iterator[tuple[int, Correction]]:
    """Yield a new count for the one thing that was counted with the same noun."""
    for match in _COUNT.finditer(sentence.plain):
        number, noun = digits(match["n"]), match["noun"].lower()
        if number is None:
            continue
        fits = [made for one in known if (made := _recount(one, match["n"], noun, sentence.text)) is not None]
        if len(fits) == 1:
            yield place, fits[0]
            return


def _recount(one: Known, said: str, noun: str, text: str) -> Correction | None:
    number = digits(said)
    if one.slot == "reports":
        return (
            Correction(slot="reports", new=number or said, old=one.value, text=text)
            if noun in words("lists.txt", "counted-people")
            and number != one.value
            and number
            and "." not in number
            else None
        )
    if one.slot == "hours":
        return (
            Correction(slot="hours", new=number or said, old=one.value, text=text)
            if noun in {"hours", "hrs", "hour"} and number != one.value
            else None
        )
    if one.slot not in {"evidence", "since", "horizon", "size"}:
        return None
    for match in _COUNT.finditer(one.value):
        if match["noun"].lower().rstrip("s") == noun.rstrip("s") and number_of(match["n"]) != number_of(said):
            return Correction(slot=one.slot, new=said, old=match["n"], text=text)
    return None


_FLIPS = (
    (
        "yes",
        "no",
        re.compile(
            r"\b(?:she|he|they|my boss|my manager) (?:does|knows|do|know)(?: now|(?=[,.!]|$))", re.IGNORECASE
        ),
    ),
    (
        "no",
        "yes",
        re.compile(
            r"\b(?:she|he|they|my boss|my manager) (?:doesn't|does not|don't)(?: know)?(?=[,.!]|$)",
            re.IGNORECASE,
        ),
    ),
)


def _flipped(sentences: tuple[Sentence, ...], known: tuple[Known, ...]) -> Iterator[tuple[int, Correction]]:
    """Yield "she does now" after "she doesn't know"."""
    current = next((one.value for one in known if one.slot == "manager_knows"), None)
    said = any(re.search(r"\bi (?:said|told you|wrote)\b|\bnow\b|\bactually\b", s.low) for s in sentences)
    for new, old, pattern in _FLIPS:
        for place, sentence in enumerate(sentences):
            if current == old and said and pattern.search(sentence.plain) and not sentence.asks:
                yield place, Correction(slot="manager_knows", new=new, old=old, text=sentence.text)
                return
