"""Time and what stands around it: limits outside work, hours, room, steps, what could get in the way."""

import re
from collections.abc import Iterator
from datetime import date

from coaching.deadlines.find import find_dates
from coaching.listening.clauses import bare, clauses
from coaching.listening.heard import Fact
from coaching.listening.matching import NAME, fact
from coaching.listening.numbers import NUMBER, digits
from coaching.listening.text import Sentence

_HOURS = re.compile(
    rf"(?P<n>{NUMBER}|\ban?(?= hour (?:a|per|each|every)))(?: to (?:{NUMBER}))? ?(?:h|hrs?|hours?)\b ?(?P<per>(?:a|per|each|every|/) ?week|weekly|in the week|a wk)?",
    re.IGNORECASE,
)


def hours(sentence: Sentence, *, expected: bool) -> Iterator[Fact]:
    """Yield hours a week, in digits; without "a week" only where hours were asked about."""
    for match in _HOURS.finditer(sentence.plain):
        number = "1" if match["n"].lower() in {"a", "an"} else digits(match["n"])
        free = re.match(
            r" ?(?:is all i have|free|to spare|tops|at most)\b", sentence.plain[match.end() :], re.IGNORECASE
        )
        if (
            number
            and (match["per"] or expected or free)
            and not re.search(
                r"\b(?:i'm at|i work|i already (?:do|work)) $", sentence.plain[: match.start()], re.IGNORECASE
            )
            and not re.search(
                r"\b(?:wait|waits|waiting|from|drive|commute) (?:\w+ )?$",
                sentence.plain[: match.start()],
                re.IGNORECASE,
            )
        ):
            yield Fact(
                slot="hours",
                value=number,
                text=sentence.text,
                unsure=bool(re.search(r"\b(?:maybe|perhaps|probably)\b", sentence.low)),
            )
            return
    if expected and (
        match_bare := re.match(
            rf"(?:about |around |roughly |maybe |say |only )?(?P<n>{NUMBER})(?=[,.;!]| maybe| perhaps| at most| tops|$)",
            sentence.plain,
            re.IGNORECASE,
        )
    ):
        number = digits(match_bare["n"])
        if number and float(number) <= 60:
            yield Fact(slot="hours", value=number, text=sentence.text)


_ROOM = (
    re.compile(
        r"\b(?:i|we)(?:'d| could| can| would| might|'ll| will| could probably| could maybe)? (?:easily |probably |maybe |then |just )?(?:drop|stop|skip|put off|postpone|hand over|hand on|hand|pass on|pass|delegate|give up|give away|give|cut|cancel|pause|outsource|ditch|leave out|shorten|lose|quit) (?P<v>(?!(?:it|that|this|them|everything|me|him|her|up|out|my job|of)\b)[^.;!?,]{3,80})",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|, |; |\bif )(?P<v>(?:the |my |our |one |all the )?[^.;!?,]{3,60}?) (?:could|can|would|might|should) (?:easily |probably )?(?:go|wait|be dropped|be stopped|be cut|be postponed|be handed (?:on|over)|be delegated|be skipped|stop)\b",
        re.IGNORECASE,
    ),
    re.compile(r"\bif (?P<v>(?:the |my )[^.;!?,]{3,50}?) (?:go|goes|went) to\b", re.IGNORECASE),
)
_GOES = re.compile(
    r"^(?P<v>the [^.;!?,]{3,40}?) (?:could|would|can) go(?:[.!]?$| to (?-i:[A-Z]))", re.IGNORECASE
)
_TAKER = re.compile(
    rf"(?P<v>{NAME}|my (?:deputy|colleague|trainee|apprentice|team)|the (?:trainee|apprentice|intern|deputy)) (?:could|can|would|might|will) (?:easily |probably |maybe )?(?:take|do|cover|handle|have)(?: (?:it|that|this|them|over))",
    re.IGNORECASE,
)


def rooms(sentence: Sentence, *, expected: bool) -> Iterator[Fact]:
    """Yield what can be dropped, put off or handed on."""
    for pattern in _ROOM if expected else (_ROOM[0], _GOES):
        match = pattern.search(sentence.plain)
        if match is None or (
            not expected
            and pattern is not _GOES
            and not re.search(
                r"(?<!so i )\b(?:could) (?:drop|hand|delegate|put off|postpone|give up|skip|stop)\b",
                match[0],
                re.IGNORECASE,
            )
        ):
            continue
        value = re.split(
            r" (?:to|until|till|for now|for a while|on)\b", match["v"], maxsplit=1, flags=re.IGNORECASE
        )[0]
        made = fact("room", sentence, match.start("v"), match.start("v") + len(value))
        if made is not None:
            yield made
            return


