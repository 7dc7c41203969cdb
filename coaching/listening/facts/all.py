"""All facts of a message, in the order in which they were said, none twice."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coaching.listening.answers import answers
from coaching.listening.facts import done, lacks, life, people, wants, work, yeses
from coaching.listening.heard import Fact
from coaching.listening.text import Sentence
from coaching.plan import Plan, manager_of
from coaching.talk import Talk, values

MOST_FACTS = 1500
"""Characters in which facts are looked for: a page. What comes after is kept as said, and not taken apart."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What the patterns may know beside the sentence."""

    open_question: str | None
    plan: Plan
    talk: Talk
    today: date
    corrected: bool = False

    def opens(self, *ids: str) -> bool:
        """Return whether one of these questions waits."""
        return self.open_question in ids

    @property
    def manager_known(self) -> bool:
        """Return whether a manager was named before."""
        return bool(manager_of(self.plan) or values(self.talk, "manager"))


def facts_of(
    sentences: tuple[Sentence, ...], left: tuple[Sentence, ...], used: frozenset[int], ground: Ground
) -> tuple[Fact, ...]:
    """Return the facts of a message.

    Args:
        sentences: All of it; people may be named in a question, too.
        left: What of it may be an answer.
        used: Places of the sentences that are a question, a request, a goal or a correction.
        ground: The open question, the plan, the talk, the day.
    """
    found: list[Fact] = []
    for place, sentence in enumerate(sentences):
        if sentence.start > MOST_FACTS:
            break
        if place in used:
            found += people.managers(sentence)
            found += _of_goal(sentence, ground)
            continue
        found += _of_work(
            sentence, found, ground, first=all(len(one.text.split()) < 3 for one in sentences[:place])
        )
        found += _of_wants(sentence, found, ground)
        found += _of_rest(sentence, found, ground)
    if not ground.corrected:
        found += answers(left, ground.open_question, found, ground.today)
    return _settled(_handed_on(_ambition(found, sentences), sentences))


def _handed_on(found: list[Fact], sentences: tuple[Sentence, ...]) -> list[Fact]:
    """Return the facts with who could take it beside what can be handed on."""
    who = next((name for sentence in sentences if (name := life.taker(sentence)) is not None), None)
    if who is None:
        return found
    return [one.model_copy(update={"about": who}) if one.slot == "room" else one for one in found]


def _ambition(found: list[Fact], sentences: tuple[Sentence, ...]) -> list[Fact]:
    """Return the facts with a bare title made the target where a horizon follows: "Head of finance. By 2030."""
    title = next((one for one in found if one.slot == "role"), None)
    if title is None or any(one.slot == "target" for one in found):
        return found
    at = next(
        (place for place, one in enumerate(sentences) if one.start <= title.start < one.end), len(sentences)
    )
    said = sentences[at].text.rstrip(".!") if at < len(sentences) else ""
    if said != title.value or at + 1 >= len(sentences) or not wants.starts_with_horizon(sentences[at + 1]):
        return found
    wanted = [one.model_copy(update={"slot": "target"}) if one is title else one for one in found]
    return (
        wanted
        if any(one.slot == "horizon" for one in wanted)
        else [*wanted, *wants.horizons(sentences[at + 1])]
    )


def _of_goal(sentence: Sentence, ground: Ground) -> Iterator[Fact]:
    """Yield what a goal's wording says beside the goal: a job to become, hours, whose yes it needs."""
    if not ground.opens("goal.text"):
        return
    yield from wants.goal_target(sentence)
    yield from life.hours(sentence, expected=False)
    yield from yeses.approvals(sentence)


def _of_work(sentence: Sentence, before: list[Fact], ground: Ground, *, first: bool) -> Iterator[Fact]:
    role = list(work.roles(sentence, first=first, open_question=ground.open_question))
    known = bool(role) or (any(one.slot in {"role", "reports"} for one in before) and sentence.start < 200)
    led = list(work.led_unit(sentence))
    known = known or bool(led)
    counted = list(work.reports(sentence, role_known=known))
    known = known or bool(counted)
    yield from role
    yield from led
    yield from counted
    yield from work.tenure(sentence, role_known=known and not (ground.opens("now.evidence") and not role))
    if not ground.opens("want.target", "want.candidate"):
        yield from work.units(sentence, role_known=known)
    yield from work.industries(sentence, role_known=known)


