"""What they want: target, its size, when, what else they could imagine, not knowing, why, what they enjoy."""

import re
from collections.abc import Iterator

from coaching.listening.clauses import clauses
from coaching.listening.facts.work import is_head, is_job, job_at
from coaching.listening.heard import Fact, Slot
from coaching.listening.matching import STOP, fact
from coaching.listening.numbers import NUMBER
from coaching.listening.text import Sentence

_WANT = r"(?:i (?:really |just |still |also |do |would |secretly |always |mostly |now |'d )*(?:want|wanna|hope|plan|intend|dream|aim|aspire|wish|expect|mean|like|love)|i(?:'d| would) (?:really |dearly |quite |so )?(?:like|love|prefer)|i(?:'m| am) (?:hoping|aiming|planning|trying|working towards?|dreaming|going|after|gunning|pushing|shooting|angling|headed|heading)|my (?:\w+ )?(?:aim|ambition|dream|goal|target|plan|hope|wish)(?: job| role)?(?: is| would be| has always been)?|want(?:ing)?|wanna|hoping|aiming|the (?:aim|dream|plan|goal|idea) (?:is|would be))"
_BECOME = re.compile(
    rf"\b{_WANT} (?:one day |eventually |someday |some day |ultimately |to |of |at |for |by \d{{4}} |in \w+ years |at some point |really |still |maybe |then )*(?:be(?:come|coming)?|being|make|making|get(?:ting)? to|get(?:ting)? promoted to|move(?: up)? to|moving(?: up)? to|step(?: up)? to|stepping(?: up)? to|rise to|train as|retrain as|work as|working as|end up as|qualify as|go for|going for|for|after|at|as|to)? ?(?:a |an |the |our |my |their |your |full |fully |made )?(?=\S)",
    re.IGNORECASE,
)
_RUN = re.compile(
    rf"\b{_WANT} (?:one day |eventually |someday |some day |ultimately |to |of )*(?P<verb>run|running|lead|leading|head|heading|head up|heading up|manage|managing|take over|taking over|be in charge of|own|owning|take on|direct|have|get|move into|moving into|get into|getting into|work in|working in|switch to|switching to|go into|going into|break into|join|transfer to|move to|move over to|set up|start|open) (?P<v>(?:the |my |our |a |an |their |his |her )?(?:whole |entire |own )?(?:(?!{STOP}\b)[^\W_][\w'&/-]{{0,24}} ){{0,4}}(?!{STOP}\b)[^\W_][\w'&/-]{{0,24}}(?: of (?:the |our )?(?:(?!{STOP}\b)[^\W_][\w'&/-]* ){{0,2}}(?!{STOP}\b)[^\W_][\w'&/-]*)?)",
    re.IGNORECASE,
)
_HAVE = re.compile(
    rf"\b(?:i want|i'd like|i would like|i'd love|want|wanna|my (?:aim|ambition|dream|goal) is|i'm after|i am after|i'm going for|going for) (?P<v>(?:the |my (?:own )?|our |his |her |(?-i:[A-Z][a-z]+)'s )(?:(?!{STOP}\b)[^\W_][\w'&/-]{{0,24}} ){{0,4}}(?!{STOP}\b)[^\W_][\w'&/-]{{0,24}}(?: (?:of|for) (?:the |our )?(?:(?!{STOP}\b)[^\W_][\w'&/-]* ){{0,2}}(?!{STOP}\b)[^\W_][\w'&/-]*)?)",
    re.IGNORECASE,
)
_NOT_TARGET = re.compile(
    r"^(?:the |my |our |a |an )?(?:own )?(?:say|best|most|job done|chance|money|pay|time|respect|truth|help|answer|same|right|work|weekend|reason|point|life|others?|rest|feeling|support|credit|raise|team|boss|manager|people|best of|way|idea|opportunity|conversation|meeting|agenda|break|change|best for|plan|goal|next (?:step|level|one|thing|year|month)|kids?|family|house|nights?|hours?|night pay|lot|bit|few|go|look|think|day|good|better|more|clear|baby|coffee|chat|word|talk|conversation|page|draft|list|hand|voice|break|rota|course|certificate|licen[cs]e|notice|place|ones?|thing|things|stuff|it|this|that|them|him|her|an?other|anything|something|nothing|problem|wait|backlog|figures?|system|process)\b",
    re.IGNORECASE,
)
_HEADLINE = (
    (
        r"\b(?P<v>%s) is (?:the dream|the aim|the goal|the plan|my (?:goal|aim|dream|ambition|target)|what i(?:'m| am) (?:going for|after|aiming (?:for|at)|working towards?)|what i (?:want|really want|would like|'d like|'d love|would love)(?: to be(?:come)?)?|where i(?:'m| am) (?:heading|going)|where i want to (?:be|go|get)|the next step|next(?=[,.]|$)|where that happens|where it happens|on my mind)"
    ),
    (r"\bi(?:'d| would) (?:settle for|take|do|be fine with) (?:a |an |the )?(?P<v>%s)"),
    (r"\b(?:the|a) (?P<v>%s) (?:job|post|role) (?:asks|requires|wants|needs|is|comes)"),
    (r"\bleaving (?:her|his|the|their) (?P<v>%s) (?:post|job|role)"),
    (r"\b(?:her|his|the) title is (?P<v>%s)"),
    (
        r"\b(?:aiming|aim|headed|heading|going|gunning|working|striving|pushing|shooting|angling) (?:for|at|towards?) (?:a |an |the |my )?(?P<v>%s)"
    ),
    (
        r"\b(?:the|that|this|my dream|my ideal|ideal|next) (?:job|post|role|position|title|rung|step|one)(?: i want| i'm after| for me| above mine)? (?:is|would be|'s) (?:a |an |the )?(?P<v>%s)"
    ),
    (
        r"\bi(?:'m| am) (?:ready for|going for|after|applying for|eyeing|interested in|up for|keen on) (?:a |an |the |my )?(?P<v>%s)"
    ),
    (
        r"\b(?:see myself|picture myself|imagine myself|end up|ending up) (?:one day |in \w+ years )?as (?:a |an |the )?(?P<v>%s)"
    ),
    (
        r"\b(?:promoted|promotion|step up|stepping up|move up|moving up|get|getting) (?:to|into) (?:a |an |the )?(?P<v>%s)"
    ),
    (r"\bi fancy (?:being |becoming |the )?(?:a |an |the )?(?P<v>%s)"),
)
_JOBISH = rf"(?:(?!{STOP}\b)[^\W_][\w'&/-]{{0,24}} ){{0,4}}(?!{STOP}\b)[^\W_][\w'&/-]{{0,24}}(?: (?:of|for) (?:the |our )?(?:(?!{STOP}\b)[^\W_][\w'&/-]* ){{0,2}}(?!{STOP}\b)[^\W_][\w'&/-]*)?"
_HEADLINES = tuple(re.compile(pattern % _JOBISH, re.IGNORECASE) for pattern in _HEADLINE)
_POSTS = frozenset(
    "post job role position seat board spot licence ticket partnership chair headship bench rank".split()
)
UNWANTED = re.compile(
    r"\b(?:not|don't|never|no longer|nobody|wouldn't|doesn't|didn't|rather than|instead of|more than|if|when) (?:\w+ ){0,2}$",
    re.IGNORECASE,
)


