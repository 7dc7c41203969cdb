"""Their questions, and what kind the library cannot answer."""

import re

from coaching.listening.heard import Asked
from coaching.listening.text import Sentence

_WH = r"(?:what|how|who|whom|whose|when|where|why|which)"
_AUX = r"(?:is|are|was|were|do|does|did|can|could|will|would|should|shall|may|might|have|has|had|am|isn't|aren't|don't|doesn't|can't|couldn't|won't|wouldn't|shouldn't)"
_OPENER = r"(?:(?:and|but|so|ok|okay|also|well|hm+|oh|then|now|yes|no|yeah|actually|honestly|go on|sorry|by the way|btw|one question|a question|question|tell me|quick question|wait|seriously)[,:.]* )*"
_ASKS = re.compile(
    rf"{_OPENER}(?:(?:then |if \w[^,?]{{1,60}}, )?{_WH}\b|{_AUX} (?:i|you|we|he|she|they|it|there|this|that|the|my|your|people|anyone|someone|somebody|\w+)\b|any (?:idea|tips?|advice|chance|thoughts|suggestions?)\b|do you\b|is it\b)",
    re.IGNORECASE,
)
_UNMARKED = re.compile(
    rf"{_OPENER}(?:how (?:do|does|can|could|should|would|did|much|many|long|often) (?:i|you|we|people|they|one|someone|it|\w+)\b|what (?:should|can|do|does|would|could|if|are|is) (?:i|you|we|the|a|my|it|they|people|someone)\b|(?:can|could|should|would|do|will) (?:you|i) (?!see\b)\w+|why (?:do|does|did|is|are|would|should) \w+|where (?:do|can|should|would) (?:i|you|we)\b|who (?:should|can|do|could) (?:i|you|we)\b|is (?:it|that|this|there) (?:normal|ok|okay|possible|worth|wise|weird|any|legal|true|better|a good|wrong|too late|bad)\b)[^.!]{{3,200}}$",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"\b(?:i(?:'d| would) (?:like|love|want) to know|i want to know|i(?:'m| am) wondering|i wonder|i was wondering|my question is|tell me|can you tell me|explain(?: to me)?|remind me|do you know|any idea|any tips|any advice|advice on) (?:how|what|why|whether|if|who|where|when|which|on|for|about)\b",
    re.IGNORECASE,
)
_LIMITS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        (
            "self",
            r"\bare you (?:a |an |the |really |actually |even |some |just |like )*(?:bot|robot|human|person|real|ai|machine|program|computer|chat ?gpt|language model|llm|someone|alive|chatbot|listening|recording|conscious|there|sentient|free|trained|qualified)\b|\bwho (?:are you|made you|built you|wrote you|is behind|reads this|sees this|can (?:see|read))|\bwhat are you\b|\bam i (?:talking|speaking|chatting|writing) (?:to|with)\b|\bdo you (?:understand|remember|feel|think|learn|record|store|save|have feelings|keep|sleep|know what|know who|even|share|speak|actually (?:understand|read)|read|really)\b|\bcan you (?:understand|remember|feel|speak|hear|read|keep a secret|see)\b|\b(?:is|does) (?:this|it|my boss|anyone|somebody|my manager|my employer|hr) (?:private|confidential|anonymous|get (?:to )?(?:see|read)|see (?:this|what)|read (?:this|what)|secret|stored|recorded|saved|ai|an ai|a bot|safe|shared)\b|\b(?:where|how) (?:is|are|do you) (?:this|it|my (?:data|answers|words)|you) (?:stored?|saved|kept|keep|work|made|store)\b|\bwill (?:my (?:boss|manager|employer|company)|anyone|you|hr) (?:see|read|find out|tell|share|remember|know about this)\b|\byour (?:name|opinion of|source|training|limits|privacy)\b|\bwhat (?:can't you|don't you|model are you|happens to (?:my data|what i))|\bhow (?:old|smart|clever) are you\b|\bhow do you (?:know|work|decide)\b",
        ),
        (
            "pay",
            r"\b(?:salar\w+|how much (?:do|does|would|will|should|could|can|is|are|money|more)\b.{0,40}\b(?:earn\w*|paid|pay|pays|make|makes|get|worth|ask|raise|job|role)|pay (?:rise|scale|band|grade|range|cut|gap|rate|bands?|grades?)|what(?:'s| is| are| do| does| would)?.{0,30}\b(?:pay|pays|paid|earn|earns|wage|wages|salary|salaries|bonus|day rate|going rate|hourly rate)\b|market rate|paid more|pay more|pays better|pay better|better paid|earn more|should i be (?:paid|earning)|am i (?:under)?paid|being underpaid|how much (?:money|more))\b",
        ),
        (
            "openings",
            r"\b(?:what|which|any|are there|is there|where|find|list|show|who(?:'s| is| are)?|know of|got)\b.{0,50}\b(?:jobs?|openings?|vacanc\w+|positions?|posts?|employers?|companies|firms|roles?)\b.{0,60}\b(?:are there|available|going|open|hiring|hire|hires|exist|above|near|around|here|out there|for (?:me|someone|people|a)|like (?:me|this|that)|in \w+|with|i could|could i|should i apply|at (?:my|the)|that aren't|advertised|apply|recruiting|right now|vacant|pay)\b|\b(?:who|which \w+|what companies|what firms)(?:'s| is| are) (?:hiring|recruiting)\b|\bare (?:there|they) (?:any )?(?:jobs?|vacanc\w+|openings?|hiring|posts)\b|\b(?:any|where.{0,20}) vacanc\w+|\bwhere (?:can|do|should) i (?:find|apply|look|see).{0,20}\b(?:jobs?|vacanc\w+|openings?|work|role|post|adverts?)|\bfind me a job\b|\bget me a job\b|\bis (?:there|the) (?:a |an |any )?(?:job|opening|vacancy|position|post|role)\b.{0,30}\b(?:free|open|going|available|vacant|coming)?",
        ),
        (
            "odds",
            r"\b(?:chance|chances|odds|likely|likelihood|probab\w+|realistic\w*|am i too (?:old|young|late)|too late for me|will i (?:get|be|ever|make|pass|succeed|manage|regret|become|fail)|do i (?:have|stand) (?:a|any|the) (?:chance|hope|shot)|could i (?:really |ever |actually )?(?:make it|become|get there)|can i (?:really |ever |actually |still )?(?:make it|become|get there|get promoted|be promoted)|am i (?:good|smart|ready|clever|experienced|qualified) enough|how long (?:does|will|would) it (?:usually |normally )?take|is it (?:possible|realistic|too late|likely|feasible|doable)|will (?:it|this|that|she|he|they|my boss|my manager) (?:work|say yes|agree|promote|accept|hire|pick)|would (?:she|he|they) (?:say yes|agree|ever)|should i (?:quit|resign|leave|hand in my notice)|would i (?:get|be|make)|what if i (?:fail|don't get))\b",
        ),
        (
            "law",
            r"\b(?:legal\w*|illegal|law|laws|lawful\w*|allowed to|notice period|contract(?:ual|ually)?|my rights|a right to|rights|tribunal|visa|work permit|maternity|parental leave|tax|taxes|pension|entitled|redundan\w+|severance|union rules|sue|non-?compete|probation period|unfair dismissal|overtime rules|works council rights|working time)\b",
        ),
        (
            "courses",
            r"\b(?:which|what|any|good|best|recommend\w*|suggest\w*|know|should i (?:do|take)|where|is there|are there|do i need|how much (?:is|does)|how long is|need)\b.{0,60}\b(?:courses?|training|certificat\w+|degrees?|mba|books?|podcasts?|classes|class|bootcamps?|diplomas?|qualifications?|master's|masters|licen[cs]es?|workshops?|webinars?|phd|apprenticeships?|accreditation|exam|school|university|college|evening class)\b",
        ),
    )
)
_MEETING_WORDS = re.compile(r"\b(?:prepare|prep|ready for|agenda)\b", re.IGNORECASE)
_SUBJECT_FRAGMENT = re.compile(
    r"(?:something|someone|somebody|maybe|perhaps|probably|some|a|an|the|my|our|more|i think|i guess|around|about|being|team|head|[\w'-]+)(?: [\w'-]+){0,7}\?$",
    re.IGNORECASE,
)


