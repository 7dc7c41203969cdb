"""What stays off a page for somebody else: feelings, leaving, blame, ultimatums, and what was told in private.

The words of a person are never rewritten to pass. A clause that carries such words is left out whole, and the
words are named, so that the person can put them back.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from coaching.agenda.types import KeptOff
from coaching.agenda.wordlists import (
    BLAME,
    FEELING,
    LEAVING,
    OTHERS_AFTER,
    OTHERS_BEFORE,
    SMALL,
    ULTIMATUM,
    phrases,
)
from coaching.agenda.words import flat

Reason = Literal["private", "leaving", "feeling", "blame", "ultimatum"]

_FILTERS: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    ("ultimatum", ULTIMATUM),
    ("leaving", LEAVING),
    ("feeling", FEELING),
    ("blame", BLAME),
)
_SENTENCE = re.compile(r"[^.!?;\n]+(?:[.!?;](?!\s|$)[^.!?;\n]*)*[.!?;]*")
_NEW_SUBJECT = phrases(
    "the|a|an|my|our|your|their|his|her|we|i|they|he|she|you|it|this|that|these|those",
    "no ?body|no one|every ?one|every ?body|people",
)
_CONJUNCTION = re.compile(
    rf",?\s+(?:and|but|so|while|because|though|whereas)\s+(?={_NEW_SUBJECT})", re.IGNORECASE
)
_NEAR = 60
"""How far before a feeling its owner is looked for, in characters."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def content_words(text: str) -> frozenset[str]:
    """Return the words that carry meaning, folded and without their plural ending."""
    found = (match.group().casefold() for match in _WORD.finditer(text))
    return frozenset(_stem(word) for word in found if len(word) > 2 and word not in SMALL)


def _stem(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("’s")
    if len(word) > 5 and word.endswith(("ing", "ers")):
        return word[:-3]
    if len(word) > 4 and word.endswith(("es", "ed", "er")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@dataclass(frozen=True, slots=True)
class Secret:
    """Something told in private, and the words by which it would be known again."""

    text: str
    words: frozenset[str]
    record: str


def secret(text: str, record: str) -> Secret:
    """Return the text as something that must not reach a page for somebody else."""
    return Secret(text, content_words(text), record)


@dataclass(frozen=True, slots=True)
class Cleared:
    """What of a text may stand on the page, in order, and what was left off."""

    kept: tuple[str, ...]
    off: tuple[KeptOff, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing was left off."""
        return not self.off


@dataclass(frozen=True, slots=True)
class Screen:
    """The private records of one person, against which every line is held."""

    secrets: tuple[Secret, ...] = field(default=())

    def clear(self, text: str, record: str) -> Cleared:
        """Return the text whole where all of it may be shown, else the sentences and clauses that may."""
        if not self._marks(text, record):
            return Cleared((text,))
        sentences = [match.group().strip() for match in _SENTENCE.finditer(text)]
        kept, off = self._sift(sentences, record)
        if not off or self._marks(" ".join(kept), record):
            return Cleared((), off or self._marks(text, record))
        return Cleared(kept, off)

    def whole(self, text: str, record: str) -> Cleared:
        """Return the text whole or not at all."""
        off = self._marks(text, record)
        return Cleared(() if off else (text,), off)

    def _sift(self, sentences: Iterable[str], record: str) -> tuple[tuple[str, ...], tuple[KeptOff, ...]]:
        kept: list[str] = []
        off: list[KeptOff] = []
        for sentence in sentences:
            clauses = [sentence]
            if self._marks(sentence, record):
                clauses = [clause.strip() for clause in _CONJUNCTION.split(sentence)]
            for clause in clauses:
                marks = self._marks(clause, record)
                off.extend(marks)
                if not marks and (len(clauses) == 1 or len(clause.split()) > 2):
                    kept.append(clause)
        return tuple(kept), tuple(off)

    def _marks(self, text: str, record: str) -> tuple[KeptOff, ...]:
        text = flat(text)
        words = tuple(
            KeptOff(words=match.group().strip(), reason=reason, records=(record,))
            for reason, pattern in _FILTERS
            for match in pattern.finditer(text)
            if reason != "feeling" or not _of_others(text, match)
        )
        return words + self._told(text)

    def _told(self, text: str) -> tuple[KeptOff, ...]:
        """Return the private records that the text repeats, in their own words or by most of them."""
        if not self.secrets:
            return ()
        folded, words = text.casefold(), content_words(text)
        return tuple(
            KeptOff(words=told.text, reason="private", records=(told.record,))
            for told in self.secrets
            if _quotes(told, folded) or (told.words and len(told.words & words) * 3 >= len(told.words) * 2)
        )


def _of_others(text: str, match: re.Match[str]) -> bool:
    """Return whether the feeling is that of the people the work is for."""
    return bool(
        OTHERS_BEFORE.search(text[max(0, match.start() - _NEAR) : match.start()])
        or OTHERS_AFTER.match(text, match.end())
    )


def _quotes(told: Secret, folded: str) -> bool:
    """Return whether the text holds the private words as words; one or two letters are no secret."""
    own = flat(told.text).casefold()
    if own not in folded or len(own) < 3:
        return own == folded
    return not own.isascii() or bool(re.search(rf"(?<!\w){re.escape(own)}(?!\w)", folded))
