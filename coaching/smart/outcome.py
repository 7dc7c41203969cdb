"""What sort of outcome a goal names, before any number: a wish, a process, an event, a step in a career."""

from typing import Literal

from coaching.deadlines.listed import word_set
from coaching.smart.action import Action
from coaching.smart.lexicon import is_a, verb_classes
from coaching.smart.sight import Sight, goal_object, goal_start

Outcome = Literal[
    "nothing",
    "topic",
    "comparative",
    "attitude",
    "process",
    "metric",
    "open",
    "named",
    "career_open",
    "career",
    "done",
]

_SOFT_BASES = word_set(
    "find_out look_into figure_out catch_up speak_up look_after keep stay handle manage deal focus"
    " think look catch speak talk listen brush supervise delegate plan network contribute stop try"
    " spend execute clarify hold take_part worry start work feel see remember care follow use let go"
    " understand cope practise practice prioritise organise organize lean support encourage prepare"
    " coach communicate concentrate cover avoid quit say share help blog write read exercise run"
    " meditate get_better teach mentor serve balance act mean rest relax sleep eat fix_up dig delight"
    " show open_up give notice trust"
)
_SOFT_CLASSES = frozenset({"learn", "improve", "attitude"})
_EMPTY = word_set(
    "a an the my our your his her their its this that these those own some of for in on to and or"
    " with at by from as into about then also really just again one"
)
_GENERIC = word_set(
    "thing things something stuff item items task tasks topic topics project projects product"
    " products book books job jobs role position business startup company money client clients"
    " customer conference meetup experience opportunity income house car article talk video app"
    " website blog novel song course certificate certification degree licence language work wage raise"
    " promotion career patterns post offer dissertation team shop placement internship speaker"
    " something's anything"
)
_WISHED = frozenset({"abstract", "wishadj", "meansgeneric", "generic_noun"})
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
    return sort


def _sort(sight: Sight) -> Outcome:
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
        return _bare_verb(sight, base)
    if base in _BEING or _career_move(sight, base, first) or _obtains_role(sight, base, first, content):
        return _career(sight, first, last, content)
    return _acted(sight, base, first, content)


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


def _by_product(sight: Sight) -> bool:
    """Return whether soft work ends in something bounded: "by finishing course Y"."""
    lows = sight.reading.lows
    return any(
        s.cue == "by"
        and bool(
            {"completing", "finishing", "building", "passing", "taking", "earning", "getting", "publishing"}
            & set(lows[s.first : s.last])
        )
        and any(sight.classes[at] & {"artefact", "exam"} for at in range(s.first, s.last))
        for s in sight.reading.segments
    )


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


def _bare_verb(sight: Sight, base: str) -> Outcome:
    if base in {"graduate", "defend", "qualify", "certify", "get_certified"}:
        return "open"
    return "process" if verb_classes(base) & {"other", "learn", "improve", "create"} else "attitude"


_MOVES = word_set(
    "get move_into step_up move_up break_into get_into go_into work_as work_for move step transition"
    " switch return work break change go come join position"
)


def _career_move(sight: Sight, base: str, first: int) -> bool:
    if (
        base in {"get", "get_into", "break_into", "go_into", "move_into"}
        and sight.reading.low_at(first - 1) != "into"
        and sight.reading.low_at(first) != "into"
        and base == "get"
    ):
        return False
    following = sight.reading.lows[max(0, first - 1) : first + 2]
    if base in {"switch", "change", "change_career"} and {
        "career",
        "careers",
        "job",
        "jobs",
        "profession",
    } & set(following):
        return True
    return (
        base in _MOVES
        and bool({"into", "to", "as", "for", "up", "from", "in"} & set(following))
        and any(
            sight.classes[at] & {"role", "careerword", "generic_noun"}
            or sight.reading.lows[at]
            in {
                "management",
                "permanent",
                "company",
                "carriers",
                "field",
                "leadership",
                "position",
                "industry",
                "marketing",
                "sales",
                "finance",
                "hr",
                "teaching",
                "nursing",
                "it",
                "engineering",
                "research",
                "product",
                "consulting",
                "tech",
            }
            for at in range(first, min(first + 8, len(sight.classes)))
        )
    )


_POSTS = word_set(
    "job role position post internship placement work career apprenticeship wage salary traineeship"
    " employment"
)


def _obtains_role(sight: Sight, base: str, first: int, content: list[int]) -> bool:
    head = sight.head(first, content[-1] + 1)
    return (
        base in {"get", "find", "land", "have", "secure", "obtain", "win", "start", "earn", "hold", "take"}
        and sight.reading.lows[head] in _POSTS
    )


