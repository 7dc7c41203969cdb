"""Which numbers name or describe and so measure nothing: versions, levels, ages, the size of a team."""

from coaching.deadlines.listed import word_set
from coaching.smart.extents import CURRENCY
from coaching.smart.lexicon import is_a, singular
from coaching.smart.parsed import Reading

_NAMED_NUMBER = word_set(
    "level band grade tier phase part chapter step module version stage year week goal section form"
    " class key unit figure room floor ward line type category option priority p task item number no"
    " route act article paragraph day milestone sprint release appendix highway road bus building gate"
    " platform bay cell shift stufe team group area zone size top big fortune iso ifrs ias ia en din"
    " bs vat windows web python java php angular vue react node office unity rails html css ps sap"
    " oracle s4 industry generation gen tab ks eyfs cefr dan pillar scope schedule regulation firmware"
    " question sheet currently"
)

_PRESENT_TEAM = word_set("my our the these those your their his her all")


def names(reading: Reading, at: int) -> bool:  # noqa: C901, PLR0911 - rules in order of strength, one a line
    """Return whether the number is part of a name: a version, a code, a level."""
    before, after = reading.low_at(at - 1), reading.low_at(at + 1)
    low = reading.lows[at]
    if before == "day" and reading.low_at(at - 2) in {"from", "to"}:
        return False
    if before == "-" and reading.glued(at) and reading.glued(at - 1) and reading.low_at(at - 2)[:1].isalpha():
        return True
    if reading.glued(at) and before not in CURRENCY and not _opens_number(before):
        return True
    if before == "top" and after.isalpha() and at + 1 not in reading.timed:
        return True
    if before in _NAMED_NUMBER and before != "top" and after not in {"%", "percent"}:
        return True
    if after in {"am", "pm"} and before in {"after", "before"}:
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


def describes(reading: Reading, at: int) -> bool:  # noqa: C901, PLR0911 - rules in order of strength, one a line
    """Return whether the number only describes the present: ages, years of service, the size of a team."""
    before, second, after = reading.low_at(at - 1), reading.low_at(at - 2), reading.low_at(at + 1)
    if before in {"am", "i'm", "aged", "age", "turned", "turn", "turning"} and after not in {"%", "/"}:
        return not (before == "am" and after == "%")
    if before == "at" and after in {"i", "i'm"}:
        return True
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
