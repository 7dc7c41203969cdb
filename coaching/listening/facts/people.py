"""People: the manager, whether they know, who has the wanted job, who asks how it went, who else is named."""

import re
from collections.abc import Iterator
from functools import partial

from coaching.listening.heard import Fact, Slot
from coaching.listening.matching import fact
from coaching.listening.patterns import rule, rules
from coaching.listening.text import Sentence
from coaching.listening.words import words

_MANAGER = partial(rules, "people", "manager")


def is_name(value: str) -> bool:
    """Return whether a capitalised word is a person's name as far as the lists tell."""
    first = value.split(" ", maxsplit=1)[0].lower().rstrip("'s").rstrip(".")
    return (
        value[:1].isupper()
        and value.split(" ", maxsplit=1)[0].lower() not in words("lists.txt", "not-names")
        and first not in words("lists.txt", "not-names")
        and len(value) > 1
    )


def managers(sentence: Sentence) -> Iterator[Fact]:
    """Yield the manager's name."""
    for pattern in _MANAGER():
        for match in pattern.finditer(sentence.plain):
            if match["v"] and is_name(match["v"]) and not _someone_elses(sentence.plain, match):
                yield from _named("manager", sentence, match)
                return


_ANY_NAME = partial(rule, "people", "any_name")


def only_name(sentence: Sentence) -> Iterator[Fact]:
    """Yield the one name in an answer about the manager: they or what they do is spoken of."""
    named = [match for match in _ANY_NAME().finditer(sentence.plain) if is_name(match["v"])]
    if len({match["v"] for match in named}) != 1:
        return
    before = sentence.plain[: named[0].start()]
    if not re.search(r"\b(?:to|from|in|at|for|by|of|until|till|before|since) $", before, re.IGNORECASE):
        yield from _named("manager", sentence, named[0])


_DEPUTY = re.compile(r"\breport(?:s|ing)? to (?:her|his) (?:deputy|number two|second)\b", re.IGNORECASE)


def above(sentence: Sentence, before: tuple[Fact, ...]) -> Iterator[Fact]:
    """Yield who stands over the manager: whose deputy they report to, or a boss's boss."""
    holder = next((one for one in before if one.slot == "holder"), None)
    if holder is not None and _DEPUTY.search(sentence.plain):
        yield holder.model_copy(update={"slot": "person", "about": "above"})
    match = rule("people", "above").search(sentence.plain)
    if match and is_name(match["v"]):
        yield from _named("person", sentence, match, "above")


def _someone_elses(plain: str, match: re.Match[str]) -> bool:
    """Return whether it is a former manager, or "my boss's boss"."""
    return (
        bool(
            re.search(
                r"\b(?:former|ex|previous|last|used to)[ -]?(?:\w+ )?$", plain[: match.start()], re.IGNORECASE
            )
        )
        or "'s boss" in match[0]
        or bool(re.search(r"\b(?:old|former|previous|ex)[ -]", match[0], re.IGNORECASE))
    )


def _named(slot: Slot, sentence: Sentence, match: re.Match[str], about: str | None = None) -> Iterator[Fact]:
    value = _trimmed(match["v"])
    found = fact(slot, sentence, match.start("v"), match.start("v") + len(value), about=about)
    if found is not None:
        yield found.model_copy(update={"unsure": found.unsure and not sentence.asks})


def _trimmed(name: str) -> str:
    """Return the name without a second word that is none: "Karen Monday"."""
    first, space, second = name.rpartition(" ")
    return first if space and second.lower() in words("lists.txt", "not-names") else name


