"""Whose yes is needed, and who has given it."""

import re
from collections.abc import Iterator

from coaching.listening.facts.people import is_name
from coaching.listening.heard import Fact, Slot
from coaching.listening.matching import NAME, STOP, fact
from coaching.listening.text import Sentence

_WHO_ROLE = r"boss|manager|head|director|lead|leader|chief|principal|owner|board|finance|hr|ceo|cfo|cto|coo|council|committee|bursar|supervisor|foreman|partner|partners|legal|procurement|matron|union|ward manager|superintendent|dean|chair|governors|trustees|client|management|it|headquarters|hq|department|mayor|editor|ministry|office|team|chef|region|service|school|company|college|inspector|commander|captain|sergeant|secretary|treasurer|president|officer|personnel|editor-in-chief|controller|works council|wife|husband"
_ROLE = rf"(?:(?:my|the|our|her|his|their|your) (?:(?!{STOP}\b)[\w'-]+ ){{0,2}}?(?:{_WHO_ROLE})(?:'s boss| of (?:the )?[\w-]+)?|finance|hr|legal|procurement|management|head office|the works council|the board)"
WHO = rf"(?P<v>(?:{_ROLE})(?:,? {NAME})?|{NAME})"
_MUST = r"(?:has|have|had|needs?|would need|would have|will have|'ll have|still has|still needs|first has|must|would also need|is the one who has|'d have|'d need)"
_DO = r"(?:let|agree|sign|approve|release|nominate|say yes|ok|okay|okay it|give|allow|permit|authori[sz]e|clear|accept|back|decide|confirm|support|sponsor|grant|free|put my name|recommend|be (?:asked|convinced|on board|ok|okay|happy|persuaded)|endorse|fund|pay)"
_NEEDED = (
    re.compile(
        rf"\b(?:needs?|need|want|requires?|require|get|getting|takes?|wait(?:ing)? (?:for|on)|without|with|subject to|pending|depend(?:s|ing) on|hinges on|rest(?:s|ing)? on|only if i get|still (?:need|want)|have to get|has to have|would need|would take|'d need) (?:also |still |first |of course )?{WHO}(?:'s?)? (?:yes|ok|okay|okays?|approval|sign[- ]?off|blessing|agreement|permission|consent|go[- ]ahead|green light|nod|signature|backing|say[- ]so|authori[sz]ation|support|vote|decision|buy-in|word)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:sign(?:ed)?[- ]?off|approval|permission|a yes|the yes|agreement|the ok|an ok|okay|blessing|consent|go[- ]ahead|green light|buy-in|the nod|clearance|backing|a signature|budget approval|sign-off) (?:of|from|by) {WHO}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:^|[,.;:(] ?|\b(?:and|but|though|then|because|since|also|only|that|if|so|it,|before|which|unless|until|maybe) |\b){WHO} (?:also |still |first |only |then |of course )?{_MUST} (?:also |still |first |only )?(?:to )?(?:also |first )?{_DO}\b(?: (?P<about>(?:me |us |it |this |that |off )?[^.;!?,]{{0,60}}))?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:if|once|provided|as long as|assuming|unless|when|should|until|only if) {WHO} (?:agrees?|allows?|says yes|lets? me|approves?|signs?(?: it)?(?: off)?|okays?|is (?:ok|okay|fine|happy) with|will (?:let|allow|agree)|gives (?:me )?(?:the|a|his|her)|releases me|permits|plays along|can spare me|goes along|backs)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{WHO} (?:decides|picks|chooses|selects|has the (?:last|final) (?:word|say)|has the say|has final say|makes the (?:final )?decision|signs (?:it|them|these|that|everything) off|holds the (?:budget|purse strings)|approves (?:it|them|that|everything)|gets the (?:last|final) (?:word|say)|has to be asked|has a veto)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:it's|it is|that's|is) (?:up to|down to|for|in the hands of) {WHO}(?: to (?:decide|say|approve|agree|sign))?(?=[,.;!]|$| to\b| though)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:i(?:'d| would|'ll)? (?:still |also |first )?(?:have to|need to|must|should|need|want) (?:ask|convince|persuade|get|clear it with|run it (?:by|past)|check with|win over|square it with)|i'd need|i need|still need|now i need|need) {WHO}(?: (?:first|too|to (?:agree|sign|approve|let|say|allow|release|ok)|for (?:it|that|this)|about (?:it|that)|on (?:board|side)|on my side))(?=\b)",
        re.IGNORECASE,
    ),
)
_GIVEN = (
    re.compile(
        rf"(?:^|[,.;:] ?|\b(?:and|but|so|that|because|since) |\b){WHO} (?:has |have |had |'s |already |has already |also |even |kindly )*(?:said yes|agreed|approved|signed(?: it)?(?: off)?|okayed|ok'd|green-?lit|given (?:me )?(?:the|his|her|their|a)(?: go[- ]ahead| yes| ok| okay| blessing| green light| approval| permission| nod)|gave (?:me )?(?:the|his|her|their|a)(?: go[- ]ahead| yes| ok| okay| blessing| green light| approval| permission| nod)|said (?:that )?(?:i (?:may|can|could)|(?:it's|it is|it was|that's|that was|he's|she's) (?:ok|okay|fine|all right|alright|good)|ok|okay|go ahead|fine|i'm allowed)|cleared it|released me|let me|nominated me|is (?:ok|okay|fine|happy) with (?:it|that|this)|is fine|won't (?:miss|mind)|backed (?:it|me))\b(?! to disagree)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:i(?:'ve| have)? (?:already )?(?:got|have|had)|got) (?:the |an? |my )?(?:yes|ok|okay|go[- ]ahead|green light|approval|permission|blessing|sign[- ]?off|all[- ]clear|nod) (?:from|of) {WHO}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:i(?:'ve| have) (?:already )?(?:got|have)|i have|got) {WHO}(?:'s) (?:yes|ok|okay|go[- ]ahead|approval|permission|blessing|backing|support)\b",
        re.IGNORECASE,
    ),
)
_NEGATED = re.compile(
    r"\b(?:not|hasn't|haven't|never|n't|yet to|if|once|unless|until|when|whether|should)\b[^.;]*$",
    re.IGNORECASE,
)


