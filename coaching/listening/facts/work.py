"""What they do now: role, how long, unit, industry, how many people."""

import re
from collections.abc import Iterator
from functools import cache, partial

from coaching.listening.heard import Fact
from coaching.listening.matching import fact
from coaching.listening.numbers import NUMBER, digits
from coaching.listening.patterns import rule, rules
from coaching.listening.text import Sentence
from coaching.listening.words import any_of, words

_FILE = "jobs.txt"
_WORD = re.compile(r"[^\W_][\w'&/+.-]*")
_STOPPED = partial(rule, "work", "stopped")


@cache
def _heads() -> frozenset[str]:
    return words(_FILE, "head")


def is_head(word: str) -> bool:
    """Return whether a word names a job: "nurse", "pharmacologist"."""
    last = re.split(r"[ -]", word.lower().strip(" .,;!?"))[-1]
    whole = word.lower().strip(" .,;!?")
    if {last, whole} & words(_FILE, "none"):
        return False
    if {last, whole} & _heads():
        return True
    return any(last.endswith(end) and len(last) > len(end) + 2 for end in words(_FILE, "ending"))


def is_job(phrase: str) -> bool:
    """Return whether a phrase is headed by the name of a job: "senior ward nurse", "head of finance"."""
    head = re.split(r" (?:of|for) ", phrase.strip())[0]
    return is_head(head.split(" ")[-1]) if head else False


def job_at(plain: str, start: int) -> int | None:
    """Return where a job title that begins at `start` ends, None where there is none.

    Args:
        plain: The sentence with straight quotes.
        start: The first code point of its first word, articles left out.
    """
    ends: list[tuple[int, str]] = []
    at = start
    for _ in range(6):
        match = _WORD.match(plain, at)
        if match is None or (_STOPPED().fullmatch(match[0]) and match[0] not in {"IT", "It"}):
            break
        word = re.sub(r"(?:'s|[.'-]+)$", "", match[0])
        if is_head(word):
            ends.append((match.start() + len(word), word.lower()))
        at = match.end()
        if at >= len(plain) or plain[at] != " " or match[0].endswith("'s"):
            break
        at += 1
    return _of_extended(plain, *ends[-1]) if ends else None


_OF = partial(rule, "work", "of")


def _of_extended(plain: str, end: int, head: str) -> int:
    """Return the end with "of marketing" in it, where the title takes one."""
    match = _OF().match(plain, end) if head in words("lists.txt", "titles-of") else None
    return match.end() if match else end


_AM = partial(rule, "work", "am")
_AS = re.compile(
    r"(?:^|[,;:.] |(?<!such)(?<!same)(?<!train)(?<!end up)(?<!myself)(?<!seen)(?<!known) )as (?:a |an |the )?",
    re.IGNORECASE,
)
_BEING = re.compile(
    r"\b(?:being|life as|days as|career as|working as|job as|post as|qualified as) (?:a |an |the )?(?=\w)",
    re.IGNORECASE,
)
_START = partial(rule, "work", "start")
_AFTER_START = re.compile(
    r"\s*(?:$|[.,;:(-]|(?:here|at|in|for|on|of|with|since|by day|these days|now|going|from|under|\d)\b)",
    re.IGNORECASE,
)
_DOING = partial(rule, "work", "doing")
ROLE_OPEN = frozenset({"want.wish", "now.role", None})


def _am(sentence: Sentence) -> Iterator[int]:
    """Yield where a title may begin after "I'm a" and the like."""
    yield from (match.end() for match in _AM().finditer(sentence.plain))


def _as(sentence: Sentence) -> Iterator[int]:
    """Yield where a title may begin after "as": of the person, and not of what they want."""
    for match in _AS.finditer(sentence.plain):
        before = sentence.plain[: match.start()]
        if not _wanted_before(before) and not _OF_OTHERS.search(before[2:]):
            yield match.end()


def _being(sentence: Sentence) -> Iterator[int]:
    """Yield where a title may begin after "being", as in "fed up being a dental nurse"."""
    if re.search(r"\b(?:fed up|tired|years)\b", sentence.low):
        yield from (match.end() for match in _BEING.finditer(sentence.plain))


_OF_OTHERS = re.compile(
    r"\b(?:he|she|they|him|her|them|(?-i:[A-Z])[a-z]+ (?:works|is|was))\b[^,.;]*$", re.IGNORECASE
)


