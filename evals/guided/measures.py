"""Counting a talk: length, questions, quotes, repeats, reflection. Pure functions over a transcript.

A turn asks when its reply holds a question; it reflects when it says back words or values of the person: a quote
of theirs, or a run of two or more of their content words outside the question.
"""

import itertools
import re
from statistics import median

from evals.talks import Exchange, Transcript

PRAISE = re.compile(
    r"\b(great|awesome|amazing|excellent|fantastic|wonderful|brilliant|well done|good (?:job|question|goal|idea)|"
    r"impressive|proud of you|perfect|love (?:it|that))\b",
    re.IGNORECASE,
)
YOU_SHOULD = re.compile(r"\byou (?:should|must|ought to|need to)\b", re.IGNORECASE)
DATE_QUESTION = re.compile(r"\b(?:by when|until when|what date|when will|deadline\?)", re.IGNORECASE)
DOCUMENT = re.compile(r"\n\n.*", re.DOTALL)
QUOTE = re.compile(r"“([^”]+)”")


def spoken(exchange: Exchange) -> str:
    """Return the reply without the document that may follow it (a page, the plan)."""
    return DOCUMENT.sub("", exchange.reply)


def words(text: str) -> int:
    """Return how many words a text has; citations in brackets don't count."""
    return len(re.sub(r"\(\*[^)]*\)", "", text).split())


def lengths(talk: Transcript) -> list[int]:
    """Return the words of each coach turn."""
    return [words(spoken(exchange)) for exchange in talk.exchanges]


def questions_of(reply: str) -> list[str]:
    """Return the questions of a reply, the ones inside quotes and brackets left out."""
    bare = re.sub(r"\([^)]*\)", "", QUOTE.sub("“”", re.sub(r"`[^`]*`", "", reply)))
    return [part.strip() for part in re.findall(r"[^.!?]*\?", bare)]


def most_questions(talk: Transcript) -> int:
    """Return the most questions that one turn asks."""
    return max(len(questions_of(spoken(exchange))) for exchange in talk.exchanges)


def repeated_questions(talk: Transcript) -> list[str]:
    """Return questions asked in more than one turn, word for word."""
    seen: set[str] = set()
    doubled: list[str] = []
    for asked in (question for exchange in talk.exchanges for question in questions_of(spoken(exchange))):
        plain = " ".join(asked.lower().split())
        if plain in seen:
            doubled.append(asked)
        seen.add(plain)
    return doubled


def repeated_frames(talk: Transcript) -> list[str]:
    """Return sentences without their quotes that come in two turns running."""
    frames = [
        {QUOTE.sub("“”", part) for part in re.split(r"(?<=[.!?])\s", spoken(e)) if len(part.split()) > 3}
        for e in talk.exchanges
    ]
    return [frame for first, second in itertools.pairwise(frames) for frame in first & second]


def false_quotes(talk: Transcript) -> list[str]:
    """Return quotes that are not the person's words so far, verbatim, or are longer than ten words."""
    said = ""
    wrong: list[str] = []
    for exchange in talk.exchanges:
        said += "\n" + exchange.said
        wrong += [
            quote
            for quote in QUOTE.findall(spoken(exchange))
            if not _theirs(quote, said) and not _ours(quote)
        ]
        wrong += [quote for quote in QUOTE.findall(spoken(exchange)) if words(quote) > 14]
    return wrong


def _theirs(quote: str, said: str) -> bool:
    """Return whether the words stand so in what was said; the first letter may be raised."""
    plain, text = " ".join(quote.split()), " ".join(said.split())
    return plain in text or plain[:1].lower() + plain[1:] in text


_OURS = {
    "prepare the meeting with ... on ...",
    "show my plan",
    "My goal: ...",
    "Plan",
    "enough for today",
    "that",
    "By the summer I will have ...",
}


def _ours(quote: str) -> bool:
    return quote in _OURS