def taker(sentence: Sentence) -> str | None:
    """Return who could take something over."""
    match = _TAKER.search(sentence.plain)
    return match["v"] if match else None


_LIMIT = (
    re.compile(
        r"\b(?P<v>no (?:nights?|weekends?|travel(?:ling)?|shifts?|evenings?|overtime|relocation|moving|sundays?|saturdays?|late shifts?|night shifts?)\b(?: shifts?)?(?:, (?:i have|i've)[^.;!?,]{3,50})?)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<v>(?:i |we )?(?:can't|cannot|couldn't|won't|can not) (?:move|relocate|travel|work (?:nights|weekends|evenings|late|full[- ]time|more than)|do (?:nights|weekends|shifts|evenings)|leave (?:town|the city|home|the area|my (?:mum|mother|dad|father|wife|husband|kids))|lose (?:the|my|our|any)|afford|go (?:full[- ]time|below|under|without)|take (?:a pay cut|less)|stay (?:late|longer)|be (?:away|out)|miss (?:bed ?time|school|dinner))[^.;!?]{0,90})",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<v>(?:(?:i|we)(?:'ve| have)?(?: got)?|i'm|there's|with) (?:a |an |two |three |four |small |young |the |my )*(?:boy|girl|son|daughter|kids?|children|baby|toddler|twins|child|newborn)\b[^.;!?]{0,80})",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<v>(?:i|we) (?:take|pick up|collect|bring|drop|look after|care for|nurse|see|have) (?:him|her|them|my (?:son|daughter|kids?|children|mother|mum|mom|father|dad|parents|wife|husband|gran|grandmother|boy|girl|twins)|the (?:kids?|children|boys|girls|twins))[^.;!?]{0,60})",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<v>(?:my|our) (?:wife|husband|partner|mother|mum|mom|father|dad|kids?|son|daughter|children|parents|boy|girl|family|baby)(?:'?s)? (?:\w+ ){0,2}?(?:works?|needs?|job|school|studying|is studying|retraining|is (?:ill|sick|small|here|disabled|frail|settled|pregnant|at school|\w+ years old)|has|comes first|live|lives|starts school)\b[^.;!?]{0,70})",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<v>(?:mornings?|evenings?|weekends?|sundays?|saturdays?|afternoons|(?:mon|tues|wednes|thurs|fri)days?|nights|school holidays|bed ?time|dinner(?: time)?|sunday lunch|the school run|holidays|choir(?: practice)?|training|football|church|prayers?)(?: \w+){0,3} (?:matters?|are (?:sacred|mine|taken|off limits|when i|for (?:my|the) \w+|family)|is (?:sacred|mine|taken|off limits|when i|for (?:my|the) \w+|family)|have to stay|has to stay|must stay|stays?|(?:are|is) out)[^.;!?]{0,60})",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<v>i (?:need|must|have to|want to|won't give up|wouldn't give up|can't do without|have to keep|must keep|want to keep) (?:keep )?(?:the|my|our|a) (?:steady |night |regular |fixed |same |full |current |current |part[- ]time |mortgage |flexible )?(?:wage|pay|salary|income|pension|hours|visa|insurance|house|flat|garden|evenings|weekends|mornings|fridays|wednesdays|part[- ]time|allotment|commute|dog|horse|band|choir|health insurance)\b[^.;!?,]{0,50})",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<v>(?:i|we) (?:need to|must|have to|want to) be (?:home|back|there|at home)[^.;!?]{2,60})",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<v>(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?: and (?:mon|tues|wednes|thurs|fri|satur|sun)days?)? i (?:have|do|go|take|see|care|collect|look)[^.;!?]{2,50})|no \w+ing (?:because of|with|since) my [^.;!?,]{3,40}|after the kids are in bed|my custody [^.;!?,]{3,40}|(?:a|my) bad (?:back|knee|hip)[^.;!?]{0,30}))",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<v>(?:baby|toddler|newborn|kids?|mum|mother|dad|father) (?:at|is at) home)", re.IGNORECASE
    ),
    re.compile(
        r"(?P<v>(?:loan|mortgage) (?:on|for) the (?:house|flat)|(?:i|we)(?:'ve| have)(?: got)? a mortgage)",
        re.IGNORECASE,
    ),
)


def limits(sentence: Sentence, *, expected: bool) -> Iterator[Fact]:
    """Yield what must stay possible outside work."""
    seen: list[tuple[int, int]] = []
    for pattern in _LIMIT:
        for match in pattern.finditer(sentence.plain):
            if any(start < match.end("v") and match.start("v") < end for start, end in seen):
                continue
            value = match["v"]
            if not expected and re.search(
                r"\b(?:pupils|pupil|patients?|class|students?|customers?)\b", value, re.IGNORECASE
            ):
                continue
            value = re.split(
                r",? (?:so|but|because|and (?:that's|i want|it's|we can't|can't))\b",
                value,
                maxsplit=1,
                flags=re.IGNORECASE,
            )[0]
            made = fact("limit", sentence, match.start("v"), match.start("v") + len(value))
            if made is not None:
                seen.append((match.start("v"), match.end("v")))
                yield made.model_copy(update={"text": made.value})


_STEP = re.compile(
    r"(?P<v>(?:i(?:'ll| will| am going to|'m going to| plan to| am|'m| could| can|'d| would|'ve asked to| have to| promise to| intend to)|let me|we'll|i want to) (?:also |then |just |first |probably |try to |finally |actually )*(?P<verb>[a-z]+)\b[^;!?]{2,160})",
    re.IGNORECASE,
)
_NO_STEP = frozenset(
    "be have need like love not never think know hate see want guess feel say sorry happy a an the in at on over after still very so too afraid scared good sure responsible done fine about"
    " rather prefer appreciate lead manage work supposed able used tired nothing no only more less all out just hope believe understand imagine kill die miss lose regret come become".split()
)


def steps(sentence: Sentence, today: date, *, expected: bool) -> Iterator[Fact]:
    """Yield what they will do soon, with its date: without a date only where a step was asked for."""
    for piece in clauses(sentence):
        clause = bare(piece)
        match = _STEP.match(clause.plain)
        if match is None or match["verb"].lower() in _NO_STEP:
            continue
        due = due_of(clause.text, today)
        if re.match(r"i(?:'m| am) (?!going to)", clause.low) and not match["verb"].endswith("ing"):
            continue
        if not (expected or (due is not None and (due - today).days <= 62)):
            continue
        if re.match(r"i (?:could|can|would|'d)\b|i'd", clause.low) and not expected:
            continue
        made = fact(
            "step", clause, match.start("v"), len(re.split(r"(?<=\w)\. ", match["v"])[0]) + match.start("v")
        )
        if made is not None:
            yield made.model_copy(update={"text": made.value, "due": due})


def due_of(text: str, today: date) -> date | None:
    """Return the day by which something is to happen, where the words say one."""
    found = [
        one for one in find_dates(text, today) if one.date is not None and one.role in {"deadline", "start"}
    ]
    return next((one.date for one in found if one.date and one.date >= today), None)


_OBSTACLE = re.compile(
    r"(?:^|, |; )(?P<v>[^.;!?,]{3,80}?) (?:could|might|may|would|will|can) (?:easily |well |always )?(?:get in the way|stop me|sink it|kill it|scupper it|derail it|come between|come up|ruin it|slow me down|hold me up|block it|be a problem|throw me off)\b"
    r"|\b(?:the (?:problem|trouble|risk|danger|catch|snag|worry) (?:is|will be|would be)|what could stop me is|what gets in the way is|unless)(?: that)? (?P<w>[^.;!?]{3,100})",
    re.IGNORECASE,
)


def obstacles(sentence: Sentence) -> Iterator[Fact]:
    """Yield what could get in the way."""
    match = _OBSTACLE.search(sentence.plain)
    if match:
        group = "v" if match["v"] else "w"
        made = fact("obstacle", sentence, match.start(group), match.end(group))
        if made is not None and not re.match(
            r"(?:what|nothing|it|that|this|anything|something)$", made.value, re.IGNORECASE
        ):
            yield made.model_copy(update={"text": made.value})
