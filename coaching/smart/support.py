"""Clauses about others and about things: who helps, what stands ready, how far the work has come."""

from coaching.deadlines.listed import word_set
from coaching.smart.lexicon import base_verb, is_a
from coaching.smart.parsed import Reading, Segment

_READY = word_set(
    "booked paid approved arranged ordered set ready taken done printed agreed signed there bought"
    " reserved available free covered sorted planned scheduled standing included budgeted waiting"
    " lined provided installed started promised confirmed funded running granted packed stocked"
    " written in hand"
)

_HELP_VERBS = word_set(
    "give gives gave let lets lend lends lent pay pays paid offer offers offered agreed agrees"
    " promised promises cover covers covered show shows showed teach teaches help helps helped support"
    " supports booked approved allowed allows sit sits drive drives run runs read reads check checks"
    " correct corrects watch watches fund funds sponsor sponsors coach coaches train trains hold holds"
    " test tests share shares proofread proofreads review reviews film films quiz quizzes host hosts"
    " take takes mark marks records record send sends meet meets join joins look looks listen listens"
    " bring brings left kept keeps reserved provide provides bought drills drill comes come has said"
    " pulled"
)

_THIRD = word_set("my our his her their the a an one")

_MAYBE = word_set("might may could maybe perhaps should possibly would")

DEMANDS = word_set(
    "requires required needs needed asks asked wants expects expected demands depends hangs links"
    " insists otherwise mandatory condition compulsory obliged obligatory relies vital essential"
    " crucial important prerequisite closes runs judged unless"
)


def _at_work(lows: tuple[str, ...]) -> bool:
    """Return whether somebody named has begun: "Piotr is already reworking the routes"."""
    return lows[1:2] in {("is",), ("has",)} and any(low.endswith("ing") for low in lows[2:4])


_PARTLY = word_set("half some most third thirds of")


def partly(lows: tuple[str, ...]) -> bool:
    """Return whether part of the work is told as done: "half of the chapters are in"."""
    rest = set(lows[1:])
    return (
        bool(_PARTLY & set(lows[:3]))
        and bool(rest & {"is", "are", "had", "have"})
        and not rest & {"booked", "paid", "behind"}
    )


def third_kind(reading: Reading, segment: Segment, lows: tuple[str, ...], subject: str) -> str:  # noqa: PLR0911 - rules in order of strength, one a line
    some = set(lows)
    first_ready = next(
        (at for at, low in enumerate(lows) if low in {"is", "are", "has", "have", "been", ":"}), -1
    )
    if len(lows) <= 2 and lows[0] in _READY and segment.cue == ":":
        return "ready"
    if {"%", "percent"} & some and "complete" in some:
        return "progress"
    if (
        first_ready > 0
        and set(lows[first_ready:]) & _READY
        and subject not in {"what", "it", "that", "there"}
    ):
        return "ready"
    person = bool({"me", "us", "my", "it", "he", "she", "them", "will"} & some) or bool(
        {"agreed", "offered", "promised", "covers", "lends"} & some
    )
    supporter = (
        (person and subject in {"my", "our", "his", "her", "boss", "manager", "hr"})
        or (subject == "the" and bool({"me", "us", "for", "it"} & some))
        or (person and reading.capital_at(segment.first))
    )
    if supporter and set(lows[1:8]) & _HELP_VERBS:
        return "maybe_helper" if some & _MAYBE else "helper"
    if some & {"goal", "aim"}:
        return ""
    if reading.capital_at(segment.first) and segment.cue in {"-", ",", "("} and _at_work(lows):
        return "helper"
    if segment.sentence and _tells_who(reading, segment, lows):
        return "helper"
    if (
        segment.cue in {".", "-", "(", ",", ":", "and"}
        and _third_person(lows, subject)
        and not some & DEMANDS | {"if", "because"} & some
    ):
        return "helper"
    return _how_far(lows, subject)


def _how_far(lows: tuple[str, ...], subject: str) -> str:
    """Return "progress" or "generic" where a clause tells how far things are, or that something helps."""
    some = set(lows)
    if (
        some & {"exists", "behind"}
        or {"so", "far"} <= some
        or (subject and lows[0][0].isdigit() and some & {"are", "had", "is"})
    ):
        return "progress"
    if some & {"halfway", "almost", "nearly", "bulk", "most", "currently"} or (
        "far" in some and "so" in some
    ):
        return "progress"
    if (
        lows[-1] in {"helps", "works", "help", "start"}
        or {"should", "do"} <= some
        or {"would", "help"} <= some
    ):
        return "generic"
    return ""


_RELATIONS = word_set(
    "wife husband brother sister mother father mum dad aunt uncle cousin friend neighbour neighbor"
    " colleague boss manager supervisor mentor buddy coach tutor teacher trainer partner matron agency"
    " firm company employer hospital professor attorney lawyer adviser advisor doctor chamber bank"
    " office hr consulate town city club union librarian foreman brother-in-law daughter son flatmate"
    " lead nurse therapist chief owner landlord trust steward rep kids parents"
)


def _third_person(lows: tuple[str, ...], subject: str) -> bool:
    """Return whether somebody known does something: "my wife cooks", "the agency pays"."""
    if subject not in {"my", "the", "our", "a", "his", "her"} and not (
        len(lows) > 1 and lows[0] not in {"it", "that", "this", "there"}
    ):
        return False
    near = lows[:5]
    who = next((at for at, low in enumerate(near) if low in _RELATIONS), -1)
    return who >= 0 and any(
        low.endswith("s")
        and not low.endswith(("ss", "us", "is"))
        and low not in {"was", "has", "needs", "wants", "expects", "says"}
        and len(low) > 2
        for low in lows[who + 1 : who + 6]
    )


def _tells_who(reading: Reading, segment: Segment, lows: tuple[str, ...]) -> bool:
    """Return whether somebody does something with the writer: "Rohan films me", "my aunt is my model"."""
    person = (
        reading.capital_at(segment.first)
        and base_verb(lows[0]) is None
        and not is_a(lows[0], "org")
        and lows[0] not in _THIRD | {"this", "it", "that", "there", "people", "by", "in", "on", "at"}
    )
    return (person or lows[0] in {"my", "our"}) and bool({"me", "us", "my"} & set(lows[1:7]))