def questions_of(sentences: tuple[Sentence, ...]) -> tuple[tuple[int, Asked], ...]:
    """Return their questions with the place of the sentence each stands in."""
    return tuple(
        (place, Asked(text=sentence.text, limit=limit_of(sentence.plain)))
        for place, sentence in enumerate(sentences)
        if is_question(sentence)
    )


def is_question(sentence: Sentence) -> bool:
    """Return whether a sentence asks; a fragment with a question mark is a guess, not a question."""
    plain = sentence.plain
    if sentence.asks:
        if _tagged(plain) or _rhetorical(plain):
            return False
        last = _last_clause(plain)
        return bool(
            _ASKS.match(plain) or _ASKS.match(last) or _ASKING.search(plain) or " is that " in sentence.low
        )
    return bool(_UNMARKED.match(plain)) or bool(
        re.match(
            rf"{_OPENER}(?:i(?:'d| would) (?:like|love) to know|i want to know|i(?:'m| was| am) wondering|my question is|tell me|explain to me) (?:how|what|why|whether|if|who|where|when|which)\b",
            plain,
            re.IGNORECASE,
        )
    )


def _last_clause(plain: str) -> str:
    """Return what follows the last joint, where a question often begins: "It's urgent, how do I ..."."""
    return re.split(r"[,;:] | - |\bbut |\band (?=how|what|who|why|where|when|do|is|can)", plain)[-1].strip()


def _tagged(plain: str) -> bool:
    """Return whether it only ends in a tag: "it's late, isn't it?", "right?"."""
    return bool(
        re.search(
            r",? (?:isn't it|right|no|don't you think|aren't they|you know|doesn't it|eh|innit|ok|okay|huh|wasn't it|haven't i|don't i|does that count|is that (?:ok|okay|enough|weird|all right|fine)|would that (?:do|count|work)|you could)\?$",
            plain,
            re.IGNORECASE,
        )
    ) and not re.match(rf"{_OPENER}{_WH}\b", plain, re.IGNORECASE)


def _rhetorical(plain: str) -> bool:
    return bool(
        re.search(
            r"\b(?:who (?:cares|knows|wants|doesn't|would want|has time|wouldn't)|what (?:else )?do (?:they|you) (?:want|expect)|what can (?:you|i) do|why (?:should i|would i|bother|not)|what's not to like|how hard can it be|what did (?:i|you) expect|what's new|what's the worst|what else do they want|isn't that (?:enough|obvious)|so what|why me)\?*$",
            plain,
            re.IGNORECASE,
        )
    )


def limit_of(plain: str) -> str | None:
    """Return the class of question that no card answers, None where the library may."""
    return next((name for name, pattern in _LIMITS if pattern.search(plain)), None)
