"""Commands: short sentences that steer the talk. A sentence must be the command and nothing more."""

import re
from dataclasses import dataclass

from coaching.listening.heard import Command
from coaching.listening.text import Sentence
from coaching.talk import Talk

_LEAD = (
    r"(?:(?:ok|okay|oh|ah|hm+|um+|er+m?|uh|well|so|right|alright|all right|sorry|please|no|nah|yes|yeah|yep|sure|fine|actually|"
    r"hey|honestly|to be honest|tbh|look|listen|sure|then|and|but|cool|good|great|thanks|thank you|cheers|"
    r"let's see|coach|can we|could we|can you|could you|i'd rather|i want to|let me|let's|lets|just|maybe|i think)[,.!…]* )*"
)
_TAIL = (
    r"(?:,? (?:please|thanks|thank you|thx|now|for now|then|ok|okay|sorry|honestly|really|tbh|to be honest|mate|coach|today|"
    r"for today|will you|would you|can you|could you|if you can|if that's ok(?:ay)?|cheers|anyway|though|yet|pls|this one|that one|"
    r"for the moment|again|sometimes|at all|right now|too|if you don't mind|i'm afraid|i guess|it's done|it's fine|i'm fine))*[.!?…, ]*"
)


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"{_LEAD}(?:{pattern}){_TAIL}", re.IGNORECASE)