def approvals(sentence: Sentence) -> Iterator[Fact]:
    """Yield whose yes is needed; `about` says what for, where it was said."""
    seen: set[str] = set()
    for pattern in _NEEDED:
        for match in pattern.finditer(sentence.plain):
            found = _who("approval", sentence, match)
            if found is None or found.value in seen or _is_past(match[0]):
                continue
            seen.add(found.value)
            yield found.model_copy(update={"about": _about(sentence, match)})


def approved(sentence: Sentence) -> Iterator[Fact]:
    """Yield who has said yes."""
    for pattern in _GIVEN:
        for match in pattern.finditer(sentence.plain):
            found = _who("approved", sentence, match)
            if found is not None and not _NEGATED.search(sentence.plain[: match.start("v")][-40:]):
                yield found
                return


def _is_past(said: str) -> bool:
    return bool(re.search(r"\b(?:has|have) (?:agreed|approved|signed|let)\b", said, re.IGNORECASE))


def _who(slot: Slot, sentence: Sentence, match: re.Match[str]) -> Fact | None:
    value = match["v"]
    if (
        value[:1].isupper()
        and re.fullmatch(NAME, value)
        and not is_name(value)
        and value.lower() not in {"hr", "finance", "legal"}
    ):
        return None
    return fact(slot, sentence, match.start("v"), match.end("v"))


def _about(sentence: Sentence, match: re.Match[str]) -> str | None:
    """Return what the yes is for: "the time" in "has to let me have the time"."""
    said = match.groupdict().get("about")
    if not said:
        return None
    thing = re.sub(
        r"^(?:me|us|it|this|that|off)\b ?(?:have |take |do |off )?(?:on |for |to )?",
        "",
        said.strip(),
        flags=re.IGNORECASE,
    )
    return thing.strip() or None
