"""What stays off a page for somebody else: feelings, leaving, blame, ultimatums, and what was told in private.

The words of a person are never rewritten to pass. A clause that carries such words is left out whole, and the
words are named, so that the person can put them back.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from coaching.agenda.types import KeptOff

Reason = Literal["private", "leaving", "feeling", "blame", "ultimatum"]

_NEVER = r"(?:never|not|n['’]t|hardly)"
_WORDS: tuple[tuple[Reason, str], ...] = (
    (
        "ultimatum",
        r"\bor (?:else|i['’]ll|i will|i['’]m|i am|i)\b(?: (?:go|leave|leaving|quit|resign|walk|look|out|gone)\b[\w ]{0,20})?"
        r"|\botherwise i(?:['’]ll| will|['’]m| am)\b[\w ]{0,20}|\btake it or leave it\b|\b(?:my |a )?final offer\b"
        r"|\blast chance\b|\bif (?:i|you) (?:do(?:n['’]t| not)|can(?:['’]t|not))\b[^.;!?]{0,60}\bi(?:['’]ll| will)\b[\w ]{0,20}"
        r"|\bdeal[- ]?breaker\b|\bnon-negotiable\b|\bunless (?:i|you)\b[^.;!?]{0,60}\bi(?:['’]ll| will|['’]m)\b[\w ]{0,20}",
    ),
    (
        "leaving",
        r"\b(?:quit|quitting|resign|resigning|resignation|recruiters?|head-?hunters?|job (?:search|hunt|offers?|adverts?|boards?)"
        r"|hand(?:ing)? in my notice|my notice|job interviews?|interview(?:ing)? (?:at|with|elsewhere)|poached|counter-?offer)\b"
        r"|\bleav(?:e|ing) (?:the |this |my )?(?:company|firm|job|team|employer|organi[sz]ation|hospital|ward|place|here|for good)\b"
        r"|\b(?:i['’]ll|i will|i might|i may|i want to|want to|planning to|going to|before i|when i|thinking of) leav(?:e|ing)\b(?! (?:the |my )?(?:\w+ )?(?:list|backlog|behind)\b)"
        r"|\b(?:another|a new|a different|other) (?:employers?|company|companies|firms?)\b|\b(?:competitors?|elsewhere)\b(?= (?:job|role|offer))"
        r"|\b(?:apply|applying|applied|looking|a job|work|working|jobs|move|go|going) (?:at a competitor|elsewhere|outside)\b"
        r"|\b(?:start|starting|open|opening) (?:my|our) own (?:business|company|firm|practice|agency|shop)\b|\bgo(?:ing)? freelance\b|\bget(?:ting)? out of here\b",
    ),
    (
        "feeling",
        r"\b(?:(?:a bit|a little|so|really|very|quite|too|rather|deeply) )*(?:fed up|scared|afraid|frightened|terrified|anxious|nervous|worried|tired|exhausted"
        r"|burn(?:ed|t)[ -]?out|drained|stressed|overwhelmed|angry|furious|bitter|resentful|jealous|envious|ashamed|embarrassed|humiliated|hurt|lonely"
        r"|miserable|depressed|hopeless|desperate|unhappy|sick of|frustrated|annoyed|upset|demotivated|insecure|bored|devastated|heartbroken)\b"
        r"|\bi (?:hate|dread|resent|can['’]t stand|can['’]t take|regret)\b|\bi(?:['’]m| am) (?:no good|not good enough|a fraud|an imposter|an impostor)\b"
        r"|\bstill here\b|\bwast(?:ed|ing) (?:so much|my) (?:time|life)\b",
    ),
    (
        "blame",
        r"\bblam(?:e|es|ed|ing)(?: (?:each other|one another|me|us|them|him|her|everyone|the \w+))?\b|\b(?:your|his|her|their|whose|martin's|everyone's) fault\b"
        r"|\bfault of\b|\b(?:no ?body|no one|you|he|she|they|management) (?:ever |even |really )*(?:told|tells|tell|explains?|explained|listens?|listened|cares?|cared|counts|bothered"
        r"|noticed|notices|thanked|thanks)\b(?: (?:me|us|it|that|to me|to us|about it)\b)?(?: (?:why|how|about it|anything)\b)?"
        r"|\b(?:passed|looked) over\b|\boverlooked\b|\bheld (?:me|us) back\b|\bhold(?:s|ing)? (?:me|us) back\b|\bsidelined\b|\bunfair(?:ly)?\b|\bit['’]s not fair\b"
        r"|\bfavou?rit(?:es|ism)\b|\b(?:incompetent|useless|lazy|stupid|idiots?|clueless|toxic|hopeless at|micro-?manag\w+|narcissis\w+|liar|lied|lies to)\b"
        rf"|\b(?:took|takes|taking|stole|steals) (?:the |my |our )?credit\b|\bignor(?:es|ed|ing) (?:me|us)\b|\blet (?:me|us) down\b|\byou {_NEVER}\b|\byou always\b|\bbroken promises?\b|\bshe['’]d laugh\b|\bhe['’]d laugh\b",
    ),
)
_FILTERS = tuple((reason, re.compile(pattern, re.IGNORECASE)) for reason, pattern in _WORDS)
_SENTENCE = re.compile(r"[^.!?;\n]+(?:[.!?;](?!\s|$)[^.!?;\n]*)*[.!?;]*")
_NEW_SUBJECT = r"(?=(?:the|a|an|my|our|your|their|his|her|we|i|they|he|she|you|it|this|that|these|those|no ?body|no one|every ?one|every ?body|people)\b)"
_CONJUNCTION = re.compile(
    rf",?\s+(?:and|but|so|while|because|though|whereas)\s+{_NEW_SUBJECT}", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SMALL = frozenset(
    "the and for but not you your our his her its their they them this that these those with from into onto have has had"
    " was were are been being will would could should can may might must shall who what when where which why how than then"
    " there here also just only very more most some any all each every about over under after before until since still".split()
)


def content_words(text: str) -> frozenset[str]:
    """Return the words that carry meaning, folded and without their plural ending."""
    found = (match.group().casefold() for match in _WORD.finditer(text))
    return frozenset(_stem(word) for word in found if len(word) > 2 and word not in _SMALL)


def _stem(word: str) -> str:
    word = re.sub(r"['’]s$", "", word)
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
        words = tuple(
            KeptOff(words=match.group().strip(), reason=reason, records=(record,))
            for reason, pattern in _FILTERS
            for match in pattern.finditer(text)
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


def _quotes(told: Secret, folded: str) -> bool:
    """Return whether the text holds the private words as words; one or two letters are no secret."""
    own = told.text.casefold()
    if own not in folded or len(own) < 3:
        return own == folded
    return not own.isascii() or bool(re.search(rf"(?<!\w){re.escape(own)}(?!\w)", folded))
