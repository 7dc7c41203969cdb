"""All facts of a message, in the order in which they were said, none twice."""

from datetime import date

from coaching.listening.facts import work
from coaching.listening.heard import Fact
from coaching.listening.text import Sentence
from coaching.plan import Plan
from coaching.talk import Talk, values


def facts_of(
    sentences: tuple[Sentence, ...],
    left: tuple[Sentence, ...],
    used: frozenset[int],
    open_question: str | None,
    plan: Plan,
    talk: Talk,
    today: date,
) -> tuple[Fact, ...]:
    """Return the facts of a message."""
    found: list[Fact] = []
    for place, sentence in enumerate(sentences):
        if place in used:
            continue
        role = list(work.roles(sentence, first=place == 0, open_question=open_question))
        known = bool(role or found)
        found += [*role, *work.tenure(sentence, role_known=known)]
        counted = list(work.reports(sentence, role_known=known))
        known = known or bool(counted)
        found += [*counted, *work.units(sentence, role_known=known), *work.industries(sentence, role_known=known)]
    return tuple(found)
