"""What the organisation needs, what the person lacks, and what is already on their side."""

import re
from collections.abc import Iterator

from coaching.listening.clauses import bare, clauses
from coaching.listening.heard import Fact, Slot
from coaching.listening.matching import NAME, fact
from coaching.listening.text import Sentence

_ORG = r"(?:they|the (?:company|firm|organisation|organization|ward|hospital|school|division|department|board|business|team|bank|plant|agency|council|region|unit|management|practice|charity|clinic|office|hotel|station|group|college|university|parish|trust|house|shop|factory|site|branch)|our (?:company|firm|division|department|board|team|plant|owner|director|ceo|region|unit|clients|customers|management|school|hospital|ward|practice|clinic)|management|head office|everyone upstairs|upstairs)"
_NEED = (
    re.compile(
        rf"\b{_ORG} (?:really |badly |desperately |always |just |mostly |also |urgently |now )*(?:needs?|wants?|must have|is (?:crying out|desperate) for|are (?:crying out|desperate) for|is short of|are short of|lacks?|could do with|is looking for|are looking for|has to|have to|need to|must) (?P<v>(?!(?:to know|me\b|it\b|that\b$|my\b|know\b|agree|let|sign|approve|release|decide|say yes))[^;!?.]{{3,140}})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:what (?:they|the \w+|we) (?:really |most |badly )?need(?:s)?(?: most)?|the (?:big|main|biggest) (?:thing|need|problem|issue|topic|announcements?)(?: here| this year)?|what counts (?:here )?(?:this year)?) (?:is|are) (?P<v>[^;!?.]{{3,140}})",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:trade|industry|sector|hospital|ward|company|firm|school) is (?:desperately |badly |always )?short of (?P<v>[^;!?.]{3,100})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<v>(?:they|the (?:company|firm|school|ward|hospital|team)) (?:can't|cannot|struggle to|struggles to|keep losing|keeps losing|can't find|can't keep|fail to) [^;!?.]{{3,120}})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:got told|were told|was told|told us|announced|says?|said) (?:that )?(?P<v>(?:the (?:firm|company|division|ward|school|hospital|board|department)|we|they) (?:needs?|has|have|must|wants?) to [^;!?,.]{{3,100}})",
        re.IGNORECASE,
    ),
)


_TROUBLE = re.compile(
    r"\b(?P<v>(?:the|our|my) [\w'-]+(?: [\w'-]+)? (?:struggles?|fails?|can't|cannot|keeps? (?:losing|leaving)|don't have|lacks?|need|needs) [^.;!?]{3,120})",
    re.IGNORECASE,
)


def needs(sentence: Sentence, *, expected: bool) -> Iterator[Fact]:
    """Yield what the organisation needs."""
    for pattern in (*_NEED, *((_TROUBLE,) if expected else ())):
        match = pattern.search(sentence.plain)
        if match is None or (not expected and re.search(r"\b(?:i|me|my) ", match["v"] + " ", re.IGNORECASE)):
            continue
        value = re.split(
            r",? (?:and|but|so|because) (?:i|my|that's|we|he|she|it|complaints|\w+ is)\b|, ",
            match["v"],
            maxsplit=1,
            flags=re.IGNORECASE,
        )[0]
        found = fact("need", sentence, match.start("v"), match.start("v") + len(value))
        if found is not None:
            yield found
            return


_GAP = (
    re.compile(
        r"\b(?:i(?:'d| would|'ll| will)? (?:still |also |first |really |probably |just )*(?:need|have|must|ought|want) to (?:learn|understand|get better at|improve(?: in| on)?|study|practi[sc]e|brush up(?: on)?|work on|know|be able to|catch up on|master|get (?:my |the |a |some )?(?=[\w ]*(?:certificate|licen[cs]e|qualification|degree|diploma|training|experience|rating|badge|master's|mba|accreditation|registration)))) ?(?P<v>[^.;!?]{3,120})",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<v>i(?:'ve| have)? (?:never|not|hardly ever|barely) (?:really |actually |even |ever )?(?:managed|led|run|hired|had|done|held|worked|handled|negotiated|presented|written|built|spoken|owned|budgeted|planned|supervised|taught|sold|made|set|used|chaired|fired|dealt|seen)[^.;!?]{3,100})",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<v>i(?:'ve| have|'ve got| have got)? (?:no|little|zero|hardly any|not much) (?:experience|training|clue|idea|background|knowledge|qualification|degree)s?(?: (?:of|in|with|about|how|what|for))?[^.;!?,]{0,80})",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<v>(?:i'd|i would|i|i'll|you|you'd) (?:still |also |first )?need (?:the |a |an |my |some |more )(?:[\w'&-]+ ){0,5}(?:certificate|licen[cs]e|qualification|degree|diploma|training|experience|rating|badge|master's|mba|accreditation|registration|exam|course|b2|c1)\b[^.;!?,]{0,40})",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:what i(?:'m| am)? (?:missing|lack|don't have|haven't got|need)(?: most)?|my (?:gap|weak (?:spot|point)|weakness)|the gap|the thing i lack|what's missing|what holds me back)(?: is| are|:|'s) (?P<v>[^.;!?]{3,120})",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?P<v>[^.,;:!?]{3,70}?) (?:is|are) (?:what|the thing|something|the bit|the part) (?:that )?i(?:'m| am)? (?:missing|lack(?:ing)?|don't have|haven't got|don't know|have never done|need to learn|short of)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[,;.] )(?P<v>(?:a |an |the )?[^.,;:!?]{3,50}?) is (?:required|needed|a must|compulsory|mandatory)(?=[,.;!]|$| for)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bi (?:lack|don't have|haven't got|have no) (?P<v>(?:the |a |any |enough |much )?(?:[\w'&-]+ ){0,5}(?:experience|certificate|licen[cs]e|qualification|degree|diploma|training|skills?|knowledge|network|confidence|figures|numbers|practice|accounting|finance|english|german|french|spanish)\b[^.;!?,]{0,40})",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bi(?: just| honestly| really| still)* (?:can't|cannot|don't|couldn't) (?:really |even |quite )?(?:see|know|understand|work out|figure out) (?P<v>(?:how|what (?:an?|the|she|he|they|it|[a-z]+s)\b|who) (?!to (?:go|do|aim)\b)[^.;!?]{6,120})",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:i(?:'ve| have)?|i've got)? ?no (?:idea|clue) (?P<v>(?:what|how|who) (?:an?|the|she|he|they|it|[a-z]+s|(?-i:[A-Z][a-z]+))\b[^.;!?]{4,120})",
        re.IGNORECASE,
    ),
)


