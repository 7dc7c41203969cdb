"""The shapes that references to time take, as patterns over symbols.

Every token of a text becomes one symbol and one space: a number is NUM, a year YEAR, a month MONTH, a weekday
WDAY, a unit of time UNIT, a full date FULL; other words stay as they are. The patterns are short and run in one pass
each, so hostile text costs no more than long text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from coaching.deadlines import vocabulary as words
from coaching.deadlines.listed import word_set
from coaching.deadlines.tokens import Token

_FULL = re.compile(r"\d{4}-\d|\d{1,2}([./-])\d{1,2}\1\d")
_YEARS = range(1950, 2100)
_DAY_MONTH = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])")
_DAY_CUES = frozenset({"on", "by", "until", "till", "before", "bis", "am"})
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern that matched.

    Attributes:
        kind: Name of the pattern.
        first: Index of its first token.
        last: Index after its last token.
    """

    kind: str
    first: int
    last: int


_DAY = r"(?:the )?(?:NUM|ORD) (?:of )?"
_Y = r"(?:, )?(?:in |of )?(?:YEAR|' NUM)"
_PART = r"(?:early|mid|late|middle|beginning|start|end)"
_WHICH = r"(?:this|next|the next|the coming|coming|the following|following|the current|current|the)"
_COUNT = (
    r"(?:about |around |roughly |approximately |approx |at most |less than |under "
    r"|max |maximum |a maximum of |up to |the ){0,3}"
)
_NUMS = r"(?:(?:NUM|a|an|half a) (?:(?:--?|to|or|and a) (?:NUM|half) )?)"
_NUMONLY = r"NUM (?:(?:--?|to|or) NUM )?(?:and a half )?"
_ENDOF = r"(?:(?:the )?(?:very )?(?:end|close|start|beginning|middle|last day) (?:of )?|end - of - )"

