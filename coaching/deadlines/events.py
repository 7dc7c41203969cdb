"""Ends that are told by an event: "by the end of my internship", "before I turn 50"."""

import re
from functools import cache

from coaching.deadlines import vocabulary as words
from coaching.deadlines.grammar import Found, find_patterns
from coaching.deadlines.listed import word_set
from coaching.deadlines.tokens import Token


def all_matches(tokens: tuple[Token, ...], shape: list[str], taken: bytearray) -> list[Found]:
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
    r"(?:end|close|conclusion|completion|finish|start|beginning|middle|midpoint) of (?:\S+ "
    r"){1,4}?(?=[.,;:!?()]|$|to |and |so |because |in |by |with |for )"
)

_FIRM_EVENT = re.compile(
    r"(?:by|before|until|till|til|prior to|ahead of|in time for|in advance of|due at|due "
    r"by|no later than|not later than|latest by) "
    r"(?:(?:the|my|our|your|his|her|their|this|next|a|an|its|first|last|upcoming|coming"
    r"|following|annual|second|third|ORD) )*(?:[a-z'-]+ ){0,3}?EVENT "
)

_CLAUSE_EVENT = re.compile(
    r"(?:before|until|till|by when|by the time|by the day) (?:i|we|he|she|they|you|my|our"
    r"|starting|leaving|graduating|turning|retiring|moving|going on|finishing|applying|i'm"
    r"|we're) (?:\S+ ){0,5}?(?=[.,;:!?()]|$|so |because |to )"
)

_DURING_EVENT = re.compile(
    r"(?:(?:during|in|for|throughout|within|over|at|by|after) )?(?:this|the current|current"
    r"|the next|next|my next|our next|the coming|the upcoming|this coming|the rest of the"
    r"|my current|my|our|the) (?:(?:ORD|fall|SEASON|clinical|first|second|final|last|current"
    r"|academic|school|whole|entire) )*PERIOD "
)

_NEXT_EVENT = re.compile(
    r"(?:by|before|until|till|at|for) (?:the|my|our) (?:next|coming|upcoming|following) "
    r"(?:\S+ ){1,3}?(?=[.,;:!?()]|$|to |so |because |and |with )"
    r"|(?:ahead of|prior to|in time for) (?:my|our|the|his|her|their) (?:\S+ ){1,3}?(?=[.,;:!?()]"
    r"|$|to |so |because |and |with )"
    r"|during (?:the|my|our) (?:\S+ )?(?:EVENT|PERIOD) "
)

_NUMBERED_EVENT = re.compile(
    r"(?:by|before|until|end of) (?:the )?(?:end of )?(?:UNIT|week|day|month|session|sprint"
    r"|module|lesson|semester|PERIOD|EVENT|TURN) NUM |(?:by|before|until) (?:the )?ORD "
    r"(?:UNIT|TURN|PERIOD|EVENT) (?:of \S+ \S+ )?|(?:by|before|until) (?:the )?last (?:UNIT"
    r"|TURN|PERIOD) |year NUM (?=[,:-])|(?:by|before|until) (?:the age of |age )NUM |(?:by"
    r"|before|until) my (?:ORD|NUM) birthday "
)

_BARE_PERIOD = re.compile(
    r"(?:in|during|for) (?:the )?(?:fall|SEASON|ORD|first|second) (?:semester|term|trimester) "
)

_WEAK_DURING = frozenset({"the", "my", "our"})

_IDLE = word_set("bed work lunch breakfast dinner sleep class school meals")

_BEFORE_CLAUSE = re.compile(
    r"(?:before|until|till) (?:i|we|he|she|they) (?!do |did )(?:\S+ ){1,6}?(?=[.,;:!?()-]"
    r"|$|so |because |by |and )"
    r"|(?:before|until|till) (?:my|our|the) (?:\S+ ){0,3}?\S+ (?:starts|ends|is|are|begins"
    r"|opens|closes|runs|finishes|expires|arrives|leaves|retires) (?:over |out |up |here )?"
    r"|(?:by|before|until|at) (?:the |my |our )?(?:age of )?(?:age )?NUM (?:ORD )?birthday "
    r"|(?:by|before|until) (?:my )?(?:NUM|ORD) (?:birthday )(?:\S+ )??"
)

_OVER_CLAUSE = re.compile(
    r"(?:by the time|when) (?:my|our|the|this) (?:\S+ ){1,3}(?:is|are) (?:over|done|up|finished) "
    r"|(?:by|before|until|till) half (?:TURN|term|PERIOD) |when (?:\S+ )?(?:PERIOD|TURN"
    r"|EVENT) (?:finishes|ends|starts) "
)

_END_PERIOD = re.compile(
    r"(?:(?:by|before|until|till|at|towards|for) )?(?:the )?(?:very )?(?:end|close|conclusion"
    r"|completion) of (?!each |every |NUM |MONTH |YEAR )(?:(?!MONTH|YEAR|UNIT )\S+ |NUM "
    r"- UNIT |UNIT - ){0,4}?(?:PERIOD|EVENT) "
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
        out.extend(
            Found("event", places[match.start()], places[match.end()])
            for match in pattern.finditer(line)
            if match.start() in places and _plausible_event(match[0], pattern)
        )
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
