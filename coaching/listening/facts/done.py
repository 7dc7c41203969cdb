"""What they have done that others could confirm, and where it could be looked up."""

import re
from collections.abc import Iterator

from coaching.listening.clauses import bare, clauses
from coaching.listening.heard import Fact
from coaching.listening.matching import NAME, fact
from coaching.listening.numbers import NUMBER
from coaching.listening.text import Sentence

_WHO = rf"(?:i|we|my (?:team|crew|shift|section|department)|our (?:team|crew|shift|section|department)|the team and i|me and (?:my team|{NAME})|{NAME} and i)"
_ADV = r"(?:(?:also|already|just|even|recently|personally|single-handedly|finally|successfully|then|once|only|both|all|actually|have|had|'ve|singlehandedly|alone|quietly|together|last (?:year|month|week|quarter|spring|summer|autumn|winter)|this year|in \d{4}|basically|pretty much|managed to|helped|helped to) )*"
_STRONG = (
    "delivered launched built opened organised organized cut saved reduced increased won designed wrote rewrote ran brought introduced created set trained translated chaired automated negotiated migrated hit doubled halved tripled raised grew fixed rebuilt "
    "closed sold installed implemented developed led taught mentored redesigned improved cleared published finished completed recruited hired lowered shortened rolled piloted founded coordinated planned managed handled produced replaced restored repaired passed "
    "supervised moved merged exceeded beat drove secured generated solved resolved eliminated transformed restructured reorganised reorganized digitised digitized lost kept got talked coached onboarded presented landed collected covered prepared turned made took did rewrote scored "
    "drafted audited stopped prevented caught spotted scheduled hosted convinced simplified standardised standardized documented upgraded tested shipped released deployed refactored wired renovated planted harvested bred served treated nursed placed rescued investigated "
    "sorted fundraised wrote edited shot filmed recorded staged curated catalogued invented patented prototyped modelled calculated forecast reconciled invoiced budgeted reclaimed recovered slashed boosted expanded scaled streamlined tendered commissioned dug welded painted tiled laid fitted served cooked baked catered carried flew drove landed steered mended overhauled serviced swapped quit rewrote"
).split()
_WEAK = frozenset(
    "talked got made took did kept lost moved managed handled covered prepared turned ran passed planned served led taught carried drove stopped caught closed quit lead bring told set got".split()
)
_DID = re.compile(
    rf"(?:(?:when|after|as|while) [^,]{{3,60}}, |(?:last|this|in|since|over|during|at|for) [^,]{{2,40}}, |[^,]{{3,50}} )??(?P<v>(?:(?:last|this) (?:year|month|week|quarter|spring|summer|autumn|winter) )?{_WHO}(?:'ve| have|'d| had)? {_ADV}(?P<verb>{'|'.join(sorted(set(_STRONG), key=len, reverse=True))})(?!['\w])(?P<rest>[^;!?]{{2,200}}))",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"^\W*(?:passed over|told|asked|into|it wrong|used to|tired|bored|sick|stuck|here|there|photos|the (?:photos|certificate|mail|email|letter)|it for|the \w+ (?:desk|team|department|section|unit|shift|group)\b|to know|by\b|on (?:well|with)|married|fired|sacked|ill|away|back|home|out of|off|rejected|turned down|nowhere|nothing$|no (?:idea|clue|answer|reply|feedback|reason|time)|a (?:job|raise|new boss|kid|degree|child|baby|feeling|bad|no\b|break|week off)|up\b(?! the| a| an|\w)|my (?:degree|job|chance|temper|way|mind|licen[cs]e)|me\b|down\b(?! the)|over\b|lucky|better|worse|older|angry|the feeling|the impression|the job\b|the message|the sack|a lot of|so|too|sure|friends|enough|it\b$|sense|mistakes|a mistake|time|my best|interest|heart|hope|confidence|weight|sleep|touch|to get|the chance|pregnant|to (?:do|be|see|go|work))\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"(?:{NUMBER}|\d|%|\bper ?cent|\bdouble|\bhalf|\bfirst\b|\bwhole\b|\ball\b|\bevery\b|\bnobody\b|\bno (?:\w+ )?(?:accidents?|errors?|complaints?|defects?|injur\w+)\b)",
    re.IGNORECASE,
)


def evidence(sentence: Sentence, *, expected: bool) -> Iterator[Fact]:
    """Yield what they or their team did; without a number only a strong verb, or an asked question, counts."""
    for piece in _steps(sentence):
        clause = bare(piece)
        match = _DID.match(clause.plain)
        if match is None or not _counts(match, expected=expected) or _unreal(sentence, clause):
            continue
        found = fact("evidence", clause, match.start("v"), match.end("rest"))
        if found is not None:
            yield found.model_copy(update={"text": found.value})