# In order of strength: a token taken by one pattern is not offered to the next.
_PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "ago",
        (
            rf"{_NUMS}UNIT (?:ago|earlier) |(?:a few|several|some|many|couple of) UNIT ago "
            rf"|(?:the )?(?:last|past|previous) (?:NUM |few |couple of |several )?UNIT |last "
            rf"(?:MONTH|SEASON|WDAY|night|semester|term|season|time) |yesterday |(?:NUM|ten"
            rf"|many|several|few) (?:\+ )?UNIT (?:' )?(?:of )?(?:experience|old|ahead) "
        ),
    ),
    (
        "old",
        (
            r"NUM - UNIT - old |i(?:'m| am) NUM (?!MONTH|UNIT|%|/)(?=\S)|(?:aged?|turn|turned"
            r"|turning|be) NUM (?=[.,;!)(]|$|and |or |to |in )"
        ),
    ),
    (
        "fiscal",
        (
            rf"(?:fy|fye|ay) (?:' ?)?(?:NUM|YEAR)(?: [-/] (?:NUM|YEAR))? |(?:YEAR [-/] (?:YEAR"
            rf"|NUM) )(?:school |academic |financial |fiscal |tax )?(?:year |season )?|(?:{_WHICH} "
            rf"|end of ){{0,3}}(?:the |our |this |next )?(?:NUM |ORD )?(?:fiscal|financial|school"
            rf"|academic|tax) (?:year|UNIT|quarter)(?: (?:YEAR|end))? |(?:q NUM |half )?(?:fiscal"
            rf"|financial) YEAR "
        ),
    ),
    (
        "range",
        (
            rf"(?:(?:NUM|ORD) )?(?:MONTH|SEASON) (?:(?:NUM|ORD) )?(?:{_Y} )?(?:--?|to|through"
            rf"|thru|until|till) (?:(?:the )?(?:end of |mid - |mid |late |early )?)(?:(?:NUM"
            rf"|ORD) (?:of )?)?MONTH (?:(?:NUM|ORD) )?(?:{_Y} )?|FULL (?:--?|to|until|till) "
            rf"FULL |NUM (?:--?|to) NUM MONTH (?:{_Y} )?|q NUM (?:--?|to|and|/) q NUM (?:{_Y} )?"
        ),
    ),
    ("full", r"FULL "),
    ("day_month", rf"(?:WDAY (?:, )?)?{_DAY}MONTH (?:{_Y} )?(?:(?=\S)this UNIT |next UNIT )?"),
    ("month_day", rf"(?:WDAY (?:, )?)?MONTH (?:the )?(?:NUM|ORD) (?:{_Y} )?"),
    (
        "quarter",
        (
            rf"(?:{_PART} (?:of )?)?(?:this |next |the )?(?:q NUM|NUM q|(?:ORD|last|final) "
            rf"quarter|(?:ORD|NUM|last|final) (?:calendar )?quarter)(?: (?:{_Y}|of (?:the|this"
            rf"|next|the next|the coming) (?:calendar )?UNIT|next UNIT|this UNIT))? "
        ),
    ),
    (
        "half",
        (
            rf"(?:the )?(?:{_PART} of )?(?:the )?(?:h NUM|NUM h|(?:ORD|second|last|other) half)(?: "
            rf"(?:{_Y}|of (?:the|this|next|the next|the coming) UNIT|next UNIT|this UNIT))? "
        ),
    ),
    ("this_time", rf"(?:about |around )?this time next UNIT |this time in {_NUMS}UNIT |this time YEAR "),
    (
        "from_now",
        (
            rf"(?:the )?(?:next )?{_COUNT}{_NUMS}(?:calendar |more |full )?UNIT (?:' )?(?:time "
            rf"|from now |from today |hence |on from now |from here )"
        ),
    ),
    (
        "from_date",
        (
            rf"{_NUMS}UNIT (?:from|after|starting|starting from|starting on|beginning|beginning "
            rf"on) (?:the )?(?:FULL|{_DAY}MONTH(?: {_Y})?|MONTH (?:NUM|ORD)(?: {_Y})?) "
        ),
    ),
    (
        "part_month",
        rf"(?:the )?{_PART} (?:--? )?(?:of )?(?:next |this )?MONTH (?:{_Y} )?|MONTH end (?:{_Y} )?",
    ),
    (
        "month",
        (
            rf"(?:(?:this|next|this coming|the coming|the following) )?MONTH (?:{_Y} |(?:of "
            rf")?(?:next UNIT|this UNIT) )?"
        ),
    ),
    (
        "season",
        (
            rf"(?:the )?(?:{_PART} (?:--? )?(?:of )?)?(?:the )?(?:next |this |this coming |the "
            rf"coming |the following )?SEASON (?:of )?(?:{_Y} |(?:of )?(?:next UNIT|this UNIT) )?"
        ),
    ),
    (
        "holiday",
        (
            rf"(?:this |next )?(?:HOLIDAY|easter|thanksgiving|new UNIT|the new UNIT|valentine's "
            rf"UNIT|valentines UNIT|black friday)(?: day| eve)? (?:{_Y} |next UNIT |this UNIT )?"
        ),
    ),
    ("eo", r"(?:eoy|eo?fy|eoq|eom|eow|eod|eob|cob) (?:YEAR |' ?NUM |NUM )?"),
    (
        "part_next_year",
        (
            rf"(?:the )?{_PART} (?:--? )?(?:of )?(?:next UNIT|the next UNIT|the coming UNIT"
            rf"|the following UNIT|this UNIT|the UNIT) "
        ),
    ),
    (
        "ends_unit",
        (
            rf"{_ENDOF}(?:of )?(?:{_WHICH} )?(?:calendar |working )?(?:UNIT|weekend) |UNIT "
            rf"(?:--? )?end (?:YEAR )?(?!close|deadline|report|process|account|closing|stock)|(?:before "
            rf"|by the time )?the UNIT is (?:out|over|up) "
        ),
    ),
    ("ends_year", r"(?:the )?(?:end|close|last day) (?:of )?(?:the )?(?:year )?(?:YEAR|' NUM) "),
    (
        "part_year",
        r"(?:the )?(?:early|mid|late|middle|beginning|start) (?:--? )?(?:of |in )?(?:the )?(?:year )?YEAR ",
    ),
    (
        "within",
        (
            rf"(?:in|within|over|during|inside|for|throughout|across) (?:the )?(?:(?:next|coming"
            rf"|following|first) )?{_COUNT}(?:{_NUMONLY}|half a |half an )(?:--? )?(?:calendar "
            rf"|more |full |short |or so |working |business ){{0,2}}(?:UNIT|weekends?) (?:' )?"
        ),
    ),
    (
        "within_one",
        (
            r"(?:in|within|inside|over|during) (?:the (?:next|coming|following) |the space "
            r"of )?(?:a|an|about a|under a|less than a|just over a|the next|the coming|the "
            r"following) (?:full |whole )?UNIT (?:' )?(?:and a half )?(?:or so )?"
        ),
    ),
    ("heading", rf"(?:next )?{_NUMONLY}(?:--? )?UNIT (?:(?:goals?|plan|target|aim|objective) )?(?=[-:;.,])"),
    (
        "unit_goal",
        r"NUM (?:--? )?UNIT (?:goal|plan|target|aim|objective|vision|horizon) |NUM UNIT (?:challenge) ",
    ),
    (
        "next_units",
        (
            rf"(?:the )?(?:next|coming|following) {_NUMONLY}UNIT |{_NUMONLY}UNIT or less |(?:max"
            rf"|maximum|latest) {_NUMONLY}UNIT |after {_NUMONLY}UNIT (?=i (?:want|will|would))"
        ),
    ),
    ("half_year", r"(?:(?:in|within|over|during|for) )?(?:the )?(?:next |coming )?half (?:a |- )?UNIT "),
    (
        "weekday_range",
        (
            r"(?:from )?WDAY (?:--?|to|through|till|until) WDAY |(?:on )?the (?:ORD|last) WDAY "
            r"of (?:the|every|each) UNIT |WDAY (?:mornings|evenings|afternoons|nights) "
        ),
    ),
    ("day_slash", r"(?:by|before|until|till|due|on) (?:the )?NUM / NUM "),
    ("post", r"post - \S+ (?=i |,|to )"),
    (
        "vague_units",
        (
            r"(?:in|within|over|during|for) (?:the |these )?(?:next |coming |following )*(?:a "
            r")?(?:few|couple of|couple|several|some|many|handful of) (?:more |short )?UNIT "
            r"(?:' )?(?:time )?|(?:the )?(?:next|coming) (?:few|couple of|several|some) UNIT "
            r"|a (?:few|couple of) UNIT (?:' )?(?:time|from now|down) |in UNIT to come "
        ),
    ),
    (
        "cadence",
        (
            r"(?:once |twice |NUM times |at least once )?(?:every|each) (?:other |single |second "
            r"|NUM |few |and every |working |week ?)?(?:UNIT|WDAY|TURN|MONTH|SEASON|day|term"
            r"|weekend)(?: and (?:WDAY|MONTH))? |(?:on )?(?:mondays|tuesdays|wednesdays|thursdays"
            r"|fridays|saturdays|sundays|weekdays|weekends)(?: and (?:mondays|tuesdays|wednesdays"
            r"|thursdays|fridays|saturdays|sundays))? |(?:once|twice) (?:a|an|per|each|every) "
            r"(?:UNIT|TURN) |(?:per|/) (?:half )?(?:UNIT|TURN|annum|day) |every time |day (?:in"
            r"|after|by) day |week (?:in|after|by) week |UNIT by UNIT |per annum "
        ),
    ),
    (
        "which_unit",
        (
            r"(?:(?:at|in|during|over|within|through|throughout|for) )?(?:this|next|the coming"
            r"|coming|the following|the next|the current|the rest of the|the rest of this|the "
            r"remainder of the|the whole|rest of the|the upcoming|upcoming) (?:calendar |whole "
            r"|coming |school )?(?:UNIT|weekend) |(?:for|during|throughout|over|through|across) "
            r"the (?:calendar )?(?:UNIT) "
        ),
    ),
    ("day_only", r"(?:by|before|until|till) the ORD (?=[.,;:!?)]|$|so |to |because |and )"),
    (
        "near_day",
        r"(?:the )?UNIT after tomorrow |tomorrow |tonight |today |this (?:morning|afternoon|evening) ",
    ),
    ("weekday", r"(?:(?:this|next|this coming|the coming|coming) )?WDAY (?:next week |week )?"),
    ("year", r"(?:the )?(?:year )?YEAR |(?<=by )' NUM |(?<=in )' NUM "),
    ("year_bare", r"(?:in |by |for |during |throughout )' NUM "),
    ("articled", r"(?:a|an) (?:UNIT|TURN) "),
    (
        "adverb",
        (
            r"daily |weekly |monthly |quarterly |yearly |annually |fortnightly |nightly |biweekly "
            r"|bi - weekly |hourly |twice - weekly |once - weekly "
        ),
    ),
)


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(rf"(?<!\S)(?:{pattern})")) for kind, pattern in _PATTERNS)


