"""Words that tie a goal to an employer, a team, a place of work or a career, in passing."""

from coaching.deadlines.listed import word_set
from coaching.smart.sight import Sight


def mention(sight: Sight) -> int | None:
    """Return the first token that names whom the goal serves, or None."""
    reading = sight.reading
    for at, classes in enumerate(sight.classes):
        if at in reading.timed or reading.part_at(at) == "means" or _acts(sight, at):
            continue
        named = classes & {"org", "role", "careerword"} and not _only_looks(sight, at)
        if (
            named
            or reading.lows[at] in {"our", "workplace"}
            or _work_mention(sight, at)
            or _place_mention(sight, at)
        ):
            return at
    return None


_ACTS = word_set("plant raise archive trust staff")


def _acts(sight: Sight, at: int) -> bool:
    """Return whether the word is the main verb here, not an employer or a step of a career: "plant", "raise"."""
    return sight.action is not None and sight.action.first == at and sight.reading.lows[at] in _ACTS


def _only_looks(sight: Sight, at: int) -> bool:
    """Return whether the word only looks like an employer or a role here: "business cards", "client SDK"."""
    if sight.reading.lows[at] == "roles":
        return sight.reading.low_at(at - 1) not in {"junior", "senior", "nursing", "teaching", "engineering"}
    if sight.reading.low_at(at - 1) == "driving" and sight.reading.lows[at].startswith("licen"):
        return True
    return (sight.reading.lows[at], sight.reading.low_at(at + 1)) in {
        ("business", "cards"),
        ("client", "sdk"),
        ("patient", "communication"),
        ("user", "interface"),
    } or (sight.reading.lows[at] == "patient" and sight.reading.low_at(at - 1) in {"be", "more"})


_TRADES = word_set("medical nursing law business vet trade dental graduate teaching training")
_PLACES = word_set(
    "shop store studio agency lab group factory bank library depot branch municipality site counter shift reception"
    " practice service newsroom precinct station laboratory chair faculty institute foundation charity museum theatre"
    " gallery farm estate garage salon bakery school college university sixth desk line"
)


def _place_mention(sight: Sight, at: int) -> bool:
    """Return whether a place of work is named as the writer's own: "for the agency", "in my shop"."""
    lows = sight.reading.lows
    if lows[at].startswith(("school", "program")) and sight.reading.low_at(at - 1) in _TRADES:
        return True
    if lows[at] not in _PLACES or sight.reading.low_at(at + 1) in {"to", "that"}:
        return False
    near = lows[max(0, at - 3) : at]
    return ("the" in near and bool({"for", "at", "in", "across"} & set(near))) or bool(
        {"my", "our"} & set(near[-2:]) and {"for", "in", "at", "of"} & set(near)
    )


def _work_mention(sight: Sight, at: int) -> bool:
    before = sight.reading.low_at(at - 1)
    low = sight.reading.lows[at]
    return (
        (
            low == "work"
            and (
                before in {"at", "for"} or (before == "my" and sight.reading.low_at(at - 2) in {"for", "at"})
            )
        )
        or (low == "leadership" and before in {"senior", "in"})
        or (low == "field" and before in {"my", "this", "new"})
    )
