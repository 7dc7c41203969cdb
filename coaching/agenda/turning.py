"""A kept sentence as what it is: a request, a question, or a grievance to be turned into a question."""

import re

from coaching.agenda.wordlists import MONTHS, phrases

_OPENER = re.compile(r"^(?:(?:but|and|so|well|ok|okay|honestly|also|anyway|please)\b,?\s+)+", re.IGNORECASE)
_TO_LEARN = phrases("know|hear|understand|see|find out|ask|learn|tell me|explain|think|feel|say")
_REQUEST = re.compile(
    phrases(
        r"i(?:['’]d| would) (?:like|love)|i want|i need|could (?:you|i|we)|can (?:you|i|we)|may i|would you|will you"
    )
    + rf"(?! (?:to )?{_TO_LEARN})",
    re.IGNORECASE,
)
_SEASONS = "spring|summer|autumn|winter"
_FOR_WHAT = r"(?: for (?P<what>[^,.;!?]{1,60}?))?"
_WHEN = (
    rf"(?P<when> (?:in (?:{MONTHS}|{_SEASONS}|\d{{4}})|(?:last|this) (?:{_SEASONS}|year|month|week|time)))?"
    r"(?=$|[,.;!?]| and| but| nobody| no one)"
)
_PASSED_OVER = re.compile(
    r"\b(?:passed over|overlooked|turned down|rejected|not (?:considered|chosen|picked|promoted))\b"
    + _FOR_WHAT
    + _WHEN,
    re.IGNORECASE,
)
_NOT_GIVEN = re.compile(
    r"\b(?:(?:didn['’]t|did not) get|was(?:n['’]t| not) (?:given|offered))"
    r" (?P<what>(?:the|a|an|my|that) [^,.;!?]{1,60}?)" + _WHEN,
    re.IGNORECASE,
)


_GIVEN_AWAY = re.compile(
    r"(?:\b(?P<what>the [^\W\d_]+(?: [^\W\d_]+)?) )?(?:was |be )?"
    r"\b(?:given to|went to|go to|handed to)\b[^.,;!?]{1,40}\b(?:and not (?:to )?me|instead of me)\b",
    re.IGNORECASE,
)


def without_opener(text: str) -> str:
    """Return the text without the small words that only tie it to the sentence before."""
    return _OPENER.sub("", text) or text


def is_request(text: str) -> bool:
    """Return whether the text asks for something to be done, rather than to be told."""
    return bool(_REQUEST.match(text))


def grievance(text: str) -> re.Match[str] | None:
    """Return the words that say what was not given, None where there are none."""
    return _PASSED_OVER.search(text) or _NOT_GIVEN.search(text) or _GIVEN_AWAY.search(text)


def turned_forward(text: str) -> str | None:
    """Return a neutral question in place of a grievance, None where the text is none."""
    found = grievance(text)
    if not found:
        return None
    what, when = found.groupdict().get("what"), found.groupdict().get("when") or ""
    return f"What would have made the difference{f' for {what}' if what else ''}{when}?"