def targets(sentence: Sentence) -> Iterator[Fact]:
    """Yield the job or place they want: a title after "want to be", or what they want to run."""
    for match in _BECOME.finditer(sentence.plain):
        end = job_at(sentence.plain, match.end())
        alone = re.match(
            r"(?:lead|head|chair|manager?) (?:the|a|an|my|our)\b",
            sentence.plain[match.end() :],
            re.IGNORECASE,
        )
        if UNWANTED.search(sentence.plain[: match.start()]) or end is None or alone:
            continue
        yield from _target(sentence, match.end(), end)
        return
    if (dated := _dated_title(sentence)) is not None:
        yield dated
        return
    for pattern in (_RUN, _HAVE):
        for match in pattern.finditer(sentence.plain):
            value = match["v"]
            if (
                UNWANTED.search(sentence.plain[: match.start()])
                or _NOT_TARGET.match(value)
                or not _placelike(match, value)
            ):
                continue
            yield from _titled(sentence, match)
            return
    yield from _headlined(sentence)


def _titled(sentence: Sentence, match: re.Match[str]) -> Iterator[Fact]:
    """Yield the title in "the regional director's post", else the place as said; "Piotr's job" names none."""
    if re.match(
        r"(?-i:[A-Z])[\w-]+'s (?:job|post|role|position|seat)\b|(?:his|her|their) (?:job|post|role)",
        match["v"],
        re.IGNORECASE,
    ):
        return
    lead = re.match(r"(?:the|my|our) ", match["v"], re.IGNORECASE)
    start = match.start("v") + (lead.end() if lead else 0)
    end = job_at(sentence.plain, start)
    if end and match.re is _HAVE:
        yield from _target(sentence, start, end)
    else:
        yield from _target(sentence, match.start("v"), match.end("v"))