_CAREER_NOUNS = word_set(
    "head deputy chief president secretary employment internship placement apprenticeship traineeship"
    " permanent ambassador physio job role position post career work promotion raise contractor"
    " partner manager leader boss teacher nurse owner freelancer senior lead developer engineer level"
    " ranks representative supervisor expert"
)


_WEAK_ROLE_WORDS = word_set(
    "time part full independent one day reputed successful managerial field different new better"
    " fortune big decent good great company job work business shop senior mid permanent fully bigger"
    " own real first 500 3 4 me person self employed where use any enough hard tech industry"
)


def _career(sight: Sight, first: int, last: int, content: list[int]) -> Outcome:
    """Return how near a state comes to a role: "be a better person", "be a nurse", "be head of department"."""
    lows = sight.reading.lows
    wished = any("wishadj" in sight.classes[at] for at in content[:2])
    roles = [
        at
        for at in content
        if sight.classes[at] & {"role", "exam"}
        or lows[at] in _CAREER_NOUNS
        or lows[at]
        in {
            "management",
            "company",
            "carriers",
            "marketing",
            "sales",
            "finance",
            "hr",
            "teaching",
            "nursing",
            "consulting",
        }
        or lows[at] in {"level", "certified", "qualified", "chartered"}
    ]
    if not roles:
        if any(low.endswith("ing") for low in lows[first : first + 2]):
            return "process"
        if (
            _compared(lows[first])
            and {"on", "in", "at", "with", "during", "for", "to"} & set(lows[first + 1 : last])
            and len(content) > 1
        ):
            return "process"
        return (
            "attitude"
            if wished
            or len(content) <= 3
            or sight.classes[content[0]] & _WISHED
            or lows[content[0]] in {"sort", "person", "kind", "part", "somebody", "someone"}
            else "process"
        )
    if wished and roles[0] - first <= 3 and lows[roles[0]] not in _POSTS:
        return "attitude"
    if lows[content[0]] in {"sort", "kind", "part", "remembered", "seen", "known"}:
        return "attitude"
    narrow = [
        at
        for at in content
        if at not in roles and lows[at] not in _WEAK_ROLE_WORDS and not sight.classes[at] & {"wishadj"}
    ]
    leading = [at for at in narrow if at < roles[0]] or [
        at for at in narrow if at > roles[0] and _within(lows, roles[0], at)
    ]
    titled = len(roles) > 1 and any(
        lows[at] in {"head", "deputy", "chief", "assistant", "senior"} or "rolemod" in sight.classes[at]
        for at in content
    )
    return "career" if leading or titled else "career_open"


def _compared(low: str) -> bool:
    return low in {"more", "less", "better"} or (low.endswith("er") and len(low) > 4)


def _within(lows: tuple[str, ...], role: int, at: int) -> bool:
    return any(low in {"of", "in", "for", "at", "on", ","} for low in lows[role + 1 : at])


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
    head = sight.head(first, last)
    kinds = sight.classes[head]
    if kinds & {"exam"}:
        return "named" if len(content) > 1 else "open"
    if kinds & {"role"} or (sight.reading.lows[head] in _CAREER_NOUNS):
        return _career(sight, first, last, content)
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
    if lows[0] in {"a", "an"} and len(content) > 1 and not kinds & _WISHED:
        return "named"
    return "topic"


def _got_participle(sight: Sight) -> bool:
    action = sight.action
    return (
        action is not None
        and action.last - action.first > 1
        and sight.reading.lows[action.last - 1].endswith("ed")
    )


_CHANGING = word_set(
    "raise increase reduce cut lower decrease minimise minimize shrink lose waste save shorten slash"
    " halve double triple boost"
)
_WEAK_AMOUNT = word_set("several some few couple bit handful more fewer less something many multiple various")


