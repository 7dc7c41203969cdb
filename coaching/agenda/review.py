"""What the rules find on a drafted page. They point; nothing is changed by them."""

from collections.abc import Callable, Iterable, Iterator

from coaching.agenda.privacy import Screen
from coaching.agenda.types import Agenda, Finding, Item, KeptOff, Section

_WORDS_A_MINUTE = 120
_THEIR_SHARE = 2
"""The page may fill one in so many minutes with the person's own talk; the rest is for the other side."""


def review_agenda(agenda: Agenda, off: tuple[KeptOff, ...] = ()) -> tuple[Finding, ...]:
    """Return the findings on a page, in a fixed order.

    Args:
        agenda: The page.
        off: What was left off it, so that the person can be told why.
    """
    return tuple(finding for rule in _RULES for finding in rule(agenda, off))


_Rule = Callable[[Agenda, tuple[KeptOff, ...]], Iterator[Finding]]


def _places(agenda: Agenda) -> Iterator[tuple[str, Section, Item]]:
    for s, section in enumerate(agenda.sections):
        for i, item in enumerate(section.items):
            yield f"/sections/{s}/items/{i}", section, item


def _no_ask(agenda: Agenda, _: tuple[KeptOff, ...]) -> Iterator[Finding]:
    for path, _section, item in _places(agenda):
        if item.part == "main_ask" and item.origin == "blank" and agenda.purpose != "raise":
            yield Finding(
                rule="agenda.no_ask",
                severity="warning",
                path=path,
                message="The page asks for nothing yet, so the talk may end with a friendly nod.",
                question=f"What is the one thing you want {agenda.with_} to say yes to?",
                source="career-conversation/09",
            )


def _two_main_asks(agenda: Agenda, _: tuple[KeptOff, ...]) -> Iterator[Finding]:
    asks = [(path, item) for path, _section, item in _places(agenda) if item.part in {"main_ask", "also_ask"}]
    if len(asks) > 1:
        yield Finding(
            rule="agenda.two_main_asks",
            severity="warning",
            path=asks[1][0],
            records=_each(record for _, item in asks for record in item.records),
            message=f"The page asks for {len(asks)} decisions; one is easier to give.",
            evidence=tuple(item.text for _, item in asks),
            question="Which of them do you want most from this talk?",
            source="performance-goals/05",
        )


def _left_off(agenda: Agenda, off: Iterable[KeptOff], reason: str) -> tuple[KeptOff, ...]:
    """Return words of that kind: left off in the draft, and standing on a page that was changed since."""
    standing = (mark for _, _, item in _places(agenda) for mark in Screen().clear(item.text, "page").off)
    return tuple(mark for mark in (*off, *standing) if mark.reason == reason)


def _blame(agenda: Agenda, off: tuple[KeptOff, ...]) -> Iterator[Finding]:
    found = _left_off(agenda, off, "blame")
    if found:
        yield _words_finding(
            "agenda.blame",
            found,
            "These words would read as blame; the page is stronger with what you want to be different.",
            "What would you like to be different from now on?",
            "career-management/12",
        )


def _ultimatum(agenda: Agenda, off: tuple[KeptOff, ...]) -> Iterator[Finding]:
    found = _left_off(agenda, off, "ultimatum")
    if found:
        yield _words_finding(
            "agenda.ultimatum",
            found,
            "These words put a threat beside the ask, and then the talk is about the threat.",
            "What would you ask for if there were no second half to the sentence?",
            "career-conversation/09",
        )


def _words_finding(
    rule: str, found: tuple[KeptOff, ...], message: str, question: str, source: str
) -> Finding:
    on_page = any("page" in mark.records for mark in found)
    return Finding(
        rule=rule,
        severity="warning" if on_page else "hint",
        path="/sections" if on_page else "/kept_off",
        records=_each(record for mark in found for record in mark.records if record != "page"),
        message=message,
        evidence=_each(mark.words for mark in found),
        question=question,
        source=source,
    )


def _claim_without_proof(agenda: Agenda, _: tuple[KeptOff, ...]) -> Iterator[Finding]:
    for path, section, item in _places(agenda):
        unconfirmed = tuple(claim.text for claim in item.claims if claim.status == "unconfirmed")
        if unconfirmed:
            yield _proof_finding(
                "error", path, item, unconfirmed, "No record of yours carries this claim for certain."
            )
        elif section.id == "done" and item.part == "proof" and item.origin == "blank":
            yield _proof_finding(
                "warning", path, item, (), "Nothing is named yet that would confirm the line above."
            )


def _proof_finding(severity: str, path: str, item: Item, words: tuple[str, ...], message: str) -> Finding:
    return Finding.model_validate(
        {
            "rule": "agenda.claim_without_proof",
            "severity": severity,
            "path": path,
            "records": item.records,
            "message": message,
            "evidence": words,
            "question": "Where would someone look it up, or who saw it?",
            "source": "career-conversation/05",
        }
    )


def _over_time(agenda: Agenda, _: tuple[KeptOff, ...]) -> Iterator[Finding]:
    own = sum(
        len(item.text.split()) for _, _, item in _places(agenda) if item.origin in {"person", "derived"}
    )
    needed = -(-own // _WORDS_A_MINUTE)
    empty = [section.title for section in agenda.sections if section.minutes == 0]
    if needed * _THEIR_SHARE > agenda.minutes or empty:
        yield Finding(
            rule="agenda.over_time",
            severity="warning",
            path="/minutes",
            message=_too_full(agenda.minutes, needed, empty),
            evidence=tuple(empty),
            question="What can be sent beforehand or left for another day?",
            source="career-conversation/10",
        )


def _too_full(minutes: int, needed: int, empty: list[str]) -> str:
    if empty:
        return f"{minutes} minutes leave no time for every part."
    return (
        f"Your own lines take about {needed} of the {minutes} minutes to say, and half of the time is theirs."
    )


def _nothing_for_company(agenda: Agenda, _: tuple[KeptOff, ...]) -> Iterator[Finding]:
    for path, _section, item in _places(agenda):
        if item.part == "for_them" and item.origin == "blank":
            yield Finding(
                rule="agenda.nothing_for_company",
                severity="warning",
                path=path,
                message="The page says what you want, and not yet what anybody else gains by it.",
                question="Which of their needs does it help with?",
                source="career-conversation/05",
            )


def _status_meeting(agenda: Agenda, _: tuple[KeptOff, ...]) -> Iterator[Finding]:
    asked = any(
        item.part in {"main_ask", "also_ask"} and item.origin != "blank" for _, _, item in _places(agenda)
    )
    wants = any(item.origin in {"person", "derived"} for item in agenda.section("wanted").items)
    told = any(item.origin == "person" for item in agenda.section("done").items)
    if told and not asked and not wants and agenda.purpose not in {"check-in", "raise"}:
        yield Finding(
            rule="agenda.status_meeting",
            severity="warning",
            path="/sections/2",
            message="The page reports what was done and goes no further; that is a status meeting.",
            question="What should be different after this talk?",
            source="career-conversation/10",
        )


def _each(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


_RULES: tuple[_Rule, ...] = (
    _no_ask,
    _two_main_asks,
    _blame,
    _ultimatum,
    _claim_without_proof,
    _over_time,
    _nothing_for_company,
    _status_meeting,
)
