"""What sort of outcome a goal names, before any number: a wish, a process, an event, a step in a career."""

from coaching.deadlines.listed import word_set
from coaching.smart.action import Action
from coaching.smart.career import CAREER_NOUNS, career, career_move, obtains_role
from coaching.smart.lexicon import verb_classes
from coaching.smart.objects import WISHED, Outcome, acted
from coaching.smart.sight import Sight, goal_object, goal_start

_EMPTY = word_set(
    "a an the my our your his her their its this that these those own some of for in on to and or"
    " with at by from as into about then also really just again one"
)

_COMPARING = word_set(
    "more less fewer better higher lower bigger smaller shorter longer faster quicker closer calmer"
    " clearer earlier up down"
)

_DONE = word_set(
    "done built written held won sold sent paid launched signed gone opened closed running live open"
    " ready online out filed hired installed trained briefed labelled in-place opens moves"
)

_BEING = frozenset({"be", "become", "being", "am", "see"})


def outcome(sight: Sight) -> Outcome:
    """Return the sort of outcome the goal names."""
    sort = _sort(sight)
    if sort not in {"nothing", "topic"} and _no_goal(sight):
        return "nothing"
    if sort in {"process", "attitude"} and _by_product(sight):
        return "named"
    if _bare_more(sight) or (sort in {"process", "comparative"} and _only_the_writer(sight)):
        return "attitude"
    return sort


def _sort(sight: Sight) -> Outcome:  # noqa: PLR0911 - rules in order of strength, one a line
    first, last = goal_object(sight)
    content = _content(sight, first, last)
    if sight.action is None or (sight.action.base in {"want", "like", "love"} and content):
        return _without_verb(sight, first, last, content)
    if _told_done(sight, sight.action):
        return "done"
    base = sight.action.base
    if sight.reading.low_at(sight.action.first - 1) in {"never", "no"}:
        return "named"
    if base == "get_promoted":
        return "career" if len(content) >= 2 else "career_open"
    if not content:
        return "open" if _turned(sight, sight.action) else _bare_verb(base)
    if base == "see" and sight.reading.low_at(first) == "the":
        return "named"
    visited = base == "go" and sight.reading.low_at(first + 1) == "the"
    if (
        base in _BEING
        or (career_move(sight, base, first) and not visited)
        or obtains_role(sight, base, first, content)
    ):
        return career(sight, first, last, content)
    return acted(sight, base, first, content)


def _no_goal(sight: Sight) -> bool:
    """Return whether the writer says that there is no goal."""
    said = " ".join(sight.reading.lows[:16])
    return any(
        words in said
        for words in (
            "isn't really",
            "there isn't",
            "nothing much",
            "no idea what",
            "no clue",
            "not sure what",
            "don't know what",
            "i must write",
            "supposed to put",
            "supposed to write",
            "work is work",
            "is the work",
            "no plan",
            "none in particular",
        )
    )


_INWARD = word_set("shout chat talk speak worry live complain listen smile laugh think stress")


def _only_the_writer(sight: Sight) -> bool:
    """Return whether nothing but the writer's own manner is to change: "shout less", "look after myself more"."""
    first, last = goal_object(sight)
    content = [sight.reading.lows[at] for at in _content(sight, first, last)]
    plain = [low for low in content if low not in _COMPARING]
    if sight.action is None:
        return len(plain) == 1 and len(content) == 1 and bool({"more", "less", "better"} & set(_lead(sight)))
    base = sight.action.base
    return plain[-1:] in (["myself"], ["yourself"]) or (
        base in _INWARD and len(content) <= 2 and all(low in _MANNER or low.endswith("ly") for low in content)
    )


def _bare_more(sight: Sight) -> bool:
    """Return whether the text is "more" and one noun that looks like a verb: "more teaching"."""
    lows = sight.reading.lows
    return len(lows) == 2 and lows[0] in {"more", "less", "better"} and lows[1].endswith("ing")


_MANNER = _COMPARING | {"big", "positive", "bit", "often", "little"}


def _lead(sight: Sight) -> tuple[str, ...]:
    start = goal_start(sight)
    return sight.reading.lows[start : start + 1]