def manager_knows(sentence: Sentence, *, open_question: str | None, manager_known: bool) -> Iterator[Fact]:
    """Yield "yes" or "no": whether the manager knows what they want."""
    expected = open_question == "manager.knows"
    if not (expected or manager_known or re.search(r"\b(?:boss|manager|supervisor|lead)\b", sentence.low)):
        return
    for value, pattern in [(said, one) for said in ("no", "yes") for one in rules("people", f"knows {said}")]:
        match = pattern.search(sentence.plain)
        if match and (
            expected
            or rule("people", "manager_knows").search(
                match[0] + sentence.plain[match.end() : match.end() + 30]
            )
        ):
            yield Fact(slot="manager_knows", value=value, text=sentence.text)
            return
    if expected and re.match(
        r"(?:certainly|definitely|absolutely|of course) not\b|she's no idea|he's no idea", sentence.low
    ):
        yield Fact(slot="manager_knows", value="no", text=sentence.text)
    elif (expected and re.match(r"we(?:'ve| have) (?:talked|spoken|discussed)", sentence.low)) or (
        expected
        and re.match(
            r"(?:yes|yeah|yep|yup|sure|of course|he does|she does|they do|she knows|he knows|of course (?:she|he))\b",
            sentence.low,
        )
    ):
        yield Fact(slot="manager_knows", value="yes", text=sentence.text)
    elif (
        expected
        and re.match(
            r"(?:no|nope|nah|not yet|not really|never|god no|not a chance|of course not)\b(?! idea)",
            sentence.low,
        )
        and not re.match(r"no,? (?:one|nobody|manager)", sentence.low)
    ):
        yield Fact(slot="manager_knows", value="no", text=sentence.text)


_HOLDER = partial(rules, "people", "holder")


def holders(sentence: Sentence, *, open_question: str | None, wanted: bool) -> Iterator[Fact]:
    """Yield who has the wanted job, where a wanted job is spoken of."""
    posted = re.search(r"\b(?:post|job|role|position)\b|\btake over\b", sentence.low)
    if not (wanted or posted or open_question in {"want.check", "want.candidate", "want.target", "want.why"}):
        return
    for pattern in _HOLDER():
        for match in pattern.finditer(sentence.plain):
            if is_name(match["v"]):
                yield from _named("holder", sentence, match)
                return
    if open_question == "want.check":
        yield from _checked_person(sentence)


_CHECK_PERSON = partial(rule, "people", "check_person")


def _checked_person(sentence: Sentence) -> Iterator[Fact]:
    match = _CHECK_PERSON().search(sentence.plain)
    if match is None:
        return
    group = "v" if match["v"] else "w"
    if is_name(match[group]):
        found = fact("holder", sentence, match.start(group), match.start(group) + len(_trimmed(match[group])))
        if found is not None:
            yield found


_CHECK = partial(rule, "people", "check")


def checks(sentence: Sentence, *, open_question: str | None) -> Iterator[Fact]:
    """Yield whether they watched or asked the person in the wanted job, where that was asked."""
    match = _CHECK().search(sentence.plain) if open_question == "want.check" else None
    if match:
        found = fact("check", sentence, match.start("v"), match.end("v"))
        if found is not None:
            yield found


_ACCOUNT = partial(rule, "people", "account")
_ACCOUNT_AFTER = partial(rule, "people", "account_after")


def accounts(sentence: Sentence) -> Iterator[Fact]:
    """Yield who will ask how it went."""
    for match in _ACCOUNT().finditer(sentence.plain):
        if not _ACCOUNT_AFTER().match(sentence.plain, match.end()):
            continue
        if (
            match["v"][0].isupper()
            and not match["v"].lower().startswith(("my ", "our ", "he", "she"))
            and not is_name(match["v"])
        ):
            continue
        said = sentence.plain[match.start("v") : match.end() + 12].lower()
        if re.search(r"\bme\b|how|check|account|lets? me off| (?:if|whether|that) i\b|score", said):
            yield from _named("account", sentence, match)
            return


def persons(sentence: Sentence, *, taken: frozenset[str]) -> Iterator[Fact]:
    """Yield anybody else who is named with what they are or do for the plan."""
    for about, pattern in [
        (rel, one) for rel, head in ((None, "person"), ("ally", "ally")) for one in rules("people", head)
    ]:
        for match in pattern.finditer(sentence.plain):
            if is_name(match["v"]) and _trimmed(match["v"]) not in taken:
                yield from _named("person", sentence, match, about)
                return
