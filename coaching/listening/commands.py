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
        command, start = _of(
            sentence, talk, first=place == 0, alone=len(sentences) == 1, waiting=open_question
        )
        if command is not None:
            found.append(command)
        left.append((start, len(sentence.text)))
    return Steering(next((one for one in _ORDER if one in found), None), tuple(left))


def _of(
    sentence: Sentence, talk: Talk, *, first: bool, alone: bool, waiting: str | None
) -> tuple[Command | None, int]:
    """Return the command of a sentence and where its remainder begins."""
    plain, length = sentence.plain, len(sentence.text)
    if (chosen := _chosen(plain, talk, first=first)) is not None:
        return chosen
    if _PLAIN_GO_ON().fullmatch(plain):
        return "go_on", length
    for command in _PLANS:
        if rule("commands", command).fullmatch(plain) and (
            command != "accept" or talk.proposal or "ccept" in plain
        ):
            return command, length
    if (command := _courtesy(plain, alone=alone)) is not None:
        return command, length
    if (unknown := _DONT_KNOW().match(plain)) and not _gap_after_answer(first=first):
        return "dont_know", unknown.end()
    if _EDIT().match(plain) and (talk.proposal or talk.draft or not waiting):
        return "edit", 0
    if (said := _yes_or_no(plain, talk, first=first, alone=alone)) is not None:
        return said, 0 if said in {"yes", "no"} else length
    if first and (hello := _HELLO.match(plain)):
        return "greeting", hello.end()
    return None, 0


def _gap_after_answer(*, first: bool) -> bool:
    """Return whether an "I don't know" comes after an answer, where it names a gap and skips nothing."""
    return not first


def _chosen(plain: str, talk: Talk, *, first: bool) -> tuple[Command, int] | None:
    """Return the choice after a feeling: stay with it, or go on; the rest of the sentence is no answer."""
    if talk.choice not in {"feeling", "staying"} or not first:
        return None
    lead = re.split(r"[,.;!]\s+(?!go\b|move\b|let|carry\b|continue)", plain, maxsplit=1)[0]
    for command in _CHOICE:
        choice = rule("commands", f"choice {command}")
        if choice.fullmatch(plain) or choice.fullmatch(lead):
            return command, len(plain)
    return None


def _courtesy(plain: str, *, alone: bool) -> Command | None:
    if _GREETING().fullmatch(plain):
        return "greeting"
    return "thanks" if _THANKS().fullmatch(plain) and (alone or len(plain) < 60) else None  # noqa: PLR2004


def _yes_or_no(plain: str, talk: Talk, *, first: bool, alone: bool) -> Command | None:
    """Return a plain yes or no; while a proposal waits it decides that."""
    if not first:
        return None
    yes, no = _YES().fullmatch(plain), _NO().fullmatch(plain)
    if talk.proposal and (yes or no):
        return "accept" if yes else "reject"
    if (yes and alone) or _YES_LEAD.match(plain):
        return "yes"
    return "no" if no or _NO_LEAD.match(plain) else None
