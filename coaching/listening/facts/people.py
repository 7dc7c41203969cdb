"""People: the manager, whether they know, who has the wanted job, who asks how it went, who else is named."""

import re
from collections.abc import Iterator

from coaching.listening.heard import Fact, Slot
from coaching.listening.matching import NAME, fact
from coaching.listening.text import Sentence

_ROLE = r"(?:boss|manager|line[- ]manager|supervisor|head|director|lead|team lead|team leader|chief|principal|head ?teacher|ward manager|foreman|ceo|cto|cfo|coo|superior|gaffer|line manager|partner|matron|chef|head chef|editor|dean|commander|area manager|store manager|plant manager|regional manager|department head|superintendent|captain|owner|n\+1)"
_NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december i the it next my our this that hr easter christmas "
    "he she they we you his her their no yes not now and but so who what when how why if or as at in on is was has had well ok okay then there here nobody everyone everybody people someone somebody "
    "close right almost nearly nice none kind sort exactly correct true wrong never sometimes twice either neither context update pride frau-x budgets mornings evenings weekends hours hands being teaching working having people's monday's frau english german french spanish polish portuguese italian dutch european american british a an one two three four five six seven eight nine ten both all some any every each sorry thanks hi hello hey good "
    "maybe perhaps honestly actually only just still also because since for to of with from by about after before during until once nothing something anything finance sales marketing claims legal it's i'm i've i'd "
    "management head director ask call write talk send get give make put take two half coffee lunch more most quite very really today tomorrow yesterday spoke met saw read ring".split()
)
NAMED = rf"(?P<v>{NAME})"
_MANAGER = (
    re.compile(
        rf"\b(?:my|our|the|their) (?:new |old |current |direct |own |own direct |great |lovely |nice |actual )?{_ROLE}(?:,| is| is called|'s name is|'s| -|:| now| here|,? called|,? named| \()*(?: is called| called| is)? {NAMED}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:i )?(?:directly )?(?:report(?:s|ing)? (?:directly |straight |now |in )?(?:in)?to|answer to|managed by|supervised by|line[- ]managed by|work (?:directly )?(?:for|under)|working (?:for|under)) (?:her |his |the |my |our )?(?:\w+ ){{0,2}}?(?:{_ROLE}|deputy)?,? ?{NAMED}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{NAMED}(?:,| is| -| \()+ ?(?:my|our) (?:new |current |direct |own |line )?{_ROLE}\b(?!'s)",
        re.IGNORECASE,
    ),
    re.compile(rf"{NAMED} (?:manages|supervises|line[- ]manages) me\b", re.IGNORECASE),
    re.compile(rf"{NAMED}(?:'s| is)? (?:over|above|in charge of) (?:me|us)\b", re.IGNORECASE),
    re.compile(rf"{NAMED},? (?:who's|who is) (?:still )?my (?:\w+ )?{_ROLE}\b", re.IGNORECASE),
    re.compile(rf"\b(?:boss|manager|supervisor|line manager)(?: is|:|'s| =)* {NAMED}", re.IGNORECASE),
    re.compile(rf"\b(?:my|our|the) (?:new )?{_ROLE},? {NAMED}", re.IGNORECASE),
)
_CALLED = re.compile(
    rf"\b(?:my|our) (?:new |current |line )?(?:boss|manager|supervisor|lead)(?: is| is called|,|'s name is)? (?P<v>(?-i:[a-z]{{3,12}}))(?= (?:has|says|said|knows|is|wants|thinks|must|needs|would|will|could|can|agreed)\b|[,.]|$)",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    rf"\b(?:i )?report(?:s|ing)? to (?:her|his) (?:deputy|number two|second in command)\b", re.IGNORECASE
)


def is_name(value: str) -> bool:
    """Return whether a capitalised word is a person's name as far as the lists tell."""
    first = value.split(" ")[0].lower().rstrip("'s").rstrip(".")
    return (
        value[:1].isupper()
        and value.split(" ")[0].lower() not in _NOT_NAMES
        and first not in _NOT_NAMES
        and len(value) > 1
    )


def managers(sentence: Sentence) -> Iterator[Fact]:
    """Yield the manager's name."""
    for pattern in _MANAGER:
        for match in pattern.finditer(sentence.plain):
            if match["v"] and is_name(match["v"]) and not _someone_elses(sentence.plain, match):
                yield from _named("manager", sentence, match)
                return


_ANY_NAME = re.compile(rf"\b{NAMED}", re.IGNORECASE)
_PERSONAL = re.compile(
    r" (?:has|is|isn't|was|runs|asked|said|says|knows|would|will|doesn't|did|agreed|wants|does|told|could|can|retires|leaves)\b",
    re.IGNORECASE,
)


