"""Every reference to time in a text, and the one that ends it."""

import datetime as dt
import re
from functools import cache

from coaching.deadlines import calendar as cal
from coaching.deadlines import vocabulary as words
from coaching.deadlines.grammar import Found, find_patterns, symbols
from coaching.deadlines.listed import word_set
from coaching.deadlines.resolve import Parts, parts_of, resolve
from coaching.deadlines.tokens import Token, tokenize
from coaching.deadlines.types import DateMention, Deadline, Reason, Role

_FIRM = word_set("by before until till til due latest deadline prior ahead")
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


def find_dates(text: str, today: dt.date) -> tuple[DateMention, ...]:
    """Return every reference to time in the text, in order of place, seen from `today`."""
    return mentions(text, tokenize(text), today)


def find_deadline(text: str, today: dt.date) -> Deadline | None:
    """Return the end point of the text, or what it says about time instead; None when it says nothing."""
    return deadline_of(text, find_dates(text, today), today)


def mentions(text: str, tokens: tuple[Token, ...], today: dt.date) -> tuple[DateMention, ...]:
    """Return the references to time in a text that is already in tokens."""
    shape = symbols(tokens)
    taken = bytearray(len(tokens))
    found: list[DateMention] = []
    for match in sorted(_all_matches(tokens, shape, taken), key=lambda m: m.first):
        mention = _mention(text, tokens, shape, match, today)
        if mention is not None:
            found.append(mention)
    return tuple(_with_course_ends(text, tokens, found))


def _all_matches(tokens: tuple[Token, ...], shape: list[str], taken: bytearray) -> list[Found]:
    out: list[Found] = []
    early = list(_events(tokens, shape, (_BEFORE_CLAUSE, _END_PERIOD, _OVER_CLAUSE)))
    for match in [
        *_vague_phrases(tokens),
        *early,
        *find_patterns(shape),
        *_events(tokens, shape, _LATE_EVENTS),
    ]:
        if not any(taken[match.first : match.last]):
            taken[match.first : match.last] = b"\1" * (match.last - match.first)
            out.append(match)
    return out


@cache
def _vague_by_first() -> dict[str, list[list[str]]]:
    table: dict[str, list[list[str]]] = {}
    for phrase in sorted(words.VAGUE_PHRASES, key=len, reverse=True):
        first, *rest = phrase.split()
        table.setdefault(first, []).append(rest)
    return table


def _vague_phrases(tokens: tuple[Token, ...]) -> list[Found]:
    table = _vague_by_first()
    out: list[Found] = []
    for at, token in enumerate(tokens):
        for rest in table.get(token.low, ()):
            last = at + 1 + len(rest)
            if [t.low for t in tokens[at + 1 : last]] == rest:
                if _open_horizon(tokens, at, last):
                    out.append(Found("vague_phrase", at, last))
                break
    return out


_TERM_NOUNS = word_set("goal goals aim aims plan plans ambition objective objectives target dream")


