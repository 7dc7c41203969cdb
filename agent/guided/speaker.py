"""Building one reply: what was noted, what it gives, one question; and the talk as it stands after it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from agent.guided.phrases import slots_of
from agent.guided.script import Reply
from agent.guided.words import fresh, line, question_text
from coaching.listening.heard import Heard
from coaching.notes import with_notes
from coaching.plan import Plan
from coaching.questions import next_question
from coaching.talk import Note, Talk, noted

MOST_QUESTIONS_RUNNING = 3


@dataclass(frozen=True)
class Decided:
    """What became of the proposal that waited.

    `message` says why it was refused; `elsewhere` that it was decided at another door, and this message is about
    something else.
    """

    outcome: Literal["accepted", "rejected", "refused"]
    kind: str = "goal"
    elsewhere: bool = False
    old: str | None = None
    new: str | None = None
    message: str | None = None


@dataclass
class Speaker:
    """A reply in the making.

    `parts` are its sentences in order, a `document` (a page, the plan) stands after them; `gave` tells that it
    gives something, `asked` that it asks.
    """

    heard: Heard
    plan: Plan
    talk: Talk
    today: date
    decided: Decided | None = None
    parts: list[str] = field(default_factory=list)
    gave: bool = False
    asked: bool = False
    document: str | None = None

    def view(self) -> Plan:
        """Return the plan with everything noted so far in it."""
        return with_notes(self.plan, self.talk.notes, self.today)

    def say(self, name: str, **slots: object) -> bool:
        """Add the first variant of a sentence that was not said in this talk; tell whether there was one."""
        block = fresh(self.talk, name)
        if block is None:
            return False
        self.talk = self.talk.with_(said=(*self.talk.said, block))
        self.parts.append(line(block, **slots))
        return True

    def repeat(self, name: str, **slots: object) -> bool:
        """Add a sentence that may come again, such as a confirmation or a page that is ready."""
        self.parts.append(line(name, **slots))
        return True

    def give(self, name: str, **slots: object) -> bool:
        """Add a sentence that gives something: a link, a finding, a card, a summary."""
        self.gave = self.say(name, **slots) or self.gave
        return self.gave

    def note(self, *notes: Note) -> None:
        """Keep what they said."""
        self.talk = noted(self.talk, *notes)

    def ask(self, id_: str, part: str = "ask") -> None:
        """Ask one question and leave it open; it will not be asked again."""
        self.parts.append(question_text(id_, part, **slots_of(self.view(), self.talk, self.today)))
        asked = self.talk.asked if id_ in self.talk.asked else (*self.talk.asked, id_)
        self.talk = self.talk.with_(open=id_, asked=asked)
        self.asked = True

    def ask_next(self) -> None:
        """Ask what is next; after three questions running, give a summary first."""
        question = next_question(self.plan, self.talk, self.today)
        if question is None:
            self.talk = self.talk.with_(open=None)
            self.say("nothing_more") or self.repeat("nothing_more_2")
            return
        if self.talk.questions_running >= MOST_QUESTIONS_RUNNING and not self.gave:
            self.give("summary", summary=slots_of(self.view(), self.talk, self.today)["summary"])
        self.ask(question.id)

    def reply(self) -> Reply:
        """Return the reply, and the talk counted on by this turn."""
        running = 0 if self.gave or not self.asked else self.talk.questions_running + 1
        talk = self.talk.with_(turns=self.talk.turns + 1, questions_running=running)
        if not any(self.parts):
            # Every variant was said already; an empty reply would be none at all.
            self.repeat("nothing_more_2")
        said = " ".join(part for part in self.parts if part)
        return Reply(f"{said}\n\n{self.document}" if self.document else said, talk)
