"""Where a quantity starts and ends among the words around its number."""

from coaching.deadlines.listed import word_set
from coaching.smart.lexicon import is_a
from coaching.smart.parsed import Reading

CURRENCY = word_set("$ £ € usd eur gbp chf ¥ ₹")

_MORE = word_set(
    "at least most minimum maximum up to no more fewer less than under over above below around about"
    " roughly a of exactly only just nearly almost approximately another further additional extra"
    " average every"
)


def from_start(reading: Reading, first: int) -> int:
    if reading.low_at(first - 1) in {"from", "between"}:
        return first - 1
    return first


def object_before(reading: Reading, first: int) -> bool:
    """Return whether something stands before "from 9 to 5" that goes from one to the other."""
    window = [
        reading.lows[at]
        for at in range(max(0, first - 5), first)
        if at not in reading.timed and reading.part_at(at) in {"goal", "purpose"}
    ]
    return any(
        low.isalpha()
        and len(low) > 2
        and low not in {"bring", "get", "move", "take", "raise", "grow", "them", "this", "down"}
        and not low.endswith("ing")
        for low in window[-4:]
    )


_NOT_COUNTED = word_set(
    "target goal aim number score hit reach get team plan total budget store day week month year everyone"
)


def counted_before(reading: Reading, first: int) -> bool:
    """Return whether what is counted is named before the number: "open tickets down to 10"."""
    for at in range(first - 1, max(-1, first - 12), -1):
        low = reading.lows[at]
        if low in {".", "!", "?", ";"} or (reading.part_at(at) not in {"goal", "purpose"}):
            return False
        if at in reading.timed or low in _NOT_COUNTED - {"score"}:
            continue
        if is_a(low, "metric") or low in {"fte", "headcount", "score"}:
            return True
        if low.isalpha() and len(low) > 4 and low.endswith("s") and not low.endswith(("ss", "us", "is")):
            return True
    return False


def number_end(reading: Reading, at: int) -> tuple[int, bool]:  # noqa: C901 - rules in order of strength, one a line
    """Return the token after the quantity and its object, and whether a unit or object is named."""
    end = at + 1
    money = reading.low_at(at - 1) in CURRENCY
    while True:
        low = reading.low_at(end)
        if (
            low == "out"
            and reading.low_at(end + 1) == "of"
            and end + 2 < len(reading.tokens)
            and _next_number(reading, end + 2)
        ):
            end += 3
            continue
        if low == ">" and reading.low_at(end - 1) == "-":
            end += 1
            continue
        if low in {"-", "to"} and reading.low_at(end + 1) in {
            "at",
            "under",
            "below",
            "max",
            ">",
            "less",
            "fewer",
            "day",
            "over",
            "above",
            "about",
            "around",
        }:
            skip = next(
                (n for n in range(end + 2, min(end + 5, len(reading.tokens))) if _next_number(reading, n)), 0
            )
            if skip:
                end = skip + 1
                continue
        if (
            low in {"-", "to", "or", "/", "\u2192", "and"}
            and (low != "and" or reading.low_at(at - 1) == "between")
            and end + 1 < len(reading.tokens)
            and _next_number(reading, end + 1)
        ):
            end += 2 + (reading.low_at(end + 1) in CURRENCY)
            continue
        if low in {"+", "k", "m", "bn", "million", "thousand", "x"} and (
            reading.glued(end) or low in {"million", "thousand"}
        ):
            end += 1
            continue
        break
    if reading.low_at(at - 1) == "of" and reading.low_at(at - 2) in {
        "team",
        "crew",
        "staff",
        "group",
        "class",
    }:
        return object_end(reading, end), True
    low = reading.low_at(end)
    if low in {"%", "percent", "\u20ac", "$", "\u00a3"}:
        return _of_phrase(reading, end + 1), True
    stop = object_end(reading, end)
    if money:
        return max(stop if stop <= end + 2 else end, end), True
    if (
        reading.low_at(stop) in {"to", "-"}
        and reading.low_at(bound_start(reading, at) - 1) in {"from", "between"}
        and _next_number(reading, stop + 1)
    ):
        return object_end(reading, stop + 2), True
    if stop > end or (end in reading.timed and reading.low_at(end) in {"a", "per", "each", "every", "/"}):
        return rate_end(reading, stop), stop > end
    return end, _metric_before(reading, at)


