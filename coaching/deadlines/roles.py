"""What a reference to time does: end something, start it, lie behind, name a thing, repeat or stay open."""

from coaching.deadlines.grammar import Found
from coaching.deadlines.listed import word_set
from coaching.deadlines.tokens import Token
from coaching.deadlines.types import Reason, Role

FIRM = word_set("by before until till til due latest deadline prior ahead")

_SOFT = word_set("in on at during for within over throughout around this")

_FILLERS = word_set(
    "time the around about roughly approximately approx at or on end of say maybe perhaps latest to"
    " than later"
)

_STARTS = word_set(
    "starting start starts started beginning begin begins began from commencing effective onwards kicks kick"
)

_PAST = word_set("since last ago compared vs versus against than missed joined")

_HEDGES = frozenset(["maybe", "perhaps", "possibly"])

_UNDATED: dict[str, tuple[Role, Reason | None]] = {
    "ago": ("past", None),
    "old": ("name", None),
    "fiscal": ("deadline", "fiscal"),
    "vague_units": ("vague", "vague"),
    "vague_phrase": ("vague", "vague"),
    "cadence": ("cadence", "cadence"),
    "weekday_range": ("cadence", "cadence"),
    "post": ("vague", "vague"),
    "event": ("deadline", "event_without_date"),
}

_NOUN_FOLLOWS = word_set(
    "day_month month_day month year quarter season holiday half which_unit part_month weekday"
)

_SELF_CUED = word_set(
    "range full from_now this_time part_month ends_unit ends_year part_year part_next_year within"
    " within_one heading unit_goal next_units which_unit near_day eo weekday from_date day_month"
    " month_day quarter half"
)


def lead(tokens: tuple[Token, ...], found: Found) -> tuple[int, str]:  # noqa: PLR0911 - rules in order of strength
    """Return where the reference starts with its preposition, and the word that cues it."""
    own = tokens[found.first].low
    before = tokens[found.first - 1].low if found.first else ""
    if own in {"beginning", "start", "in", "on", "from"} and before in _STARTS:
        return found.first - 1, before
    if (
        own == "beginning"
        and found.kind in {"quarter", "part_month", "season", "half"}
        and tokens[found.first + 1].low != "of"
    ):
        return found.first, "beginning"
    if before == "than" and found.first > 1 and tokens[found.first - 2].low in {"later", "latest"}:
        return max(0, found.first - 3), "latest"
    if own in FIRM or (own in _SOFT and own != "this"):
        return found.first, own
    at = found.first - 1
    steps = 0
    while at >= 0 and steps < 4:
        low = tokens[at].low
        if (
            low in FIRM
            or low in _SOFT
            or low in _STARTS
            or low in _PAST
            or low in {"after", "every", "each", "with"}
        ):
            opened = tokens[at - 1].low if at else ""
            if low in {"on", "in", "from", "at"} and opened in _STARTS | {"starting", "starts"}:
                return at - 1, opened
            return (at, low) if low in FIRM | _SOFT | _STARTS else (found.first, low)
        if low not in _FILLERS:
            break
        at -= 1
        steps += 1
    return found.first, ""


