"""What the rules find on a page."""

from datetime import date

from coaching.agenda.draft import draft_agenda
from coaching.agenda.review import review_agenda
from coaching.agenda.types import Agenda, AgendaRequest, Finding
from coaching.plan import Approval, Evidence, Goal, Plan, Purpose, Question, Vision


def found(plan: Plan, today: date, purpose: Purpose = "career", minutes: int = 30) -> dict[str, Finding]:
    page = page_of(plan, today, purpose, minutes)
    return {finding.rule: finding for finding in page.review}


def page_of(plan: Plan, today: date, purpose: Purpose = "career", minutes: int = 30) -> Agenda:
    request = AgendaRequest(with_="Olga", on="2026-12-03", minutes=minutes, purpose=purpose)
    page = draft_agenda(plan, request, today)
    assert isinstance(page, Agenda)
    return page


def test_a_page_with_everything_said_has_no_finding(leader: Plan, today: date) -> None:
    calm = leader.model_copy(update={"vision": Vision(target="running the region"), "questions": {}})

    assert found(calm, today, "promotion") == {}


def test_a_page_without_an_ask_is_found(today: date) -> None:
    finding = found(Plan(), today)["agenda.no_ask"]

    assert finding.path == "/sections/4/items/0"
    assert finding.question == "What is the one thing you want Olga to say yes to?"


def test_a_raise_feedback_and_a_check_in_ask_by_themselves(today: date) -> None:
    for purpose in ("raise", "feedback", "check-in"):
        assert "agenda.no_ask" not in found(Plan(), today, purpose)


def test_two_decisions_at_once_are_found(today: date) -> None:
    goals = {
        f"goal-{n}": Goal(text=f"Start a pilot number {n} for customers", approvals=(Approval(who="Olga"),))
        for n in (1, 2)
    }

    finding = found(Plan(goals=goals), today)["agenda.two_main_asks"]

    assert finding.records == ("goal-1", "goal-2")


def test_a_threat_is_left_off_and_found(today: date) -> None:
    plan = Plan(
        questions={"question-1": Question(text="Can I have the budget, or I'll quit by May?", to="Olga")}
    )

    page = page_of(plan, today)

    assert "agenda.ultimatum" in {finding.rule for finding in page.review}
    assert not [i for s in page.sections for i in s.items if "quit" in i.text]


def test_blame_put_back_on_a_page_is_a_warning_there(leader: Plan, today: date) -> None:
    page = page_of(leader, today)
    item = page.sections[0].items[0].model_copy(update={"text": "It was your fault."})
    section = page.sections[0].model_copy(update={"items": (item,)})

    findings = review_agenda(page.model_copy(update={"sections": (section, *page.sections[1:])}))

    assert [(f.severity, f.path) for f in findings if f.rule == "agenda.blame"] == [("warning", "/sections")]


def test_an_unconfirmed_claim_is_an_error_at_its_line(today: date) -> None:
    plan = Plan(
        goals={"goal-1": Goal(text="Lead the pilot for customers, because I cut costs by 40 percent")}
    )

    finding = found(plan, today)["agenda.claim_without_proof"]

    assert (finding.severity, finding.path) == ("error", "/sections/3/items/0")
    assert finding.evidence == ("cut", "40 percent")


def test_a_result_nobody_could_confirm_yet_is_a_warning(today: date) -> None:
    finding = found(Plan(evidence={"evidence-1": Evidence(text="I trained four people")}), today)[
        "agenda.claim_without_proof"
    ]

    assert (finding.severity, finding.records) == ("warning", ("evidence-1",))


def test_a_page_that_fills_the_time_with_ones_own_talk_is_found(today: date) -> None:
    plan = Plan(
        evidence={"evidence-1": Evidence(text="I sorted the files of one customer. " * 55, proof="files")}
    )

    finding = found(plan, today, minutes=7)["agenda.over_time"]

    assert finding.path == "/minutes"
    assert "of the 7 minutes" in finding.message


def test_nothing_for_anybody_else_is_found(today: date) -> None:
    finding = found(Plan(goals={"goal-1": Goal(text="Get certified in Kubernetes")}), today)[
        "agenda.nothing_for_company"
    ]

    assert finding.path == "/sections/3/items/1"


def test_a_report_without_a_wish_or_an_ask_is_a_status_meeting(today: date) -> None:
    plan = Plan(evidence={"evidence-1": Evidence(text="I closed 40 tickets", proof="the tracker")})

    assert "agenda.status_meeting" in found(plan, today)
    assert "agenda.status_meeting" not in found(plan, today, "check-in")