def _next_number(reading: Reading, at: int) -> bool:
    if at >= len(reading.tokens):
        return False
    return reading.tokens[at].value is not None or (
        reading.lows[at] in CURRENCY
        and at + 1 < len(reading.tokens)
        and reading.tokens[at + 1].value is not None
    )


_NOT_OBJECT = word_set(
    "please out by in on at to for from with and or but so because until till before after during per"
    " each every this next within than over under if when while as into through using via which that"
    " who whose where is are was were be been will would can should has have had it its i we they he"
    " she then also too again only just not about around across between instead since onto"
)


def object_end(reading: Reading, at: int) -> int:
    """Return the token after the noun phrase that starts here; `at` itself when there is none."""
    end = at
    if reading.low_at(end) == "of" and end > at - 1:
        end += 1
    while end < len(reading.tokens) and end - at < 6 and object_word(reading, end):
        end += 1
        if _plural_noun(reading, end - 1) and not (
            end < len(reading.tokens)
            and object_word(reading, end)
            and reading.low_at(end) != "of"
            and _plural_noun(reading, end)
        ):
            break
    if end == at + 1 and reading.low_at(at) == "of":
        return at
    return end


def object_word(reading: Reading, at: int) -> bool:
    low = reading.lows[at]
    if at in reading.timed:
        return False
    return (
        (low[0].isalpha() and low not in _NOT_OBJECT)
        or (low == "-" and reading.glued(at))
        or low in {"/", "&"}
    )


def _plural_noun(reading: Reading, at: int) -> bool:
    low = reading.lows[at]
    return (len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "ous"))) or is_a(
        low, "unit"
    )


def _of_phrase(reading: Reading, at: int) -> int:
    if reading.low_at(at) == "of" or (
        reading.low_at(at) == "in" and reading.low_at(at + 1) in {"all", "my", "every", "each", "the"}
    ):
        return min(at + 4, _clause_end(reading, at + 1))
    if reading.low_at(at) in {
        "pass",
        "uptime",
        "attendance",
        "more",
        "less",
        "fewer",
        "or",
        "accuracy",
        "on-time",
        "of",
    }:
        return min(len(reading.tokens), at + (2 if reading.low_at(at) == "or" else 1))
    return at


def _clause_end(reading: Reading, at: int) -> int:
    end = at
    while end < len(reading.tokens) and object_word(reading, end):
        end += 1
    return end


def rate_end(reading: Reading, at: int) -> int:
    """Return the token after a cadence that follows directly: "3 books | a month"."""
    end = at
    while end < len(reading.tokens) and end in reading.cadences:
        end += 1
    return end


def _metric_before(reading: Reading, at: int) -> bool:
    """Return whether the number belongs to a measure that needs no unit: "a GPA of 3.5", "NPS 40"."""
    window = reading.lows[max(0, at - 5) : at]
    return (
        any(
            low
            in {
                "gpa",
                "ielts",
                "toefl",
                "nps",
                "csat",
                "bmi",
                "ph",
                "sat",
                "gmat",
                "gre",
                "lsat",
                "dscr",
                "elo",
                "average",
                "rating",
                "grade",
                "mark",
                "handicap",
            }
            for low in window
        )
        or "per cent" in reading.low[reading.tokens[at].start : reading.tokens[at].end + 9]
    )


def bound_start(reading: Reading, at: int) -> int:
    """Return the token where "at least", "no more than", a currency or a count word before the number starts."""
    first = at
    while first > 0 and at - first < 5 and _bound_word(reading, first - 1):
        first -= 1
    while (
        first < at
        and reading.lows[first] in {"a", "of", "to", "than", "an", "every"}
        and reading.lows[first] not in CURRENCY
    ):
        first += 1
    return first


def _bound_word(reading: Reading, at: int) -> bool:
    low = reading.lows[at]
    return at not in reading.timed and (
        low in _MORE or low in CURRENCY or low in {"<", ">", "\u2265", "\u2264", "~", "+"}
    )
