"""Which numbers of a goal measure something, and which only name, date or describe."""

from dataclasses import dataclass
from typing import Literal

from coaching.deadlines.listed import word_set
from coaching.smart.lexicon import is_a, singular
from coaching.smart.reading import Reading

Kind = Literal["counted", "unitless", "vague", "rate", "standard"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity that measures.

    Attributes:
        first: Index of its first token.
        last: Index after its last token.
        kind: Counted with a unit, without one, vague, a bare rate, or a named standard.
        number: Index of the token that holds the number.
    """

    first: int
    last: int
    kind: Kind
    number: int


_CURRENCY = word_set("$ £ € usd eur gbp chf ¥ ₹")
_NAMED_NUMBER = word_set(
    "level band grade tier phase part chapter step module version stage year week goal section form"
    " class key unit figure room floor ward line type category option priority p task item number no"
    " route act article paragraph day milestone sprint release appendix highway road bus building gate"
    " platform bay cell shift stufe team group area zone size top big fortune iso ifrs ias ia en din"
    " bs vat windows web python java php angular vue react node office unity rails html css ps sap"
    " oracle s4 industry generation gen tab ks eyfs cefr dan pillar scope schedule regulation firmware"
    " question sheet currently"
)
_MORE = word_set(
    "at least most minimum maximum up to no more fewer less than under over above below around about"
    " roughly a of exactly only just nearly almost approximately another further additional extra"
    " average every"
)
_PRESENT_TEAM = word_set("my our the these those your their his her all")


def quantities(reading: Reading) -> tuple[Quantity, ...]:
    """Return the quantities that measure, in order of place."""
    found: list[Quantity] = []
    at = 0
    while at < len(reading.tokens):
        quantity = _at(reading, at)
        if quantity and (not found or quantity.first >= found[-1].last):
            found.append(quantity)
            at = quantity.last
        else:
            at += 1
    return tuple(found)


def _at(reading: Reading, at: int) -> Quantity | None:
    token = reading.tokens[at]
    if token.value is not None:
        return _numeric(reading, at)
    return _worded(reading, at)


def _worded(reading: Reading, at: int) -> Quantity | None:
    low = reading.lows[at]
    after = reading.low_at(at + 1)
    if (
        low in {"several", "few", "couple", "various", "multiple", "numerous", "handful", "many"}
        and at not in reading.timed
    ):
        if reading.low_at(at - 1) in {"very", "so", "too", "how", "as"}:
            return None
        return Quantity(at, _object_end(reading, at + 1), "vague", at)
    if low == "half" and after in {"a", "an"}:
        return _article_rate(reading, at)
    if low == "half" and after == "of" and reading.low_at(at - 1) in {"least", "about", "over"}:
        return Quantity(_bound_start(reading, at), _object_end(reading, at + 1), "counted", at)
    if low in {"double", "triple", "quadruple", "halve", "twofold", "half"} and at not in reading.timed:
        if low == "half" and reading.low_at(at - 1) not in {"by", "in", "to"}:
            return None
        return Quantity(at, _object_end(reading, at + 1), "counted", at)
    if (
        low in {"third", "quarter", "half"}
        and reading.low_at(at - 1) == "a"
        and reading.low_at(at - 2) in {"by", "to", "at"}
    ):
        return Quantity(at - 2, at + 1, "counted", at)
    if (
        low in {"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"}
        and reading.low_at(at - 1) == "the"
    ):
        return Quantity(at - 1, at + 1, "counted", at)
    if (low in {"a", "an"} and not _language_level(reading, at)) or (low == "half" and after in {"a", "an"}):
        return _article_rate(reading, at)
    if (
        low == "twice"
        and reading.part_at(at) == "goal"
        and at not in reading.timed
        and after not in {"as", "the", "about"}
    ):
        return Quantity(at, at + 1, "counted", at)
    if low in {"a", "b", "c"} and _language_level(reading, at):
        return Quantity(at, at + 2, "standard", at)
    if (low in {"once", "twice"} and at + 1 in reading.timed) or (
        low in {"once", "twice"} and reading.low_at(at - 1) in {"least", "most"}
    ):
        return Quantity(_bound_start(reading, at), _rate_end(reading, at + 1), "rate", at)
    if (
        low in {"grade", "mark"}
        and after == "of"
        and reading.low_at(at + 2)[:1] in {"a", "b", "c"}
        and len(reading.low_at(at + 2)) == 1
    ):
        return Quantity(_bound_start(reading, at), at + 3, "standard", at)
    return None


def _language_level(reading: Reading, at: int) -> bool:
    """Return whether "B2" stands here as the level to reach."""
    after = reading.low_at(at + 1)
    reached = {
        "pass",
        "reach",
        "get",
        "achieve",
        "to",
        "at",
        "attain",
        "hit",
        "my",
        "the",
        "have",
        "take",
        "level",
    }
    return reading.glued(at + 1) and after in {"1", "2"} and reading.low_at(at - 1) in reached


def _article_rate(reading: Reading, at: int) -> Quantity | None:
    """Return "a book a month": one of something for every stretch of time; or "half an hour"."""
    if reading.low_at(at + 1) in {"few", "couple", "little", "bit", "handful", "lot"}:
        return None
    if (
        reading.lows[at] == "half"
        and reading.low_at(at + 2) in {"hour", "day", "mile", "page", "dozen"}
        and reading.low_at(at - 1) not in {"in", "within"}
    ):
        return Quantity(at, _rate_end(reading, at + 3), "counted", at)
    if at in reading.timed:
        return None
    end = at + 1
    while (
        end < len(reading.tokens)
        and end - at < 7
        and end not in reading.timed
        and (_object_word(reading, end) or reading.lows[end] == "of")
    ):
        end += 1
    if (
        end < at + 2
        or end not in reading.cadences
        or reading.low_at(end) not in {"a", "an", "per", "every", "each", "/", "once"}
    ):
        return None
    return Quantity(at, _rate_end(reading, end), "rate", at)


def _numeric(reading: Reading, at: int) -> Quantity | None:
    if at in reading.timed and not _amount_in_rate(reading, at):
        return None
    if _names(reading, at) or _describes(reading, at):
        return None
    end, has_unit = _number_end(reading, at)
    first = _from_start(reading, _bound_start(reading, at))
    if (
        reading.low_at(at) in {"one", "1"}
        and reading.low_at(at + 1) == "or"
        and reading.low_at(at + 2) in {"two", "2"}
    ):
        return Quantity(first, max(end, at + 3), "vague", at)
    if not has_unit and reading.lows[first] == "from" and _object_before(reading, first):
        has_unit = True
    if (
        not has_unit
        and reading.low_at(end) == "in"
        and reading.low_at(end + 1).isalpha()
        and end + 1 not in reading.timed
        and reading.low_at(end - 1) in {"million", "k", "thousand", "m"}
    ):
        has_unit = True
    if not has_unit and (
        _counted_before(reading, first)
        or (first < at and reading.lows[first] == "from" and _counted_before(reading, first))
    ):
        has_unit = True
    return Quantity(first, end, "counted" if has_unit else "unitless", at)


def _from_start(reading: Reading, first: int) -> int:
    if reading.low_at(first - 1) in {"from", "between"}:
        return first - 1
    return first


def _object_before(reading: Reading, first: int) -> bool:
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


def _counted_before(reading: Reading, first: int) -> bool:
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


def _amount_in_rate(reading: Reading, at: int) -> bool:
    """Return whether the number belongs to a cadence such as "3 times a week" and so measures."""
    return at in reading.cadences and reading.low_at(at + 1) in {"times", "time"}


def _names(reading: Reading, at: int) -> bool:
    """Return whether the number is part of a name: a version, a code, a level."""
    before, after = reading.low_at(at - 1), reading.low_at(at + 1)
    low = reading.lows[at]
    if before == "day" and reading.low_at(at - 2) in {"from", "to"}:
        return False
    if before == "-" and reading.glued(at) and reading.glued(at - 1) and reading.low_at(at - 2)[:1].isalpha():
        return True
    if reading.glued(at) and before not in _CURRENCY and not _opens_number(before):
        return True
    if before in _NAMED_NUMBER and before != "top" and after not in {"%", "percent"}:
        return True
    if after == "h" and reading.glued(at + 1):
        return True
    if before == "day" and reading.low_at(at + 1) == "to" and reading.low_at(at + 2) == "day":
        return False
    if (
        after in {":", "/"}
        and reading.glued(at + 1)
        and reading.glued(at + 2)
        and low in {"1", "24", "24.", "7"}
    ):
        return True
    if low == "one":
        return _idle_one(reading, at)
    if low[-2:] in {"st", "nd", "rd", "th"} and low[0].isdigit():
        return True
    if _name_before(reading, at):
        return True
    return after == "-" and reading.glued(at + 1) and _adjective_unit(reading, at + 2)


def _opens_number(before: str) -> bool:
    return before in {
        "(",
        "+",
        "-",
        "~",
        "<",
        ">",
        "=",
        "/",
        '"',
        "'",
        "\u2265",
        "\u2264",
        "[",
        ",",
        ":",
        "x",
        "\u00d7",
        "\u2192",
        "@",
        ".",
    }


def _idle_one(reading: Reading, at: int) -> bool:
    before, after = reading.low_at(at - 1), reading.low_at(at + 1)
    if before in {
        "no",
        "this",
        "the",
        "that",
        "every",
        "any",
        "each",
        "some",
        "which",
        "another",
        "only",
        "number",
        "first",
        "next",
        "old",
        "new",
        "good",
        "bigger",
        "better",
        "day",
    } and not (before == "only" and after.isalpha()):
        return True
    return (
        after
        in {
            "of",
            "another",
            "day",
            "-",
            "'s",
            "that",
            "who",
            "which",
            "to",
            "on",
            "where",
            "i",
            "for",
            ".",
            ",",
            "is",
            "with",
            "and",
            "as",
            "in",
            "at",
            "",
        }
        and not (after == "of" and reading.low_at(at + 2) == "the" and not reading.capital_at(at + 3))
        and after != "("
    )


def _name_before(reading: Reading, at: int) -> bool:
    """Return whether a capitalised name stands before and nothing counted after: "Fortune 500", "Java 21"."""
    if not reading.capital_at(at - 1) or at < 1 or not reading.lows[at - 1][0].isalpha():
        return False
    if not reading.lows[at][0].isdigit() or reading.low_at(at + 1) in {"%", "percent"}:
        return False
    if at - 1 == 0 or reading.low_at(at - 2) in {".", ":", "-", "(", "!", "?"}:
        return is_name_like(reading, at - 1) and reading.low_at(at + 1) in {"", ".", ",", ";", ")"}
    return True


def is_name_like(reading: Reading, at: int) -> bool:
    """Return whether a word in first place looks like a name: all capitals, or no known word."""
    token = reading.tokens[at]
    return reading.text[token.start : token.end].isupper() and token.end - token.start > 1


_ADJECTIVE_UNITS = word_set(
    "week day month year hour minute page person people bedroom term part step man woman seat star"
    " point digit way inch tonne ton litre acre storey hectare room bed line piece player member"
    " module unit strand car phase tier pin mile"
)


def _adjective_unit(reading: Reading, at: int) -> bool:
    return reading.low_at(at) in _ADJECTIVE_UNITS


def _describes(reading: Reading, at: int) -> bool:
    """Return whether the number only describes the present: ages, years of service, the size of a team."""
    before, second, after = reading.low_at(at - 1), reading.low_at(at - 2), reading.low_at(at + 1)
    if before in {"am", "i'm", "aged", "age", "turned", "turn", "turning"} and after not in {"%", "/"}:
        return not (before == "am" and after == "%")
    if before == "my" and is_a(after, "unit"):
        return False
    if before in _PRESENT_TEAM and before not in {"all", "the", "these", "those"} and second != "of":
        return True
    if after == "of" and reading.low_at(at + 2) in {"us", "them", "which"}:
        return True
    if after == "times" and reading.low_at(at + 2) in {"as", "more", "the", "already"}:
        return True
    if before == "of" and second in {
        "team",
        "crew",
        "staff",
        "department",
        "class",
        "group",
        "ward",
        "family",
        "unit",
        "year",
    }:
        return not _leads_to_team(reading, at)
    if (
        after == "-"
        and reading.glued(at + 1)
        and reading.low_at(at + 2).isalpha()
        and reading.low_at(at + 3).isalpha()
        and reading.low_at(at + 2) not in {"to", "or"}
    ):
        return True
    if reading.part_at(at) == "story":
        return True
    if (
        is_a(after, "unit")
        and singular(after) in {"year", "month", "week"}
        and reading.low_at(at + 2) in {"of", "'", "in", "as", "experience", "at", "with"}
    ):
        return True
    return after == "years" or (singular(after) in {"year", "month"} and before in {"after", "for"})


def _leads_to_team(reading: Reading, at: int) -> bool:
    window = reading.lows[max(0, at - 7) : at]
    return any(
        low in {"leading", "lead", "manage", "managing", "build", "run", "hire", "grow", "supervise", "train"}
        for low in window
    ) and not (set(window) & {"my", "our", "i"} - {"i"})


def _number_end(reading: Reading, at: int) -> tuple[int, bool]:
    """Return the token after the quantity and its object, and whether a unit or object is named."""
    end = at + 1
    money = reading.low_at(at - 1) in _CURRENCY
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
            end += 2 + (reading.low_at(end + 1) in _CURRENCY)
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
        return _object_end(reading, end), True
    low = reading.low_at(end)
    if low in {"%", "percent", "\u20ac", "$", "\u00a3"}:
        return _of_phrase(reading, end + 1), True
    stop = _object_end(reading, end)
    if money:
        return max(stop if stop <= end + 2 else end, end), True
    if (
        reading.low_at(stop) in {"to", "-"}
        and reading.low_at(_bound_start(reading, at) - 1) in {"from", "between"}
        and _next_number(reading, stop + 1)
    ):
        return _object_end(reading, stop + 2), True
    if stop > end or (end in reading.timed and reading.low_at(end) in {"a", "per", "each", "every", "/"}):
        return _rate_end(reading, stop), stop > end
    return end, _metric_before(reading, at)


def _next_number(reading: Reading, at: int) -> bool:
    if at >= len(reading.tokens):
        return False
    return reading.tokens[at].value is not None or (
        reading.lows[at] in _CURRENCY
        and at + 1 < len(reading.tokens)
        and reading.tokens[at + 1].value is not None
    )


_NOT_OBJECT = word_set(
    "please out by in on at to for from with and or but so because until till before after during per"
    " each every this next within than over under if when while as into through using via which that"
    " who whose where is are was were be been will would can should has have had it its i we they he"
    " she then also too again only just not about around across between instead since onto"
)


def _object_end(reading: Reading, at: int) -> int:
    """Return the token after the noun phrase that starts here; `at` itself when there is none."""
    end = at
    if reading.low_at(end) == "of" and end > at - 1:
        end += 1
    while end < len(reading.tokens) and end - at < 6 and _object_word(reading, end):
        end += 1
        if _plural_noun(reading, end - 1) and not (
            end < len(reading.tokens)
            and _object_word(reading, end)
            and reading.low_at(end) != "of"
            and _plural_noun(reading, end)
        ):
            break
    if end == at + 1 and reading.low_at(at) == "of":
        return at
    return end


def _object_word(reading: Reading, at: int) -> bool:
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
    while end < len(reading.tokens) and _object_word(reading, end):
        end += 1
    return end


def _rate_end(reading: Reading, at: int) -> int:
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


def _bound_start(reading: Reading, at: int) -> int:
    """Return the token where "at least", "no more than", a currency or a count word before the number starts."""
    first = at
    while first > 0 and at - first < 5 and _bound_word(reading, first - 1):
        first -= 1
    while (
        first < at
        and reading.lows[first] in {"a", "of", "to", "than", "an", "every"}
        and reading.lows[first] not in _CURRENCY
    ):
        first += 1
    return first


def _bound_word(reading: Reading, at: int) -> bool:
    low = reading.lows[at]
    return at not in reading.timed and (
        low in _MORE or low in _CURRENCY or low in {"<", ">", "\u2265", "\u2264", "~", "+"}
    )
