"""The page for one conversation."""

import time
from datetime import date

import pytest

from coaching.agenda.draft import draft_agenda
from coaching.agenda.types import SECTION_IDS, Agenda, AgendaRequest, Item, SectionId, Unusable
from coaching.plan import Approval, Evidence, Goal, Person, Plan, Profile, Purpose, Question, Step, Vision


def drafted(plan: Plan, today: date, who: str = "Olga", **fields: object) -> Agenda:
    asked = {"with": who, "on": "2026-12-03T10:00", "minutes": 30, "purpose": "promotion", **fields}
    page = draft_agenda(plan, AgendaRequest.model_validate(asked), today)
    assert isinstance(page, Agenda)
    return page


def texts(page: Agenda, id_: SectionId) -> list[str]:
    return [item.text for item in page.section(id_).items]


def items(page: Agenda) -> list[Item]:
    return [item for section in page.sections for item in section.items]


def test_the_sections_stand_in_one_order_with_the_minutes_of_the_half_hour(leader: Plan, today: date) -> None:
    page = drafted(leader, today)

    assert tuple(section.id for section in page.sections) == SECTION_IDS
    assert [section.minutes for section in page.sections] == [2, 5, 5, 6, 6, 4, 2]
    assert page.title == "Olga and me · Thursday 3 December 2026 · 10:00 to 10:30"


def test_the_keys_at_the_door_stand_in_their_order(leader: Plan, today: date) -> None:
    page = drafted(leader, today).to_json()

    assert list(page) == [
        *("title", "with", "on", "minutes", "purpose", "sections", "bring", "before", "named"),
        *("kept_off", "review", "sources"),
    ]
    assert list(page["sections"][2]) == ["id", "title", "minutes", "items"]
    assert list(page["sections"][2]["items"][0]) == ["text", "private", "origin", "claims"]
    assert list(page["sections"][2]["items"][0]["claims"][0]) == [
        "start",
        "end",
        "text",
        "evidence",
        "status",
    ]
    assert list(page["review"][0]) == [
        *("rule", "severity", "path", "records", "message", "evidence", "question", "source"),
    ]


def test_what_we_did_stays_ours_and_brings_its_proof(leader: Plan, today: date) -> None:
    page = drafted(leader, today)

    assert page.section("done").title == "What we have done"
    assert texts(page, "done") == [
        "We brought late loads from 90 a month down to 35 since March",
        "Proof: the gate log.",
    ]
    assert page.bring == ("the gate log",)


def test_what_i_did_and_what_we_did_are_both_named(leader: Plan, today: date) -> None:
    more = {**leader.evidence, "evidence-2": Evidence(text="I trained four drivers")}

    page = drafted(leader.model_copy(update={"evidence": more}), today)

    assert page.section("done").title == "What I have done, and what we have"


def test_an_unsure_need_is_a_guess_and_a_question(leader: Plan, today: date) -> None:
    page = drafted(leader, today)

    assert texts(page, "their_needs") == [
        "My guess is something about fuel costs; I would like to hear it from you."
    ]
    assert "What does the region need most this year?" in texts(page, "questions")
    assert "Whether this is right: Something about fuel costs?" in page.before


def test_the_open_yes_of_this_person_is_the_main_ask(leader: Plan, today: date) -> None:
    page = drafted(leader, today)

    assert texts(page, "ask") == [
        "Your yes to this: “Run a shared gate plan for planning and dispatch”.",
        "I bring: our gate log; Yusuf who runs dispatch is keen.",
        "A smaller ask: ________",
        "Where I want to grow: I would like to hear where you see room, and what support there is for it.",
    ]


def test_a_yes_that_was_given_is_not_asked_for_again(leader: Plan, today: date) -> None:
    goal = leader.goals["goal-1"].model_copy(update={"approvals": (Approval(who="Olga", status="given"),)})

    page = drafted(leader.model_copy(update={"goals": {"goal-1": goal}}), today)

    assert texts(page, "ask")[0] == "My one ask on the way there: ________"
    assert [finding.rule for finding in page.review if finding.rule == "agenda.no_ask"]


def test_an_answer_still_owed_is_asked_for_as_such(leader: Plan, today: date) -> None:
    goal = leader.goals["goal-1"].model_copy(update={"approvals": (Approval(who="Olga", status="asked"),)})

    page = drafted(leader.model_copy(update={"goals": {"goal-1": goal}}), today)

    assert texts(page, "ask")[0].startswith("Your answer on this: ")


def test_time_is_asked_for_with_its_hours_and_a_blank_for_what_makes_room(mover: Plan, today: date) -> None:
    page = drafted(mover, today, who="Ravi", purpose="sideways")

    assert texts(page, "ask")[:3] == [
        "Your yes to the time, for “Write the sign-on walkthrough with Ines's team and have 30 customers finish it”.",
        "It takes about 3 hours a week until 30 April 2027.",
        "To make room: ________",
    ]


