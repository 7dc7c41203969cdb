"""Feelings named with their word, by the person and about themself; what is denied or an idiom is none."""

import re
from functools import cache, partial

from coaching.listening.heard import Feeling
from coaching.listening.patterns import rule, rules
from coaching.listening.text import Sentence
from coaching.listening.words import lines, words

KINDS = ("fear", "anger", "tired", "regret", "sad", "joy", "comparison")
_FILE = "feelings.txt"
_IDIOM = partial(rule, "feelings", "idiom")


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind in KINDS for word in words(_FILE, kind)}


_PATTERNS = partial(rules, "feelings", "said")
"""The two frames: said of oneself, and a fragment that begins with the feeling."""
_NEGATED = partial(rule, "feelings", "negated")
_OTHERS = partial(rule, "feelings", "others")
_COMPARISON = partial(rule, "feelings", "comparison")
_DOUBT = partial(rule, "feelings", "doubt")
_CAUSE = partial(rule, "feelings", "cause")
_CAUSELESS = re.compile(
    r"(?:to be honest|the moment|now|sure|all|this point|times|me|first|least|you|work$)", re.IGNORECASE
)


def feeling_of(sentences: tuple[Sentence, ...]) -> Feeling | None:
    """Return the heaviest feeling named in a message: own feelings first, then comparison and reported doubt."""
    own = [
        found for at, s in enumerate(sentences) if (found := _own(s, sentences[at + 1 : at + 2])) is not None
    ]
    heavy = next((one for one in own if one.kind != "joy"), None)
    if heavy is not None:
        return heavy
    for sentence in sentences:
        if (light := _light(sentence)) is not None:
            return light
    return own[0] if own else None


def _own(sentence: Sentence, after: tuple[Sentence, ...]) -> Feeling | None:
    for found in (*_named(sentence), *_verbal(sentence)):
        kind, start, end = found
        return Feeling(kind=kind, word=sentence.text[start:end], cause=_cause(sentence, end, after))
    return None


def _named(sentence: Sentence) -> list[tuple[str, int, int]]:
    """Return the feeling words a person uses of themself, with their places."""
    plain = sentence.plain
    said, fragment = _PATTERNS()
    found: list[tuple[str, int, int]] = []
    for pattern, lax in ((said, False), (fragment, True)):
        for match in pattern.finditer(plain):
            word = match["feeling"].lower()
            if not _too_common(match, word, lax=lax) and not _taken_away(plain, match):
                found.append((_kinds()[word], match.start("word"), match.end("more")))
    found += [(_nouns()[m[0].lower()], m.start(), m.end()) for m in _noun_spans(plain)]
    return sorted(found, key=lambda one: one[1])


def _too_common(match: re.Match[str], word: str, *, lax: bool) -> bool:
    """Return whether the word tells a feeling only in a stronger frame than this one."""
    if lax:
        return word in words(_FILE, "loose") or word in words(_FILE, "felt")
    return word in words(_FILE, "felt") and not re.search(r"\bfe(?:el|lt)", match[0], re.IGNORECASE)


@cache
def _nouns() -> dict[str, str]:
    return dict(entry.split("=") for entry in words(_FILE, "noun"))


_NOUN_FRAMES = partial(rules, "feelings", "nouns")


def _noun_spans(plain: str) -> list[re.Match[str]]:
    spans = []
    for pattern in _NOUN_FRAMES():
        for match in pattern.finditer(plain):
            inner = re.compile(re.escape(match["noun"])).search(plain, match.start("noun"))
            if inner is not None and not _NEGATED().search(plain[: match.start()][-40:]):
                spans.append(inner)
    return spans


def _taken_away(plain: str, match: re.Match[str]) -> bool:
    """Return whether the feeling is denied, an idiom or somebody else's."""
    before = plain[max(0, match.start("word") - 60) : match.start("word")]
    near = plain[max(0, match.start("word") - 16) : match.end() + 40]
    if _NEGATED().search(re.split(r"[,;:.]", before)[-1]) or _idiom(near, match["feeling"]):
        return True
    others = re.split(r"[,;:.]|\b(?:and|but|because|so|that)\b", before)[-1]
    return bool(_OTHERS().search(others)) and not re.search(
        r"\b(?:i|i'm|me|i've|i am|im|myself)\b", others, re.IGNORECASE
    )


def _idiom(near: str, word: str) -> bool:
    return any(word.lower() in hit[0].lower() for hit in _IDIOM().finditer(near))


@cache
def _figures() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (kind, re.compile("|".join(lines("figures.txt", kind))))
        for kind in ("fear", "anger", "sad", "regret", "tired", "comparison", "joy")
    )


def _verbal(sentence: Sentence) -> list[tuple[str, int, int]]:
    """Return feelings told by a verb or a figure of speech."""
    low = sentence.low if len(sentence.low) == len(sentence.plain) else sentence.plain
    for kind, pattern in _figures():
        match = pattern.search(low)
        if match and not _NEGATED().search(low[: match.start()][-40:]):
            return [(kind, match.start(), match.end())]
    return []


def _cause(sentence: Sentence, end: int, after: tuple[Sentence, ...]) -> str | None:
    """Return what the person says it comes from: after the word, or in the sentence that follows an "I ..."."""
    match = _CAUSE().match(sentence.plain, end)
    if match and not _CAUSELESS.match(match["cause"]):
        cause = re.split(
            r" to be honest|,? (?:but|so|though)\b|, (?:and )?(?:i|it|they|we|she|he)\b",
            match["cause"],
            maxsplit=1,
            flags=re.IGNORECASE,
        )[0]
        return sentence.text[match.start("cause") : match.start("cause") + len(cause)].strip(" ,") or None
    rest = sentence.plain[end:].strip(" .!,")
    if (
        (not rest or rest in {"though", "now", "honestly"})
        and after
        and re.match(r"(?:I|We|My|Nobody|They|It|He|She)\b", after[0].plain)
    ):
        return after[0].text.rstrip(".!")
    return None


def _light(sentence: Sentence) -> Feeling | None:
    """Return comparison with others, or doubt that others voiced."""
    if doubt := _DOUBT().search(sentence.plain):
        return Feeling(kind="doubt", word=_clause(sentence, doubt))
    if likened := _COMPARISON().search(sentence.plain):
        return Feeling(kind="comparison", word=_clause(sentence, likened))
    return None


def _clause(sentence: Sentence, match: re.Match[str]) -> str:
    """Return the words of the match, to the end of their clause."""
    end = re.compile(r"[,;:.!?]|\bbut\b").search(sentence.plain, match.end())
    return sentence.text[match.start() : end.start() if end else len(sentence.text)].strip(" ,")