def _acted(sight: Sight, base: str, first: int, content: list[int]) -> Outcome:
    lows = sight.reading.lows
    classes = verb_classes(base)
    head = sight.head(first, content[-1] + 1)
    if base in {"hire", "recruit", "appoint", "onboard"} and "role" in sight.classes[head]:
        return "named"
    if base == "get" and (
        lows[first].endswith("able") or lows[first] in {"over", "rid", "comfortable", "along", "back"}
    ):
        return "process"
    if base in {"complete", "finish", "pass", "submit"} and lows[first] in {"my", "the", "our"}:
        return "named"
    if _adverbial(lows, first, content):
        return "process"
    soft_object = bool(sight.classes[head] & {"abstract", "meansgeneric"}) or all(
        sight.classes[at] & (_WISHED - {"generic_noun"})
        or lows[at] in {"thing", "things", "something", "stuff"}
        for at in content
    )
    metric = "metric" in sight.classes[head] or lows[head] in {"number", "amount", "size", "days"}
    if (
        metric
        and classes & {"change", "improve"}
        and lows[head] not in {"time", "share", "performance", "words", "quality", "literacy"}
    ):
        return "metric"
    if base in _CHANGING and not soft_object:
        return "metric"
    if "through" in lows[first - 1 : first + 1] or _got_participle(sight):
        return "named"
    if soft_object:
        return (
            "attitude"
            if (
                classes & {"create", "complete", "attitude"}
                and len(content) <= 3
                and base not in {"develop", "gain", "improve"}
            )
            or _airy(sight, content)
            else "process"
        )
    if base == "get" and (
        lows[first] in {"better", "used", "good", "quicker", "faster", "stronger", "to", "into", "more", "on"}
    ):
        return "process"
    if _softly(base, classes, lows, first):
        return "process" if not _airy(sight, content) else "attitude"
    if set(lows[first : first + 3]) & _WEAK_AMOUNT:
        return "open"
    return "open" if _generic_object(sight, first, head, content) else "named"


_ADVERBS = word_set(
    "better faster quicker closer clearer easier slower earlier sooner often slowly quickly somehow"
    " properly more less even worth"
)


def _adverbial(lows: tuple[str, ...], first: int, content: list[int]) -> bool:
    """Return whether the words say how, not what: "more quickly", "closer together"."""
    last = content[-1] + 1
    if all(lows[at] in _ADVERBS or lows[at].endswith("ly") for at in content):
        return True
    tail = lows[first:last]
    for at, low in enumerate(tail):
        if low in {"better", "faster", "quicker", "closer", "clearer", "easier", "somehow", "worth"} and not (
            at and tail[at - 1] in {"a", "the"}
        ):
            return True
        if low in {"more", "less"} and (
            at + 1 == len(tail)
            or tail[at + 1].endswith(("ly", "ing"))
            or tail[at + 1] in {"even", "often", "on", "in", "about"}
        ):
            return True
    return False


def _airy(sight: Sight, content: list[int]) -> bool:
    """Return whether the object is only hopes: "an impact", "a career in technology", "my passion"."""
    lows = sight.reading.lows
    return lows[content[0]] in {
        "impact",
        "difference",
        "career",
        "passion",
        "purpose",
        "mindset",
        "life",
        "connection",
        "myself",
        "yourself",
        "ownership",
        "meaningful",
        "successful",
        "growth",
        "no",
        "grip",
        "respect",
        "trust",
        "best",
    } or (
        len(content) > 1
        and sight.classes[content[0]] >= {"wishadj"}
        and lows[content[1]] in {"career", "life"}
    )


def _softly(base: str, classes: frozenset[str], lows: tuple[str, ...], first: int) -> bool:
    if base in {
        "write",
        "read",
        "run",
        "teach",
        "share",
        "open",
        "give",
        "show",
        "start",
        "mentor",
        "blog",
        "prepare",
        "plan",
        "speak",
    }:
        return lows[first] in {"more", "better", "often", "in", "to", "about", "regularly", "with"} or lows[
            first
        ].endswith("ly")
    if base in _SOFT_BASES:
        return True
    return bool(classes & _SOFT_CLASSES) and not (
        classes & {"create", "complete"} and lows[first] in {"a", "an", "the", "new"}
    )


def _generic_object(sight: Sight, first: int, head: int, content: list[int]) -> bool:
    """Return whether the object could be any of its kind: "a book", "a job in my field"."""
    lows = sight.reading.lows
    phrase = [at for at in content if at <= head]
    if not sight.titled and any(sight.reading.capital_at(at) and at > 0 for at in content):
        return False
    if lows[first] in {"the", "my", "our", "this", "all", "every", "each", "own"} or (
        first + 1 < len(lows) and lows[first + 1] == "own"
    ):
        return lows[head] in {"thing", "things", "work", "job", "goals", "goal", "role", "one"}
    if len(phrase) <= 1:
        return (
            lows[head] in _GENERIC
            or is_a(lows[head], "generic_noun")
            or lows[first] in {"a", "an"}
            or (lows[head].endswith("s") and len(content) < 3)
        )
    extra = [
        at
        for at in phrase
        if at != head
        and not sight.classes[at] & {"wishadj"}
        and lows[at]
        not in {
            "new",
            "first",
            "better",
            "paid",
            "different",
            "bigger",
            "decent",
            "part",
            "full",
            "time",
            "good",
        }
    ]
    return not extra
