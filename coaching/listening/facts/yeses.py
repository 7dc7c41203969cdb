"""Whose yes is needed, and who has given it."""

import re
from collections.abc import Iterator
from functools import partial

from coaching.listening.facts.people import is_name
from coaching.listening.heard import Fact, Slot
from coaching.listening.matching import fact
from coaching.listening.patterns import part, rules
from coaching.listening.text import Sentence

_NEEDED = partial(rules, "yeses", "needed")
_GIVEN = partial(rules, "yeses", "given")
_NEGATED = re.compile(
    r"\b(?:not|hasn't|haven't|never|n't|yet to|if|once|unless|until|when|whether|should)\b[^.;]*$",
    re.IGNORECASE,
)


def approvals(sentence: Sentence) -> Iterator[Fact]:
    """Yield whose yes is needed; `about` says what for, where it was said."""
    seen: set[str] = set()
    for pattern in _NEEDED():
        for match in pattern.finditer(sentence.plain):
            found = _who("approval", sentence, match)
            if found is None or found.value in seen or _is_past(match[0]):
                continue
            seen.add(found.value)
            yield found.model_copy(update={"about": _about(match)})


def approved(sentence: Sentence) -> Iterator[Fact]:
    """Yield who has said yes."""
    for pattern in _GIVEN():
        for match in pattern.finditer(sentence.plain):
            found = _who("approved", sentence, match)
            if found is not None and not _NEGATED.search(sentence.plain[: match.start("v")][-40:]):
                yield found
                return


def _is_past(said: str) -> bool:
    return bool(re.search(r"\b(?:has|have) (?:agreed|approved|signed|let)\b", said, re.IGNORECASE))


def _who(slot: Slot, sentence: Sentence, match: re.Match[str]) -> Fact | None:
    value = match["v"]
    if (
        value[:1].isupper()
        and re.fullmatch(part("NAME"), value)
        and not is_name(value)
        and value.lower() not in {"hr", "finance", "legal"}
    ):
        return None
    return fact(slot, sentence, match.start("v"), match.end("v"))


def _about(match: re.Match[str]) -> str | None:
    """Return what the yes is for: "the time" in "has to let me have the time"."""
    said = match.groupdict().get("about")
    if not said:
        return None
    thing = re.sub(
        r"^(?:(?:me|us|it|this|that|off)\b ?)+(?:have |take |do |off )?(?:on |for |to )?",
        "",
        said.strip(),
        flags=re.IGNORECASE,
    )
    return thing.strip() or None
