"""Feelings named with their word, by the person and about themself; what is denied or an idiom is none."""

import re
from functools import cache

from coaching.listening.heard import Feeling
from coaching.listening.text import Sentence
from coaching.listening.words import any_of, lines, words

KINDS = ("fear", "anger", "tired", "regret", "sad", "joy", "comparison")
_FILE = "feelings.txt"
_IDIOM = re.compile(
    r"\bi'?m afraid (?:(?:that )?(?:i|we|he|she|it|they|you|there|the|my|this|that)(?:'\w+)? (?:\w+ )?(?:can|can't|cannot|won't|don't|doesn't|didn't|have|has|haven't|hasn't|must|need|is|isn't|are|aren't|was|wasn't|will|couldn't|not|got|'ll|forgot|missed)|so\b|not\b|no\b|that's|$|it's)|, i'?m afraid[.!]?$"
    r"|\bhappy (?:to|with|if|for (?:you|him|her|them|now)|either|birthday|hour|path)\b|\bglad to\b|\bpleased to meet\b|\bdelighted to (?:meet|say)|\bsorry\b"
    r"|\b(?:tired|angry|sad|happy|nervous|worried|frustrated|upset|annoyed|unhappy|anxious) (?:process|processes|customers?|clients?|patients?|parents?|people|team|staff|users?|guests?|callers?|kids|children|students|families|relatives|faces?|old|excuse|website|tool|system|hour|medium|path)\b"
    r"|\bmad (?:busy|rush|dash|house)\b|\blost (?:time|deals?|customers?|clients?|the|a|my|our|property|revenue|sales|two|three|it|in translation|in transit|on)\b|\bdown (?:to|from|by|there|the|time|in|at|for|on|with|payment)\b|\blow (?:season|margin|on|priority|cost|budget|level|risk|hanging)\b|\bflat (?:structure|hierarchy|pack|fee|out|rate|white)\b|\bempty (?:shelves|room|handed|beds?|slots?|seats?)\b|\bstuck (?:to|with the|at (?:band|grade|level))\b|\bbeat (?:the|my|our|a|last|target)\b|\bspent (?:\w+ ){0,3}(?:on|hours|years|time|days?|weeks?|months?|money|doing|in|at)\b|\bspent (?:the|a|my|two|three|four|five|six|\d)"
    r"|\bhurt (?:the|our|sales|my chances|business)|\bblue (?:light|chip|collar)\b|\bcross (?:functional|team|training|-)|\bbroken (?:process|system|tool|lift|machine)|\bstill just\b|\bmore (?:pleased|tired) than not\b|\bproud (?:sponsor|partner)\b",
    re.IGNORECASE,
)


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind in KINDS for word in words(_FILE, kind)}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return the two frames: said of oneself, and a fragment that begins with the feeling."""
    modifiers = any_of(words(_FILE, "modifier"))
    feelings = any_of(frozenset(_kinds()))
    word = rf"(?P<word>(?:(?:{modifiers}) ){{0,3}}(?P<feeling>{feelings}))(?![\w-])(?P<more>(?: (?:and|or) (?:(?:{modifiers}) ){{0,2}}(?:{feelings}))?)"
    adverb = r"(?:(?:also|now|often|sometimes|usually|getting|a bit of|starting to feel|beginning to feel|feeling|left|being|made|like|that|this|all|at the moment|today|lately|actually|frankly|only|to be|i'm|in fact|half|both|equal parts) ){0,3}"
    me = (
        r"(?:\bi(?:'m| am|'ve been| have been| was| feel| felt| get| got|'m feeling| am feeling|'m getting| am getting| end up| keep feeling|'ve felt|'ve had|'d be| would be| have| had|'ve become| became| must admit i'm| come home| go home| look| seem| left| came out| walked out| sit there| stay| wake up| went home| keep)"
        r"|\bim|\bive been|\bam i(?: wrong to be)?|\b(?:makes?|made|making|leaves?|left|leaving|keeps?|kept|got|gets|has|had|find|found|feel|felt) (?:me|myself)|\bmyself|\bfeeling|\bfeel|\bbeen|\bwe(?:'re| are| were) all|\bgetting) "
    )
    return (
        re.compile(rf"{me}{adverb}{word}", re.IGNORECASE),
        re.compile(
            rf"(?:^|[,;:.] |- |\band |\bbut |\bjust |\bor )(?:{adverb})(?<![\w'-]){word}(?= (?:of|about|that|by|to|and|with|at|because|now|today|honestly|though|i|really|all|from|for|than|tbh|lol|when|if|again|rn|atm|all day|the whole)\b|[.,!;…]|$)",
            re.IGNORECASE,
        ),
    )


_NEGATED = re.compile(
    r"(?:\b(?:not|never|no longer|hardly|isn't|wasn't|don't|didn't|won't|nor|without|neither|stop(?:ped)? being|doesn't make me|aren't|haven't|nothing to be|no need to be|would(?:n't)? (?:be|feel)|wouldn't|if i (?:was|were|get|got)|should i be|used to be)\b)(?: (?:at all|really|that|so|too|very|even|feel|feeling|been|be|particularly|exactly|a|bit|in the least|get|being|as|quite|make|made|me|any|ever|especially|all|overly|in|my|most|just|always|i'm|i am|to|terribly|saying))* ?$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:he|she|they|he's|she's|they're|customers?|clients?|patients?|team|boss|manager|people|everyone|everybody|colleagues?|staff|kids|parents|who|whoever|you|your|their|his|her|wife|husband|partner|mum|mother|dad|director|residents|families|students|pupils|guests|drivers|somebody|someone|nobody|[A-Z][a-z]+'s|users|engineers|the \w+s) (?:\w+ ){0,3}$",
    re.IGNORECASE,
)
_COMPARISON = re.compile(
    r"\b(?:everyone else|everybody else|all my (?:friends|peers|colleagues|classmates|mates)|my (?:friends|peers|colleagues|classmates|mates|siblings|cohort|year group|brother|sister|old classmates)|people (?:half my age|younger than me|i (?:trained|studied|started|graduated|joined) with|my age)|others my age|the others|those i (?:trained|started) with|everyone i (?:trained|studied|started|graduated|joined|know|went to \w+) ?(?:with)?|half my (?:class|year|cohort)|friends from \w+|the people i started with|kids (?:ten years younger|half my age)|someone half my age|he's younger than me|she's younger than me)\b"
    r"[^.;!?]{0,80}?\b(?:ahead|already|by now|overtak\w+|passed me|past me|promoted|further|doing better|better than me|band \d|senior|directors?|managers?|partners?|made it|has moved|have moved|moved on|moved up|got there|faster|quicker|a house|consultants?|leads?|heads?|above me|more than me|earn\w*|running|vp|left me behind|i'm (?:still|the only)|while i'm|while i)\b"
    r"|\bi(?:'m| am) (?:still (?:here|stuck here|where i was|at the bottom|a junior|on the same)|the only one (?:who|still|left|of)|(?:so far |way |falling |lagging |miles |years |left )?behind (?:everyone|my peers|my friends|the others|them all|all of them|everybody|my age|where i should be|where they are|my (?:classmates|colleagues|year|cohort)))|\b(?:left|falling|lagging|fallen) behind\b|\bcompared (?:to|with) (?:everyone|my (?:friends|peers|colleagues|brother|sister|mates|classmates)|the others|others|them|people my age)\b|\beveryone (?:else )?(?:is|seems|has) (?:so much |way |already |miles |far )?(?:ahead|further|better|overtak\w+|more successful|got it together)|\bbeing overtaken\b|\bovertaken by\b",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(?:everyone|everybody|people|they|my (?:\w+ )?(?:friends?|family|wife|husband|partner|parents|mum|mom|dad|father|mother|brother|sister|boss|manager|colleagues?|mates?|team|teacher|boyfriend|girlfriend|uncle|aunt)|he|she|some people|others|most people|colleagues|friends|no ?one|nobody|half the office|(?-i:[A-Z][a-z]{2,15}))"
    r"(?: (?:all|always|just|keeps?|kept|really|at \w+|i know|still|around me|here))* (?:says?|said|tells?|told|thinks?|thought|reckons?|reckoned|laugh(?:s|ed)?|believes?|believed|saying|telling|insists?|calls?|called|is convinced|are convinced)\b[^.;!?]{0,20}?\b(?:i'm|i am|i'd|i was|me|i'll|i won't|i can't|i could never|i should be (?:realistic|happy|grateful)|it's|it is|that's|that i|i've|i have|i)\b[^.;!?]{0,80}?"
    r"\b(?:dream\w*|mad|crazy|delusional|unrealistic|not realistic|never|won't|can't|too (?:\w+ )?(?:old|young|late|ambitious|quiet|soft|nice|shy|inexperienced|junior|big|much)|kidding myself|fool\w*|not (?:cut out|ready|good enough|the type|made for|leadership|management|a leader|smart|realistic|tough|strong)|no chance|wasting my time|impossible|out of my league|over ?reaching|silly|stupid|don't have (?:it|what it takes)|do it|make it|nuts|insane|joke|ridiculous|a fantasy|get real|be realistic|stay (?:where|put)|aiming too high|above my station|mental|a pipe dream|pipe dream|grateful|no hope|bonkers|lucky to)\b"
    r"|\b(?:everyone|people|they|colleagues|my \w+|he|she) (?:just |all |always |both )?(?:laugh(?:s|ed)? (?:at me|at it|when i|at the idea|it off|at that)|roll(?:s|ed)? (?:their|his|her) eyes|thinks? i(?:'m| am) (?:mad|crazy|dreaming|kidding|nuts|joking))"
    r"|\b(?:no ?one|nobody)(?: (?:else|here|at \w+|in my \w+))? (?:believes? (?:in me|i can|i could|me|it|i'll)|thinks? i (?:can|could|have|stand|will))|\bi(?:'ve| have| was)? (?:been )?told (?:that )?(?:i'm|i am|it's|i'd|i)\b[^.;!?]{0,60}?\b(?:dream\w*|never|too (?:old|young|late|quiet)|unrealistic|not realistic|impossible|not (?:cut out|ready|the type|good enough)|kidding)",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"\s*(?:,? ?(?:of|about|that|by|with|at|because(?: of)?|from|over|for|when|after|how)\b) ?(?P<cause>[^.;!?]{3,120})",
    re.IGNORECASE,
)
_CAUSELESS = re.compile(
    r"(?:to be honest|the moment|now|sure|all|this point|times|me|first|least|you|work$)", re.IGNORECASE
)


def feeling_of(sentences: tuple[Sentence, ...]) -> Feeling | None:
    """Return the heaviest feeling named in a message: own feelings first, then comparison and reported doubt."""
    own = [
        found for at, s in enumerate(sentences) if (found := _own(s, sentences[at + 1 : at + 2])) is not None
    ]
    heavy = next((one for one in own if one.kind != "joy"), None)
    if heavy is not None:
        return heavy
    for sentence in sentences:
        if (light := _light(sentence)) is not None:
            return light
    return own[0] if own else None


def _own(sentence: Sentence, after: tuple[Sentence, ...]) -> Feeling | None:
    for found in (*_named(sentence), *_verbal(sentence)):
        kind, start, end = found
        return Feeling(kind=kind, word=sentence.text[start:end], cause=_cause(sentence, end, after))
    return None


def _named(sentence: Sentence) -> list[tuple[str, int, int]]:
    """Return the feeling words a person uses of themself, with their places."""
    plain = sentence.plain
    said, fragment = _patterns()
    found: list[tuple[str, int, int]] = []
    for pattern, lax in ((said, False), (fragment, True)):
        for match in pattern.finditer(plain):
            word = match["feeling"].lower()
            if not _too_common(match, word, lax=lax) and not _taken_away(plain, match):
                found.append((_kinds()[word], match.start("word"), match.end("more")))
    found += [(_nouns()[m[0].lower()], m.start(), m.end()) for m in _noun_spans(plain)]
    return sorted(found, key=lambda one: one[1])


def _too_common(match: re.Match[str], word: str, *, lax: bool) -> bool:
    """Return whether the word tells a feeling only in a stronger frame than this one."""
    if lax:
        return word in words(_FILE, "loose") or word in words(_FILE, "felt")
    return word in words(_FILE, "felt") and not re.search(r"\bfe(?:el|lt)", match[0], re.IGNORECASE)


@cache
def _nouns() -> dict[str, str]:
    return dict(entry.split("=") for entry in words(_FILE, "noun"))


@cache
def _noun_frames() -> tuple[re.Pattern[str], ...]:
    nouns = any_of(frozenset(_nouns()))
    return (
        re.compile(
            r"\b(?:my (?:biggest |main |greatest |constant |only |own |real )?|i(?:'m| am) in (?:a state of |utter |total |complete )?|i feel (?:only |nothing but |so much |such |a lot of |some |pure |real |a mix of )?|with (?:more |nothing but )|full of )"
            rf"(?P<noun>{nouns})\b(?! (?:management|level|test|assessment|to (?:cut|get)))(?=[.,!;]|$| (?:is|was|about|at|of|over|that|than|comes|and|keeps|won't|for)\b)",
            re.IGNORECASE,
        ),
        re.compile(
            rf"^(?:it's |honestly,? )?the (?P<noun>{nouns}) (?:of (?:it|that|this|being|not|having)|is (?:wearing|killing|getting|eating|too|the worst|real|back|constant)|(?:that )?gets me|stayed with me|won't go)",
            re.IGNORECASE,
        ),
    )


def _noun_spans(plain: str) -> list[re.Match[str]]:
    spans = []
    for pattern in _noun_frames():
        for match in pattern.finditer(plain):
            inner = re.compile(re.escape(match["noun"])).search(plain, match.start("noun"))
            if inner is not None and not _NEGATED.search(plain[: match.start()][-40:]):
                spans.append(inner)
    return spans


def _taken_away(plain: str, match: re.Match[str]) -> bool:
    """Return whether the feeling is denied, an idiom or somebody else's."""
    before = plain[max(0, match.start("word") - 60) : match.start("word")]
    near = plain[max(0, match.start("word") - 16) : match.end() + 40]
    if _NEGATED.search(re.split(r"[,;:.]", before)[-1]) or _idiom(near, match["feeling"]):
        return True
    others = re.split(r"[,;:.]|\b(?:and|but|because|so|that)\b", before)[-1]
    return bool(_OTHERS.search(others)) and not re.search(
        r"\b(?:i|i'm|me|i've|i am|im|myself)\b", others, re.IGNORECASE
    )


