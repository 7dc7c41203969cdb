"""What is heard in the three model conversations, turn by turn."""

from datetime import date, datetime

from coaching.listening.hear import hear
from coaching.listening.heard import Heard
from coaching.plan import Plan, Profile
from coaching.talk import Draft, Note, Talk

TODAY = date(2026, 11, 22)


def heard(message: str, open_question: str | None = None, talk: Talk | None = None) -> Heard:
    talk = (talk or Talk()).with_(open=open_question)
    return hear(message, open_question=open_question, plan=Plan(), talk=talk, today=TODAY)


def slots(found: Heard) -> dict[str, str]:
    return {fact.slot: fact.value for fact in found.facts}


def test_jo_gives_five_facts_and_a_gap_in_two_sentences() -> None:
    found = heard(
        "I lead five people in claims and I want the whole division one day, about 200 people."
        " I just can't see how you get from here to there.",
        "want.wish",
    )

    assert slots(found) == {
        "reports": "5",
        "unit": "claims",
        "target": "the whole division",
        "horizon": "one day",
        "size": "about 200 people",
        "gap": "how you get from here to there",
    }


def test_jo_asks_why_and_answers_nothing() -> None:
    found = heard("Why do you ask?", "want.why")

    assert (found.command, found.rest, found.questions, found.facts) == ("why", "", (), ())


def test_a_reason_in_two_sentences_is_kept_whole() -> None:
    said = (
        "Claims and complaints blame each other all day and the customers wait six weeks for an answer."
        " I want to fix that and I can't from where I sit."
    )

    found = heard(said, "want.why")

    assert slots(found)["why"] == said.rstrip(".")
    assert found.feeling is None


def test_jo_names_the_holder_her_deputy_and_that_she_never_asked() -> None:
    found = heard("Priya runs it. I report to her deputy, Martin. No, I've never asked her.", "want.check")

    assert slots(found)["holder"] == "Priya"
    assert slots(found)["manager"] == "Martin"
    assert slots(found)["check"] == "I've never asked her"
    assert [(one.value, one.about) for one in found.facts if one.slot == "person"] == [("Priya", "above")]


def test_jo_counts_what_was_done_and_corrects_her_team() -> None:
    talk = Talk(notes=(Note(slot="reports", value="5", text="I lead five people in claims"),))

    found = heard(
        "We got the backlog from 400 claims down to 150 since spring."
        " And it's six people now actually, Dev started in October.",
        "now.evidence",
        talk,
    )

    assert slots(found)["evidence"] == "We got the backlog from 400 claims down to 150 since spring"
    assert [(one.slot, one.old, one.new) for one in found.corrections] == [("reports", "5", "6")]


def test_jo_answers_and_asks_in_one_message() -> None:
    found = heard(
        "The weekly dashboard, anyone can see it. But how do people actually get picked for bigger jobs?"
        " Nobody explains that.",
        "evidence.proof",
    )

    assert slots(found) == {"proof": "weekly dashboard"}
    assert [one.text for one in found.questions] == ["But how do people actually get picked for bigger jobs?"]
    assert found.rest.startswith("The weekly dashboard, anyone can see it.")


def test_not_knowing_with_a_guess_keeps_the_guess_unsure() -> None:
    found = heard("I don't know. Something about customer retention?", "org.need")

    assert found.command == "dont_know"
    assert found.rest == "Something about customer retention?"
    assert [(one.slot, one.unsure) for one in found.facts] == [("need", True)]
    assert found.questions == ()


def test_a_goal_is_offered_beside_a_promise() -> None:
    found = heard(
        "OK, I'll ask Martin. Here's my goal anyway, I wrote it down last night: become a better leader so"
        " I'm ready for a bigger job.",
        "org.need",
    )

    assert found.goal == "become a better leader so I'm ready for a bigger job"
    assert found.meeting is None


def test_an_answer_about_what_would_be_seen_is_no_new_goal() -> None:
    talk = Talk(draft=Draft(text="become a better leader so I'm ready for a bigger job"))

    found = heard(
        "Hm. Me running something across claims and complaints, I suppose, not just my own team."
        " That's the bit nobody owns.",
        "letter.S",
        talk,
    )

    assert found.goal is None
    assert found.rest.startswith("Me running something across claims and complaints")