def _dated_title(sentence: Sentence) -> Fact | None:
    """Return a title that stands with a horizon and no verb: "duty manager, in two years"; or "To be a train driver"."""
    for match in _TITLE_START.finditer(sentence.plain):
        end = job_at(sentence.plain, match.end())
        if end and (match["to"] or _HORIZON.match(sentence.plain[end:].lstrip(" ,"))):
            return fact("target", sentence, match.end(), end)
    return None


_TITLE_START = re.compile(
    r"(?:^|: |; |, so |\bjust |\bbut )(?P<to>to (?:be|become) )?(?:a |an |the )?(?=\w)", re.IGNORECASE
)


_BECOMING = re.compile(
    r"(?:(?:ok|so|my goal|i'd say)[,:]* )*(?:to )?(?:become|be|reach|get to|move up to|make|be promoted to) (?:a |an |the )?",
    re.IGNORECASE,
)


def goal_target(sentence: Sentence) -> Iterator[Fact]:
    """Yield the job that a goal is to become, and by when: "Become team lead by next spring"."""
    match = _BECOMING.match(sentence.plain)
    end = job_at(sentence.plain, match.end()) if match else None
    if match and end:
        yield from _target(sentence, match.end(), end)
        yield from horizons(sentence)
    reason = re.search(
        r"\b(?P<v>(?:so (?:that )?(?:i|we) can|so that|because) [^.;!?]{6,160})",
        sentence.plain,
        re.IGNORECASE,
    )
    if match and end and reason:
        yield from _made("why", sentence, reason.start("v"), reason.end("v"))


def _placelike(match: re.Match[str], value: str) -> bool:
    """Return whether what they want to run or have can be a place to get to."""
    low = value.lower()
    last = low.split()[-1]
    if match.re is _HAVE:
        return (
            is_job(value)
            or last in _POSTS
            or bool(
                re.match(
                    r"(?:the|my) (?:whole|entire) |(?:my )?own (?:\w+ )?(?:firm|shop|workshop|bakery|practice|business|studio|kitchen|restaurant|yard|garage|school|company|clinic|salon|farm|place|store|agency|team|branch|ward)\b",
                    low.removeprefix("my ") if low.startswith("my own") else low,
                )
            )
            or bool(
                re.search(
                    r"\b(?:division|department|region|branch|board|plant|franchise|practice|executive)\b", low
                )
            )
        )
    verb = match["verb"].lower()
    if verb in {"have", "get", "start", "set up", "open", "own", "owning"}:
        return bool(
            re.match(
                r"(?:my|our) own |a (?:shop|bakery|practice|business|company|school|studio|workshop|restaurant|café|cafe|clinic)\b|the whole",
                low,
            )
        ) or is_job(value)
    return True


def _target(sentence: Sentence, start: int, end: int) -> Iterator[Fact]:
    value = re.sub(
        r" (?:one day|some ?day|eventually|soon|here|there|now|too|again|either|next|instead|someday|myself)$",
        "",
        sentence.plain[start:end],
        flags=re.IGNORECASE,
    )
    found = fact("target", sentence, start, start + len(value))
    if found is not None:
        yield found


def _headlined(sentence: Sentence) -> Iterator[Fact]:
    for pattern in _HEADLINES:
        for match in pattern.finditer(sentence.plain):
            start = match.start("v")
            lead = re.match(r"(?:a|an|the) ", match["v"], re.IGNORECASE)
            start += lead.end() if lead else 0
            last = sentence.plain[start : match.end("v")].lower().split(" of ")[0].split()[-1]
            if UNWANTED.search(sentence.plain[: match.start()]) or not (
                is_head(last) or last in _POSTS or last == "manger"
            ):
                continue
            yield from _target(sentence, start, match.end("v"))
            return