def symbols(tokens: tuple[Token, ...]) -> list[str]:
    """Return one symbol for every token."""
    return [_symbol(token, tokens, at) for at, token in enumerate(tokens)]


def _symbol(token: Token, tokens: tuple[Token, ...], at: int) -> str:
    word = token.low
    if token.value is not None:
        return _number_symbol(token, tokens, at)
    if word[0].isdigit():
        return "FULL" if _FULL.match(word) else "_"
    if word == "-":
        return "-" if _glued_both(tokens, at) else "--"
    for table, symbol in _TABLES:
        if word in table:
            return symbol if _means_time(word, tokens, at) else word
    return word


def _glued_both(tokens: tuple[Token, ...], at: int) -> bool:
    return (
        0 < at < len(tokens) - 1
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
    )


_TABLES: tuple[tuple[frozenset[str], str], ...] = (
    (frozenset(words.MONTHS), "MONTH"),
    (frozenset(word for word in words.WEEKDAYS if word not in words.CADENCE_WORDS), "WDAY"),
    (frozenset(words.UNITS), "UNIT"),
    (frozenset(words.SEASON_ENDS) | {"fall"}, "SEASON"),
    (frozenset(words.HOLIDAYS), "HOLIDAY"),
    (words.TURNS, "TURN"),
    (frozenset(words.ORDINALS), "ORD"),
)