def test_the_yes_of_somebody_else_is_found_out_first(mover: Plan, today: date) -> None:
    page = drafted(mover, today, who="Ravi", purpose="sideways")

    assert "Ines's yes: not asked for yet; your step is “Call Ines”, 25 November 2026." in page.before


def test_a_grievance_becomes_a_neutral_question_and_its_words_stay_off(mover: Plan, today: date) -> None:
    page = drafted(mover, today, who="Ravi", purpose="sideways")

    assert "What would have made the difference for team lead in May?" in texts(page, "questions")
    assert set(page.kept_off) >= {"fed up", "passed over", "nobody told me why"}
    assert not [item for item in items(page) if "passed over" in item.text]


def test_a_question_kept_for_somebody_else_is_not_on_this_page(leader: Plan, today: date) -> None:
    page = drafted(leader, today)

    assert texts(page, "questions")[0] == "who decides on shift plans?"
    assert not [item for item in items(page) if "region head does all day" in item.text]


def test_one_question_comes_from_the_library_and_says_so(leader: Plan, today: date) -> None:
    page = drafted(leader, today)

    library = [item for item in page.section("questions").items if item.origin == "library"]
    assert len(library) == 1
    assert page.sources == ("career-conversation/08", "career-conversation/09")


def test_a_request_to_them_is_the_ask_where_no_yes_is_open(undecided: Plan, today: date) -> None:
    page = drafted(undecided, today, who="my manager", purpose="career")

    assert page.with_ == "Bo"
    assert texts(page, "ask")[0] == "I'd like one study day a month."


def test_blame_is_cut_with_its_clause_and_named(leader: Plan, today: date) -> None:
    page = drafted(leader, today)

    assert "the drivers wait two hours at the gate." in texts(page, "wanted")
    assert "blame one another" in page.kept_off
    assert [f.evidence for f in page.review if f.rule == "agenda.blame"] == [
        ("Nobody explains that", "blame one another")
    ] or [f.evidence for f in page.review if f.rule == "agenda.blame"] == [
        ("blame one another", "Nobody explains that")
    ]


def test_limits_and_feelings_are_kept_off_and_named(undecided: Plan, today: date) -> None:
    page = drafted(undecided, today, who="Bo", purpose="career")

    assert page.kept_off == ("School run at eight", "so tired")
    assert texts(page, "why")[1] == "I want to grow but I don't know where to."


def test_a_private_limit_is_known_again_in_other_words(today: date) -> None:
    plan = Plan(
        profile=Profile(limits=("School run at eight",)),
        goals={"goal-1": Goal(text="Start after eight because of the school run")},
    )

    page = drafted(plan, today)

    assert not [item for item in items(page) if "school" in item.text.casefold()]


def test_a_goal_of_leaving_is_kept_off_with_its_approvals(today: date) -> None:
    plan = Plan(
        goals={
            "goal-1": Goal(
                text="Send five applications and leave the company by May", approvals=(Approval(who="Olga"),)
            )
        }
    )

    page = drafted(plan, today)

    assert "leave the company" in page.kept_off
    assert not [item for item in items(page) if "applications" in item.text]
    assert texts(page, "ask")[0].startswith("My one ask")


def test_a_horizon_of_leaving_stays_off(today: date) -> None:
    plan = Plan(vision=Vision(target="head of design", horizon="in two years or I'm out of here"))

    page = drafted(plan, today)

    assert texts(page, "why")[1] == "And to tell you where I want to get to: head of design."
    assert [finding.rule for finding in page.review if finding.rule == "agenda.ultimatum"]


def test_customers_may_be_unhappy_on_the_page(today: date) -> None:
    plan = Plan(evidence={"evidence-1": Evidence(text="I called 40 unhappy customers and kept 31")})

    page = drafted(plan, today)

    assert texts(page, "done")[0] == "I called 40 unhappy customers and kept 31"


def test_people_on_the_page_are_named_and_asked_about(leader: Plan, today: date) -> None:
    page = drafted(leader, today)

    assert page.named == ("Yusuf",)
    assert "Whether Yusuf is happy to be named." in page.before


def test_somebody_who_is_in_no_record_is_named_too(today: date) -> None:
    plan = Plan(goals={"goal-1": Goal(text="Hand the Friday report on; Tom could take it")})

    page = drafted(plan, today)

    assert page.named == ("Tom",)


def test_a_page_for_somebody_above_asks_about_the_manager_first(leader: Plan, today: date) -> None:
    page = drafted(leader, today, who="Carla", purpose="career")

    assert "Whether Olga should hear of this from you first." in page.before