def _by_product(sight: Sight) -> bool:
    """Return whether soft work ends in something bounded: "by finishing course Y"."""
    lows = sight.reading.lows
    return any(
        s.cue == "by"
        and bool(_BOUNDING & set(lows[s.first : s.last]))
        and any(
            sight.classes[at] & {"artefact", "exam"}
            or lows[at] in {"class", "classes", "lessons", "tree"}
            or (sight.reading.capital_at(at) and not sight.titled)
            for at in range(s.first, s.last)
        )
        for s in sight.reading.segments
    )


_BOUNDING = word_set("completing finishing building passing taking earning getting publishing")


def _content(sight: Sight, first: int, last: int) -> list[int]:
    lows = sight.reading.lows
    return [
        at
        for at in range(first, last)
        if lows[at].isalnum() and at not in sight.reading.timed and lows[at] not in _EMPTY
    ]


def _told_done(sight: Sight, action: Action) -> bool:
    low = sight.reading.lows[action.first]
    return (
        action.first > goal_start(sight)
        and action.last - action.first <= 2
        and (
            low in _DONE or (low.endswith("ed") and action.base != low and not low.endswith(("eed", "need")))
        )
    )


def _turned(sight: Sight, action: Action) -> bool:
    """Return whether "get" and a participle tell a change by themselves: "get married"."""
    last = sight.reading.lows[action.last - 1]
    return (
        action.last - action.first > 1
        and sight.reading.lows[action.first].startswith("get")
        and last.endswith("ed")
        and not sight.classes[action.last - 1] & WISHED
    )


def _bare_verb(base: str) -> Outcome:
    if base in {"graduate", "defend", "qualify", "certify", "get_certified"}:
        return "open"
    return "process" if verb_classes(base) & {"other", "learn", "improve", "create"} else "attitude"


_DOINGS = word_set(
    "rewrite relaunch redesign refresh launch migration upgrade audit rollout renovation refactor rebuild cleanup"
    " clear-out overhaul revamp release inventory stocktake makeover repaint extension conversion application v2"
)


def _without_verb(sight: Sight, first: int, last: int, content: list[int]) -> Outcome:
    lows = sight.reading.lows[first:last]
    if not content:
        return "nothing"
    if lows[0] in {"no", "never", "zero", "without", "nobody"}:
        return "named"
    if (
        any(low in _DONE or (low.endswith("ed") and len(low) > 4 and at) for at, low in enumerate(lows))
        and len(content) > 1
        and not _COMPARING & set(lows[:2])
    ):
        return "done"
    if _COMPARING & set(lows) or any(
        low.endswith("er")
        and low in {"shorter", "smoother", "stronger", "healthier", "cleaner", "safer", "quieter", "happier"}
        for low in lows
    ):
        return (
            "attitude"
            if all(
                sight.classes[at] & {"abstract", "wishadj"}
                for at in content
                if sight.reading.lows[at] not in _COMPARING
            )
            else "comparative"
        )
    return _noun(sight, first, last, content)


def _noun(sight: Sight, first: int, last: int, content: list[int]) -> Outcome:  # noqa: PLR0911 - rules in order of strength, one a line
    """Return what a noun phrase names: an exam, a post, a thing to be made, or only a topic."""
    lows = sight.reading.lows[first:last]
    head = sight.head(first, last)
    kinds = sight.classes[head]
    if kinds & {"exam"}:
        return "named" if len(content) > 1 else "open"
    if kinds & {"role"} or (sight.reading.lows[head] in CAREER_NOUNS):
        return career(sight, first, last, content)
    if lows[0] in {
        "creation",
        "completion",
        "launch",
        "publication",
        "introduction",
        "purchase",
        "implementation",
        "redesign",
    }:
        return "named"
    if "artefact" in kinds and lows[0] in {"a", "an", "new", "own", "the", "first"}:
        return "named" if len(content) > 1 else "open"
    if len(content) == 2 and lows[-1] in _DOINGS:
        return "named"
    if len(content) == 2 and lows[0] == "new" and not kinds & WISHED:
        return "open"
    if "own" in lows[:3] and kinds & {"artefact", "org", "careerword"}:
        return "open"
    if lows[0] in {"a", "an"} and len(content) > 1 and not kinds & WISHED:
        return "named"
    return "topic"