def _idiom(near: str, word: str) -> bool:
    return any(word.lower() in hit[0].lower() for hit in _IDIOM.finditer(near))


@cache
def _figures() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (kind, re.compile("|".join(lines("figures.txt", kind))))
        for kind in ("fear", "anger", "sad", "regret", "tired", "comparison", "joy")
    )


def _verbal(sentence: Sentence) -> list[tuple[str, int, int]]:
    """Return feelings told by a verb or a figure of speech."""
    low = sentence.low if len(sentence.low) == len(sentence.plain) else sentence.plain
    for kind, pattern in _figures():
        match = pattern.search(low)
        if match and not _NEGATED.search(low[: match.start()][-40:]):
            return [(kind, match.start(), match.end())]
    return []


def _cause(sentence: Sentence, end: int, after: tuple[Sentence, ...]) -> str | None:
    """Return what the person says it comes from: after the word, or in the sentence that follows an "I ..."."""
    match = _CAUSE.match(sentence.plain, end)
    if match and not _CAUSELESS.match(match["cause"]):
        cause = re.split(
            r" to be honest|,? (?:but|so|though)\b|, (?:and )?(?:i|it|they|we|she|he)\b",
            match["cause"],
            maxsplit=1,
            flags=re.IGNORECASE,
        )[0]
        return sentence.text[match.start("cause") : match.start("cause") + len(cause)].strip(" ,") or None
    rest = sentence.plain[end:].strip(" .!,")
    if (
        (not rest or rest in {"though", "now", "honestly"})
        and after
        and re.match(r"(?:I|We|My|Nobody|They|It|He|She)\b", after[0].plain)
    ):
        return after[0].text.rstrip(".!")
    return None


def _light(sentence: Sentence) -> Feeling | None:
    """Return comparison with others, or doubt that others voiced."""
    if doubt := _DOUBT.search(sentence.plain):
        return Feeling(kind="doubt", word=_clause(sentence, doubt))
    if likened := _COMPARISON.search(sentence.plain):
        return Feeling(kind="comparison", word=_clause(sentence, likened))
    return None


def _clause(sentence: Sentence, match: re.Match[str]) -> str:
    """Return the words of the match, to the end of their clause."""
    end = re.compile(r"[,;:.!?]|\bbut\b").search(sentence.plain, match.end())
    return sentence.text[match.start() : end.start() if end else len(sentence.text)].strip(" ,")