def test_a_manager_who_does_not_know_the_aim_is_thought_of(mover: Plan, today: date) -> None:
    page = drafted(mover, today, who="Ravi", purpose="sideways")

    assert "Whether this page is how Ravi should first hear where you want to get to." in page.before


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2026-12-03", "the plans for 2027 are still being made"),
        ("2027-04-06", "plans are being made just then"),
    ],
)
def test_when_to_hold_it_depends_on_the_time_of_the_year(
    leader: Plan, today: date, on: str, said: str
) -> None:
    page = drafted(leader, today, on=on)

    assert said in page.before[-1]
    assert "review or the regular catch-up" in page.before[-1]


def test_an_empty_plan_gives_a_page_of_blanks_and_library_lines(today: date) -> None:
    page = drafted(Plan(), today, who="Ada", purpose="career")

    assert {item.origin for item in items(page)} <= {"blank", "library", "derived"}
    assert all(section.items for section in page.sections)
    assert not [claim for item in items(page) for claim in item.claims]


def test_the_review_day_closes_the_page(leader: Plan, today: date) -> None:
    plan = leader.model_copy(update={"review_on": date(2027, 2, 1)})

    page = drafted(plan, today)

    assert texts(page, "next_step")[1].startswith("When we look at this again: 1 February 2027")


def test_a_step_that_is_done_counts_as_done(leader: Plan, today: date) -> None:
    goal = Goal.model_validate(
        {**leader.goals["goal-1"].model_dump(), "steps": [{"text": "Met 4 drivers", "status": "done"}]}
    )

    page = drafted(leader.model_copy(update={"goals": {"goal-1": goal}}), today)

    taken = page.section("done").items[-1]
    assert taken.text == "Already done: Met 4 drivers."
    assert [taken.text[claim.start : claim.end] for claim in taken.claims] == [
        claim.text for claim in taken.claims
    ]


def test_gaps_ask_for_support(leader: Plan, today: date) -> None:
    vision = leader.vision.model_copy(update={"gaps": ("leading a budget round",)})

    page = drafted(leader.model_copy(update={"vision": vision}), today)

    assert texts(page, "ask")[-2] == "Where I want to grow: leading a budget round."
    assert page.sources == ("career-conversation/09", "career-conversation/08")


def test_more_results_than_fit_are_counted_not_lost_without_a_word(today: date) -> None:
    plan = Plan(
        evidence={f"evidence-{n}": Evidence(text=f"I sold {n} pumps", proof="the books") for n in range(1, 9)}
    )

    page = drafted(plan, today)

    assert len([item for item in page.section("done").items if item.origin == "person"]) == 6
    assert "Which results to bring: your plan holds 2 more than fit this page." in page.before


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"on": "2026-11-21"}, "past_date"),
        ({"on": "2026-11-21T23:00"}, "past_date"),
        ({"on": "soon"}, "bad_date"),
        ({"on": ""}, "bad_date"),
        ({"minutes": 4}, "too_short"),
        ({"minutes": -1}, "too_short"),
        ({"minutes": 481}, "too_long"),
        ({"with": "  "}, "blank_name"),
        ({"with": "?!"}, "blank_name"),
        ({"with": "a" * 121}, "long_name"),
    ],
)
def test_what_can_not_be_drafted_is_refused_with_a_sentence(
    fields: dict[str, object], code: str, today: date
) -> None:
    request = AgendaRequest.model_validate({"with": "Olga", "on": "2026-12-03", "minutes": 30, **fields})

    refused = draft_agenda(Plan(), request, today)

    assert isinstance(refused, Unusable)
    assert refused.code == code
    assert refused.message.endswith(".")


@pytest.mark.parametrize("on", ["2026-11-22", "9999-12-31T23:59", "2026-12-03T10:00:30.5+02:00", "20261203"])
def test_any_day_from_today_on_can_be_prepared_for(on: str, today: date) -> None:
    page = drafted(Plan(), today, on=on, minutes=480)

    assert page.on in {"2026-11-22", "9999-12-31T23:59", "2026-12-03T10:00+02:00", "2026-12-03"}


def test_five_minutes_leave_no_room_for_everything_and_say_so(leader: Plan, today: date) -> None:
    page = drafted(leader, today, minutes=5)

    assert sum(section.minutes for section in page.sections) == 5
    assert page.section("ask").minutes == 1
    assert [finding.rule for finding in page.review if finding.rule == "agenda.over_time"]


@pytest.mark.parametrize("purpose", ["promotion", "career", "raise", "sideways", "feedback", "check-in"])
def test_every_purpose_has_a_reason_an_ask_and_a_question(
    purpose: Purpose, leader: Plan, today: date
) -> None:
    page = drafted(leader.model_copy(update={"goals": {}}), today, purpose=purpose)

    assert all(texts(page, id_) for id_ in SECTION_IDS)
    assert sum(section.minutes for section in page.sections) == 30