def roles(sentence: Sentence, *, first: bool, open_question: str | None) -> Iterator[Fact]:
    """Yield what they say they are; fragments such as "Sales rep, four years" only where a role is expected."""
    for at in (*_am(sentence), *_as(sentence), *_being(sentence)):
        yield from _role(sentence, at)
    by_day = re.search(
        r"(?:^|, |and )(?P<v>[\w -]{3,40}?) (?:by day|now|by profession)[.,;!]?(?=$| )",
        sentence.plain,
        re.IGNORECASE,
    )
    if by_day and is_job(by_day["v"]) and job_at(sentence.plain, by_day.start("v")) == by_day.end("v"):
        yield from _made(fact("role", sentence, by_day.start("v"), by_day.end("v")))
    supposed = re.search(r"\bso (?P<v>[\w -]{3,40}?),? i (?:suppose|guess)", sentence.plain, re.IGNORECASE)
    if supposed and is_job(supposed["v"]):
        yield from _made(fact("role", sentence, supposed.start("v"), supposed.end("v")))
    if first and open_question == "now.role":
        yield from _piece(sentence)
    if first and open_question in ROLE_OPEN:
        start = _START().match(sentence.plain)
        at = start.end() if start else 0
        end = job_at(sentence.plain, at)
        if end and _AFTER_START.match(sentence.plain, end) and not _by_training(sentence.plain, end):
            yield from _made(fact("role", sentence, at, end))
        elif end is None:
            yield from _doing(sentence)


def _role(sentence: Sentence, at: int) -> Iterator[Fact]:
    end = job_at(sentence.plain, at)
    if end and not _not_now(sentence.plain, end):
        yield from _made(fact("role", sentence, at, end))


def _piece(sentence: Sentence) -> Iterator[Fact]:
    """Yield a title that stands between commas: "in procurement, buyer, two years"."""
    for match in re.finditer(r", (?P<v>[^,.;:]{3,40})(?=[,.;]|$)", sentence.plain):
        if job_at(sentence.plain, match.start("v")) == match.end("v"):
            yield from _made(fact("role", sentence, match.start("v"), match.end("v")))
            return


def _by_training(plain: str, end: int) -> bool:
    return bool(re.match(r" by (?:trade|training|passion|background)", plain[end:], re.IGNORECASE))


def _not_now(plain: str, end: int) -> bool:
    return _by_training(plain, end) or bool(
        re.match(r" (?:until|before|back then|once|in my|at heart|material)\b", plain[end:], re.IGNORECASE)
    )


def _doing(sentence: Sentence) -> Iterator[Fact]:
    match = _DOING().search(sentence.plain)
    if match:
        yield from _made(fact("role", sentence, match.start("v"), match.end("v")))


def _made(found: Fact | None) -> Iterator[Fact]:
    if found is not None:
        yield found.model_copy(update={"unsure": False})


_SINCE = partial(rule, "work", "since")
_NOT_TENURE = partial(rule, "work", "not_tenure")
_NOT_AFTER = partial(rule, "work", "not_after")
_WORKING = partial(rule, "work", "working")


def tenure(sentence: Sentence, *, role_known: bool) -> Iterator[Fact]:
    """Yield how long they have done it: a span of time beside a role or a verb of working."""
    for match in _SINCE().finditer(sentence.plain):
        group = "v" if match["v"] else "s"
        before = sentence.plain[max(0, match.start() - 16) : match.start()]
        fits = (
            role_known
            or (group == "s" and re.search(r"\bi(?:'ve| have) been\b", sentence.low))
            or (group == "v" and _WORKING().search(sentence.plain))
        )
        if not fits or (
            group == "v" and (_NOT_TENURE().search(before) or _NOT_AFTER().match(sentence.plain, match.end()))
        ):
            continue
        if re.search(
            r"\b(?:want|wanna|aim|be|become|like to|hope)\b[^,.;]{0,60}$",
            sentence.plain[: match.start()],
            re.IGNORECASE,
        ) and not re.search(r"for $", before):
            continue
        yield from _made(fact("since", sentence, match.start(group), match.end(group)))
        return


@cache
def _people() -> str:
    return rf"(?:(?:{any_of(words(_FILE, 'people'))})\b|direct reports|team members)"


_LED = partial(rules, "work", "led")


def reports(sentence: Sentence, *, role_known: bool) -> Iterator[Fact]:
    """Yield how many people they lead, in digits."""
    if re.search(
        r"\b(?:want|like to|become|hope|aim\w*|dream|would love|would have)\b[^,.;]{0,50}(?:team|lead|manag|run)",
        sentence.low,
    ):
        return
    for place, pattern in enumerate(_LED()):
        for match in pattern.finditer(sentence.plain):
            if re.search(r"\b(?:no|other|every) $", sentence.plain[: match.start("n")], re.IGNORECASE):
                continue
            if _is_reports(match, place, role_known=role_known, low=sentence.low):
                number = digits(match["n"])
                if number and "." not in number:
                    yield Fact(slot="reports", value=number, text=sentence.text)
                    return
    if role_known and (found := _bare_count(sentence)):
        yield found


