"""Three people's plans, as they stand after a talk, and a day."""

from datetime import date

import pytest

from coaching.plan import Approval, Evidence, Goal, Need, Person, Plan, Profile, Question, Step, Vision


@pytest.fixture
def today() -> date:
    return date(2026, 11, 22)


@pytest.fixture
def leader() -> Plan:
    """Somebody who leads a warehouse shift and wants the whole region."""
    return Plan(
        profile=Profile(
            role="shift leader",
            unit="night shift",
            reports=7,
            manager="Olga",
            limits=("Sundays with my father",),
        ),
        vision=Vision(
            target="running the region",
            horizon="some day",
            why="Planning and dispatch blame one another all week and the drivers wait two hours at the gate. "
            "I want that gone.",
        ),
        needs={"need-1": Need(text="Something about fuel costs?", unsure=True)},
        evidence={
            "evidence-1": Evidence(
                text="We brought late loads from 90 a month down to 35 since March", proof="the gate log"
            )
        },
        people={
            "person-1": Person(name="Yusuf", relation="ally"),
            "person-2": Person(name="Carla", relation="holder"),
        },
        questions={
            "question-1": Question(text="But who decides on shift plans? Nobody explains that."),
            "question-2": Question(text="what a region head does all day", to="Carla"),
        },
        goals={
            "goal-1": Goal(
                text="Run a shared gate plan for planning and dispatch that halves the drivers' wait",
                why="it is what a region head has to hold together",
                due=date(2027, 5, 31),
                starts_with=("our gate log", "Yusuf who runs dispatch is keen"),
                approvals=(Approval(who="Olga"),),
            )
        },
    )


@pytest.fixture
def mover() -> Plan:
    """Somebody in support who wants to move to product."""
    return Plan(
        profile=Profile(
            role="support engineer", industry="software", manager="Ravi Menon", manager_knows=False
        ),
        vision=Vision(target="product manager", horizon="by 2031"),
        needs={"need-1": Need(text="Two releases, and the customers can't set up single sign-on alone.")},
        evidence={
            "evidence-1": Evidence(text="I rewrote the setup guide. It is used by the whole support team."),
            "evidence-2": Evidence(text="I closed 640 tickets last year", proof="the ticket system"),
        },
        questions={
            "question-1": Question(
                text="I'm fed up, I got passed over for team lead in May and nobody told me why.", to="Ravi"
            )
        },
        goals={
            "goal-1": Goal(
                text="Write the sign-on walkthrough with Ines's team and have 30 customers finish it by 30 April",
                why="I want to show I can do the work",
                due=date(2027, 4, 30),
                hours_week=3,
                approvals=(Approval(who="Ines"), Approval(who="Ravi", what="the time")),
                steps=(Step(text="Call Ines", due=date(2026, 11, 25)),),
            )
        },
    )


@pytest.fixture
def undecided() -> Plan:
    """Somebody in a clinic who wants to move on without knowing where to."""
    return Plan(
        profile=Profile(role="clinic nurse", manager="Bo", limits=("School run at eight",)),
        vision=Vision(
            undecided=True,
            wish="I want to grow but I don't know where to. I'm so tired of nights.",
            candidates=("teaching", "research nurse"),
        ),
        questions={"question-1": Question(text="I'd like one study day a month.", to="Bo")},
    )
