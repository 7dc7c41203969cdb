"""What they want: target, its size, when, what else they could imagine, not knowing, why, what they enjoy."""

import re
from collections.abc import Iterator
from functools import partial

from coaching.listening.clauses import clauses
from coaching.listening.facts.work import is_head, is_job, job_at
from coaching.listening.heard import Fact, Slot
from coaching.listening.matching import fact
from coaching.listening.patterns import part, rule, rules
from coaching.listening.text import Sentence
from coaching.listening.words import words

_BECOME = partial(rule, "wants", "become")
_RUN = partial(rule, "wants", "run")
_HAVE = partial(rule, "wants", "have")
_NOT_TARGET = partial(rule, "wants", "not_target")
_HEADLINES = partial(rules, "wants", "headlines")
UNWANTED = partial(rule, "wants", "unwanted")


def targets(sentence: Sentence) -> Iterator[Fact]:
    """Yield the job or place they want: a title after "want to be", or what they want to run."""
    for match in _BECOME().finditer(sentence.plain):
        end = job_at(sentence.plain, match.end())
        alone = re.match(
            r"(?:lead|head|chair|manager?) (?:the|a|an|my|our)\b",
            sentence.plain[match.end() :],
            re.IGNORECASE,
        )
        if UNWANTED().search(sentence.plain[: match.start()]) or end is None or alone:
            continue
        yield from _target(sentence, match.end(), end)
        return
    if (dated := _dated_title(sentence)) is not None:
        yield dated
        return
    for pattern in (_RUN(), _HAVE()):
        for match in pattern.finditer(sentence.plain):
            value = match["v"]
            if (
                UNWANTED().search(sentence.plain[: match.start()])
                or _NOT_TARGET().match(value)
                or not _placelike(match, value)
            ):
                continue
            yield from _titled(sentence, match)
            return
    yield from _headlined(sentence)


def _titled(sentence: Sentence, match: re.Match[str]) -> Iterator[Fact]:
    """Yield the title in "the regional director's post", else the place as said; "Piotr's job" names none."""
    if re.match(
        r"(?-i:[A-Z])[\w-]+'s (?:job|post|role|position|seat)\b|(?:his|her|their) (?:job|post|role)",
        match["v"],
        re.IGNORECASE,
    ):
        return
    lead = re.match(r"(?:the|my|our) ", match["v"], re.IGNORECASE)
    start = match.start("v") + (lead.end() if lead else 0)
    end = job_at(sentence.plain, start)
    if end and match.re is _HAVE():
        yield from _target(sentence, start, end)
    else:
        yield from _target(sentence, match.start("v"), match.end("v"))


def _dated_title(sentence: Sentence) -> Fact | None:
    """Return a title with a horizon and no verb ("duty manager, in two years"), or after "to be"."""
    for match in _TITLE_START.finditer(sentence.plain):
        end = job_at(sentence.plain, match.end())
        if end and (match["to"] or _HORIZON().match(sentence.plain[end:].lstrip(" ,"))):
            return fact("target", sentence, match.end(), end)
    return None


_TITLE_START = re.compile(
    r"(?:^|: |; |, so |\bjust |\bbut )(?P<to>to (?:be|become) )?(?:a |an |the )?(?=\w)", re.IGNORECASE
)


_BECOMING = partial(rule, "wants", "becoming")


def goal_target(sentence: Sentence) -> Iterator[Fact]:
    """Yield the job that a goal is to become, and by when: "Become team lead by next spring"."""
    match = _BECOMING().match(sentence.plain)
    end = job_at(sentence.plain, match.end()) if match else None
    if match and end:
        yield from _target(sentence, match.end(), end)
        yield from horizons(sentence)
    reason = re.search(
        r"\b(?P<v>(?:so (?:that )?(?:i|we) can|so that|because) [^.;!?]{6,160})",
        sentence.plain,
        re.IGNORECASE,
    )
    if match and end and reason:
        yield from _made("why", sentence, reason.start("v"), reason.end("v"))


def _placelike(match: re.Match[str], value: str) -> bool:
    """Return whether what they want to run or have can be a place to get to."""
    low = value.lower()
    last = low.split()[-1]
    if match.re is _HAVE():
        return (
            is_job(value)
            or last in words("lists.txt", "posts")
            or bool(
                rule("wants", "placelike").match(low.removeprefix("my ") if low.startswith("my own") else low)
            )
            or bool(
                re.search(
                    r"\b(?:division|department|region|branch|board|plant|franchise|practice|executive)\b", low
                )
            )
        )
    verb = match["verb"].lower()
    if verb in {"have", "get", "start", "set up", "open", "own", "owning"}:
        return bool(rule("wants", "placelike 2").match(low)) or is_job(value)
    return True


def _target(sentence: Sentence, start: int, end: int) -> Iterator[Fact]:
    value = re.sub(
        r" (?:one day|some ?day|eventually|soon|here|there|now|too|again|either|next|instead|someday|myself)$",
        "",
        sentence.plain[start:end],
        flags=re.IGNORECASE,
    )
    found = fact("target", sentence, start, start + len(value))
    if found is not None:
        yield found