def only_name(sentence: Sentence) -> Iterator[Fact]:
    """Yield the one name in an answer about the manager: they or what they do is spoken of."""
    named = [match for match in _ANY_NAME.finditer(sentence.plain) if is_name(match["v"])]
    if len({match["v"] for match in named}) != 1:
        return
    told = re.search(
        r"\b(?:told|tell|asked|spoke to|talked to|with) $", sentence.plain[: named[0].start()], re.IGNORECASE
    )
    if told or _PERSONAL.match(sentence.plain, named[0].end()):
        yield from _named("manager", sentence, named[0])


def _someone_elses(plain: str, match: re.Match[str]) -> bool:
    """Return whether it is a former manager, or "my boss's boss"."""
    return (
        bool(
            re.search(
                r"\b(?:former|ex|previous|last|used to)[ -]?(?:\w+ )?$", plain[: match.start()], re.IGNORECASE
            )
        )
        or "'s boss" in match[0]
        or bool(re.search(r"\b(?:old|former|previous|ex)[ -]", match[0], re.IGNORECASE))
    )


def _named(slot: Slot, sentence: Sentence, match: re.Match[str], about: str | None = None) -> Iterator[Fact]:
    value = _trimmed(match["v"])
    found = fact(slot, sentence, match.start("v"), match.start("v") + len(value), about=about)
    if found is not None:
        yield found.model_copy(update={"unsure": found.unsure and not sentence.asks})


def _trimmed(name: str) -> str:
    """Return the name without a second word that is none: "Karen Monday"."""
    first, space, second = name.rpartition(" ")
    return first if space and second.lower() in _NOT_NAMES else name


_SHE = rf"(?:she|he|they|my (?:boss|manager|lead|supervisor|head|director)|(?P<name>{NAME}))"
_KNOWS = (
    (
        "no",
        re.compile(
            rf"\b{_SHE} (?:doesn't|does not|don't|didn't|has no idea|hasn't an idea|hasn't got a clue|wouldn't|has not been told|hasn't been told|isn't aware|is not aware)(?: (?:really |even |yet )?know)?(?: yet| about (?:it|this|that)| i(?:'m| want| would)[^.;!?]*|(?=[,.;!?]|$))",
            re.IGNORECASE,
        ),
    ),
    (
        "no",
        re.compile(
            r"\b(?:i(?:'ve| have)|i) (?:never|not|haven't)(?: yet| really)? (?:told|said|mentioned|raised|brought|talked|spoken|discussed)\b[^.;!?]{0,60}\b(?:him|her|them|boss|manager|anyone|anybody|it)\b|\bi(?:'ve| have)n't (?:told|said anything|mentioned|raised|brought it up|talked|spoken)[^.;!?]{0,60}|\bi (?:haven't|never|didn't) (?:dare[d]?|dared) (?:to )?(?:tell|say|mention)|\bnobody (?:at work )?knows\b",
            re.IGNORECASE,
        ),
    ),
    (
        "yes",
        re.compile(
            rf"\b{_SHE} (?:already |certainly |definitely |probably |does )?(?:knows?|is aware|has known|is well aware|knew)\b(?! (?:nothing|little|who|how|what|where|people|everyone|him|her|me |my name))",
            re.IGNORECASE,
        ),
    ),
    (
        "yes",
        re.compile(
            r"\bi(?:'ve| have)? (?:already |just |finally |once )?(?:told|mentioned (?:it|this) to|said (?:it|so) to|raised it with|brought it up with|talked (?:about it )?(?:to|with)|spoken to|discussed it with) (?:him|her|them|my (?:boss|manager|lead|supervisor))(?: now| already| about it| at \w+| last \w+| so| in \w+)*(?=[,.;!?]|$)|\bi've told (?:her|him|them)\b|\bi told (?:her|him|them) (?:at|in|last|when|so|that i|i want|about it|already|during)\b",
            re.IGNORECASE,
        ),
    ),
)