def test_a_full_plan_is_drafted_in_a_moment(today: date) -> None:
    plan = Plan(
        goals={
            f"goal-{n}": Goal(
                text=f"Cut the wait for team {n} from {n + 9} days to {n}", approvals=(Approval(who="Olga"),)
            )
            for n in range(1, 21)
        },
        evidence={
            f"evidence-{n}": Evidence(text=f"We cut errors by {n} percent since May") for n in range(1, 41)
        },
        people={f"person-{n}": Person(name=f"Colleague{n}") for n in range(1, 31)},
        questions={f"question-{n}": Question(text=f"How is budget {n} decided?") for n in range(1, 31)},
    )
    drafted(plan, today)

    started = time.perf_counter()
    drafted(plan, today)

    assert time.perf_counter() - started < 0.3


def test_why_somebody_else_got_it_becomes_a_question_about_the_difference(today: date) -> None:
    asked = Question(text="Why was the promotion given to Peter and not to me?", to="Olga")

    page = drafted(Plan(questions={"question-1": asked}), today)

    assert texts(page, "questions")[0] == "What would have made the difference for the promotion?"
    assert page.kept_off == ("the promotion given to Peter and not to me",)
    assert page.named == ()


def test_one_person_under_two_names_is_named_once(leader: Plan, today: date) -> None:
    people = {**leader.people, "person-3": Person(name="Yusuf Demir")}

    page = drafted(leader.model_copy(update={"people": people}), today)

    assert page.named == ("Yusuf",)


def test_a_private_word_in_a_name_or_a_step_stays_off_too(leader: Plan, today: date) -> None:
    goal = Goal(
        text="Open a second gate for the drivers",
        approvals=(Approval(who="Sundays with my father"),),
        steps=(
            Step(text="Skip Sundays with my father", status="done"),
            Step(text="Count the lorries", status="done"),
        ),
    )

    page = drafted(leader.model_copy(update={"goals": {"goal-1": goal}}), today)

    beside = (*page.before, *page.named, *page.bring)
    assert not [line for line in (*beside, *(item.text for item in items(page))) if "father" in line]
    assert texts(page, "done")[-1] == "Already done: Count the lorries."


def test_an_answer_owed_by_the_manager_is_named_by_name(leader: Plan, today: date) -> None:
    goal = Goal(text="Open a second gate", approvals=(Approval(who="my manager", status="asked"),))

    page = drafted(leader.model_copy(update={"goals": {"goal-1": goal}}), today, who="Carla")

    assert "Olga's yes: asked for, not answered yet." in page.before


def test_a_review_before_the_talk_is_not_when_they_look_again(leader: Plan, today: date) -> None:
    plan = leader.model_copy(update={"review_on": date(2026, 11, 30)})

    page = drafted(plan, today)

    assert texts(page, "next_step")[1] == "When we look at this again: ________"


def test_the_review_of_a_goal_closes_the_page_where_the_plan_has_none(leader: Plan, today: date) -> None:
    goal = leader.goals["goal-1"].model_copy(update={"review_on": date(2027, 1, 15)})

    page = drafted(leader.model_copy(update={"goals": {"goal-1": goal}}), today)

    assert texts(page, "next_step")[1] == "When we look at this again: 15 January 2027."


def test_an_aim_fits_its_frame(leader: Plan, today: date) -> None:
    vision = Vision(target="I want to be head of the region", halfway="running two gates")

    page = drafted(leader.model_copy(update={"vision": vision}), today)

    assert texts(page, "why")[1] == "And to tell you where I want to get to: head of the region."
    assert "Halfway there: running two gates." in texts(page, "wanted")


def test_a_question_beside_a_grievance_is_kept_as_asked(today: date) -> None:
    asked = Question(text="I got passed over in May. How is it decided?")

    page = drafted(Plan(questions={"question-1": asked}), today)

    assert texts(page, "questions")[:2] == [
        "How is it decided?",
        "What would have made the difference in May?",
    ]


def test_more_requests_than_fit_the_ask_stand_with_the_questions(today: date) -> None:
    plan = Plan(
        questions={f"question-{n}": Question(text=f"Could you lend me desk {n}?") for n in range(1, 6)}
    )

    page = drafted(plan, today)

    assert [text for text in texts(page, "ask") if "desk" in text] == [
        f"Could you lend me desk {n}?" for n in (1, 2, 3)
    ]
    assert texts(page, "questions")[:2] == ["Could you lend me desk 4?", "Could you lend me desk 5?"]