def _number_symbol(token: Token, tokens: tuple[Token, ...], at: int) -> str:
    glued = at > 0 and tokens[at - 1].end == token.start
    if glued and tokens[at - 1].low in {"$", "£", "€", "#", "+", "v", ".", "@"}:
        return "AMOUNT"
    if _ORDINAL.fullmatch(token.low):
        return "ORD"
    if _DAY_MONTH.fullmatch(token.low) and at and tokens[at - 1].low in _DAY_CUES:
        return "FULL"
    if token.value in _YEARS and len(token.low) == 4 and token.low.isdigit():
        return "YEAR"
    return "NUM"


_MONTH_BEFORE = word_set(
    "by in until till before of end mid early late this next last since from to through - , for"
    " during and or every each starting beginning start on ( after around"
)
_SINGLE_UNITS = frozenset({"d", "mo", "mos"})


def _means_time(word: str, tokens: tuple[Token, ...], at: int) -> bool:  # noqa: PLR0911 - rules in order of strength, one a line
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    near_number = any(t is not None and t.value is not None for t in (before, after))
    if word in _SINGLE_UNITS:
        return before is not None and before.value is not None
    if word == "fall":
        return before is not None and before.low in _MONTH_BEFORE | {"the", "a"} and (before.low != "to")
    if word in {"spring", "summer", "winter", "autumn"}:
        return True
    if (
        word == "quarter"
        and before is not None
        and (before.low in words.ORDINALS or before.low in {"last", "final"} or before.low[0].isdigit())
    ):
        return False
    if word == "second":
        return after is not None
    if word in words.AMBIGUOUS_WEEKDAYS:
        return before is not None and (before.low in _MONTH_BEFORE or before.value is not None)
    if word in words.AMBIGUOUS_MONTHS:
        if after is not None and after.low in {":", "-"} and (before is None or not before.low[0].isalnum()):
            return True
        return near_number or (
            (before is not None and before.low in _MONTH_BEFORE and before.low not in {"or", ","})
            or _capital_name(word, before)
        )
    return True


def _capital_name(word: str, before: Token | None) -> bool:
    return word in {"march", "august"} and before is not None and before.low in {"the", "a", "our"}


def find_patterns(shape: list[str]) -> Iterator[Found]:
    """Yield every pattern that matches, strongest first, no token twice."""
    line = " ".join(shape) + " "
    at_token = _starts(shape)
    taken = bytearray(len(shape))
    for kind, pattern in _compiled():
        for match in pattern.finditer(line):
            first, last = at_token[match.start()], at_token.get(match.end(), len(shape))
            if last > first and not any(taken[first:last]):
                taken[first:last] = b"\1" * (last - first)
                yield Found(kind, first, last)


def _starts(shape: list[str]) -> dict[int, int]:
    starts: dict[int, int] = {}
    at = 0
    for n, symbol in enumerate(shape):
        starts[at] = n
        at += len(symbol) + 1
    return starts