_THIS = r"(?:this|that|it|this one|that one|this question|that question|the question|the last one|it all)"
_PLANS: tuple[tuple[Command, re.Pattern[str]], ...] = (
    (
        "stop",
        _whole(
            r"stop|quit|exit|bye|bye bye|bye for now|goodbye|good night|see you(?: later| tomorrow| soon| next \w+)?|enough(?: for today)?|that's (?:enough|it|all)(?: for (?:today|now|tonight))?"
            r"|that'll do(?: for (?:today|now|tonight))?|that will do|(?:i'm|i am|we're) done(?: for (?:today|now))?|done for (?:today|now)|i(?:'ve| have)? (?:got to|gotta|have to|need to|must|should) (?:go|run|leave|dash|stop)(?: now| here)?"
            r"|stop (?:here|there|for (?:today|now))|(?:call it|leave it) (?:a day|there|here|at that)|finish (?:here|for (?:today|now))|end (?:here|this|it here|the talk|the session)|i've had enough for (?:today|now)|i want to stop(?: here)?"
            r"|(?:talk|speak) (?:later|tomorrow|soon)|until (?:tomorrow|next time)|(?:pause|take a break)(?: here)?|(?:continue|carry on|pick this up|come back) (?:tomorrow|later|another (?:day|time)|next time)|i'll (?:come back|be back)(?: later| tomorrow| another time)?|i'm off"
        ),
    ),
    (
        "undo",
        _whole(
            r"undo(?: (?:that|it|this|the last (?:one|change|thing)))?|take (?:that|it) back|revert(?: (?:that|it))?|put it back(?: how it was)?|cancel (?:that|the last (?:one|change))|i didn't mean to (?:accept|save)(?: (?:that|it))?"
        ),
    ),
    (
        "accept",
        _whole(
            r"accept(?:ed)?|i accept(?: (?:it|that|this|the goal))?|accept (?:it|that|this|the goal)|save(?: (?:it|that|this|the goal|that one))?|(?:yes )?save (?:it|that)|keep it(?: like that| as it is)?|that's (?:the one|right|correct|good|perfect)|(?:looks|sounds) (?:good|right|fine|great)(?: to me)?|(?:that|it) (?:looks|sounds) (?:good|right|fine|great)(?: to me)?"
            r"|(?:i'm )?happy with (?:it|that)|go with (?:it|that)|put it in(?: the plan)?|i'll take it|approved?|agreed?|works for me|that works|done deal"
        ),
    ),
    (
        "reject",
        _whole(
            r"reject(?:ed)?|i reject (?:it|that|this)|reject (?:it|that|this)|discard(?: (?:it|that))?|don't save(?: (?:it|that|this))?|throw (?:it|that) (?:away|out)|delete (?:it|that|this)|(?:bin|scrap|drop|forget) (?:it|that|this|that one|the goal)|that's (?:not (?:it|right|what i (?:meant|want|said))|wrong)|not (?:that|this|this one|that one)|i don't (?:want|like) (?:it|that|this|that one)"
        ),
    ),
    (
        "draft_it",
        _whole(
            r"(?:(?:just|please|simply) )*(?:write|draft|make|give|suggest|create|do|invent|propose)(?: (?:me|one|up))*(?: (?:a|the|my|some|another|one))? (?:goal|goals|draft|suggestion|example)s?(?: for me)?(?: then)?"
            r"|(?:(?:just|please) )*(?:write|draft|do) (?:it|one|that)(?: (?:up|for me))*|(?:you|can't you|why don't you) (?:write|draft|do|choose|decide|pick)(?: (?:it|one|that|the goal|a goal|for me))*|(?:can|could|would|will) you (?:just |please )*(?:write|draft|suggest|give|make)(?: me)?(?: (?:it|one|a goal|the goal|some goals|my goal))(?: for me)?"
            r"|tell me what (?:my goal should be|to write|to put)|what would you (?:write|put)|fill it in for me"
        ),
    ),
    (
        "skip",
        _whole(
            rf"skip(?: {_THIS})?|pass|pass on {_THIS}|next(?: (?:one|question|please))?|next question|(?:ask me )?(?:something else|another question|a different question|another one)|leave {_THIS}(?: (?:out|open|blank|for (?:now|later)))|not (?:going to|gonna) answer {_THIS}"
            rf"|i(?:'d| would)? (?:prefer|rather) not(?: (?:to )?(?:say|answer|tell|talk about (?:it|that)))?|rather not(?: say| answer)?|(?:i )?don't want to (?:answer|say|talk about|discuss)(?: {_THIS})?|none of your business|no comment|not relevant|n/?a|skip ahead|(?:come|get) back to {_THIS}(?: later)?"
        ),
    ),
    (
        "back",
        _whole(
            rf"(?:go |step )?back(?: (?:one|a step|a question|to the (?:last|previous) (?:one|question)|up))?|previous(?: question)?|(?:the )?(?:last|previous) question(?: again)?|return to the (?:last|previous) (?:one|question)|can i change my (?:last|previous) answer|ask (?:me )?(?:that|it) again|repeat (?:the|that)(?: question)?"
        ),
    ),
    (
        "why",
        _whole(
            rf"why|why (?:do|did|would|are) you (?:ask|asking|need to know|want to know|want that|need that|need this|want this|care)(?: (?:me )?(?:this|that|about (?:this|that|it)))?|what(?:'s| is| would be)? (?:that|this|it) for|what(?:'s| is) the (?:point|purpose|reason|idea|use)(?: of (?:this|that|asking|the question|that question|this question))?"
            rf"|(?:and )?why (?:that|this|is that|is this|does (?:that|this|it) matter|is {_THIS} (?:important|relevant|needed))(?: (?:question|important|relevant))?|how (?:is|does) {_THIS} (?:relevant|help|matter|related)(?: (?:here|me))?|what (?:does|has) (?:that|this|it) (?:matter|got to do with (?:it|anything|this|my \w+)|have to do with (?:it|anything|this|my \w+))|what do you (?:want|need) (?:that|this|it|to know that) for|for what|what for|why the question|why should i (?:say|tell you|answer)(?: that| this)?|where are you going with (?:this|that)"
        ),
    ),
    (
        "show_plan",
        _whole(
            r"(?:show|see|view|open|display|print|give|read)(?: me)?(?: (?:my|the))? (?:whole )?(?:plan|notes|summary)(?: so far)?|what(?:'s| is| have you got| do you have)? ?(?:in |on )?my plan(?: so far)?|where (?:are we|do we stand|am i)|what (?:have we|do you|have you) (?:got|have|know|written|noted)(?: down)?(?: about me)?(?: so far)?|my plan|plan|summar(?:y|ise|ize)(?: (?:it|this|so far|please|what we have))?|what did i (?:say|tell you)(?: so far)?|how does my plan look"
        ),
    ),
    (
        "help",
        _whole(
            r"help|help me|i need help|what can you do(?: for me)?|what (?:do you do|are you (?:able to do|good for|for)|can i (?:do|say|ask|type)|should i (?:say|type|do))(?: here)?|how does (?:this|it) work|how do (?:i|you) (?:use (?:this|it)|work)|what (?:is|are) (?:this|the commands|my options|the options)|commands|options|menu|what now|what can we do(?: here)?|how can you help(?: me)?|what do i do(?: here)?"
        ),
    ),
    (
        "swamped",
        _whole(
            r"(?:i'm|i am|we're|i feel|feeling) (?:\w+ )?(?:swamped|overwhelmed|snowed under|drowning(?: in (?:work|it|everything))?|overloaded|up to my (?:neck|eyes|eyeballs)(?: in (?:work|it))?|buried(?: in work)?|flat out|rushed off my feet|stretched too thin)(?: at (?:work|the moment))?|(?:it's|it is|there's|there is)? ?(?:just )?(?:everything (?:at once|comes at once|is too much)|too much(?: at once| on| going on| all at once)?|way too much)|i (?:can't|cannot) (?:keep up|cope with it all|do everything|do it all)|everything(?:'s| is)? (?:at once|too much|urgent)|(?:i have|i've got|i've) (?:too much|far too much|way too much|so much)(?: (?:to do|on|going on|on my plate))?|i don't have (?:the )?time for (?:this|any of this|anything)|i don't know where to start|where do i (?:even )?start"
        ),
    ),
)
_CHOICE: tuple[tuple[Command, re.Pattern[str]], ...] = (
    (
        "go_on",
        _whole(
            r"(?:go|carry|move|keep|press) on|go ahead|let(?:'s| us) (?:go|move|carry|get) on(?: with (?:it|this))?|get on with it|continue|keep going|proceed|forward|onwards?|next|(?:it's|it is|that's|i'm) (?:done|fine|ok|okay|nothing|over|just \w+)|forget (?:it|that|about (?:it|that))|never ?mind|leave (?:it|that)(?: there)?|not now|back to (?:work|the plan|it|the question)|(?:let's )?work on the (?:goal|plan)|enough (?:about|of) (?:that|it)|it'?s? just (?:staffing|work|life|a bad (?:day|week))|moving on"
        ),
    ),
    (
        "stay",
        _whole(
            r"stay|stay (?:with (?:it|that|this)|here|there|a (?:bit|moment|minute))(?: (?:for )?a (?:bit|moment|minute|while))?|stay with (?:it|that)|talk about (?:it|that)|(?:i )?(?:want|need) to (?:talk|say|vent)(?: (?:about (?:it|that)|more|something))?|i'd like to (?:talk about (?:it|that)|say more)|a (?:moment|minute)|give me a (?:moment|minute|second)|i need a (?:moment|minute)|vent|say more"
        ),
    ),
)
_PLAIN_GO_ON = _whole(
    r"(?:go|carry|move) on|go ahead|let(?:'s| us) (?:go|move|carry) on|continue|keep going|proceed|never ?mind|moving on|get on with it"
)
_GREETING = re.compile(
    r"(?:hi|hello|hey|hiya|yo|good (?:morning|afternoon|evening|day)|morning|evening|greetings|hallo|howdy)(?: (?:there|coach|again|everyone|all|cairn|you))*"
    r"(?:,? how are you(?: doing)?(?: today)?)?[.!?, ]*",
    re.IGNORECASE,
)
_HELLO = re.compile(
    r"(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening))(?: (?:there|coach|again|cairn))?[,!.]\s*",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"(?:(?:ok|okay|great|cool|perfect|lovely|right|ah|oh|good|yes|no)[,.!]? )?(?:many |big )?(?:thanks|thank you|thx|cheers|ta|much appreciated|appreciate it|appreciated)"
    r"(?: (?:a lot|so much|very much|coach|again|for (?:that|this|your help|the help|everything|listening|asking|your time|now)|mate|that (?:helps|helped)))*[.! ]*(?:that (?:helps|helped|was (?:helpful|useful))(?: a lot)?[.! ]*)?",
    re.IGNORECASE,
)
_YES = re.compile(
    r"(?:yes|yeah|yep|yup|sure|ok|okay|correct|right|exactly|absolutely|definitely|of course|indeed|true|please do|go for it|why not|i do|he does|she does|they do|i have|alright|all right|fine|sounds good|deal)(?: (?:please|of course|sure|i do|he does|she does|they do|i have|that's right|exactly|then|thanks))?[.!, ]*",
    re.IGNORECASE,
)
_NO = re.compile(
    r"(?:no|nope|nah|not yet|not really|never|no way|not at all|certainly not|definitely not|i haven't|i don't|he doesn't|she doesn't|they don't|not quite|absolutely not)(?:,? (?:not (?:yet|really|at all)|thanks|thank you|never|i haven't|i don't|he doesn't|she doesn't|they don't|sorry|i'm afraid))*[.!, ]*",
    re.IGNORECASE,
)
_YES_LEAD = re.compile(r"(?:yes|yeah|yep|yup)\b(?! and no)", re.IGNORECASE)
_NO_LEAD = re.compile(
    r"(?:no|nope|nah)(?=[,.;:!]| -|,? (?:not|i|he|she|they|we|never)\b)|not yet\b", re.IGNORECASE
)
_DONT_KNOW = re.compile(
    r"(?:(?:hm+|um+|er+m?|uh|well|oh|honestly|to be honest|tbh|sorry|ok|okay|ah|ugh|actually|right|good question)[,.!…]* )*"
    r"(?:i (?:honestly |really |truly |just |genuinely |simply |actually )*(?:don't|dont|do not|didn't|wouldn't|can't|couldn't) (?:really |actually |honestly |even )*(?:know|tell|say)(?: (?:that|this|yet|really|at all|exactly|honestly|right now|tbh|for sure))*"
    r"|(?:i've |i have |i've got |i got |i )?(?:really |honestly |absolutely |genuinely )?no (?:idea|clue)(?: (?:really|honestly|yet|at all|tbh|sorry))*|(?:i )?(?:dunno|donno|idk)(?: (?:really|tbh|yet))*|haven't (?:a clue|got a clue|the foggiest|thought about (?:it|that))|i haven't (?:a clue|got a clue|the foggiest|thought about (?:it|that))"
    r"|(?:i'm |im |i am )?(?:really |honestly |just |still )?(?:not (?:really |quite |so |too |entirely |very |at all )?(?:sure|certain)|unsure)(?: (?:yet|really|about (?:that|this|it)|at all|tbh|honestly|of that))*|(?:that's )?hard to say|(?:it's )?difficult to say|beats me|search me|who knows|good question|no opinion|i can't think of (?:any|anything|one|anyone)|can't think of (?:any|anything|one|anyone)|nothing comes to mind|you tell me|i wish i knew|never thought about (?:it|that))"
    r"(?P<end>\s*(?:$|[,.;:!?…]|-|(?=\b(?:but|maybe|perhaps|what|how|who|where|if|whether|which|why|when|because|about|that)\b)))",
    re.IGNORECASE,
)
_EDIT = re.compile(
    r"(?:(?:ok|okay|yes|no|well|and|but|hm+|actually|please|can you|could you|can we|could we|let's|i'd|also)[,.]? )*(?:edit(?: (?:it|that|this|the (?:goal|page|text)))?[.! ]*$"
    r"|(?:make|change) (?:it|that|the \w+(?: \w+)?|this)(?: to| into| from)? .{1,120}|(?:leave|take|strike|cross|cut|keep) .{1,80}? (?:out|off)(?: (?:of )?(?:it|the page|there|that|this))?(?=[,.;!]|$)|(?:put|add|write) (?:in|on|down)? ?(?:that|it|there|also|to (?:it|the page))\b.{1,160}|replace .{1,100} (?:with|by) .{1,100}|i(?:'d| would|)? (?:want|like) to (?:edit|change|reword|rephrase)(?: (?:it|that|this|the (?:goal|wording|text|page)))?[.! ]*$|let me (?:edit|change|reword|rephrase)(?: (?:it|that|this|the \w+))?[.! ]*$|reword(?: it)?[.! ]*$|rephrase(?: it)?[.! ]*$|(?:edit|change|strike|remove|delete) the .{1,100})",
    re.IGNORECASE,
)
_ORDER: tuple[Command, ...] = (
    "stop", "undo", "accept", "reject", "edit", "draft_it", "why", "skip", "back", "show_plan", "help", "go_on", "stay",
    "swamped", "dont_know", "no", "yes", "thanks", "greeting",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Steering:
    """What a message commands: the command, and for each sentence what of it is left as an answer."""

    command: Command | None
    left: tuple[tuple[int, int], ...]


def steering(sentences: tuple[Sentence, ...], talk: Talk, open_question: str | None = None) -> Steering:
    """Return the command in a message, with the span left of each sentence (empty where it was the command)."""
    found: list[Command] = []
    left: list[tuple[int, int]] = []
    for place, sentence in enumerate(sentences):
        command, start = _of(
            sentence, talk, first=place == 0, alone=len(sentences) == 1, waiting=open_question
        )
        if command is not None:
            found.append(command)
        left.append((start, len(sentence.text)))
    return Steering(next((one for one in _ORDER if one in found), None), tuple(left))


def _of(
    sentence: Sentence, talk: Talk, *, first: bool, alone: bool, waiting: str | None
) -> tuple[Command | None, int]:
    """Return the command of a sentence and where its remainder begins."""
    plain, length = sentence.plain, len(sentence.text)
    if (chosen := _chosen(plain, talk, first=first)) is not None:
        return chosen
    if _PLAIN_GO_ON.fullmatch(plain):
        return "go_on", length
    for command, pattern in _PLANS:
        if pattern.fullmatch(plain) and (command != "accept" or talk.proposal or "ccept" in plain):
            return command, length
    if (command := _courtesy(plain, alone=alone)) is not None:
        return command, length
    if (unknown := _DONT_KNOW.match(plain)) and not _gap_after_answer(first=first):
        return "dont_know", unknown.end()
    if _EDIT.match(plain) and (talk.proposal or talk.draft or not waiting):
        return "edit", 0
    if (said := _yes_or_no(plain, talk, first=first, alone=alone)) is not None:
        return said, 0 if said in {"yes", "no"} else length
    if first and (hello := _HELLO.match(plain)):
        return "greeting", hello.end()
    return None, 0


def _gap_after_answer(*, first: bool) -> bool:
    """Return whether an "I don't know" comes after an answer, where it names a gap and skips nothing."""
    return not first


def _chosen(plain: str, talk: Talk, *, first: bool) -> tuple[Command, int] | None:
    """Return the choice after a feeling: stay with it, or go on; the rest of the sentence is no answer."""
    if talk.choice not in {"feeling", "staying"} or not first:
        return None
    lead = re.split(r"[,.;!]\s+(?!go\b|move\b|let|carry\b|continue)", plain, maxsplit=1)[0]
    for command, pattern in _CHOICE:
        if pattern.fullmatch(plain) or pattern.fullmatch(lead):
            return command, len(plain)
    return None


def _courtesy(plain: str, *, alone: bool) -> Command | None:
    if _GREETING.fullmatch(plain):
        return "greeting"
    return "thanks" if _THANKS.fullmatch(plain) and (alone or len(plain) < 60) else None  # noqa: PLR2004


def _yes_or_no(plain: str, talk: Talk, *, first: bool, alone: bool) -> Command | None:
    """Return a plain yes or no; while a proposal waits it decides that."""
    if not first:
        return None
    yes, no = _YES.fullmatch(plain), _NO.fullmatch(plain)
    if talk.proposal and (yes or no):
        return "accept" if yes else "reject"
    if (yes and alone) or _YES_LEAD.match(plain):
        return "yes"
    return "no" if no or _NO_LEAD.match(plain) else None
