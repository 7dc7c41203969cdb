"""A goal text reviewed on the five SMART letters."""

import datetime as dt

from coaching.deadlines.types import Deadline
from coaching.smart.confidence import is_confident, signs
from coaching.smart.ends import end_of, time_bound
from coaching.smart.feedback import foreign_words, words_for
from coaching.smart.language import language_name, language_of
from coaching.smart.levels import Standing, achievable, measurable, relevant, specific
from coaching.smart.parsed import Reading
from coaching.smart.reading import read
from coaching.smart.sight import Sight
from coaching.smart.split import lines_of, sentences_of
from coaching.smart.types import (
    CRITERIA,
    Criteria,
    CriterionReview,
    GoalContext,
    GoalReview,
    Letter,
    Level,
    Span,
    UnusableText,
    UnusableTextError,
    Verdict,
)

LONGEST = 100_000
Standings = dict[Letter, Standing]


def unusable(text: str) -> UnusableText | None:
    """Return why the text can't be reviewed, or None when it can."""
    if not text.strip():
        return UnusableText(
            code="empty", message="There is no text here. Write the goal in a sentence or two."
        )
    if len(text) > LONGEST:
        said = f"This text has {len(text):,} characters; {LONGEST:,} are read at most. Send the goal alone."
        return UnusableText(code="too_long", message=said)
    if not any(char.isalnum() for char in text):
        return UnusableText(
            code="no_words", message="There are no words here. Write the goal in a sentence or two."
        )
    return None


def check_text(text: str, context: GoalContext, today: dt.date) -> GoalReview | UnusableText:
    """Return the review of any text, or the reason why it can't be reviewed."""
    return unusable(text) or _whole(text, context, today)


def review_goal(text: str, context: GoalContext, today: dt.date) -> GoalReview:
    """Return how the goal stands on each letter, seen from `today`.

    Raises:
        UnusableTextError: The text is blank, holds no words or is longer than `LONGEST`.
    """
    problem = unusable(text)
    if problem:
        raise UnusableTextError(problem)
    return _whole(text, context, today)


def verdict(levels: dict[Letter, Level]) -> Verdict:
    """Return the whole, as the codebook computes it from the levels."""
    s, m, a, r, t = (levels[letter] for letter in CRITERIA)
    if s == t == 2 and min(m, a, r) >= 1:
        return "smart"
    return "vague" if s <= 1 and m == 0 and t <= 1 and a <= 1 else "partial"


def _whole(text: str, context: GoalContext, today: dt.date) -> GoalReview:
    reading = read(text, today)
    parts = _parts(text, reading, context, today)
    return _review(reading, context, today, parts)


def _parts(text: str, reading: Reading, context: GoalContext, today: dt.date) -> tuple[GoalReview, ...]:
    """Return a review of each goal when the text holds several, spans counted in the part's own text."""
    listed = lines_of(text)
    if len(listed) > 1:
        return tuple(_part(text[start:end], context, today) for start, end in listed)
    starting = {s.sentence for s in reading.segments if s.part == "goal" and s.cue in {".", ";"}}
    if len(starting) < 2:
        return ()
    said = [text[start:end] for start, end in sentences_of(text)]
    whole = [
        part
        for part in (_part(line, context, today) for line in said if any(c.isalnum() for c in line))
        if _stands_alone(part)
    ]
    return tuple(whole) if len(whole) > 1 else ()


def _part(text: str, context: GoalContext, today: dt.date) -> GoalReview:
    return _review(read(text, today), context, today, None)


def _stands_alone(part: GoalReview) -> bool:
    """Return whether a sentence is a goal by itself: a verb, a bounded result, and a number or an end."""
    letters = part.criteria
    return (
        part.action is not None
        and letters.specific.level == 2
        and letters.measurable.level >= 1
        and letters.achievable.level == 0
    )


def _review(
    reading: Reading, context: GoalContext, today: dt.date, parts: tuple[GoalReview, ...] | None
) -> GoalReview:
    sight = Sight(reading)
    deadline = end_of(reading, today)
    language = language_of(reading)
    standings = _standings(sight, deadline, parts)
    met = _met_elsewhere(standings, context, today)
    levels: dict[Letter, Level] = {
        letter: 2 if letter in met else of.level for letter, of in standings.items()
    }
    reviews = _letters(sight, standings, met, language)
    return GoalReview(
        text=reading.text,
        verdict=verdict(levels),
        criteria=Criteria(**reviews),
        deadline=deadline,
        measure=_first(reading, standings["measurable"]),
        action=_span(reading, (sight.action.first, sight.action.last)) if sight.action else None,
        language=language,
        goals=parts,
    )


def standings_of(sight: Sight, today: dt.date) -> Standings:
    """Return the level of each letter by the text alone, with the case that decided it."""
    return _standings(sight, end_of(sight.reading, today), None)