def manager_knows(sentence: Sentence, *, open_question: str | None, manager_known: bool) -> Iterator[Fact]:
    """Yield "yes" or "no": whether the manager knows what they want."""
    expected = open_question == "manager.knows"
    if not (expected or manager_known or re.search(r"\b(?:boss|manager|supervisor|lead)\b", sentence.low)):
        return
    for value, pattern in _KNOWS:
        match = pattern.search(sentence.plain)
        if match and (
            expected
            or re.search(
                r"\bi want|\bwhat i want|\babout (?:it|this)|aware|told (?:her|him|them)|has known|i(?:'d| would) like|my (?:plan|aim|boss|manager) ",
                match[0] + sentence.plain[match.end() : match.end() + 30],
                re.IGNORECASE,
            )
        ):
            yield Fact(slot="manager_knows", value=value, text=sentence.text)
            return
    if expected and re.match(
        r"(?:certainly|definitely|absolutely|of course) not\b|she's no idea|he's no idea", sentence.low
    ):
        yield Fact(slot="manager_knows", value="no", text=sentence.text)
    elif expected and re.match(r"we(?:'ve| have) (?:talked|spoken|discussed)", sentence.low):
        yield Fact(slot="manager_knows", value="yes", text=sentence.text)
    elif expected and re.match(
        r"(?:yes|yeah|yep|yup|sure|of course|he does|she does|they do|she knows|he knows|of course (?:she|he))\b",
        sentence.low,
    ):
        yield Fact(slot="manager_knows", value="yes", text=sentence.text)
    elif (
        expected
        and re.match(
            r"(?:no|nope|nah|not yet|not really|never|god no|not a chance|of course not)\b(?! idea)",
            sentence.low,
        )
        and not re.match(r"no,? (?:one|nobody|manager)", sentence.low)
    ):
        yield Fact(slot="manager_knows", value="no", text=sentence.text)


_HOLDER = (
    re.compile(
        rf"{NAMED} (?:runs?|heads?|leads?|holds?|does|has) (?:it|that(?: (?:job|post|role))?|this|the (?:job|post|role|whole|department|division|place)|that one|the (?:\w+ ){{0,2}}(?:department|division|team|region|branch|ward|school|plant|function))\b(?! (?:from|all the time))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{NAMED},? (?:who )?(?:runs|heads|leads) (?!me\b|my\b)(?:the )?(?:\w+ ){{0,2}}\w+", re.IGNORECASE
    ),
    re.compile(
        rf"{NAMED} (?:has (?:the|that|this) (?:job|post|role|position)|does (?:it|that|the job)(?: now| at the moment| today)|is (?:in|doing) (?:the|that) (?:job|post|role)|is the (?:current|present|one)|holds (?:it|the post|that post))",
        re.IGNORECASE,
    ),
    re.compile(rf"(?P<v>{NAME})'s (?:post|job|role|position|seat|chair|desk)\b", re.IGNORECASE),
    re.compile(
        rf"{NAMED},? (?:who )?(?:has (?:it|the job|the post|that job)|does it|holds it)(?: now| today| at the moment| at our place)?\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{NAMED} is (?:retiring|leaving (?:her|his|the|their) (?:\w+ )?(?:post|job|role)|stepping down|moving on|going in 20\d\d|about to retire)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bour (?:\w+ )?(?:director|head|manager|chief|principal|superintendent|chair\w*),? {NAMED},? (?:goes|retires|leaves|is retiring|is leaving|steps down)\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?:take|taking) over [^.;!?]{{2,40}}? from {NAMED}", re.IGNORECASE),
    re.compile(rf"\b(?:job|post|role|position) (?:that |which )?{NAMED} (?:has|holds|does)\b", re.IGNORECASE),
    re.compile(rf"\bdoing what {NAMED} does\b", re.IGNORECASE),
    re.compile(
        rf"\b(?:the )?(?:job|post|role) (?:is|belongs to|now held by|held by|is held by) {NAMED}",
        re.IGNORECASE,
    ),
)


def holders(sentence: Sentence, *, open_question: str | None, wanted: bool) -> Iterator[Fact]:
    """Yield who has the wanted job, where a wanted job is spoken of."""
    posted = re.search(r"\b(?:post|job|role|position)\b|\btake over\b", sentence.low)
    if not (wanted or posted or open_question in {"want.check", "want.candidate", "want.target", "want.why"}):
        return
    for pattern in _HOLDER:
        for match in pattern.finditer(sentence.plain):
            if is_name(match["v"]):
                yield from _named("holder", sentence, match)
                return
    if open_question == "want.check":
        yield from _checked_person(sentence)


_CHECK_PERSON = re.compile(
    rf"^(?:(?:maybe|perhaps|yes|yeah|well|probably|ok|hm+|oh)[,:]? )*(?P<v>{NAME})(?:'s)?(?=[.,!]|$| (?:is|in|at|from|does|has|runs|would|who)\b)|\b(?:i had (?:a )?(?:coffee|lunch|a chat|a word)|i(?:'ve| have)? (?:talked|spoken|spoke|chatted)|i(?:'ve| have)? (?:met|shadowed|watched|asked)) (?:with |to )?(?P<w>{NAME})",
    re.IGNORECASE,
)


def _checked_person(sentence: Sentence) -> Iterator[Fact]:
    match = _CHECK_PERSON.search(sentence.plain)
    if match is None:
        return
    group = "v" if match["v"] else "w"
    if is_name(match[group]):
        found = fact("holder", sentence, match.start(group), match.start(group) + len(_trimmed(match[group])))
        if found is not None:
            yield found