def reflects(exchange: Exchange) -> bool:
    """Return whether the reply says back words or values of the person's message, outside its question."""
    reply = spoken(exchange)
    if any(_theirs(quote, exchange.said) for quote in QUOTE.findall(reply)):
        return True
    statement = " ".join(part for part in re.split(r"(?<=[.!?])\s", reply) if not part.endswith("?"))
    return bool(_runs(exchange.said) & _runs(statement) or _values(exchange.said) & _values(statement))


_NO_NAMES = frozenset(
    re.findall(
        r"\w+",
        "The And But What Where When Who How Why You Not That This There Your Our They She His Her Its One Two Here",
    )
)


def _values(text: str) -> set[str]:
    """Return the names and numbers of a text: capitalised words and digits."""
    return set(re.findall(r"\b(?:[A-Z][a-z]{2,}|\d+)\b", text)) - _NO_NAMES


def _runs(text: str) -> set[tuple[str, str]]:
    """Return pairs of neighbouring words of which one at least is a content word."""
    tokens = re.findall(r"[\w']+", text.lower())
    return {(a, b) for a, b in itertools.pairwise(tokens) if len(a) > 3 or len(b) > 3 or a.isdigit()}


def reflect_to_ask(talk: Transcript) -> float:
    """Return turns that reflect over turns that ask."""
    asks = sum(bool(questions_of(spoken(exchange))) for exchange in talk.exchanges)
    return sum(map(reflects, talk.exchanges)) / max(asks, 1)


def talk_share(talk: Transcript) -> float:
    """Return the coach's share of all the words."""
    coach = sum(lengths(talk))
    person = sum(len(exchange.said.split()) for exchange in talk.exchanges)
    return coach / max(coach + person, 1)


def matches(talk: Transcript, pattern: re.Pattern[str]) -> list[str]:
    """Return what the coach said that matches, outside quotes of the person."""
    return [
        found[0] for exchange in talk.exchanges for found in pattern.finditer(QUOTE.sub("", spoken(exchange)))
    ]


def unasked_cards(talk: Transcript) -> int:
    """Return how many turns named a card although nobody had asked, wondered or not known."""
    cue = re.compile(r"\?|don'?t know|no idea|not sure|dunno|why|how", re.IGNORECASE)
    return sum(bool(exchange.sources()) and not cue.search(exchange.said) for exchange in talk.exchanges)


def turns_until(talk: Transcript, kind: str) -> int | None:
    """Return the number of the turn in which a proposal of that kind was put forward, None where none was."""
    return next(
        (n for n, e in enumerate(talk.exchanges, 1) if any(p.kind == kind for p in e.proposals())), None
    )


def longest_ungiving(talk: Transcript) -> int:
    """Return the longest run of turns that ask without saying anything back or giving anything."""
    longest = run = 0
    for exchange in talk.exchanges:
        gives = reflects(exchange) or exchange.sources() or exchange.proposals()
        run = 0 if gives or not questions_of(spoken(exchange)) else run + 1
        longest = max(longest, run)
    return longest


def figures(talk: Transcript) -> dict[str, float | None]:
    """Return every figure of a talk by its name; None where there is nothing to count."""
    return {
        "turns": len(talk.exchanges),
        "words median": median(lengths(talk)),
        "words most": max(lengths(talk)),
        "questions most": most_questions(talk),
        "repeated": len(repeated_questions(talk)),
        "frames repeated": len(repeated_frames(talk)),
        "reflect:ask": round(reflect_to_ask(talk), 2),
        "coach share": round(talk_share(talk), 2),
        "false quotes": len(false_quotes(talk)),
        "praise": len(matches(talk, PRAISE)) + len(matches(talk, YOU_SHOULD)),
        "unasked cards": unasked_cards(talk),
        "goal at": turns_until(talk, "goal"),
        "agenda at": turns_until(talk, "agenda"),
    }