def gaps(sentence: Sentence, *, expected: bool) -> Iterator[Fact]:
    """Yield what they would need to learn, show or be given."""
    for piece in clauses(sentence):
        clause = bare(piece)
        for pattern in _GAP:
            match = pattern.search(clause.plain)
            if match is None or (
                not expected and re.match(r"(?:i need to (?:go|stop|leave|think)|i have to)", clause.low)
            ):
                continue
            if re.match(
                r"(?:why|where i|what (?:i|to|next|else)|how (?:i feel|to start$|long|much|you are))\b",
                match["v"],
                re.IGNORECASE,
            ):
                continue
            start = match.start("v")
            lead = re.match(r"(?:because|since|and|but|so|as) +|(?:the|a|an) +", match["v"], re.IGNORECASE)
            start += lead.end() if lead else 0
            found = fact("gap", clause, start, match.end("v"))
            if found is not None:
                yield found.model_copy(update={"text": found.value})
                return


_MEANS = (
    re.compile(
        rf"\b(?P<v>(?:{NAME}|my [\w'-]+(?: [\w'-]+)?|the [\w'-]+(?: [\w'-]+)?)(?:,? who [\w' -]{{3,40}}?,?)? (?:is|are) (?:keen|on board|all for it|supportive|up for it|on my side|willing|interested|in favou?r|easy to reach|happy to help|ready to help))\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:{NAME}|my \w+(?: \w+)?|the \w+(?: \w+)?|he|she) (?:has |have |had |already )*(?:offered|promised|volunteered|agreed) (?P<v>to [^.;!?]{{4,100}})",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<v>there(?:'s| is| are) (?:a|an|some|even a|one|two|always a|already a|free) (?:[\w'&-]+ ){0,4}(?:course|courses|class|classes|programme|program|workshop|scheme|training|budget|fund|mentor\w*|seminar|scholarship|bursary|traineeship|module|academy|grant|library|template|network|handbook|webinar)s?\b[^.;!?,]{0,60})",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<v>the (?:[\w'&-]+ ){0,3}(?:course|programme|program|workshop|scheme|training|academy|class|institute|college|university|school)) (?:starts|begins|runs|is on|takes place|offers|opens|is free|is paid)\b[^.;!?,]{0,40}",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?P<v>[^.,;:!?]{3,60}? (?:course|class|workshop|with (?-i:[A-Z])\w+|panels?|lessons|sessions|secondment|mentor|apprenticeship)) would (?:do|fix (?:that|it)|help|be enough|get me there|cover it)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?P<v>(?:(?:a |an )?(?:[\w-]+-(?:week|day|month)|evening|online|part-time|distance|weekend|night) (?:course|lessons|class|classes|programme|school|training))(?: (?:in|at) [\w ]{3,30})?)(?=[,.;]|$)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<v>(?:i|we)(?:'ve| have)? (?:already |also )?(?:have|got|have got|hold|own|kept) (?:the |a |an |my |all the |some |two |good |already )(?:[\w'&-]+ ){0,4}(?:figures|data|numbers|access|budget|contacts?|tools?|licen[cs]e|certificate|template|records?|mentor|support|degree|diploma)\b[^.;!?]{0,50})",
        re.IGNORECASE,
    ),
)


def means(sentence: Sentence, *, expected: bool) -> Iterator[Fact]:
    """Yield what is already on their side."""
    for place, pattern in enumerate(_MEANS):
        match = pattern.search(sentence.plain)
        if match is None or (place == len(_MEANS) - 1 and not expected):
            continue
        start = match.start("v")
        lead = re.match(r"(?:and|but|so) +", match["v"], re.IGNORECASE)
        made = fact("means", sentence, start + (lead.end() if lead else 0), match.end("v"))
        if made is not None:
            yield made.model_copy(update={"text": made.value})
