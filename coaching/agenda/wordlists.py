"""Words by which the page knows what belongs elsewhere, what was done, and what is no name."""

import re


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(text.split())


def phrases(*lines: str) -> str:
    """Return a pattern that matches any of the lines as whole words; a line may hold several, split by `|`."""
    return rf"(?<!\w)(?:{'|'.join(lines)})(?!\w)"


def _found(*lines: str) -> re.Pattern[str]:
    return re.compile(phrases(*lines), re.IGNORECASE)


_NOT = r"(?:n['’]t| not)"
_WILL = r"i(?:['’]ll| will|['’]m| am)"
_UP_TO_THREE_WORDS = r"(?: [\w'’]+){0,3}"

ULTIMATUM = _found(
    r"or else|take it or leave it|final offer|last chance|deal[- ]?breaker|non-negotiable",
    r"or (?:i|i['’]ll|i will|i['’]m|i am) (?:go|going|leave|leaving|quit|quitting|resign|walk|out|off|gone)"
    + _UP_TO_THREE_WORDS,
    rf"otherwise {_WILL}{_UP_TO_THREE_WORDS}",
    rf"if (?:i|you) (?:(?:do|does|can){_NOT}|cannot)[^.;!?]{{0,60}}? {_WILL}{_UP_TO_THREE_WORDS}",
    rf"unless (?:i|you)[^.;!?]{{0,60}}? {_WILL}{_UP_TO_THREE_WORDS}",
)

_EMPLOYER = r"(?:employers?|company|companies|firms?)"
_PLACE = r"(?:company|firm|job|team|employer|organi[sz]ation|hospital|ward|division|department|place)"
_HIRERS = r"(?:recruiters?|head-?hunters?)"
LEAVING = _found(
    r"(?:i|to)(?: \w+){0,3} (?:quit|resign)|quitting|resigning|my resignation|headhunted|poached|counter-?offer",
    r"job (?:search|hunt|hunting|offers?|adverts?|boards?|interviews?|applications?)",
    r"(?:hand(?:ing)? in )?my notice|interview(?:ing)? (?:at|with|elsewhere)",
    rf"{_HIRERS} (?:called|contacted|wrote|reached|keeps?|offered)|(?:to|with|by) (?:a |some )?{_HIRERS}",
    rf"leav(?:e|ing) (?:(?:the|this|my) )?(?:{_PLACE}|here|for good)",
    rf"(?:{_WILL}|i might|i may|want to|planning to|going to|before i|when i|thinking of) (?:leave|leaving)"
    r"(?! (?:\w+ )?(?:\w+ )?(?:list|behind|early|work))",
    rf"(?:at|for|to|with|join|joining|find|finding) (?:another|a new|a different|other) {_EMPLOYER}",
    r"(?:apply|applying|applied|look|looking|a job|jobs) (?:elsewhere|outside|at a competitor)",
    r"(?:work|working|move|moving|go|going) (?:elsewhere|to a competitor|for a competitor)",
    r"(?:start|starting|open|opening) (?:my|our) own (?:business|company|firm|practice|agency|shop)",
    r"go(?:ing)? freelance|(?:get|getting) out of here",
)

FEELING = _found(
    r"(?:(?:a bit|a little|so|really|very|quite|too|rather|deeply) )*(?:fed up|sick of|scared|afraid|frightened"
    r"|terrified|anxious|nervous|worried|tired|exhausted|burn(?:ed|t)[ -]?out|drained|stressed|overwhelmed|angry"
    r"|furious|bitter|resentful|jealous|envious|ashamed|embarrassed|humiliated|lonely|miserable|depressed|hopeless"
    r"|desperate|unhappy|frustrated|annoyed|upset|demotivated|insecure|bored|devastated|heartbroken)",
    r"i (?:hate|dread|resent|regret|can['’]t stand|can['’]t take)|i(?:['’]m| am|['’]ve been| feel| felt| was) hurt",
    r"i(?:['’]m| am) (?:no good|not good enough|a fraud|an impost[eo]r)",
    r"still here|wast(?:ed|ing) (?:so much|my) (?:time|life)",
)
_CUSTOMERS = (
    "customers?|clients?|users?|patients?|students?|pupils?|guests?|passengers?|buyers?|investors?|citizens?"
)
OTHERS_BEFORE = re.compile(rf"\b(?:{_CUSTOMERS}|they)(?: \w+){{0,2}} $", re.IGNORECASE)
OTHERS_AFTER = re.compile(rf" (?:{_CUSTOMERS})\b", re.IGNORECASE)
"""Whose feelings are what the work is about, and no secret."""