def _open_horizon(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Return whether a phrase such as "long-term" speaks of the goal and not of a thing ("long-term care")."""
    after = tokens[last].low if last < len(tokens) else ""
    low = tokens[first].low
    if low == "in" and tokens[last - 1].low in {"time", "future", "end"} and after in {"for", "of"}:
        return False
    if low in {"long", "short", "medium"} and after in {"vision", "i'd", "i'll", "we"}:
        return True
    if low in {"long", "short", "medium", "mid", "near", "longer", "shorter", "longterm", "shortterm"}:
        return after in _TERM_NOUNS or not after[:1].isalpha() or after in {"i", "to", "become", "be"}
    return not (low == "one" and first and tokens[first - 1].low in {"in", "within"})


_END_EVENT = re.compile(
    r"(?:(?:by|before|until|till|til|at|towards|for|from now until) )?(?:the )?(?:very )?"
    r"(?:end|close|conclusion|completion|finish|start|beginning|middle|midpoint) of (?:\S+ ){1,4}?(?=[.,;:!?()]|$|to |and |so |because |in |by |with |for )"
)
_FIRM_EVENT = re.compile(
    r"(?:by|before|until|till|til|prior to|ahead of|in time for|in advance of|due at|due by|no later than|not later than|latest by) "
    r"(?:(?:the|my|our|your|his|her|their|this|next|a|an|its|first|last|upcoming|coming|following|annual|second|third|ORD) )*(?:[a-z'-]+ ){0,3}?EVENT "
)
_CLAUSE_EVENT = re.compile(
    r"(?:before|until|till|by when|by the time|by the day) (?:i|we|he|she|they|you|my|our|starting|leaving|graduating|turning|retiring|moving|going on|finishing|applying|i'm|we're) (?:\S+ ){0,5}?(?=[.,;:!?()]|$|so |because |to )"
)
_DURING_EVENT = re.compile(
    r"(?:(?:during|in|for|throughout|within|over|at|by|after) )?(?:this|the current|current|the next|next|my next|our next|the coming|the upcoming|this coming|the rest of the|my current|my|our|the) (?:(?:ORD|fall|SEASON|clinical|first|second|final|last|current|academic|school|whole|entire) )*PERIOD "
)
_NEXT_EVENT = re.compile(
    r"(?:by|before|until|till|at|for) (?:the|my|our) (?:next|coming|upcoming|following) (?:\S+ ){1,3}?(?=[.,;:!?()]|$|to |so |because |and |with )"
    r"|(?:ahead of|prior to|in time for) (?:my|our|the|his|her|their) (?:\S+ ){1,3}?(?=[.,;:!?()]|$|to |so |because |and |with )"
    r"|during (?:the|my|our) (?:\S+ )?(?:EVENT|PERIOD) "
)
_NUMBERED_EVENT = re.compile(
    r"(?:by|before|until|end of) (?:the )?(?:end of )?(?:UNIT|week|day|month|session|sprint|module|lesson|semester|PERIOD|EVENT|TURN) NUM |(?:by|before|until) (?:the )?ORD (?:UNIT|TURN|PERIOD|EVENT) (?:of \S+ \S+ )?|(?:by|before|until) (?:the )?last (?:UNIT|TURN|PERIOD) |year NUM (?=[,:-])|(?:by|before|until) (?:the age of |age )NUM |(?:by|before|until) my (?:ORD|NUM) birthday "
)
_BARE_PERIOD = re.compile(
    r"(?:in|during|for) (?:the )?(?:fall|SEASON|ORD|first|second) (?:semester|term|trimester) "
)
_WEAK_DURING = frozenset({"the", "my", "our"})
_IDLE = word_set("bed work lunch breakfast dinner sleep class school meals")


_BEFORE_CLAUSE = re.compile(
    r"(?:before|until|till) (?:i|we|he|she|they) (?!do |did )(?:\S+ ){1,6}?(?=[.,;:!?()-]|$|so |because |by |and )"
    r"|(?:before|until|till) (?:my|our|the) (?:\S+ ){0,3}?\S+ (?:starts|ends|is|are|begins|opens|closes|runs|finishes|expires|arrives|leaves|retires) (?:over |out |up |here )?"
    r"|(?:by|before|until|at) (?:the |my |our )?(?:age of )?(?:age )?NUM (?:ORD )?birthday |(?:by|before|until) (?:my )?(?:NUM|ORD) (?:birthday )(?:\S+ )??"
)
_OVER_CLAUSE = re.compile(
    r"(?:by the time|when) (?:my|our|the|this) (?:\S+ ){1,3}(?:is|are) (?:over|done|up|finished) |(?:by|before|until|till) half (?:TURN|term|PERIOD) |when (?:\S+ )?(?:PERIOD|TURN|EVENT) (?:finishes|ends|starts) "
)
_END_PERIOD = re.compile(
    r"(?:(?:by|before|until|till|at|towards|for) )?(?:the )?(?:very )?(?:end|close|conclusion|completion) of (?!each |every |NUM |MONTH |YEAR )(?:(?!MONTH|YEAR|UNIT )\S+ |NUM - UNIT |UNIT - ){0,4}?(?:PERIOD|EVENT) "
)


def _events(
    tokens: tuple[Token, ...], shape: list[str], patterns: tuple[re.Pattern[str], ...]
) -> list[Found]:
    marked = [_event_symbol(token, symbol) for token, symbol in zip(tokens, shape, strict=True)]
    line = " ".join(marked) + " "
    places = {0: 0}
    for at, symbol in enumerate(marked):
        places[len(symbol) + 1 + next(reversed(places))] = at + 1
    out: list[Found] = []
    for pattern in patterns:
        for match in pattern.finditer(line):
            if match.start() in places and _plausible_event(match[0], pattern):
                out.append(Found("event", places[match.start()], places[match.end()]))
    return out


_LATE_EVENTS = (
    _NUMBERED_EVENT,
    _FIRM_EVENT,
    _NEXT_EVENT,
    _END_EVENT,
    _CLAUSE_EVENT,
    _BARE_PERIOD,
    _DURING_EVENT,
)


def _event_symbol(token: Token, symbol: str) -> str:
    if token.low in words.PERIODS:
        return "PERIOD"
    if token.low in words.EVENTS:
        return "EVENT"
    return symbol


def _plausible_event(found: str, pattern: re.Pattern[str]) -> bool:
    parts = found.split()
    if pattern is _DURING_EVENT:
        return parts[0] not in _WEAK_DURING and not (
            parts[0] in {"in", "for", "at", "by", "after"} and parts[1] in _WEAK_DURING and len(parts) < 4
        )
    if pattern is _FIRM_EVENT:
        return parts[0] != "by" or not any(word.endswith("ing") for word in parts[1:-1])
    return parts[-1] not in _IDLE


def _mention(
    text: str, tokens: tuple[Token, ...], shape: list[str], found: Found, today: dt.date
) -> DateMention | None:
    parts = parts_of(tokens[found.first : found.last], shape[found.first : found.last], today)
    first, cue = _lead(tokens, found)
    if found.kind == "ago" and _was_the_aim(tokens, found, cue):
        found = Found("last_unit", found.first, found.last)
    elif found.kind == "fiscal" and not _school_year(parts):
        found = Found("year", found.first, found.first + 1)
        parts = parts_of(tokens[found.first : found.last], shape[found.first : found.last], today)
    role, reason = _role(tokens, shape, found, cue)
    if role == "deadline" and found.kind == "year" and not cue and _after_name(text, tokens, found):
        role = "name"
    if role is None:
        return None
    day = None if reason and role != "start" else resolve(found.kind, parts)
    if role == "deadline" and day is None and reason is None:
        return None
    if day is not None and cue in {"before", "prior", "ahead"}:
        day = _day_before(found.kind, parts, day)
    if (
        role == "deadline"
        and day is not None
        and (day < today or found.kind in {"which_unit", "month"})
        and _told_as_past(tokens, found, cue)
    ):
        role = "past"
    if role == "start":
        reason = "start_only"
    start, end = tokens[first].start, tokens[found.last - 1].end
    firm = cue in _FIRM or found.kind in {"heading", "unit_goal", "from_now", "from_date", "this_time"}
    return DateMention(start, end, text[start:end], role, day, reason, firm)


def _after_name(text: str, tokens: tuple[Token, ...], found: Found) -> bool:
    """Return whether the year belongs to a name before it: "Excel 2016"."""
    if found.first < 2:
        return False
    before = tokens[found.first - 1]
    return text[before.start].isupper() and tokens[found.first - 2].low not in {".", "!", "?", ":"}


def _was_the_aim(tokens: tuple[Token, ...], found: Found, cue: str) -> bool:
    """Return whether "last year" was the end that the writer had set."""
    before = {t.low for t in tokens[max(0, found.first - 3) : found.first]}
    own = {t.low for t in tokens[found.first : found.last]}
    after = {t.low for t in tokens[found.last : found.last + 2]}
    return (
        "last" in own
        and "the" not in own
        and (
            cue == "by"
            or bool(after & {"goal", "plan", "target", "aim"})
            or bool(before & {"goal", "goals", "target", "aim"})
        )
    )


def _school_year(parts: Parts) -> bool:
    """Return whether two years follow each other: "2018-19"; other words for a fiscal year always count."""
    if (
        not parts.years
        or len(parts.lows) < 3
        or parts.lows[1] not in {"-", "/"}
        or not parts.lows[0].isdigit()
    ):
        return True
    second = (
        parts.years[1]
        if len(parts.years) > 1
        else parts.years[0] // 100 * 100 + (parts.numbers[0] if parts.numbers else 0)
    )
    return second == parts.years[0] + 1


def _lead(tokens: tuple[Token, ...], found: Found) -> tuple[int, str]:
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
    if own in _FIRM or (own in _SOFT and own != "this"):
        return found.first, own
    at = found.first - 1
    steps = 0
    while at >= 0 and steps < 4:
        low = tokens[at].low
        if (
            low in _FIRM
            or low in _SOFT
            or low in _STARTS
            or low in _PAST
            or low in {"after", "every", "each", "with"}
        ):
            opened = tokens[at - 1].low if at else ""
            if low in {"on", "in", "from", "at"} and opened in _STARTS | {"starting", "starts"}:
                return at - 1, opened
            return (at, low) if low in _FIRM | _SOFT | _STARTS else (found.first, low)
        if low not in _FILLERS:
            break
        at -= 1
        steps += 1
    return found.first, ""


def _role(
    tokens: tuple[Token, ...], shape: list[str], found: Found, cue: str
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
    if not cue and {"since", "after"} & set(_same_sentence(tokens, found)[-6:]):
        return "past", None
    if _hedged(tokens, found):
        return "vague", "vague"
    if kind in {"within", "within_one"}:
        return _duration_role(tokens, found)
    if kind in _NOUN_FOLLOWS and _names_a_thing(tokens, shape, found, cue):
        return "name", None
    if kind in _SELF_CUED or cue or _stands_alone(tokens, found):
        return "deadline", None
    return "name", None


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


def _names_a_thing(tokens: tuple[Token, ...], shape: list[str], found: Found, cue: str) -> bool:
    """Return whether the date only names something: "the March reorganisation", "the 2030 vision"."""
    if found.last >= len(tokens):
        return False
    after = tokens[found.last]
    if not after.low[0].isalpha() or after.low in _AFTER_DATE or tokens[found.last - 1].end == after.start:
        return tokens[found.last - 1].end == after.start and after.low[0].isalpha()
    before = tokens[found.first - 1].low if found.first else ""
    own = tokens[found.first].low
    if before in _DETERMINERS or own == "the":
        return cue not in _FIRM
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


def _told_as_past(tokens: tuple[Token, ...], found: Found, cue: str) -> bool:
    if cue in _FIRM:
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


def _day_before(kind: str, parts: Parts, day: dt.date) -> dt.date:
    if kind == "month":
        return day.replace(day=1) - dt.timedelta(days=1)
    if kind == "year":
        return dt.date(day.year - 1, 12, 31)
    if kind == "season":
        name = next(low for low in parts.lows if low in words.SEASON_ENDS or low == "fall")
        return cal.season_start("autumn" if name == "fall" else name, day.year) - dt.timedelta(days=1)
    if kind == "quarter":
        return (cal.add(day.replace(day=1), "month", -2) or day) - dt.timedelta(days=1)
    if kind in {"full", "day_month", "month_day", "holiday", "weekday"}:
        return day - dt.timedelta(days=1)
    return day


def _with_course_ends(text: str, tokens: tuple[Token, ...], found: list[DateMention]) -> list[DateMention]:
    """Return the mentions, a start turned into an end where the length of the thing is told."""
    starts = [m for m in found if m.role == "start" and m.date]
    if not starts or any(m.role == "deadline" and m.date for m in found):
        return found
    length = _length(tokens)
    if length is None:
        return found
    opening = starts[0]
    exact = _start_day(opening)
    end = cal.add(exact, length[0], length[1])
    ended = DateMention(opening.start, opening.end, opening.text, "deadline", end, None, firm=True)
    return [ended if m is opening else m for m in found]


def _start_day(mention: DateMention) -> dt.date:
    assert mention.date is not None
    return mention.date


def _length(tokens: tuple[Token, ...]) -> tuple[str, float] | None:
    for at, token in enumerate(tokens[:-1]):
        unit_at = at + 2 if tokens[at + 1].low == "-" and at + 2 < len(tokens) else at + 1
        unit = words.UNITS.get(tokens[unit_at].low)
        if token.value is not None and unit in {"day", "week", "month", "year"}:
            return unit, token.value
    return None


def deadline_of(text: str, found: tuple[DateMention, ...], today: dt.date) -> Deadline | None:
    """Return the end point among the mentions, or what stands in its place."""
    ends = [m for m in found if m.role == "deadline"]
    pick = _main_end(text, ends) or next(
        (m for role in ("cadence", "start", "vague") for m in found if m.role == role), None
    )
    if pick is None:
        return None
    day = pick.date if pick.role == "deadline" else None
    reason = pick.reason or (None if day else "no_date_given")
    return Deadline(
        date=day,
        reason=reason,
        past=day is not None and day < today,
        start=pick.start,
        end=pick.end,
        text=pick.text,
    )


def _main_end(text: str, ends: list[DateMention]) -> DateMention | None:
    if not ends:
        return None
    main = [m for m in ends if not _in_reason(text, m)] or ends
    if not any(m.firm for m in main):
        main = [m for m in ends if m.firm and m.date] or main
    dated = [m for m in main if m.date]
    if not dated:
        return main[-1]
    undated = [m for m in main if m.date is None and m.firm]
    if undated and not any(m.firm for m in dated):
        return undated[-1]
    firm = (
        [m for m in dated if m.firm] or [m for m in dated if not m.text.lower().startswith("for ")] or dated
    )
    return max(firm, key=lambda m: (m.date or dt.date.min, m.start))


_REASON = re.compile(r"\b(?:so that|so (?:i|we)\b|because|in order to|which (?:one|is|will)|to be ready for)")


def _in_reason(text: str, mention: DateMention) -> bool:
    clause = re.split(r"[.!?;]", text[max(0, mention.start - 160) : mention.start])[-1].lower()
    return bool(_REASON.search(clause))
