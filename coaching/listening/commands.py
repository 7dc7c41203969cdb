"""Commands: short sentences that steer the talk. A sentence must be the command and nothing more."""

import re
from dataclasses import dataclass
from functools import partial

from coaching.listening.heard import Command
from coaching.listening.patterns import rule
from coaching.listening.text import Sentence
from coaching.talk import Talk

_PLANS: tuple[Command, ...] = (
    "stop", "undo", "accept", "reject", "draft_it", "skip", "back", "why", "show_plan", "help", "swamped",
)  # fmt: skip
_CHOICE: tuple[Command, ...] = ("go_on", "stay")
_PLAIN_GO_ON = partial(rule, "commands", "plain_go_on")
_GREETING = partial(rule, "commands", "greeting")
_HELLO = re.compile(
    r"(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening))(?: (?:there|coach|again|cairn))?[,!.]\s*",
    re.IGNORECASE,
)
_THANKS = partial(rule, "commands", "thanks")
_YES = partial(rule, "commands", "yes")
_NO = partial(rule, "commands", "no")
_YES_LEAD = re.compile(r"(?:yes|yeah|yep|yup)\b(?! and no)", re.IGNORECASE)
_NO_LEAD = re.compile(
    r"(?:no|nope|nah)(?=[,.;:!]| -|,? (?:not|i|he|she|they|we|never)\b)|not yet\b", re.IGNORECASE
)
_DONT_KNOW = partial(rule, "commands", "dont_know")
_EDIT = partial(rule, "commands", "edit")
_ORDER: tuple[Command, ...] = (
    "stop", "undo", "accept", "reject", "edit", "draft_it", "why", "skip", "back", "show_plan", "help", "go_on",
    "stay", "swamped", "dont_know", "no", "yes", "thanks", "greeting",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Steering:
    """What a message commands: the command, and for each sentence what of it is left as an answer."""

    command: Command | None
    left: tuple[tuple[int, int], ...]


def steering(sentences: tuple[Sentence, ...], talk: Talk, open_question: str | None = None) -> Steering:
    """Return the command in a message, with the span left of each sentence (empty where it was the command)."""
    found: list[Command] = []
    left: list[tuple[int, int]] = []
    for place, sentence in enumerate(sentences):
        said = _Said(sentence.plain, talk, place == 0, len(sentences) == 1, open_question)
        command, start = _of(said)
        if command is not None:
            found.append(command)
        left.append((start, len(sentence.text)))
    return Steering(next((one for one in _ORDER if one in found), None), tuple(left))


@dataclass(frozen=True, slots=True)
class _Said:
    """One sentence of the message, and what is known of where it stands."""

    plain: str
    talk: Talk
    first: bool
    alone: bool
    waiting: str | None


Found = tuple[Command, int]


def _of(said: _Said) -> tuple[Command | None, int]:
    """Return the command of a sentence and where its remainder begins."""
    for reader in (_chosen, _order, _courtesy, _unknown, _edit, _yes_or_no, _hello):
        if (found := reader(said)) is not None:
            return found
    return None, 0


def _order(said: _Said) -> Found | None:
    """Return a command that the sentence is through and through; a bare "keep it" accepts only what waits."""
    if _PLAIN_GO_ON().fullmatch(said.plain):
        return "go_on", len(said.plain)
    for command in _PLANS:
        fits = command != "accept" or said.talk.proposal or "ccept" in said.plain
        if fits and rule("commands", command).fullmatch(said.plain):
            return command, len(said.plain)
    return None


def _unknown(said: _Said) -> Found | None:
    """Return "I don't know"; after an answer it names a gap and skips nothing."""
    match = _DONT_KNOW().match(said.plain) if said.first else None
    return ("dont_know", match.end()) if match else None


def _edit(said: _Said) -> Found | None:
    open_to_edit = said.talk.proposal or said.talk.draft or not said.waiting
    return ("edit", 0) if open_to_edit and _EDIT().match(said.plain) else None


def _hello(said: _Said) -> Found | None:
    match = _HELLO.match(said.plain) if said.first else None
    return ("greeting", match.end()) if match else None


def _chosen(said: _Said) -> Found | None:
    """Return the choice after a feeling: stay with it, or go on; the rest of the sentence is no answer."""
    if said.talk.choice not in {"feeling", "staying"} or not said.first:
        return None
    lead = re.split(r"[,.;!]\s+(?!go\b|move\b|let|carry\b|continue)", said.plain, maxsplit=1)[0]
    for command in _CHOICE:
        choice = rule("commands", f"choice {command}")
        if choice.fullmatch(said.plain) or choice.fullmatch(lead):
            return command, len(said.plain)
    return None


def _courtesy(said: _Said) -> Found | None:
    if _GREETING().fullmatch(said.plain):
        return "greeting", len(said.plain)
    thanks = _THANKS().fullmatch(said.plain) and (said.alone or len(said.plain) < 60)
    return ("thanks", len(said.plain)) if thanks else None


def _yes_or_no(said: _Said) -> Found | None:
    """Return a plain yes or no, which stays in the answer; while a proposal waits it decides that."""
    if not said.first:
        return None
    plain = said.plain
    yes, no = _YES().fullmatch(plain), _NO().fullmatch(plain)
    if said.talk.proposal and (yes or no):
        return ("accept" if yes else "reject"), len(plain)
    if (yes and said.alone) or _YES_LEAD.match(plain):
        return "yes", 0
    return ("no", 0) if no or _NO_LEAD.match(plain) else None