_HORIZON = re.compile(
    rf"\b(?:one day\b|some ?day\b|eventually\b|sooner or later\b|in the long (?:run|term)\b|long[- ]term\b|at some point\b|(?:by|before|in|around|from|come) (?:the (?:end|start|beginning|middle) of )?(?:the )?(?:year )?20\d\d(?: \w+)?(?=[,.;:!?) ]|$)"
    rf"|(?:in|within|over|inside) (?:the )?(?:next )?(?:about |around |roughly |maybe |say |at most |less than |another )?(?:{NUMBER}|a couple of|a few|several|a)(?:[ -](?:or|to) (?:{NUMBER}))? ?(?:years?|yrs?|months?|decades?)(?:'? time)?\b|(?:by|before) (?:i'm|i am|i turn|my) (?:{NUMBER})(?:th)?(?: birthday)?\b|(?:by|before) (?:the )?end of (?:the |next |this )?(?:\w+ )?year(?: at the latest)?\b|by (?:christmas|easter|new year)\b|by the time i(?:'m| am| turn) (?:{NUMBER})|by (?:next|this|the) (?:spring|summer|autumn|winter|fall|year|christmas|easter)(?: after next)?\b|by the \d{{4}} \w+|(?:{NUMBER}) years from now|next time\b|(?:a|two|three|five|ten) years? down the (?:line|road)|before i retire|when (?:he|she|they|\w+) (?:goes|retires?|leaves|steps down)(?: in \d{{4}})?)",
    re.IGNORECASE,
)
_SIZE = re.compile(
    rf"(?P<v>\b(?:{NUMBER})-odd (?:people|staff)\b|\b(?:about |around |roughly |some |over |nearly |a team of |no more than |up to |more than )*(?P<n>{NUMBER}) (?!years?\b|yrs?\b|months?\b|weeks?\b|days?\b|hours?\b|per ?cent\b|%|times\b|minutes\b|of\b|percent\b|in\b|or\b|and\b|to\b|reps using)(?:[^\W\d_][\w-]* )?[^\W\d_][\w-]*s\b|\b(?:about |around |roughly |some |over |nearly )*(?:{NUMBER}) (?:people|staff|folk|children|men|women)\b|\ba team of (?:{NUMBER}))",
    re.IGNORECASE,
)


def around_target(sentence: Sentence, target: Fact | None) -> Iterator[Fact]:
    """Yield when they want to be there, as said, and how big it is."""
    at = target.end - sentence.start if target else 0
    horizon = _HORIZON.search(sentence.plain)
    if horizon:
        yield from _made("horizon", sentence, horizon.start(), horizon.end())
    size = _SIZE.search(sentence.plain, at)
    if (
        size
        and size.start() - at < 60
        and not re.search(r"\b(?:i|i've|i'm|we|my|he|she)\b", sentence.low[at : size.start()])
        and not re.search(
            rf"\b(?:lead|manage|supervise|have)\b[^,.;]*$", sentence.plain[at : size.start()], re.IGNORECASE
        )
    ):
        yield from _made("size", sentence, size.start(), size.end())


def starts_with_horizon(sentence: Sentence) -> bool:
    """Return whether a sentence begins with a horizon."""
    return bool(_HORIZON.match(sentence.plain))


def horizons(sentence: Sentence) -> Iterator[Fact]:
    """Yield the horizon of a sentence, where one is expected."""
    match = _HORIZON.search(sentence.plain)
    if match:
        yield from _made("horizon", sentence, match.start(), match.end())


def sizes(sentence: Sentence, at: int) -> Iterator[Fact]:
    """Yield the size said after a target."""
    match = _SIZE.search(sentence.plain, at)
    if match and not re.search(r"\b(?:i|i've|i'm|we|my|he|she)\b", sentence.low[: match.start()]):
        yield from _made("size", sentence, match.start(), match.end())


def _made(slot: Slot, sentence: Sentence, start: int, end: int) -> Iterator[Fact]:
    found = fact(slot, sentence, start, end)
    if found is not None:
        yield found