def _standings(sight: Sight, deadline: Deadline | None, parts: tuple[GoalReview, ...] | None) -> Standings:
    found: Standings = {
        "specific": specific(sight),
        "measurable": measurable(sight),
        "achievable": achievable(sight),
        "relevant": relevant(sight),
        "time_bound": time_bound(sight.reading, deadline),
    }
    best: Level = max((part.criteria.specific.level for part in parts or ()), default=0)
    if len(parts or ()) > 2 and best > found["specific"].level:
        found["specific"] = Standing(best, found["specific"].carried, "list")
    return found


def _met_elsewhere(standings: Standings, context: GoalContext, today: dt.date) -> dict[Letter, str]:
    """Return the letters that a field of the plan meets where the text does not, and which field."""
    given: dict[Letter, str] = {}
    if any(means.strip() for means in context.means):
        given["achievable"] = "means"
    for field in ("serves", "why"):
        if (getattr(context, field) or "").strip():
            given["relevant"] = field
    if context.due is not None:
        given["time_bound"] = "due"
    if context.measure and context.measure.strip() and _field_measures(context.measure, today):
        given["measurable"] = "measure"
    return {letter: field for letter, field in given.items() if standings[letter].level < 2}


def _field_measures(measure: str, today: dt.date) -> bool:
    return any(char.isdigit() for char in measure) or measurable(Sight(read(measure, today))).level == 2


def _letters(
    sight: Sight, standings: Standings, met: dict[Letter, str], language: str
) -> dict[Letter, CriterionReview]:
    only_first = standings["specific"].level == 0
    out: dict[Letter, CriterionReview] = {}
    for letter in CRITERIA:
        ask = letter == "specific" or not only_first
        out[letter] = _letter(sight, letter, standings, met.get(letter), ask, language)
    return out


def _letter(  # noqa: PLR0913, PLR0917 - all that one row needs
    sight: Sight,
    letter: Letter,
    standings: Standings,
    stated_in: str | None,
    ask: bool,  # noqa: FBT001 - one question, asked once
    language: str,
) -> CriterionReview:
    standing = standings[letter]
    english = language in {"en", "und"}
    sure = english and is_confident(letter, signs(sight, standing, standings))
    evidence = tuple(_span(sight.reading, stretch) for stretch in standing.carried) if standing.level else ()
    level: Level = 2 if stated_in else standing.level
    finding, question = (None, None) if level == 2 else _said(sight, letter, standing, language)
    return CriterionReview(
        level=level,
        confident=sure or stated_in is not None,
        evidence=evidence,
        finding=finding,
        question=question if ask else None,
        stated_in=stated_in,
    )


def _said(sight: Sight, letter: Letter, standing: Standing, language: str) -> tuple[str, str]:
    if language not in {"en", "und"} and letter == "specific":
        return foreign_words(language_name(language))
    case, quoted = standing.case, _quoted(sight, letter, standing)
    if letter == "measurable" and standing.level == 0:
        case = "number" if quoted else "none"
    if letter == "time_bound" and standing.level == 0:
        case = "named" if quoted else "none"
    return words_for(letter, standing.level, case, quoted)


def _quoted(sight: Sight, letter: Letter, standing: Standing) -> Span | None:
    """Return the words that the finding quotes."""
    reading = sight.reading
    if standing.carried:
        return _span(reading, standing.carried[0])
    if letter == "measurable":
        return _idle_number(sight)
    if letter == "time_bound":
        other = next((m for m in reading.times if m.role in {"start", "past", "name"}), None)
        return Span(start=other.start, end=other.end, text=other.text) if other else None
    if letter == "specific" and reading.segments:
        first = next((s for s in reading.segments if s.part == "goal"), reading.segments[0])
        return _span(reading, (first.first, first.last))
    return None


def _idle_number(sight: Sight) -> Span | None:
    """Return a number that measures nothing, with the word before it."""
    reading = sight.reading
    for at, token in enumerate(reading.tokens):
        if token.value is not None and token.low[0].isdigit() and at not in reading.timed:
            first = at - 1 if at and (reading.glued(at) or reading.low_at(at - 1).isalpha()) else at
            return _span(
                reading,
                (first, min(at + 2, len(reading.tokens)) if reading.low_at(at + 1).isalpha() else at + 1),
            )
    return None


def _first(reading: Reading, standing: Standing) -> Span | None:
    return _span(reading, standing.carried[0]) if standing.level and standing.carried else None


def _span(reading: Reading, stretch: tuple[int, int]) -> Span:
    first, last = stretch
    last = max(last, first + 1)
    while (
        last - 1 > first
        and not reading.lows[last - 1][-1].isalnum()
        and reading.lows[last - 1] not in {"%", ")", '"', "+", "\u20ac", "$", "\u00a3"}
    ):
        last -= 1
    start, end = reading.tokens[first].start, reading.tokens[last - 1].end
    return Span(start=start, end=end, text=reading.text[start:end])