def test_a_full_new_wording_is_a_goal_while_a_letter_is_open() -> None:
    talk = Talk(draft=Draft(text="become a better leader so I'm ready for a bigger job"))

    found = heard(
        "OK. Lead a joint claims and complaints project that gets the wait from six weeks to three,"
        " because that's the kind of work the division job is.",
        "letter.M",
        talk,
    )

    assert found.goal is not None
    assert found.goal.startswith("Lead a joint claims and complaints project")
    assert found.rest == ""


def test_means_and_a_yes_still_to_get() -> None:
    found = heard(
        "My team's figures, we have them by type of claim. And Lena who runs complaints is keen."
        " It needs Martin's yes though.",
        "letter.A",
        Talk(draft=Draft(text="Lead a joint project")),
    )

    assert [one.value for one in found.facts if one.slot == "means"][-1] == "Lena who runs complaints is keen"
    assert [one.value for one in found.facts if one.slot == "approval"] == ["Martin"]


def test_a_scared_step_gives_the_feeling_its_word() -> None:
    found = heard(
        "Priya. Half an hour with her. I'm a bit scared of that one to be honest, I doubt she knows who I am.",
        "step.week",
    )

    assert found.feeling is not None
    assert (found.feeling.kind, found.feeling.word, found.feeling.cause) == (
        "fear",
        "a bit scared",
        "that one",
    )


def test_a_smaller_step_has_its_day() -> None:
    found = heard("Smaller. I'll send her two lines by Wednesday, asking for the half hour.")

    step = next(one for one in found.facts if one.slot == "step")
    assert step.value.startswith("I'll send her two lines by Wednesday")
    assert step.due == date(2026, 11, 25)


def test_a_second_step_and_who_asks() -> None:
    found = heard(
        "Yes, I'd hate him to hear it in the corridor. I'll tell him tomorrow."
        " Lena can ask me on Thursday how it went, we have lunch then."
    )

    step = next(one for one in found.facts if one.slot == "step")
    assert (step.value, step.due) == ("I'll tell him tomorrow", date(2026, 11, 23))
    assert slots(found)["account"] == "Lena"
    assert (found.command, found.feeling) == ("yes", None)


def test_an_obstacle_and_a_request_for_a_page() -> None:
    found = heard(
        "Month end. I'd do it Tuesday night then. Now get me ready for my one-to-one with Martin,"
        " 3 December at 10, half an hour.",
        "step.obstacle",
    )

    assert slots(found)["obstacle"] == "Month end"
    assert found.meeting is not None
    assert (found.meeting.with_whom, found.meeting.on, found.meeting.minutes) == (
        "Martin",
        datetime(2026, 12, 3, 10, 0),  # noqa: DTZ001  # the person's own wall clock
        30,
    )
    assert found.rest == "Month end. I'd do it Tuesday night then."


def test_the_representative_speaks_in_fragments() -> None:
    found = heard(
        "Sales rep, four years, medical devices. I want to be VP of Marketing by 2031."
        " Everyone says I'm dreaming.",
        "want.wish",
    )

    assert slots(found) == {
        "role": "Sales rep",
        "since": "four years",
        "industry": "medical devices",
        "target": "VP of Marketing",
        "horizon": "by 2031",
    }
    assert found.feeling is not None
    assert (found.feeling.kind, found.feeling.word) == ("doubt", "Everyone says I'm dreaming")


def test_a_bare_year_replaces_the_horizon() -> None:
    talk = Talk(notes=(Note(slot="horizon", value="by 2031", text="I want to be VP by 2031"),))

    found = heard("2033, actually. And I already rewrite the marketing decks.", "want.why", talk)

    assert [(one.slot, one.old, one.new) for one in found.corrections] == [("horizon", "2031", "2033")]
    assert found.rest == "And I already rewrite the marketing decks."


def test_an_answer_stands_before_a_why() -> None:
    found = heard("Hana's. She runs product marketing. Why do you ask?", "want.check")

    assert (found.command, slots(found)["holder"]) == ("why", "Hana")
    assert found.rest == "Hana's. She runs product marketing."