def _steps(sentence: Sentence) -> tuple[Sentence, ...]:
    """Return the clauses, cut also where a second "I did" follows a comma."""
    return clauses(sentence)


def _unreal(sentence: Sentence, clause: Sentence) -> bool:
    before = sentence.plain[: clause.start - sentence.start]
    return bool(
        re.search(
            r"\b(?:if|wish|unless|would have|could have|should have|until|so that|once|before)\b[^,;]*$",
            before,
            re.IGNORECASE,
        )
    ) or bool(re.match(r"(?:if|unless|until|so that|once|before)\b", clause.plain, re.IGNORECASE))


def _counts(match: re.Match[str], *, expected: bool) -> bool:
    rest, verb = match["rest"].strip(), match["verb"].lower()
    if _NOT_DONE.match(rest) or re.search(r"\b(?:never|not|hardly)\b", match["v"][:30], re.IGNORECASE):
        return False
    if (
        re.match(r"(?:the (?:backlog|price|cost|wait|time|number|error|accident|complaint))", rest)
        and verb == "got"
    ):
        return True
    counted = bool(_COUNTED.search(rest))
    if verb in _WEAK or verb in {"get", "lead"}:
        return counted or (expected and len(rest.split()) >= 2)
    return counted or expected or len(rest.split()) >= 2


_PROOF = (
    re.compile(
        r"\b(?P<v>(?:the|our|a|my|their|his|her) (?:[\w'&-]+ ){0,4}[\w'&-]+) (?:has (?:the|all the|every|it|them|a paragraph|a line|a page|a chapter)|mentions (?:it|me)|names me|is (?:still )?on (?:the drive|file|record)|says (?:so|it|that)|shows? (?:it|that|the|this|so)|show it|proves? (?:it|that)|confirms? (?:it|that)|lists? (?:it|them|all)|records? (?:it|them)|backs? (?:it|that|me) up|will (?:confirm|show)|can (?:confirm|show|prove))\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:it's|it is|that's|they're|that is|it was|is|are|you(?:'ll| can)? find (?:it|them)|look it up|recorded|documented|written|all) (?:all |also |even |written |up )*(?:in|on) (?P<v>(?:the|our|my|a) (?:[\w'&-]+ ){{0,4}}[\w'&-]+)(?=[.,;!]|$| (?:and|for|since|if)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bthere(?:'s| is| are) (?P<v>(?:a|an|the|some) (?:[\w'&-]+ ){0,4}(?:report|log|record|records|minutes|email|mail|letter|sheet|chart|dashboard|survey|certificate|photos?|figures|statistics|review|list|register|spreadsheet|file|protocol|audit|article|system|ledger|note|reference|invoice)s?)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<v>{NAME}|my (?:boss|manager|lead|supervisor|head|director|colleagues?|team)|the (?:[\w'-]+ )?(?:client|customer|auditor|director|head|doctor|consultant|manager|foreman)s?) (?:saw (?:it|that|me|everything)|can (?:confirm|vouch|tell you)|would (?:confirm|vouch)|could (?:confirm|vouch)|was there|will tell you|signed (?:it|that|for))\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<v>i(?:'ve| have) still got (?:it|them)|i(?:'ve| have) (?:kept|got) (?:the|a|all the) (?:[\w'-]+ ){0,3}(?:mail|email|letter|report|certificate|photos?|records?|figures|numbers|notes?|card|copy|copies|plans?|drawings))\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|, |; )(?P<v>(?:the )?signed (?:copy|contract|report|form|minutes)[^.;!?,]{0,50})",
        re.IGNORECASE,
    ),
)


def proofs(sentence: Sentence, *, expected: bool) -> Iterator[Fact]:
    """Yield where it can be looked up, or who saw it, where something done is spoken of."""
    if not expected:
        return
    for pattern in _PROOF:
        for match in pattern.finditer(sentence.plain):
            if (
                re.match(
                    r"(?:the|our|a|my) (?:job|problem|team|boss|manager|point|way|thing|same|middle|end|start|beginning|moment|future|floor|road)\b",
                    match["v"],
                    re.IGNORECASE,
                )
                and "boss" not in match[0]
                and "manager" not in match[0]
            ):
                continue
            value = re.sub(r"^(?:the|our|a|an) ", "", match["v"], flags=re.IGNORECASE)
            found = fact("proof", sentence, match.end("v") - len(value), match.end("v"))
            if found is not None:
                yield found
            return
