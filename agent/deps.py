"""What a turn may use: identity, clock, plan and talk come from here, never from the model."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from agent.events import Event
from coaching.plan import Plan
from coaching.talk import Talk
from knowledge.library import Library
from store.database import Database


@dataclass
class CoachDeps:
    """One turn's surroundings.

    `owner_id`, `today` and `now` are the person and their clock; `plan` and `talk` are as they stood when the
    turn began, `next_talk` as it will stand after it. Tools tell the person what they do through `outbox`.
    """

    owner_id: str
    conversation_id: str
    turn_id: str
    today: date
    now: Callable[[], datetime]
    database: Database
    library: Library
    plan: Plan
    talk: Talk
    next_talk: Talk
    outbox: list[Event] = field(default_factory=list)

    def tell(self, event: Event) -> None:
        """Put an event on the turn's log, in the order of the calls."""
        self.outbox.append(event)