def _headlined(sentence: Sentence) -> Iterator[Fact]:
    for pattern in _HEADLINES():
        for match in pattern.finditer(sentence.plain):
            start = match.start("v")
            lead = re.match(r"(?:a|an|the) ", match["v"], re.IGNORECASE)
            start += lead.end() if lead else 0
            last = sentence.plain[start : match.end("v")].lower().split(" of ")[0].split()[-1]
            if UNWANTED().search(sentence.plain[: match.start()]) or not (
                is_head(last) or last in words("lists.txt", "posts") or last == "manger"
            ):
                continue
            yield from _target(sentence, start, match.end("v"))
            return


_HORIZON = partial(rule, "wants", "horizon")
_SIZE = partial(rule, "wants", "size")


def around_target(sentence: Sentence, target: Fact | None) -> Iterator[Fact]:
    """Yield when they want to be there, as said, and how big it is."""
    at = target.end - sentence.start if target else 0
    horizon = _HORIZON().search(sentence.plain)
    if horizon:
        yield from _made("horizon", sentence, horizon.start(), horizon.end())
    size = _SIZE().search(sentence.plain, at)
    if (
        size
        and size.start() - at < 60
        and not re.search(r"\b(?:i|i've|i'm|we|my|he|she)\b", sentence.low[at : size.start()])
        and not re.search(
            r"\b(?:lead|manage|supervise|have)\b[^,.;]*$", sentence.plain[at : size.start()], re.IGNORECASE
        )
    ):
        yield from _made("size", sentence, size.start(), size.end())


def starts_with_horizon(sentence: Sentence) -> bool:
    """Return whether a sentence begins with a horizon."""
    return bool(_HORIZON().match(sentence.plain))


def horizons(sentence: Sentence) -> Iterator[Fact]:
    """Yield the horizon of a sentence, where one is expected."""
    match = _HORIZON().search(sentence.plain)
    if match:
        yield from _made("horizon", sentence, match.start(), match.end())


def sizes(sentence: Sentence, at: int) -> Iterator[Fact]:
    """Yield the size said after a target."""
    match = _SIZE().search(sentence.plain, at)
    if match and not re.search(r"\b(?:i|i've|i'm|we|my|he|she)\b", sentence.low[: match.start()]):
        yield from _made("size", sentence, match.start(), match.end())


def _made(slot: Slot, sentence: Sentence, start: int, end: int) -> Iterator[Fact]:
    found = fact(slot, sentence, start, end)
    if found is not None:
        yield found


_UNDECIDED = partial(rule, "wants", "undecided")
_OF_SELF = partial(rule, "wants", "of_self")


def undecided(sentence: Sentence) -> Iterator[Fact]:
    """Yield the clause that says they don't know where to."""
    for match in _UNDECIDED().finditer(sentence.plain):
        if _OF_SELF().search(match[0]) and not rule("wants", "undecided 2").search(match[0]):
            yield from _made("undecided", sentence, match.start(), match.end())
            return


_CANDIDATE = partial(rule, "wants", "candidate")


def candidates(sentence: Sentence) -> Iterator[Fact]:
    """Yield jobs they could imagine."""
    for match in _CANDIDATE().finditer(sentence.plain):
        group = "v" if match["v"] else "w"
        value = re.sub(r"^(?:a|an|the) ", "", match[group], flags=re.IGNORECASE)
        if rule("wants", "candidates").match(value) or "'s" in value[:2]:
            continue
        if not (
            is_job(value)
            or re.match(r"seat|role|post|position|job", value)
            or group == "w"
            or (
                re.match(r"[a-z]+ing\b", value) is None
                and len(value.split()) <= 5
                and re.search(r"consider|imagine|tempted|drawn", match[0], re.IGNORECASE)
            )
        ):
            continue
        yield from _made("candidate", sentence, match.end(group) - len(value), match.end(group))


_WHY = partial(rule, "wants", "why")


def reasons(sentence: Sentence, *, wanted: bool) -> Iterator[Fact]:
    """Yield the reason in a sentence that says what they want."""
    match = _WHY().search(sentence.plain)
    if (
        match
        and (wanted or re.search(rf"\b{part('WANT')}\b", sentence.plain[: match.start()], re.IGNORECASE))
        and not rule("wants", "reasons").match(match["v"])
    ):
        yield from _made("why", sentence, match.start("v"), match.end("v"))


_ENJOY = partial(rules, "wants", "enjoy")


def enjoyed(sentence: Sentence) -> Iterator[Fact]:
    """Yield what they say they like doing."""
    for clause in clauses(sentence):
        for pattern in _ENJOY():
            match = pattern.search(clause.plain)
            if match is None or re.search(
                r"\b(?:not|don't|didn't|never|no longer) (?:\w+ )?$",
                clause.plain[: match.start()] + " " if match.start() else "",
                re.IGNORECASE,
            ):
                continue
            start = match.start("v")
            lead = re.match(r"(?:and|but|so|because|since|as|oh|well|now)\b,? +", match["v"], re.IGNORECASE)
            value = re.split(
                r",? (?:and i'm good|but|because|since|although|though|not the)\b",
                match["v"],
                maxsplit=1,
                flags=re.IGNORECASE,
            )[0]
            start += lead.end() if lead else 0
            end = match.start("v") + len(value)
            if end > start:
                yield from _made("enjoy", clause, start, end)
                break