def _of_wants(sentence: Sentence, before: list[Fact], ground: Ground) -> Iterator[Fact]:
    lost = list(wants.undecided(sentence))
    yield from lost
    target = [] if lost else list(wants.targets(sentence))
    yield from target
    if target:
        yield from wants.around_target(sentence, target[0])
    elif ground.opens("want.target", "want.check") or (
        any(one.slot == "target" for one in before) and len(sentence.text) < 60
    ):
        yield from wants.horizons(sentence)
        if ground.opens("want.target", "want.check"):
            yield from wants.sizes(sentence, 0)
    yield from wants.candidates(sentence)
    yield from wants.reasons(sentence, wanted=bool(target))
    yield from wants.enjoyed(sentence)


def _of_rest(sentence: Sentence, before: list[Fact], ground: Ground) -> Iterator[Fact]:
    wanted = any(one.slot in {"target", "candidate"} for one in before) or bool(ground.plan.vision.target)
    yield from people.managers(sentence)
    if (
        ground.opens("manager.knows")
        and not ground.manager_known
        and not any(one.slot == "manager" for one in before)
    ):
        yield from people.only_name(sentence)
    yield from people.manager_knows(
        sentence,
        open_question=ground.open_question,
        manager_known=ground.manager_known or any(one.slot == "manager" for one in before),
    )
    yield from people.holders(sentence, open_question=ground.open_question, wanted=wanted)
    yield from people.above(sentence, tuple(before))
    yield from people.checks(sentence, open_question=ground.open_question)
    yield from people.accounts(sentence)
    yield from people.persons(sentence, taken=frozenset(one.value for one in before))
    yield from yeses.approvals(sentence)
    yield from yeses.approved(sentence)
    done_before = any(one.slot == "evidence" for one in before)
    said = list(done.evidence(sentence, expected=ground.opens("now.evidence")))
    yield from said
    yield from (
        done.proofs(sentence, expected=bool(said) or done_before or ground.opens("now.evidence"))
        if not ground.opens("evidence.proof")
        else ()
    )
    yield from lacks.needs(sentence, expected=ground.opens("org.need"))
    yield from lacks.gaps(sentence, expected=ground.opens("gap"))
    yield from lacks.means(sentence, expected=ground.opens("letter.A"))
    yield from life.limits(sentence, expected=ground.opens("life.limits"))
    yield from life.hours(sentence, expected=ground.opens("load.room"))
    yield from life.rooms(sentence, expected=ground.opens("load.room"))
    yield from life.steps(sentence, ground.today, expected=ground.opens("step.week"))
    yield from life.obstacles(sentence)


_ONE_ONLY = frozenset(
    {
        "role",
        "since",
        "unit",
        "industry",
        "reports",
        "manager",
        "manager_knows",
        "horizon",
        "size",
        "hours",
        "why",
        "check",
        "undecided",
        "account",
        "holder",
    }
)


def _settled(found: list[Fact]) -> tuple[Fact, ...]:
    """Return the facts in the order they were said: each once, one for a slot that holds one."""
    kept: list[Fact] = []
    for one in found:
        if any(
            one.slot == other.slot
            and (one.value == other.value or one.slot in _ONE_ONLY or _inside(one, other))
            for other in kept
        ):
            continue
        kept.append(one)
    names = {
        one.value for one in kept if one.slot in {"manager", "holder", "account", "approval", "approved"}
    }
    kept = [one for one in kept if one.slot != "person" or one.about or one.value not in names]
    return tuple(sorted(kept, key=lambda one: max(one.start, 0)))


def _inside(one: Fact, other: Fact) -> bool:
    return one.start >= 0 and one.start >= other.start and one.end <= other.end
