"""How near a goal comes to a role: a wish, a kind of job, or a named post."""

from coaching.deadlines.listed import word_set
from coaching.smart.lexicon import base_verb
from coaching.smart.objects import WISHED, Outcome
from coaching.smart.sight import Sight

_MOVES = word_set(
    "get move_into step_up move_up break_into get_into go_into work_as work_for move step transition"
    " switch return work break change go come join position"
)


def career_move(sight: Sight, base: str, first: int) -> bool:
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
                "science",
                "data",
                "design",
                "development",
                "security",
                "law",
                "politics",
                "journalism",
            }
            for at in range(first, min(first + 8, len(sight.classes)))
        )
    )


_POSTS = word_set(
    "job role position post internship placement work career apprenticeship wage salary traineeship"
    " employment"
)


def obtains_role(sight: Sight, base: str, first: int, content: list[int]) -> bool:
    head = sight.head(first, content[-1] + 1)
    return (
        base in {"get", "find", "land", "have", "secure", "obtain", "win", "start", "earn", "hold", "take"}
        and sight.reading.lows[head] in _POSTS
    )


CAREER_NOUNS = word_set(
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


def career(sight: Sight, first: int, last: int, content: list[int]) -> Outcome:
    """Return how near a state comes to a role: "be a better person", "be a nurse", "be head of department"."""
    lows = sight.reading.lows
    wished = any("wishadj" in sight.classes[at] for at in content[:2])
    roles = [
        at
        for at in content
        if sight.classes[at] & {"role", "exam"}
        or lows[at] in CAREER_NOUNS
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
        return _without_role(sight, first, last, content, wished=wished)
    if lows[content[0]] in {"more", "less"} and wished:
        return "process" if len(content) > 2 else "attitude"
    if "better" in lows[first : first + 2] and (len(content) > 2 or _agent(lows[roles[0]])):
        return "process"
    hedged = lows[content[0]] in {"sort", "kind", "part", "remembered", "seen", "known"}
    bare_wish = wished and roles[0] - first <= 3 and lows[roles[0]] not in _POSTS
    if bare_wish or (hedged and sight.reading.low_at(content[0] + 1) != "time"):
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


_ABLE = word_set(
    "fluent proficient conversational competent skilled good great strong comfortable confident familiar"
)


_FIELDS = word_set(
    "development science design engineering security analytics analysis law politics journalism research"
)


def _agent(low: str) -> bool:
    """Return whether the word names who does something: "speaker", "listener"."""
    return low.endswith(("er", "or")) and len(low) > 5 and base_verb(low.removesuffix("er")) is not None


def _without_role(sight: Sight, first: int, last: int, content: list[int], *, wished: bool) -> Outcome:
    """Return how near a state without a role comes to an ability or a field."""
    lows = sight.reading.lows
    if any(low.endswith("ing") for low in lows[first : first + 2]):
        return "process"
    if (
        _compared(lows[first])
        and {"on", "in", "at", "with", "during", "for", "to"} & set(lows[first + 1 : last])
        and len(content) > 1
    ):
        return "process"
    if _able_in(lows, first, content):
        return "process"
    if {"into", "to"} & set(lows[max(0, first - 1) : last]) and _FIELDS & {lows[content[-1]]}:
        return "career" if len(content) > 1 else "career_open"
    if "better" in lows[first : first + 2] and (_agent(lows[content[-1]]) or "at" in lows[first:last]):
        return "process"
    return (
        "attitude"
        if wished
        or len(content) <= 3
        or sight.classes[content[0]] & WISHED
        or lows[content[0]] in {"sort", "person", "kind", "part", "somebody", "someone"}
        else "process"
    )


def _able_in(lows: tuple[str, ...], first: int, content: list[int]) -> bool:
    """Return whether the state is an ability in something named: "fluent in French"."""
    return (
        len(content) > 1
        and lows[content[0]] in _ABLE
        and bool({"in", "at", "with", "enough"} & set(lows[first + 1 : content[1] + 1]))
    )


def _compared(low: str) -> bool:
    return low in {"more", "less", "better"} or (low.endswith("er") and len(low) > 4)


def _within(lows: tuple[str, ...], role: int, at: int) -> bool:
    return any(low in {"of", "in", "for", "at", "on", ","} for low in lows[role + 1 : at])
