"""The goal on the table: what stands is said first, then one letter a turn, then it is offered."""

import re
from collections.abc import Generator
from datetime import date
from typing import Any

from agent.guided.answers import capital
from agent.guided.phrases import day_phrase, wanted_phrase
from agent.guided.proposals import put_forward
from agent.guided.script import Call
from agent.guided.speaker import Speaker
from agent.guided.words import listed, quote
from coaching.deadlines.find import find_deadline
from coaching.listening.repair import own_matter
from coaching.notes import changes_of
from coaching.plan import Approval, Goal
from coaching.questions import goal_letter
from coaching.talk import Draft, Note, Talk, values

Step = Generator[Call, Any, bool]
ENDLESS = {
    "find out",
    "find out more",
    "learn",
    "improve",
    "explore",
    "understand",
    "look into",
    "get better",
}
CAREER_MOVES = {"get", "move", "become", "be", "switch", "go"}
BESIDE = {"approval", "approved", "hours", "means"}
"""What may be said of a goal after it was put forward: it is put forward again with that on it."""
LETTERS = {"S": "specific", "M": "measurable", "A": "achievable", "R": "relevant", "T": "time_bound"}
NAMES = {"S": "what exactly", "M": "the measure", "A": "the means", "R": "the reason", "T": "the date"}


def goal_turn(s: Speaker) -> Step:
    """Take a goal that is offered, or an answer about the one on the table; tell whether the turn is done."""
    open_ = s.talk.open or ""
    offered = s.heard.goal or (own_matter(s.heard.rest) if open_ == "goal.text" else "") or retyped(s)
    letter = open_[-1] if open_.startswith("letter.") else None
    if letter is None and not offered and _dates_the_open_goal(s):
        letter = "T"
    if not offered and not (s.talk.draft and s.heard.rest.strip()):
        return False
    if offered:
        again = s.talk.proposal is not None and offered == retyped(s)
        draft = _redrafted(s.talk.draft, offered)
        # A card that is changed is put forward again as they changed it; its letters were asked about before.
        s.talk = s.talk.with_(
            draft=draft.model_copy(update={"asked": tuple("SMRA")}) if again else draft, open=None
        )
    elif letter or open_ == "goal.others":
        s.talk = s.talk.with_(draft=_answered(s, letter), open=None)
    elif not _said_beside(s):
        return False
    _approvals_heard(s)
    review = yield check(s.talk)
    yield from _speak_of(s, review, letter)
    return True


def retyped(s: Speaker) -> str:
    """Return the goal typed anew while its card waits: "change it to: ...", or most of its words again."""
    if s.talk.draft is None or s.talk.proposal is None:
        return ""
    if named := _CHANGE_TO.match(s.heard.text):
        return named[1].strip()
    old, new = (_content(text) for text in (wording(s.talk.draft), s.heard.rest))
    return s.heard.rest.strip() if len(new) > 4 and len(old & new) >= len(old) / 2 else ""


_CHANGE_TO = re.compile(
    r"\s*(?:edit|change (?:it|that|the goal) to|make it(?: read)?|it should (?:read|say))\s*[:,]\s*(.{12,})$",
    re.IGNORECASE | re.DOTALL,
)


def _content(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.lower()) if len(word) > 3}


def _said_beside(s: Speaker) -> bool:
    """Return whether something was said of a goal that was put forward and waits: it goes onto the card."""
    return s.talk.proposal is not None and any(fact.slot in BESIDE for fact in s.heard.facts)


def _dates_the_open_goal(s: Speaker) -> bool:
    """Return whether a goal waits without a date and they name one now."""
    draft = s.talk.draft
    if draft is None or s.talk.proposal is None or draft.due is not None or "T" not in draft.asked:
        return False
    found = find_deadline(s.heard.rest, s.today)
    return found is not None and found.date is not None


def check(talk: Talk) -> Call:
    """Return the call that checks the goal on the table, with what was said around it."""
    draft = talk.draft
    assert draft is not None
    context = {
        "means": (*draft.means, *values(talk, "means")),
        "why": draft.why,
        "measure": draft.measure,
        "due": draft.due.isoformat() if draft.due else None,
    }
    return Call("check_goal", {"text": wording(draft), "context": context})


def wording(draft: Draft) -> str:
    """Return the goal in their words: as offered, with what they added of what would be seen."""
    return f"{draft.text}: {'; '.join(draft.pieces)}" if draft.pieces else draft.text


def _redrafted(draft: Draft | None, text: str) -> Draft:
    """Return the draft with a new wording; what was said around it stays."""
    fresh = text.strip().rstrip(".")
    return draft.model_copy(update={"text": fresh, "pieces": ()}) if draft else Draft(text=fresh)


def _answered(s: Speaker, letter: str | None) -> Draft:
    """Return the draft with the answer filed where its letter belongs, word for word."""
    draft, text = s.talk.draft, s.heard.rest.strip().rstrip(".")
    assert draft is not None
    match letter:
        case "S":
            return draft.model_copy(update={"pieces": (*draft.pieces, text)})
        case "M":
            return draft.model_copy(update={"measure": text})
        case "R":
            return draft.model_copy(update={"why": text})
        case "A":
            return draft.model_copy(update={"means": (*draft.means, *_means(s, text))})
        case "T":
            found = find_deadline(text, s.today)
            return draft.model_copy(update={"due": found.date if found else None})
        case _:
            return draft.model_copy(update={"others_asked": True})