def _is_reports(match: re.Match[str], place: int, *, role_known: bool, low: str) -> bool:
    """Return whether a counted noun is people they lead; `place` is the frame's place in its list."""
    if place in {3, 4}:
        return role_known or bool(_OVER_THEM.search(low[: match.start() + 4]))
    if place in {1, 2} or match["mine"]:
        return True
    verb = match["verb"].lower()
    group = re.match(r"(?:team|crew|group|department|staff|shift) of", match[0][len(verb) + 3 :].lower())
    return bool(group and verb not in {"with", "train"}) or _leads(
        match, verb, role_known=role_known, low=low
    )


def _leads(match: re.Match[str], verb: str, *, role_known: bool, low: str) -> bool:
    """Return whether verb and noun together say so: "supervise twenty cleaners", "I have nine people"."""
    noun = (match["noun"] or "").strip().lower()
    counted = bool(re.fullmatch(_people(), noun)) or _plural_job(noun)
    if verb.split(maxsplit=1)[0] in words("lists.txt", "leading") or verb in {
        "looking after",
        "run",
        "running",
    }:
        return counted
    if verb in {"i've", "have", "i've got"} and noun in {"people", "staff", "reports"}:
        return re.search(r"\b(?:i|i've)\b", low) is not None
    return counted and role_known and verb in {"have", "i've got", "with", "over", "i've", "in command of"}


_OVER_THEM = re.compile(
    r"\b(?:i (?:lead|run|manage|head|supervise|have)|with|my|over|looking after|in charge)\b"
)


def _plural_job(noun: str) -> bool:
    return (noun.endswith("s") and is_head(noun[:-1])) or (noun.endswith("es") and is_head(noun[:-2]))


def _bare_count(sentence: Sentence) -> Fact | None:
    """Return a count of people that stands as a fragment beside the role: "depot foreman, 9 lads"."""
    match = re.search(
        rf"(?:[,;] |\bwith )(?P<n>{NUMBER}) (?:\w+ )?(?P<noun>[^\W\d_][\w-]+)(?=[,.;]|$| (?:plus|and|on|in)\b)",
        sentence.plain,
        re.IGNORECASE,
    )
    if match is None or not (
        re.fullmatch(_people(), match["noun"].lower()) or _plural_job(match["noun"].lower())
    ):
        return None
    number = digits(match["n"])
    return Fact(slot="reports", value=number, text=sentence.text) if number and "." not in number else None


_INDUSTRY = partial(rule, "work", "industry")


def industries(sentence: Sentence, *, role_known: bool) -> Iterator[Fact]:
    """Yield the industry: a known field of business, or what is called one."""
    for match in _INDUSTRY().finditer(sentence.plain):
        if match["w"]:
            if (
                match["w"].lower().split()[0]
                not in {"same", "whole", "other", "right", "wrong", "private", "new", "big", "next"}
                and role_known
            ):
                yield from _made(fact("industry", sentence, match.start("w"), match.end("w")))
        elif role_known or re.search(r"\bi'?m in $", sentence.plain[: match.start("v")], re.IGNORECASE):
            yield from _made(fact("industry", sentence, match.start("v"), match.end("v")))
            return


_PLACE = partial(rule, "work", "place")


def units(sentence: Sentence, *, role_known: bool) -> Iterator[Fact]:
    """Yield where in the organisation they work: "claims", "the restructuring team"."""
    if (
        (named := _DEPARTMENT().search(sentence.plain))
        and not _wanted_before(sentence.plain[: named.start()])
        and (role_known or named["in"])
    ):
        yield from _made(fact("unit", sentence, named.start("v"), named.end("v")))
        return
    if not role_known:
        return
    for match in _PLACE().finditer(sentence.plain):
        group = "v" if match["v"] else "w"
        value = re.sub(r"^(?:the|our|a) ", "", match[group], flags=re.IGNORECASE)
        if value.lower() in words(_FILE, "industry") or re.match(
            rf"(?:{NUMBER})(?:\b|[a-z])", value, re.IGNORECASE
        ):
            continue
        if _wanted_before(sentence.plain[: match.start()]):
            continue
        yield from _made(fact("unit", sentence, match.end(group) - len(value), match.end(group)))
        return


_DEPARTMENT = partial(rule, "work", "department")
_LED_UNIT = partial(rule, "work", "led_unit")


def led_unit(sentence: Sentence) -> Iterator[Fact]:
    """Yield the unit they lead: "I've led the fraud desk"."""
    match = _LED_UNIT().search(sentence.plain)
    if match:
        yield from _made(fact("unit", sentence, match.start("v"), match.end("v")))


def _wanted_before(before: str) -> bool:
    """Return whether a wish stands before, so that the place belongs to what is wanted."""
    return bool(rule("work", "wanted_before").search(before))
