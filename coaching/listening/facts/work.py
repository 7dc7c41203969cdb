"""What they do now: role, how long, unit, industry, how many people."""

import re
from collections.abc import Iterator
from functools import cache

from coaching.listening.heard import Fact
from coaching.listening.matching import STOP, fact
from coaching.listening.numbers import NUMBER, digits
from coaching.listening.text import Sentence
from coaching.listening.words import any_of, words

_FILE = "jobs.txt"
_WORD = re.compile(r"[^\W_][\w'&/+.-]*")
_OF_TITLE = frozenset(
    "head director vp president chief manager officer leader lead chair dean curator captain inspector chairman secretary keeper vice-president".split()
)
_STOPPED = re.compile(
    rf"{STOP}$|(?:the|a|an|me|new|any|our|his|her|their|your|says?|told|would|will|can|could|should|must|who's|there|here|not|never|only|just|going|wants?|needs?|knows?|said|plus|per|all|every|some|any)$",
    re.IGNORECASE,
)


@cache
def _heads() -> frozenset[str]:
    return words(_FILE, "head")


def is_head(word: str) -> bool:
    """Return whether a word names a job: "nurse", "pharmacologist"."""
    last = re.split(r"[ -]", word.lower().strip(" .,;!?"))[-1]
    whole = word.lower().strip(" .,;!?")
    if {last, whole} & words(_FILE, "none"):
        return False
    if {last, whole} & _heads():
        return True
    return any(last.endswith(end) and len(last) > len(end) + 2 for end in words(_FILE, "ending"))


def is_job(phrase: str) -> bool:
    """Return whether a phrase is headed by the name of a job: "senior ward nurse", "head of finance"."""
    head = re.split(r" (?:of|for) ", phrase.strip())[0]
    return is_head(head.split(" ")[-1]) if head else False


def job_at(plain: str, start: int) -> int | None:
    """Return where a job title that begins at `start` ends, None where there is none.

    Args:
        plain: The sentence with straight quotes.
        start: The first code point of its first word, articles left out.
    """
    ends: list[tuple[int, str]] = []
    at = start
    for _ in range(6):
        match = _WORD.match(plain, at)
        if match is None or (_STOPPED.fullmatch(match[0]) and match[0] not in {"IT", "It"}):
            break
        word = re.sub(r"(?:'s|[.'-]+)$", "", match[0])
        if is_head(word):
            ends.append((match.start() + len(word), word.lower()))
        at = match.end()
        if at >= len(plain) or plain[at] != " " or match[0].endswith("'s"):
            break
        at += 1
    return _of_extended(plain, *ends[-1]) if ends else None


_OF = re.compile(
    rf" (?:of|for) (?:the )?(?!(?:five|six|ten|\d|about|around|{NUMBER})\b)(?:(?!{STOP}\b)[^\W_][\w'&/-]* ){{0,3}}(?!{STOP}\b)[^\W_][\w'&/-]*",
    re.IGNORECASE,
)


def _of_extended(plain: str, end: int, head: str) -> int:
    """Return the end with "of marketing" in it, where the title takes one."""
    match = _OF.match(plain, end) if head in _OF_TITLE else None
    return match.end() if match else end


_AM = re.compile(
    r"(?<!if )(?<!when )(?<!wish )(?<!until )(?<!once )(?<!before )(?<!said )\b(?:i'm|i am|im|i've been|ive been|i have been|they call me|^been|i'm called|(?:just |recently |newly |i )?(?:qualified|started|hired|employed|trained|working|signed on|taken on|back) (?:here )?as|i work as|i'm working as|i worked my way up to|i serve as|i act as|i'm employed as|working as|employed as|my job is|my role is|my title is|my job title is|my current (?:job|role|title) is|job:|role:|title:)"
    r"(?: (?:a|an|the|now|still|currently|just|only|actually|presently|technically|officially|basically|here as|really|your|one of the|one of three|this|just a|only a|but|being|working as|acting as|also|already|essentially|our|called|that of|formally))* ",
    re.IGNORECASE,
)
_AS = re.compile(
    r"(?:^|[,;:.] |(?<!such)(?<!same)(?<!train)(?<!end up)(?<!myself)(?<!seen)(?<!known) )as (?:a |an |the )?",
    re.IGNORECASE,
)
_BEING = re.compile(
    r"\b(?:being|life as|days as|career as|working as|job as|post as|qualified as) (?:a |an |the )?(?=\w)",
    re.IGNORECASE,
)
_START = re.compile(
    r"^(?:\w+: )?(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|ok|okay|so|well|me|just|currently|now|right now|still|a|an|the|fed up being|tired of being|textiles)[,!:.]* (?:a |an |the )?)*",
    re.IGNORECASE,
)
_AFTER_START = re.compile(
    r"\s*(?:$|[.,;:(-]|(?:here|at|in|for|on|of|with|since|by day|these days|now|going|from|under|\d)\b)",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"(?:^|[,.;] |\b(?:so|and|ok|currently|now) )i(?: currently| now| still| just| mainly| mostly)? (?P<v>(?:teach|drive|sell|repair|fix|bake|weld|audit|translate|farm|fly|paint|do|clean|cook|program|nurse|test|grow|edit)"
    r" (?!(?:that|it|this|what|my|not|like|so|more|most|well|a lot|everything|all|nothing|know|think|have|want|them|him|her|you|me|need|love|the same|feel|find|believe|understand|hope|wish|mind|care|get|see|for|to)\b)(?:a |an |the )?(?:(?!(?:and|but|for|at|in|on|since|to|with)\b)[^\W\d_][\w'&/-]*(?: |(?=[,.;]|$))){1,3})",
    re.IGNORECASE,
)
ROLE_OPEN = frozenset({"want.wish", "now.role", None})