def _means(s: Speaker, text: str) -> tuple[str, ...]:
    """Return what is on their side, a sentence each; a yes still to get is not on their side."""
    pending = [fact.text for fact in s.heard.facts if fact.slot == "approval"]
    sentences = [part.strip(" .") for part in re.split(r"(?<=[.!?])\s+", text) if part.strip(" .")]
    return tuple(part for part in sentences if not any(part in said or said in part for said in pending))


def _approvals_heard(s: Speaker) -> None:
    """Say whose yes is still to get, once, when it is first named."""
    new = [fact for fact in s.heard.facts if fact.slot == "approval"]
    if not new:
        return
    names = listed([fact.value for fact in new])
    means = [fact.value for fact in s.heard.facts if fact.slot == "means"]
    if means:
        s.give("approval_open", means=listed([quote(item, 6) for item in means]), who=names)
    elif len(new) > 1:
        s.give(
            "goal_approvals",
            count="Two yeses" if len(new) == 2 else f"{len(new)} yeses",
            who=names,
            one=False,
        )
    else:
        s.give("approval_only", who=names)


def levels_of(review: dict[str, Any]) -> dict[str, int]:
    """Return letter -> level."""
    return {letter: review["criteria"][name]["level"] for letter, name in LETTERS.items()}


def _speak_of(s: Speaker, review: dict[str, Any], answered: str | None) -> Generator[Call, Any, None]:
    draft = s.talk.draft
    assert draft is not None
    levels = levels_of(review)
    letter = goal_letter(levels, draft)
    if letter is None:
        yield from _finish(s, review, levels)
        return
    question = None if s.parts else _what_stands(s, review, levels, answered)
    asked = draft.model_copy(update={"asked": (*draft.asked, letter)})
    s.talk = s.talk.with_(draft=asked)
    _past_or_cadence(s, review, letter)
    _ask_letter(s, letter, question)


def _what_stands(
    s: Speaker, review: dict[str, Any], levels: dict[str, int], answered: str | None
) -> str | None:
    """Say what the goal says already, in their words; return the question that goes with it, if one does."""
    if answered == "S":
        if levels["S"]:
            s.give("goal_seen", quote=quote(s.heard.rest, 8), link=_link_to_why(s))
        else:
            s.give("goal_added", quote=quote(s.heard.rest))
        return None
    if levels["S"] == 0:
        why = _evidence(review, "relevant")
        s.give(
            "goal_vague",
            why=why if why and len(why.split()) > 2 else None,
            stands=None,
            quote=quote(review["text"]),
        )
        return None
    if levels["S"] == 1 and (question := _open_ended(s, review)):
        return question
    s.gave = True
    stands = standing(review, levels, s.today)
    if stands in {"", "what"}:
        s.give("goal_bare", quote=quote(review["text"]))
    else:
        s.parts.append(f"{'Now it' if answered or len(s.talk.said) > 1 else 'It'} says {stands}.")
    return None


def standing(review: dict[str, Any], levels: dict[str, int], today: date) -> str:
    """Return what the goal says already, as a phrase: what, how you'd know, why, what with, until when.

    A letter is named only where words of its own carry it, not where the whole goal does.
    """
    due = (review["deadline"] or {}).get("date")
    measure, text = review["measure"], review["text"]
    parts = [
        "what" if levels["S"] > 1 else None,
        f"how you'd know ({quote(measure['text'])})" if measure and _apart(measure["text"], text) else None,
        f"why ({why})" if levels["R"] > 1 and (why := _evidence(review, "relevant")) else None,
        f"what with ({means})" if levels["A"] and (means := _evidence(review, "achievable")) else None,
        f"until when ({day_phrase(date.fromisoformat(due), today)})" if due else None,
    ]
    found = [part for part in parts if part]
    return listed(found) if found else ""


def _apart(words: str, text: str) -> bool:
    return len(words.split()) <= len(text.split()) * 0.6


def _open_ended(s: Speaker, review: dict[str, Any]) -> str | None:
    """Name a verb that never ends, or a career step that could be many things; return the question for it."""
    verb = (review["action"] or {}).get("text", "")
    rest = review["text"].split(verb, 1)[-1].strip() if verb else ""
    if verb.lower() in ENDLESS and rest:
        if s.give("goal_open_verb", object=capital(quote(rest, 6)), verb=quote(verb)):
            return "goal_ask_done" if verb.lower().startswith("find out") else None
    elif verb and verb.lower().split()[0] in CAREER_MOVES:
        means = _evidence(review, "achievable")
        if s.give("goal_career_step", means=means and capital(means), verb=capital(quote(review["text"], 6))):
            return "goal_ask_which"
    return None