def role_of(  # noqa: C901, PLR0911, PLR0912 - rules in order of strength, one a line
    tokens: tuple[Token, ...], found: Found, cue: str
) -> tuple[Role | None, Reason | None]:
    kind = found.kind
    if kind == "adverb":
        return _adverb_role(tokens, found)
    if kind == "articled":
        return _articled_role(tokens, found)
    if kind == "ago" and cue in {"by", "before", "until"}:
        return "deadline", "event_without_date"
    if (
        kind == "ends_unit"
        and tokens[found.last - 2].low == "-"
        and found.last < len(tokens)
        and tokens[found.last].low[0].isalpha()
    ):
        return "name", None
    if kind == "last_unit":
        return "deadline", None
    if kind == "event" and {"each", "every"} & {t.low for t in tokens[found.first : found.last]}:
        return "cadence", "cadence"
    if kind in {"year", "ends_year"} and cue in {"over", "from", "than"}:
        return "past", None
    if (
        kind == "heading"
        and found.first
        and tokens[found.first - 1].low not in {".", "!", "?", ";", ":", "-"}
    ):
        return None, None
    if kind == "month" and found.first and tokens[found.first - 1].low == "of":
        return "deadline", None
    if kind in {"within", "from_now"} and cue == "by":
        return None, None
    if kind == "weekday" and not cue and not _weekday_alone(tokens, found):
        return "name", None
    if kind in _UNDATED:
        role, reason = _UNDATED[kind]
        return (role, reason) if kind != "fiscal" or cue not in _PAST | {"after"} else ("past", None)
    if cue in _PAST or cue in {"after", "every", "each"}:
        return "cadence" if cue in {"every", "each"} else "past", "cadence" if cue in {
            "every",
            "each",
        } else None
    if cue in _STARTS and kind != "range":
        return "start", "start_only"
    if found.last < len(tokens) and tokens[found.last].low == "?":
        return "name", None
    told = _same_sentence(tokens, found)
    if not cue and {"since", "after"} & set(told[-6:]):
        return "past", None
    if kind == "year" and cue == "in" and {"since", "than"} & set(told[-4:]):
        return "past", None
    if _hedged(tokens, found):
        return "vague", "vague"
    if kind in {"within", "within_one"}:
        after = tokens[found.last].low if found.last < len(tokens) else ""
        if after == "of":
            return "deadline", "event_without_date"
        return (None, None) if _each_time(tokens, found) else _duration_role(tokens, found)
    if kind in _NOUN_FOLLOWS and _names_a_thing(tokens, found, cue):
        return "name", None
    if kind in _SELF_CUED or cue or _stands_alone(tokens, found):
        return "deadline", None
    return "name", None


_ANSWERING = word_set(
    "answer answered answering reply replied respond responded response acknowledge acknowledged"
    " return returned resolve resolved review reviewed confirm confirmed"
)


def _each_time(tokens: tuple[Token, ...], found: Found) -> bool:
    """Return whether the time is how long each case may take: "answer every mail within one day"."""
    before = {t.low for t in _before(tokens, found)}
    unit = {t.low for t in tokens[found.first : found.last]}
    short = bool(unit & {"minute", "minutes", "hour", "hours", "day", "days"})
    each = before & {"every", "each", "all", "%", "any"} or any(
        low.endswith("s") and len(low) > 4 for low in before
    )
    return short and bool(before & _ANSWERING) and bool(each)


def _before(tokens: tuple[Token, ...], found: Found) -> tuple[Token, ...]:
    return tokens[max(0, found.first - 9) : found.first]


def _weekday_alone(tokens: tuple[Token, ...], found: Found) -> bool:
    before = tokens[found.first - 1].low if found.first else "."
    after = tokens[found.last].low if found.last < len(tokens) else "."
    own = tokens[found.first].low
    return own in {"next", "this", "coming"} or (
        not before[0].isalnum() and (not after[0].isalpha() or after in {"i", "we"})
    )


def _adverb_role(tokens: tuple[Token, ...], found: Found) -> tuple[Role | None, Reason | None]:
    before = tokens[found.first - 1].low if found.first else ""
    if before in {"a", "an", "the", "my", "our", "their", "your", "its", "first", "new", "of"}:
        return "name", None
    after = tokens[found.last].low if found.last < len(tokens) else ""
    if after in {"active", "recurring", "revenue", "income", "spend"}:
        return "name", None
    return "cadence", "cadence"


_RATES = word_set("once twice times time hours hrs minutes mins days pages")


def _articled_role(tokens: tuple[Token, ...], found: Found) -> tuple[Role | None, Reason | None]:
    if not found.first:
        return None, None
    near = tokens[max(0, found.first - 7) : found.first]
    if near[-1].low in {
        "in",
        "within",
        "for",
        "over",
        "after",
        "than",
        "half",
        "about",
        "of",
        "take",
        "spend",
        "with",
        "as",
        "is",
        "have",
        "and",
        "to",
        "on",
        "such",
        "at",
        "under",
    }:
        return None, None
    counted = any(
        t.value is not None
        or t.low in _RATES
        or t.low in {"a", "an", "$", "£", "€", "couple", "few", "several"}
        for t in near
    )
    return ("cadence", "cadence") if counted else (None, None)