def roles(sentence: Sentence, *, first: bool, open_question: str | None) -> Iterator[Fact]:
    """Yield what they say they are; fragments such as "Sales rep, four years" only where a role is expected."""
    for pattern in (_AM, _AS, _BEING):
        for match in pattern.finditer(sentence.plain):
            if pattern is _AS and (
                _wanted_before(sentence.plain[: match.start()])
                or re.search(
                    r"\b(?:he|she|they|him|her|them|(?-i:[A-Z])[a-z]+ (?:works|is|was))\b[^,.;]*$",
                    sentence.plain[2 : match.start()],
                )
            ):
                continue
            if (
                pattern is _BEING
                and "fed up" not in sentence.low
                and "tired" not in sentence.low
                and "years" not in sentence.low
            ):
                continue
            yield from _role(sentence, match.end())
    by_day = re.search(
        r"(?:^|, |and )(?P<v>[\w -]{3,40}?) (?:by day|now|by profession)[.,;!]?(?=$| )",
        sentence.plain,
        re.IGNORECASE,
    )
    if by_day and is_job(by_day["v"]) and job_at(sentence.plain, by_day.start("v")) == by_day.end("v"):
        yield from _made(fact("role", sentence, by_day.start("v"), by_day.end("v")))
    supposed = re.search(r"\bso (?P<v>[\w -]{3,40}?),? i (?:suppose|guess)", sentence.plain, re.IGNORECASE)
    if supposed and is_job(supposed["v"]):
        yield from _made(fact("role", sentence, supposed.start("v"), supposed.end("v")))
    if first and open_question in ROLE_OPEN:
        start = _START.match(sentence.plain)
        at = start.end() if start else 0
        end = job_at(sentence.plain, at)
        if end and _AFTER_START.match(sentence.plain, end) and not _by_training(sentence.plain, end):
            yield from _made(fact("role", sentence, at, end))
        elif end is None:
            yield from _doing(sentence)


def _role(sentence: Sentence, at: int) -> Iterator[Fact]:
    end = job_at(sentence.plain, at)
    if end and not _not_now(sentence.plain, end):
        yield from _made(fact("role", sentence, at, end))


def _by_training(plain: str, end: int) -> bool:
    return bool(re.match(r" by (?:trade|training|passion|background)", plain[end:], re.IGNORECASE))


def _not_now(plain: str, end: int) -> bool:
    return _by_training(plain, end) or bool(
        re.match(r" (?:until|before|back then|once|in my|at heart|material)\b", plain[end:], re.IGNORECASE)
    )


def _doing(sentence: Sentence) -> Iterator[Fact]:
    match = _DOING.search(sentence.plain)
    if match:
        yield from _made(fact("role", sentence, match.start("v"), match.end("v")))


def _made(found: Fact | None) -> Iterator[Fact]:
    if found is not None:
        yield found.model_copy(update={"unsure": False})