_DIRECTION = r"(?:where|which|what|whether|if|how far)"
_UNDECIDED = re.compile(
    rf"\b(?:i(?:'m| am|'ve)?|im)? ?(?:just |really |honestly |still |only |also |actually )*(?:(?:don't|dont|do not|can't|cannot|couldn't) (?:really |yet |quite |actually |even )?(?:know|tell|decide|say|see|work out|figure out|make up my mind)|(?:am |'m )?(?:not|un) ?(?:really |quite |at all |yet |so )?(?:sure|certain|clear)|have(?:n't)? (?:no|any|decided|figured out|worked out|got a) ?(?:idea|clue)?|dunno|(?:ve |have )?no (?:idea|clue)|haven't (?:decided|made up my mind|worked out|figured out|a clue)|wondering|undecided|unsure) (?:about |on |yet |really |as to )*(?:{_DIRECTION}\b) ?[^.;!?]{{2,140}}"
    r"|\b(?:torn between|undecided between|between two|(?:i )?(?:go|going) back and forth (?:about|between|on)|(?:i )?(?:can't|cannot|couldn't) (?:decide|choose|pick|make up my mind)(?: between)?|in two minds|of two minds|(?:i'm )?toying with both|at a crossroads|wavering between|(?:i )?keep wondering (?:about|whether|if)|some days i'd rather|(?:i )?keep changing my mind|(?:i )?haven't decided|haven't made up my mind|(?:i )?have no direction|no direction|(?:i'm )?(?:completely |totally )?undecided|(?:now )?i'm less sure|(?:i )?don't know (?:yet|what i want|which way)|not sure yet what)[^.;!?]{0,140}"
    r"|\bi want (?:to move up|to move on|something else|something different|a change|more|out|to do something (?:else|different|new)|to change)\b[^.;!?]{0,40}?\b(?:but|just|only|and) (?:i )?(?:don't know|no idea|not sure|have no idea|can't say|dunno|haven't)[^.;!?]{0,100}",
    re.IGNORECASE,
)
_OF_SELF = re.compile(
    r"\b(?:i want|i should|i'd|i could|i can|to (?:go|do|be|aim|turn|move|run|start|become|want|choose|head|stay|leave|pick)|my next|next|i belong|i'm (?:heading|going|meant|good|suited|cut)|where(?: to| i|$|[.,!])|which (?:way|direction|one|job|path)|what (?:i want|i'd|next|else|to)|if i|whether i|or|the two|direction|staying|leaving|mind|sure yet|decide\w*|less sure|torn|undecided|forth)\b",
    re.IGNORECASE,
)


def undecided(sentence: Sentence) -> Iterator[Fact]:
    """Yield the clause that says they don't know where to."""
    for match in _UNDECIDED.finditer(sentence.plain):
        if _OF_SELF.search(match[0]) and not re.search(
            r"\b(?:how|what (?:an?|the|she|he|they|it)) (?:\w+ ){0,3}(?:does|do|is|are|works?|gets?|need)\b|where (?:you|people) ",
            match[0],
            re.IGNORECASE,
        ):
            yield from _made("undecided", sentence, match.start(), match.end())
            return


_CANDIDATE = re.compile(
    r"\b(?:i(?:'m| am) (?:considering|thinking (?:of|about)|toying with|tempted by|drawn to|looking at|weighing up|curious about|wondering about|also thinking (?:of|about))|i could (?:imagine|see myself|picture myself)(?: being| as| becoming| doing)?|i(?:'ve| have) (?:considered|thought (?:of|about)|been (?:considering|thinking (?:of|about)|wondering about))|i might (?:try|like|go for|be)|i(?:'d| would) consider|plan b (?:is|would be)|one option (?:would be|is)|or maybe|or perhaps|or possibly|alternatively)(?: being| becoming| as| going into| doing| to be| a move into| moving into)? (?P<v>(?:a |an |the )?[^.;!?,]{3,60}?)(?=[.;!?,]|$| (?:because|but|since|as|though|which|who|and|one day|some ?day|eventually|or)\b)"
    r"|(?:^|, |; )(?P<w>[^.;!?,]{3,40}?) (?:as (?:a )?plan b|as (?:a )?fallback|keeps (?:popping|coming) (?:in)?to my (?:head|mind)|appeals(?: to me)?|would (?:suit|appeal|interest|tempt)(?: to)? me|tempts me|is tempting|sounds (?:good|right|interesting|tempting))\b",
    re.IGNORECASE,
)


def candidates(sentence: Sentence) -> Iterator[Fact]:
    """Yield jobs they could imagine."""
    for match in _CANDIDATE.finditer(sentence.plain):
        group = "v" if match["v"] else "w"
        value = re.sub(r"^(?:a|an|the) ", "", match[group], flags=re.IGNORECASE)
        if (
            re.match(
                r"(?:it|this|that|so|not|both|leaving|quitting|asking|telling|how|what|why|my|stay\w*|him|her|them)\b",
                value,
                re.IGNORECASE,
            )
            or "'s" in value[:2]
        ):
            continue
        if not (
            is_job(value)
            or re.match(r"seat|role|post|position|job", value)
            or group == "w"
            or re.match(r"[a-z]+ing\b", value) is None
            and len(value.split()) <= 5
            and re.search(r"consider|imagine|tempted|drawn", match[0], re.IGNORECASE)
        ):
            continue
        yield from _made("candidate", sentence, match.end(group) - len(value), match.end(group))