_TELLS = r"(?:told|tells?|explain(?:s|ed)?|listen(?:s|ed)?|cared?s?|counts|bothered|notice[sd]|thank(?:s|ed))"
BLAME = _found(
    r"blam(?:e|es|ed|ing)(?: (?:each other|one another|me|us|them|him|her|everyone|the \w+))?",
    r"(?:your|his|her|their|whose|everyone['’]s|\w+['’]s) fault|fault of|at fault",
    rf"(?:no ?body|no one|you|he|she|they|management) (?:(?:ever|even|really) )*{_TELLS}(?: (?:me|us|it"
    rf"|that|to me|to us))?(?: (?:why|how|about it|anything))?",
    r"(?:passed|looked) over|(?:was|were|been|am|be|being|get|got|feel|felt) (?:\w+ )?overlooked",
    r"(?:held|holds?|holding) (?:me|us) back|sidelined|unfair(?:ly)?"
    r"|not fair",
    r"favou?rit(?:es|ism)|incompetent|useless|lazy|stupid|idiots?|clueless",
    r"toxic (?:boss|manager|team|culture|place|workplace|people)|micro-?manag\w+"
    r"|narcissis\w+|liar|lied|lies to",
    r"(?:took|takes|taking|stole|steals) (?:(?:the|my|our|all the) )?credit|ignor(?:es|ed|ing) (?:me"
    r"|us)|let (?:me|us) down",
    r"you (?:never|always)|you(?:['’]ve| have) never|broken promises?|broke (?:your|his|her"
    r"|their) (?:word|promise)|(?:he|she)['’]d laugh",
)

SMALL = word_set(
    "the and for but not you your our his her its their they them this that these those with from into"
    " onto have has had was"
    " were are been being will would could should can may might must shall who what when where which"
    " why how than then there"
    " here also just only very more most some any all each every about over under after before until"
    " since still"
)

FOR_OTHERS = word_set(
    "customer client patient pupil student user citizen passenger guest company organisation"
    " organization team division"
    " department ward firm business unit cost revenue sale complaint error wait delay risk quality safety"
)

NOT_A_NAME = word_set(
    "i it that this what there here he she who how where when let one we they you today tomorrow"
    " yesterday monday tuesday"
    " wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november"
    " december everyone everybody someone nobody somebody company team marketing sales finance claims"
    " complaints customer"
    " management world year week month quarter people spring summer autumn winter"
)

OUTCOMES = (
    "achieved|added|automated|beat|broke|brought|built|chaired|closed|coached|completed|contributed"
    "|created|cut|delivered"
    "|designed|developed|doubled|earned|exceeded|finished|fixed|founded|gained|generated|got|grew"
    "|halved|headed|helped|hired"
    "|improved|increased|introduced|kept|landed|launched|led|lifted|lowered|made|managed|mentored|met"
    "|moved|negotiated|opened"
    "|organi[sz]ed|outperformed|passed|planned|published|raised|ran|reached|rebuilt|recruited|reduced"
    "|replaced|rescued"
    "|reworked|rewrote|rolled|saved|secured|set|shipped|shortened|sold|solved|started|supported"
    "|surpassed|taught|took|trained"
    "|transformed|tripled|turned|won|wrote"
)

MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen"
    " eighteen nineteen twenty"
)
_ROUND = "thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|millions?"
COUNT_WORDS = f"{NUMBERS.replace(' ', '|')}|{_ROUND}"