_SPAN = rf"(?:{NUMBER}|an?(?= (?:year|month|decade))|a couple of|a few|several|many|some)(?:[ -](?:and a half|or so|odd|long|good))? ?(?:years?|yrs?|months?|mths?|weeks|decades?|seasons|terms|summers|winters)(?: and a half)?"
_SINCE = re.compile(
    rf"(?P<v>(?:going on|getting on for|almost|nearly|over|about|around|just over|just under|more than|roughly|coming up (?:to|on)|close to|some|well over)? ?{_SPAN}(?: in\b(?! the| a| an| my| this| \w+ing)| now| of it)?)"
    r"|(?P<s>\b(?:ever )?since (?:the )?(?:last |early |late |mid-?|this |spring |summer |autumn |winter |start of |end of |beginning of )?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|easter|christmas|year|week|month|(?:19|20)\d\d|school|university|college|graduat\w+|i (?:left|finished|graduated) \w+|covid|the pandemic|i was \w+|the \w+ (?:opened|started|merged|merger|move))(?: (?:19|20)\d\d)?)",
    re.IGNORECASE,
)
_NOT_TENURE = re.compile(
    r"(?:\b(?:in|within|next|last|past|previous|another|every|after|under|couple of|than|until|wait|waits|by|each|a|over the|for the last|for the past|saved|took|takes|spent)\s*)$",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(
    r"\s*(?:old\b|ago\b|from now|time\b|away|later|early|ahead|younger|course|plan\b|degree|contract|on and|training|of (?:age|my life)|a year|left\b|to (?:go|retirement)|before|leave\b)",
    re.IGNORECASE,
)
_WORKING = re.compile(
    r"\b(?:i've|ive|i have|i'd) (?:now |also |only |already |just )?(?:been|worked|work|done|had|taught|driven|sold|spent|served|led|managed|run|stayed|cooked|nursed)\b|\bjoined\b|\bstarted (?:here|as|there|this)\b|\bqualified\b|\bin the (?:job|role|post)\b|\bon the job\b|\bhere\b|\bexperience\b|\bi do\b|\bi work\b|\bof it\b",
    re.IGNORECASE,
)


def tenure(sentence: Sentence, *, role_known: bool) -> Iterator[Fact]:
    """Yield how long they have done it: a span of time beside a role or a verb of working."""
    for match in _SINCE.finditer(sentence.plain):
        group = "v" if match["v"] else "s"
        before = sentence.plain[max(0, match.start() - 16) : match.start()]
        fits = (
            role_known
            or (group == "s" and re.search(r"\bi(?:'ve| have) been\b", sentence.low))
            or (group == "v" and _WORKING.search(sentence.plain))
        )
        if not fits or (
            group == "v" and (_NOT_TENURE.search(before) or _NOT_AFTER.match(sentence.plain, match.end()))
        ):
            continue
        if re.search(
            r"\b(?:want|wanna|aim|be|become|like to|hope)\b[^,.;]{0,60}$",
            sentence.plain[: match.start()],
            re.IGNORECASE,
        ) and not re.search(r"for $", before):
            continue
        yield from _made(fact("since", sentence, match.start(group), match.end(group)))
        return


@cache
def _people() -> str:
    return rf"(?:(?:{any_of(words(_FILE, 'people'))})\b|direct reports|team members)"


@cache
def _led() -> tuple[re.Pattern[str], ...]:
    number = rf"(?:about |around |roughly |some |nearly |almost |over |currently |a team of |a crew of |a group of |a department of |a staff of |a shift of |all )*(?P<n>{NUMBER})"
    noun = rf"(?: (?:other |more |direct |junior |senior |full-time |part-time |young |office |kitchen |ward |field |night |day |\w+ )?(?P<noun>[^\W\d_][\w-]{{2,20}}))?"
    return (
        re.compile(
            rf"\b(?P<verb>lead|leading|manage|managing|supervise|supervising|run|running|head|heading|oversee|overseeing|looking after|look after|in charge of|responsible for|line[- ]manage|boss of|have|i've got|with|train|in command of|over|coach|i've)(?: up)? {number}{noun}(?P<mine>,? (?:under|below|beneath) me|,? (?:who )?report(?:ing)? to me| (?:on|in) my (?:team|crew|section|department|shift))?",
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?P<verb>){number}{noun}(?P<mine> (?:under|below|beneath) me\b|,? (?:who )?(?:all )?(?:now )?report(?:ing)? (?:in)?to me\b|,? answer(?:ing)? to me\b| (?:on|in) my (?:team|crew|section|department|shift)\b| work(?:ing)? (?:for|under) me\b)",
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?P<verb>\b(?:my|our) (?:own )?(?:team|crew|squad|shift|department|section|unit|staff|brigade)(?: is| of| are|'s| has|:| now| counts| consists of| \()*) ?(?:about |around |now |just |only )*(?P<n>{NUMBER})(?P<noun>(?: people| of us| of them| strong| staff| members)?)(?P<mine>)(?= |[,.;:)!?]|$)",
            re.IGNORECASE,
        ),
        re.compile(rf"(?P<verb>\bteam of )(?P<n>{NUMBER})(?P<noun>)(?P<mine>)\b", re.IGNORECASE),
    )


_RELATED = frozenset(
    "lead leading manage managing supervise supervising head heading oversee overseeing looking after look in charge of responsible for line-manage line manage boss".split()
)


def reports(sentence: Sentence, *, role_known: bool) -> Iterator[Fact]:
    """Yield how many people they lead, in digits."""
    if re.search(
        r"\b(?:want|like to|become|hope|aim\w*|dream|would love|would have)\b[^,.;]{0,50}(?:team|lead|manag|run)",
        sentence.low,
    ):
        return
    for place, pattern in enumerate(_led()):
        for match in pattern.finditer(sentence.plain):
            if re.search(r"\b(?:no|other|every) $", sentence.plain[: match.start("n")], re.IGNORECASE):
                continue
            if _is_reports(match, place, role_known=role_known, low=sentence.low):
                number = digits(match["n"])
                if number and "." not in number:
                    yield Fact(slot="reports", value=number, text=sentence.text)
                    return
    if role_known and (found := _bare_count(sentence)):
        yield found


def _is_reports(match: re.Match[str], place: int, *, role_known: bool, low: str) -> bool:
    noun, verb = (match["noun"] or "").strip().lower(), match["verb"].lower()
    if place == 3:
        return (
            bool(
                re.search(
                    r"\b(?:i (?:lead|run|manage|head|supervise|have)|with|my|over|looking after|in charge)\b",
                    low[: match.start() + 4],
                )
            )
            or role_known
        )
    if place in {1, 2}:
        return True
    if match["mine"]:
        return True
    if re.match(
        r"(?:team|crew|group|department|staff|shift) of", match[0][len(verb) + 3 :].lower()
    ) and verb not in {"with", "train"}:
        return True
    counted = bool(re.fullmatch(_people(), noun)) or _plural_job(noun)
    strong = verb.split()[0] in _RELATED or verb in {"looking after", "look after", "run", "running"}
    if strong:
        return counted
    if (
        verb in {"i've", "have", "i've got"}
        and noun in {"people", "staff", "reports"}
        and re.search(r"\b(?:i|i've)\b", low)
    ):
        return True
    return counted and verb in {"have", "i've got", "with", "over", "i've", "in command of"} and role_known


def _plural_job(noun: str) -> bool:
    return noun.endswith("s") and is_head(noun[:-1]) or noun.endswith("es") and is_head(noun[:-2])


def _bare_count(sentence: Sentence) -> Fact | None:
    """Return a count of people that stands as a fragment beside the role: "depot foreman, 9 lads"."""
    match = re.search(
        rf"(?:[,;] |\bwith )(?P<n>{NUMBER}) (?:\w+ )?(?P<noun>[^\W\d_][\w-]+)(?=[,.;]|$| (?:plus|and|on|in)\b)",
        sentence.plain,
        re.IGNORECASE,
    )
    if match is None or not (
        re.fullmatch(_people(), match["noun"].lower()) or _plural_job(match["noun"].lower())
    ):
        return None
    number = digits(match["n"])
    return Fact(slot="reports", value=number, text=sentence.text) if number and "." not in number else None


@cache
def _industry() -> re.Pattern[str]:
    fields = any_of(words(_FILE, "industry"))
    company = r"(?:company|firm|group|start-?up|business|manufacturer|agency|chain|supplier|bank|maker|producer|provider|giant|consultancy|wholesaler|multinational|practice|organisation|corporation|sector|industry|trade|house|plant|store|shop|mill|factory|foundry|works|yard|broker|dealer)"
    return re.compile(
        rf"(?:\b(?:in|at|for|with|of|from) (?:(?:the|a|an|our) (?:[\w-]+ )??)?|\bon (?:the|a|an|our)(?: [\w-]+)?? |^|, |\b(?:i'm|im) in )(?P<v>{fields})(?=,? (?:{company})\b|[,.;:!?)]|$| (?:is|all|for|since|here|and|but|now|sales|so|where|i|we|at|by|in)\b)"
        rf"|\bthe (?P<w>[\w-]+(?: [\w-]+)?) (?:industry|sector|trade|business)\b",
        re.IGNORECASE,
    )


def industries(sentence: Sentence, *, role_known: bool) -> Iterator[Fact]:
    """Yield the industry: a known field of business, or what is called one."""
    for match in _industry().finditer(sentence.plain):
        if match["w"]:
            if (
                match["w"].lower().split()[0]
                not in {"same", "whole", "other", "right", "wrong", "private", "new", "big", "next"}
                and role_known
            ):
                yield from _made(fact("industry", sentence, match.start("w"), match.end("w")))
        elif role_known or re.search(r"\bi'?m in $", sentence.plain[: match.start("v")], re.IGNORECASE):
            yield from _made(fact("industry", sentence, match.start("v"), match.end("v")))
            return


_PLACE = re.compile(
    rf"(?:\b(?:in|on|for|of|at) |, )(?P<v>(?:the |our |a )?(?:(?!(?:{STOP})\b)[^\W_][\w'&/-]{{0,24}} ){{0,3}}(?:team|department|dept|section|unit|ward|district|hall|division|office|desk|branch|plants|lab|laboratory|kitchen|clinic|workshop|centre|center|region|depot|line|faculty|wing|shop floor))(?=[,.;:!?)]|$| (?:for|since|and|but|at|of|with|now|here|where|which|in|who)\b)"
    rf"|\b(?:in|on (?=ward|platoon|nights|days)) (?:the |our )?(?P<w>(?:(?!(?:{STOP}|a|an|me|you|house|home|bed|world|city|country|farm|writing|paper|touch|place|person|public|doing|debt|danger|trouble|common|private|advance|full|june|german\w*|english|french|meetings|hospital|school|house|morning|evening|afternoon|week|month|year|end|same|meantime|way|past|future|middle|corridor|car|head|my|years?|yrs|months?|time|fact|general|charge|spring|summer|autumn|winter|january|february|march|april|june|july|august|september|october|november|december|total|between|particular|order|short|post|mind|work|town|case|addition|life|love|need|front|case|part|full|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b)(?-i:[a-z]|IT|HR|A&E|ICU|R&D|QA|UX)[\w'&/-]{{0,24}}(?: (?!{STOP}\b)(?-i:[a-z])[\w'&/-]{{1,24}}){{0,2}}|(?:ward|platoon|station|team) \d+\w?))(?=[,.;:!?)]|$| (?:for|since|and|but|at|of|with|now|here|where|which|who)\b)",
    re.IGNORECASE,
)


def units(sentence: Sentence, *, role_known: bool) -> Iterator[Fact]:
    """Yield where in the organisation they work: "claims", "the restructuring team"."""
    if (named := _department().search(sentence.plain)) and not _wanted_before(
        sentence.plain[: named.start()]
    ):
        if role_known or named["in"]:
            yield from _made(fact("unit", sentence, named.start("v"), named.end("v")))
            return
    if not role_known:
        return
    for match in _PLACE.finditer(sentence.plain):
        group = "v" if match["v"] else "w"
        value = re.sub(r"^(?:the|our|a) ", "", match[group], flags=re.IGNORECASE)
        if value.lower() in words(_FILE, "industry") or re.match(
            rf"(?:{NUMBER})(?:\b|[a-z])", value, re.IGNORECASE
        ):
            continue
        if _wanted_before(sentence.plain[: match.start()]):
            continue
        yield from _made(fact("unit", sentence, match.end(group) - len(value), match.end(group)))
        return


@cache
def _department() -> re.Pattern[str]:
    parts = any_of(words(_FILE, "department"))
    return re.compile(
        rf"(?:\b(?P<in>in) (?:the )?|, |\bthe team is )(?P<v>{parts})(?=[,.;:!?)]|$| (?:for|since|and|but|i|we|at|now|team|where|last|this|department|here)\b)",
        re.IGNORECASE,
    )


_LED_UNIT = re.compile(
    r"\bi(?:'ve| have)? (?:lead|led|run|ran|head|headed|manage|managed|supervise) the (?P<v>[\w'&-]+(?: [\w'&-]+)? (?:desk|department|team|unit|section|ward|shift|branch|crew|office|lab))\b",
    re.IGNORECASE,
)


def led_unit(sentence: Sentence) -> Iterator[Fact]:
    """Yield the unit they lead: "I've led the fraud desk"."""
    match = _LED_UNIT.search(sentence.plain)
    if match:
        yield from _made(fact("unit", sentence, match.start("v"), match.end("v")))


def _wanted_before(before: str) -> bool:
    """Return whether a wish stands before, so that the place belongs to what is wanted."""
    return bool(
        re.search(
            r"\b(?:want|wanna|i'd like|would like|like to|love to|hope|aim\w*|become|dream\w*|move|ambition|goal|learn\w*)\b[^.;]*$",
            before,
            re.IGNORECASE,
        )
    )