def _duration_role(tokens: tuple[Token, ...], found: Found) -> tuple[Role | None, Reason | None]:
    first = tokens[found.first].low
    own = {t.low for t in tokens[found.first : found.last]}
    if first in {"in", "within", "inside", "during"} or own & {"next", "coming", "following"}:
        return "deadline", None
    before = {t.low for t in tokens[max(0, found.first - 8) : found.first]}
    if before & {
        "have",
        "been",
        "has",
        "had",
        "worked",
        "was",
        "were",
        "after",
        "experience",
        "i've",
        "did",
        "spent",
    }:
        return "past", None
    return (
        ("deadline", None)
        if first in {"for", "over", "throughout", "across"} and _ends_phrase(tokens, found)
        else (None, None)
    )


def _ends_phrase(tokens: tuple[Token, ...], found: Found) -> bool:
    after = tokens[found.last].low if found.last < len(tokens) else "."
    return not after[:1].isalpha() or after in {
        "for",
        "to",
        "so",
        "because",
        "and",
        "by",
        "with",
        "in",
        "starting",
        "while",
        "from",
    }


def _hedged(tokens: tuple[Token, ...], found: Found) -> bool:
    return any(t.low in _HEDGES for t in tokens[max(0, found.first - 2) : found.first])


_DETERMINERS = word_set("the a an our my your their its this")

_AFTER_DATE = word_set(
    "have has become be get pass finish publish launch is's i we to and or at so because with for in"
    " on by as if when which that the my our who whose while then but through via using without from"
    " until before after onwards latest since where is are will would should it he she they till also"
    " not let's"
)


def _names_a_thing(tokens: tuple[Token, ...], found: Found, cue: str) -> bool:
    """Return whether the date only names something: "the March reorganisation", "the 2030 vision"."""
    if found.last >= len(tokens):
        return False
    after = tokens[found.last]
    if not after.low[0].isalpha() or after.low in _AFTER_DATE or tokens[found.last - 1].end == after.start:
        return tokens[found.last - 1].end == after.start and after.low[0].isalpha()
    before = tokens[found.first - 1].low if found.first else ""
    own = tokens[found.first].low
    if before in _DETERMINERS or own == "the":
        return cue not in FIRM
    return bool(found.first) and not cue and found.kind in {"year", "month", "quarter", "season", "holiday"}


def _stands_alone(tokens: tuple[Token, ...], found: Found) -> bool:
    """Return whether the date is set off: at the start, at the end, or between signs."""
    before = tokens[found.first - 1].low if found.first else "."
    after = tokens[found.last].low if found.last < len(tokens) else "."
    return not before[0].isalnum() or (not after[0].isalnum() and before != "of") or not found.first


_PAST_VERBS = word_set(
    "came cost said spent told turned accepted promised stopped ran missed was were had did joined"
    " left started graduated finished failed took became got been received learned learnt moved lost"
    " trained qualified published got's led wrote made"
)


def told_as_past(tokens: tuple[Token, ...], found: Found, cue: str) -> bool:
    if cue in FIRM:
        return False
    before = _same_sentence(tokens, found)
    if any(low in {"goal", "goals", "priorities", "aim", "target"} for low in before):
        return False
    after = [t.low for t in tokens[found.last : found.last + 3]]
    after = after[: after.index(".")] if "." in after else after
    return (
        any(low in _PAST_VERBS for low in before)
        or bool({"were", "was", "had", "far"} & set(after))
        or before[-2:] == ["so", "far"]
    )


def _same_sentence(tokens: tuple[Token, ...], found: Found) -> list[str]:
    before = [t.low for t in tokens[max(0, found.first - 9) : found.first]]
    for sign in (".", "!", "?", ";"):
        if sign in before:
            before = before[len(before) - before[::-1].index(sign) :]
    return before
