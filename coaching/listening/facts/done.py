"""What they have done that others could confirm, and where it could be looked up."""

import re
from collections.abc import Iterator
from functools import partial

from coaching.listening.clauses import bare, clauses
from coaching.listening.heard import Fact
from coaching.listening.matching import fact
from coaching.listening.patterns import rule, rules
from coaching.listening.text import Sentence
from coaching.listening.words import words

_DID = partial(rule, "done", "did")
_NOT_DONE = partial(rule, "done", "not_done")
_COUNTED = partial(rule, "done", "counted")


def evidence(sentence: Sentence, *, expected: bool) -> Iterator[Fact]:
    """Yield what they or their team did; without a number only a strong verb, or an asked question, counts."""
    for piece in _steps(sentence):
        clause = bare(piece)
        match = _DID().match(clause.plain)
        if match is None or not _counts(match, expected=expected) or _unreal(sentence, clause):
            continue
        found = fact("evidence", clause, match.start("v"), match.end("rest"))
        if found is not None:
            yield found.model_copy(update={"text": found.value})


def _steps(sentence: Sentence) -> tuple[Sentence, ...]:
    """Return the clauses, cut also where a second "I did" follows a comma."""
    return clauses(sentence)


def _unreal(sentence: Sentence, clause: Sentence) -> bool:
    before = sentence.plain[: clause.start - sentence.start]
    return bool(
        re.search(
            r"\b(?:if|wish|unless|would have|could have|should have|until|so that|once|before)\b[^,;]*$",
            before,
            re.IGNORECASE,
        )
    ) or bool(re.match(r"(?:if|unless|until|so that|once|before)\b", clause.plain, re.IGNORECASE))


def _counts(match: re.Match[str], *, expected: bool) -> bool:
    rest, verb = match["rest"].strip(), match["verb"].lower()
    if _NOT_DONE().match(rest) or re.search(r"\b(?:never|not|hardly)\b", match["v"][:30], re.IGNORECASE):
        return False
    if (
        re.match(r"(?:the (?:backlog|price|cost|wait|time|number|error|accident|complaint))", rest)
        and verb == "got"
    ):
        return True
    counted = bool(_COUNTED().search(rest))
    if verb in words("lists.txt", "weak-deeds") or verb in {"get", "lead"}:
        return counted or (expected and len(rest.split()) >= 2)
    return counted or expected or len(rest.split()) >= 2


_PROOF = partial(rules, "done", "proof")


def proofs(sentence: Sentence, *, expected: bool) -> Iterator[Fact]:
    """Yield where it can be looked up, or who saw it, where something done is spoken of."""
    if not expected:
        return
    for pattern in _PROOF():
        for match in pattern.finditer(sentence.plain):
            if (
                rule("done", "proofs").match(match["v"])
                and "boss" not in match[0]
                and "manager" not in match[0]
            ):
                continue
            value = re.sub(r"^(?:the|our|a|an) ", "", match["v"], flags=re.IGNORECASE)
            found = fact("proof", sentence, match.end("v") - len(value), match.end("v"))
            if found is not None:
                yield found
            return