def test_no_idea_after_an_answer_is_a_gap() -> None:
    found = heard("Only about decks. To be honest I've no idea what she does all day.", "want.check")

    assert found.command is None
    assert slots(found)["gap"] == "what she does all day"


def test_being_fed_up_has_a_cause() -> None:
    found = heard(
        "Customer visits, getting them to say why they don't buy. Eyes closed. Honestly I'm fed up though."
        " I got passed over for team lead in September and nobody told me why.",
        "now.enjoy",
    )

    assert slots(found)["enjoy"].startswith("Customer visits")
    assert found.feeling is not None
    assert found.feeling.word == "fed up"
    assert found.feeling.cause == "I got passed over for team lead in September and nobody told me why"
    assert found.danger is None


def test_going_on_after_a_feeling_with_a_question_of_theirs() -> None:
    found = heard(
        "No, go on, it's done. But how do I ask Karen, my boss, about it without sounding bitter?",
        None,
        Talk(choice="feeling"),
    )

    assert (found.command, slots(found)["manager"], len(found.questions)) == ("go_on", "Karen", 1)
    assert found.feeling is None


def test_asking_to_be_written_a_goal_beside_two_needs() -> None:
    found = heard(
        "Two launches, and the reps struggle to explain the new pump to anyone who isn't an engineer."
        " Just write me a goal, will you?",
        "org.need",
    )

    assert found.command == "draft_it"
    assert [one.slot for one in found.facts] == ["need"] * len(found.facts)


def test_two_yeses_and_hours() -> None:
    found = heard(
        "Still to ask. And Karen has to let me have the time, about four hours a week, and she counts every"
        " customer visit.",
        "goal.others",
    )

    approval = next(one for one in found.facts if one.slot == "approval")
    assert (approval.value, approval.about) == ("Karen", "the time")
    assert slots(found)["hours"] == "4"


def test_what_can_be_handed_on_has_who_could_take_it() -> None:
    found = heard(
        "Prep for the Friday forecast call. That's two hours a week and nobody reads half of it."
        " Tom could take it.",
        "load.room",
    )

    room = next(one for one in found.facts if one.slot == "room")
    assert (room.value, room.about) == ("Prep for the Friday forecast call", "Tom")
    assert slots(found)["hours"] == "2"


def test_making_it_fifteen_is_an_edit() -> None:
    found = heard("Make it 15 reps, then yes.", None, Talk(proposal="p-1"))

    assert found.command == "edit"
    assert found.goal is None


def test_a_meeting_at_two_is_in_the_afternoon() -> None:
    plan = Plan(profile=Profile(manager="Karen"))

    found = hear(
        "No. I see her on 11 December at 2, 45 minutes. Make me the agenda for that."
        " It's about moving, not the forecast.",
        open_question="manager.knows",
        plan=plan,
        talk=Talk(open="manager.knows"),
        today=TODAY,
    )

    assert slots(found)["manager_knows"] == "no"
    assert found.meeting is not None
    assert found.meeting.model_dump() == {
        "with_whom": "Karen",
        "on": datetime(2026, 12, 11, 14, 0),  # noqa: DTZ001
        "minutes": 45,
        "purpose": "sideways",
    }


def test_the_nurse_does_not_know_where_and_compares_herself() -> None:
    found = heard(
        "I've been a ward nurse for nine years, respiratory, and I want to move up but I don't know where."
        " My friends are all band 7 by now and I'm still here.",
        "want.wish",
    )

    assert slots(found) == {
        "role": "ward nurse",
        "since": "nine years",
        "unit": "respiratory",
        "undecided": "I want to move up but I don't know where",
    }
    assert found.command is None
    assert found.feeling is not None
    assert found.feeling.kind == "comparison"


def test_i_mean_splits_the_years() -> None:
    talk = Talk(notes=(Note(slot="since", value="nine years", text="ward nurse for nine years"),))

    found = heard(
        "Nine years qualified I mean, seven on this ward. Well, teaching the new ones.", "now.enjoy", talk
    )

    assert [(one.slot, one.old) for one in found.corrections] == [("since", "nine")]
    assert slots(found).get("enjoy", "teaching the new ones") == "teaching the new ones"