_WHY = re.compile(
    r"\b(?:because|cos|'cause|since|so that|so i can|so we can|in order to|the reason is(?: that)?|it's about|that's why|what draws me(?: to it)? is(?: that)?|what pulls me is|what i like about it is|it(?:'d| would) (?:let|allow) me)\b (?P<v>[^.;!?]{6,200})",
    re.IGNORECASE,
)


def reasons(sentence: Sentence, *, wanted: bool) -> Iterator[Fact]:
    """Yield the reason in a sentence that says what they want."""
    match = _WHY.search(sentence.plain)
    if (
        match
        and (wanted or re.search(rf"\b{_WANT}\b", sentence.plain[: match.start()], re.IGNORECASE))
        and not re.match(
            r"(?:last|\d|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)",
            match["v"],
            re.IGNORECASE,
        )
    ):
        yield from _made("why", sentence, match.start("v"), match.end("v"))


_ENJOY = (
    re.compile(
        r"\bi (?:really |just |do |actually |always |still |quite |genuinely |honestly |most |absolutely )*(?:like|love|enjoy|adore) (?:most is |best is |it when |when )?(?P<v>(?!(?:to know|to be|to become|to run|to lead|to have|to get|to move|to go|to hear|your|you|it|that|this|one|some|a |an |the job|my job|her|him|them|to)\b)[^.;!?]{4,120})",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?P<v>[^.;:!?]{3,110}?),? (?:is|are|was) (?:what i (?:do (?:best|most)|(?:like|love|enjoy|live for|am best at)(?: best| most| really)?)|what i'm (?:best|good|happiest) (?:at|doing)|the (?:part|bit|thing|side|bits|parts) (?:of (?:it|the job|my job|my week) )?(?:that )?i(?:'d| would)? (?:like|love|enjoy|keep)(?: most| best)?|(?:the|my) (?:best|favourite|favorite) (?:part|bit|thing|hour|day|hours)(?: of \w+(?: \w+){0,3})?|my favou?rite)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?P<v>[^.;:!?]{3,110}?), (?:that's|that is|those are) (?:the|my) (?:best|favourite|favorite|nicest|good) (?:part|bit|day|hour|thing|days|bits|moments?)\b",
        re.IGNORECASE,
    ),
    re.compile(r"(?:^|, )(?P<v>(?:the |my )?[^.,;:!?]{3,60}?) (?:keeps?|kept) me going\b", re.IGNORECASE),
    re.compile(
        r"\b(?:(?:the|my) (?:best|favourite|favorite|nicest) (?:part|bit|hour|day|thing|time)(?: of [^.,;:]{2,30})?|what i (?:like|love|enjoy|would keep|'d keep)(?: most| best)?|i'd keep|i would keep|i'm happiest|i'm at my best|i come alive)(?: last week)?(?: is| was| are| would be| when| doing)+ (?P<v>[^.;!?]{4,120})",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bi(?:'d| would) (?:keep|miss) (?P<v>(?!(?:it|that|you|quiet|going|my job)\b)[^.;!?,]{4,90})",
        re.IGNORECASE,
    ),
)


def enjoyed(sentence: Sentence) -> Iterator[Fact]:
    """Yield what they say they like doing."""
    for clause in clauses(sentence):
        for pattern in _ENJOY:
            match = pattern.search(clause.plain)
            if match is None or re.search(
                r"\b(?:not|don't|didn't|never|no longer) (?:\w+ )?$",
                clause.plain[: match.start()] + " " if match.start() else "",
                re.IGNORECASE,
            ):
                continue
            start = match.start("v")
            lead = re.match(r"(?:and|but|so|because|since|as|oh|well|now)\b,? +", match["v"], re.IGNORECASE)
            value = re.split(
                r",? (?:and i'm good|but|because|since|although|though|not the)\b",
                match["v"],
                maxsplit=1,
                flags=re.IGNORECASE,
            )[0]
            start += lead.end() if lead else 0
            end = match.start("v") + len(value)
            if end > start:
                yield from _made("enjoy", clause, start, end)
                break