def _past_or_cadence(s: Speaker, review: dict[str, Any], letter: str) -> None:
    """Before a date is asked, say why the one in the text is none."""
    deadline = review["deadline"]
    if letter != "T" or not deadline:
        return
    if deadline["past"] and deadline["date"]:
        s.repeat("goal_past_deadline", day=day_phrase(date.fromisoformat(deadline["date"]), s.today))
    elif deadline["reason"] == "cadence":
        s.repeat("goal_cadence", words=quote(deadline["text"]))


def _ask_letter(s: Speaker, letter: str, question: str | None) -> None:
    """Ask about one letter, in the words that fit this goal where there are any."""
    if letter == "S" and question is not None:
        s.repeat(question)
        s.talk = s.talk.with_(open="letter.S")
        s.asked = True
    else:
        s.ask(f"letter.{letter}")


def _finish(s: Speaker, review: dict[str, Any], levels: dict[str, int]) -> Generator[Call, Any, None]:
    """Ask once about others the goal leans on; else offer it to be accepted."""
    draft = s.talk.draft
    assert draft is not None
    if (leaned := _leans_on(s)) and not draft.others_asked:
        if not s.parts:
            _what_stands(s, review, levels, None)
        s.note(Note(slot="others", value=leaned, text=leaned))
        s.talk = s.talk.with_(draft=draft.model_copy(update={"others_asked": True}))
        s.ask("goal.others")
        return
    goal = goal_of(s, review, levels)
    notes = [change.model_dump(mode="json") for change in changes_of(s.talk.notes, s.plan)]
    result = yield Call("propose_goal", {"goal": goal.model_dump(mode="json"), "notes": notes})
    if "refused" in result:
        s.repeat("refused", message=result["message"])
        return
    s.talk = put_forward(s.talk, result["proposal"])
    s.gave = True
    read_as = f"I read that as {goal.due.day} {goal.due:%B %Y}." if goal.due else None
    if goal.open_letters:
        s.repeat("goal_offer_open", read_as=read_as, letters=listed(list(goal.open_letters)))
    else:
        s.repeat("goal_offer", read_as=read_as)


def goal_of(s: Speaker, review: dict[str, Any], levels: dict[str, int]) -> Goal:
    """Return the goal made of their own words, with the letters that stay open named."""
    draft, view = s.talk.draft, s.view()
    assert draft is not None
    found = (review["deadline"] or {}).get("date")
    due = draft.due or (date.fromisoformat(found) if found else None)
    why = draft.why or (_evidence_text(review, "relevant") if levels["R"] > 1 else None)
    said = {note.value: note for note in s.talk.notes if note.slot == "approval"}
    given = set(values(s.talk, "approved"))
    open_letters = tuple(
        NAMES[letter] for letter, level in levels.items() if not level and not (letter == "T" and due)
    )
    hours = next(iter(values(s.talk, "hours")), None)
    return Goal(
        text=wording(draft),
        why=why,
        measure=draft.measure or (review["measure"] or {}).get("text"),
        due=due,
        serves=_serves(wanted_phrase(view), view.vision.horizon),
        starts_with=draft.means or tuple(values(s.talk, "means")),
        approvals=tuple(
            Approval(who=who, what=note.about, status="given" if who in given else "needed")
            for who, note in said.items()
        ),
        hours_week=float(hours) if hours else None,
        open_letters=open_letters,
    )


def _serves(wanted: str | None, horizon: str | None) -> str | None:
    return f"{wanted}, {horizon}" if wanted and horizon else wanted


def _leans_on(s: Speaker) -> str | None:
    """Return whose people or time the goal uses, where no yes of theirs was spoken of."""
    spoken = " ".join([*values(s.talk, "approval"), *values(s.talk, "approved"), *values(s.talk, "means")])
    text = wording(s.talk.draft) if s.talk.draft else ""
    for found in re.finditer(
        r"\b([A-Z][a-z]+)['’]s (?:team|people|department|group|time|staff|help)\b", text
    ):
        if found[1] not in spoken:
            return quote(found[0])
    return None


def _link_to_why(s: Speaker) -> str | None:
    """Return the piece of their why that shares words with the goal, quoted."""
    why, draft = s.view().vision.why, s.talk.draft
    if not why or draft is None:
        return None
    words = {word.strip(".,;").lower() for word in wording(draft).split() if len(word) > 4}
    clauses = [clause.strip() for clause in why.replace(" and the ", ". the ").split(".") if clause.strip()]
    shared = [
        clause for clause in clauses if len(words & {w.strip(".,;").lower() for w in clause.split()}) > 0
    ]
    return quote(shared[0], 8) if shared else None


def _evidence(review: dict[str, Any], criterion: str) -> str | None:
    text = _evidence_text(review, criterion)
    return quote(text) if text else None


def _evidence_text(review: dict[str, Any], criterion: str) -> str | None:
    """Return the words that carry a letter, without the joint they hang on."""
    spans = review["criteria"][criterion]["evidence"]
    if not spans:
        return None
    text: str = max((span["text"] for span in spans), key=len).strip()
    for joint in ("because ", "so that ", "so ", "in order to ", "as "):
        if text.lower().startswith(joint):
            return text[len(joint) :]
    return text