_CHECK = re.compile(
    r"\b(?:(?:no|yes)[,.]? )?(?P<v>(?:i(?:'ve| have)?|we(?:'ve| have)?) (?:never|once|already|haven't|also|only|just|not)? ?(?:asked|spoken|talked|spoke|met|shadowed|watched|had (?:a )?(?:coffee|lunch|chat))[^.;!?]{0,80})",
    re.IGNORECASE,
)


def checks(sentence: Sentence, *, open_question: str | None) -> Iterator[Fact]:
    """Yield whether they watched or asked the person in the wanted job, where that was asked."""
    match = _CHECK.search(sentence.plain) if open_question == "want.check" else None
    if match:
        found = fact("check", sentence, match.start("v"), match.end("v"))
        if found is not None:
            yield found


_ACCOUNT = re.compile(
    rf"(?:^|[,.;:!] |\band |\bbut )(?P<v>(?:my|our) (?:[\w'-]+ ){{0,2}}[\w'-]+(?: {NAME})?|{NAME}|he|she) (?:will|can|could|would|is going to|'ll|has promised to|promised to|always|gladly|keeps?|never|said (?:he|she)(?:'ll| will|'d| would)|already)? ?(?:asks?|check(?:s)?(?: in| up)?|ask(?:s)? me|keep(?:s)? me (?:honest|to it|accountable|on track)|hold(?:s)? me to it|never lets? me off|chase(?:s)? me|nag(?:s)?(?: me)?|remind(?:s)? me|score)\b(?! (?:for (?!it)|why|who|what|where|if she|if he can)\b)(?=[^.;!?]{{0,60}})",
    re.IGNORECASE,
)
_ACCOUNT_AFTER = re.compile(
    r"\s*(?:me\b|how\b|on me\b|about\b|in\b|up\b|with me|if\b|whether\b|that i\b|[,.;!]|$|afterwards|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|too)",
    re.IGNORECASE,
)


def accounts(sentence: Sentence) -> Iterator[Fact]:
    """Yield who will ask how it went."""
    for match in _ACCOUNT.finditer(sentence.plain):
        if not _ACCOUNT_AFTER.match(sentence.plain, match.end()):
            continue
        if (
            match["v"][0].isupper()
            and not match["v"].lower().startswith(("my ", "our ", "he", "she"))
            and not is_name(match["v"])
        ):
            continue
        said = sentence.plain[match.start("v") : match.end() + 12].lower()
        if re.search(r"\bme\b|how|check|account|lets? me off| (?:if|whether|that) i\b|score", said):
            yield from _named("account", sentence, match)
            return


_PERSON = (
    (
        None,
        re.compile(
            rf"{NAMED},? (?:has |have |had )?(?:offered|promised|volunteered) (?:to|me)\b", re.IGNORECASE
        ),
    ),
    (
        "ally",
        re.compile(
            rf"{NAMED} (?:who \w+(?: \w+){{0,3}} )?(?:is (?:keen|on board|all for it|supportive|up for it|on my side|willing)|would (?:help|check|sit|take|show|cover)\b|can (?:help|show|teach)\b)",
            re.IGNORECASE,
        ),
    ),
    (
        None,
        re.compile(
            rf"\b(?:my (?:old |former )?(?:tutor|mentor|colleague|friend|coach|professor|teacher|trainer),? ){NAMED}",
            re.IGNORECASE,
        ),
    ),
    (None, re.compile(rf"\b(?:to|with) {NAMED}(?=[.,;]|$| (?:would|could|can|if|about)\b)", re.IGNORECASE)),
    (
        None,
        re.compile(rf"{NAMED} (?:could|can|would|might) take (?:it|over|that|this|them)\b", re.IGNORECASE),
    ),
    (
        None,
        re.compile(
            rf"{NAMED} (?:will|can|would|could) (?:vouch|confirm|tell|show|teach|help)\b", re.IGNORECASE
        ),
    ),
    (None, re.compile(rf"{NAMED} (?:wrote|has it|says|said|sees|thinks|told me)\b", re.IGNORECASE)),
    (None, re.compile(rf"{NAMED} in (?:\w+) (?:can|could|will|would|has|knows|is)\b", re.IGNORECASE)),
    (None, re.compile(rf"\bask {NAMED} for\b", re.IGNORECASE)),
    (None, re.compile(rf"\bwhen {NAMED} (?:fell|was|went|left)\b", re.IGNORECASE)),
)


def persons(sentence: Sentence, *, taken: frozenset[str]) -> Iterator[Fact]:
    """Yield anybody else who is named with what they are or do for the plan."""
    for about, pattern in _PERSON:
        for match in pattern.finditer(sentence.plain):
            if is_name(match["v"]) and _trimmed(match["v"]) not in taken:
                yield from _named("person", sentence, match, about)
                return