def test_tired_of_nights_is_no_crisis() -> None:
    found = heard(
        "Eleven students and four newly qualified, since last autumn. Nobody counts it, it's not on any form."
        " I'm so tired of that, and of nights.",
        "now.evidence",
    )

    assert found.danger is None
    assert found.feeling is not None
    assert (found.feeling.kind, found.feeling.word) == ("tired", "so tired")
    assert slots(found)["evidence"].startswith("Eleven students and four newly qualified")


def test_what_jobs_there_are_is_outside_the_library() -> None:
    found = heard(
        "Go on, it's just staffing. What jobs are there above mine that aren't running a ward?",
        None,
        Talk(choice="feeling"),
    )

    assert found.command == "go_on"
    assert [one.limit for one in found.questions] == ["openings"]


def test_two_candidates_with_who_has_one_of_them() -> None:
    found = heard(
        "Fatima's maybe, she's the practice educator, she's on every ward."
        " Or the specialist nurse in clinic, no nights there.",
        "want.candidate",
    )

    assert [one.value for one in found.facts if one.slot == "candidate"] == [
        "practice educator",
        "specialist nurse in clinic",
    ]
    assert slots(found)["holder"] == "Fatima"


def test_limits_are_kept_as_said() -> None:
    found = heard(
        "I've a boy of eight and I take him to school. Mornings matter."
        " And we can't lose the night pay all at once.",
        "life.limits",
    )

    limits = [one.value for one in found.facts if one.slot == "limit"]
    assert "we can't lose the night pay all at once" in limits
    assert any("Mornings matter" in one for one in limits)


def test_not_knowing_what_a_job_is_like_is_a_gap() -> None:
    found = heard("I don't know. I don't even know what an educator does on a normal day.", "gap")

    assert found.command == "dont_know"
    assert slots(found)["gap"] == "what an educator does on a normal day"


def test_a_goal_with_its_cue_is_taken_without_what_follows() -> None:
    found = heard("OK. My goal: find out more about education roles. That's as far as I get.", "goal.text")

    assert found.goal == "find out more about education roles"


def test_a_manager_is_named_beside_a_new_wording() -> None:
    talk = Talk(draft=Draft(text="find out more about education roles"))

    found = heard(
        "Bea, my ward manager, she set it up! So: by the end of January, talk for half an hour each with"
        " Fatima and the clinic nurse, so I can choose which one to try in spring.",
        "letter.A",
        talk,
    )

    assert slots(found)["manager"] == "Bea"
    assert found.goal is not None
    assert found.goal.startswith("by the end of January, talk for half an hour each")


def test_accepting_with_regret_and_a_what_if() -> None:
    found = heard(
        "Accept. But what if I choose wrong? I've wasted so much time already.", None, Talk(proposal="p-1")
    )

    assert found.command == "accept"
    assert found.feeling is not None
    assert found.feeling.kind == "regret"
    assert len(found.questions) == 1


def test_an_appraisal_is_prepared() -> None:
    found = heard(
        "Being short again, then I don't get off the floor. I'd text her instead."
        " Can you prepare my appraisal with Bea? 10 December, 14:00, 40 minutes.",
        "step.obstacle",
    )

    assert slots(found)["obstacle"].startswith("Being short again")
    assert found.meeting is not None
    assert (found.meeting.with_whom, found.meeting.minutes, found.meeting.purpose) == ("Bea", 40, "career")
    assert found.questions == ()


def test_twelve_students_not_eleven() -> None:
    talk = Talk(
        notes=(
            Note(
                slot="evidence",
                value="Eleven students and four newly qualified",
                text="Eleven students and four newly qualified",
            ),
        ),
    )

    found = heard(
        "It's twelve students, I forgot Amir. And put in that I'd like fewer nights, she can hear that.",
        None,
        talk,
    )

    assert [(one.slot, one.old, one.new) for one in found.corrections] == [("evidence", "Eleven", "twelve")]
    assert found.command == "edit"
