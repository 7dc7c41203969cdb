"""The plan, its goals, proposals, changes, agendas, search, over HTTP."""

from typing import Any

import httpx
import pytest

GOAL = {"text": "Run the claims project to cut the wait from six weeks to three", "due": "2027-06-30"}


def test_a_goal_is_saved_with_its_review_and_shown_in_the_plan(program: httpx.Client) -> None:
    saved = program.post("/v1/goals", json=GOAL)

    assert saved.status_code == 201
    handle = saved.json()["handle"]
    assert saved.json()["review"]["verdict"] in {"vague", "partial", "smart"}
    assert program.get("/v1/plan").json()["goals"][handle]["text"] == GOAL["text"]
    assert handle in [goal["handle"] for goal in program.get("/v1/goals").json()["goals"]]


def test_a_goal_can_be_changed_removed_and_brought_back(program: httpx.Client) -> None:
    handle = program.post("/v1/goals", json=GOAL).json()["handle"]

    changed = program.patch(f"/v1/goals/{handle}", json={"why": "customers wait"}).json()
    removed = program.delete(f"/v1/goals/{handle}").json()
    gone = program.get("/v1/plan").json()["goals"]
    undone = program.post(f"/v1/changes/{removed['change']}/undo").json()

    assert changed["record"]["why"] == "customers wait"
    assert changed["record"]["text"] == GOAL["text"]
    assert handle not in gone
    assert program.get("/v1/plan").json()["goals"][handle] == changed["record"]
    assert undone["handle"] == handle


def test_every_change_is_listed_newest_first(program: httpx.Client) -> None:
    saved = program.post("/v1/goals", json=GOAL).json()

    listed = program.get("/v1/changes?limit=1").json()["changes"]
    older = program.get(f"/v1/changes?before={saved['change']}").json()["changes"]

    assert listed[0]["id"] == saved["change"]
    assert listed[0]["actor"] == "person"
    assert listed[0]["writes"][0]["before"] is None
    assert listed[0]["writes"][0]["after"]["text"] == GOAL["text"]
    assert saved["change"] not in [change["id"] for change in older]


def test_a_change_is_undone_once(program: httpx.Client) -> None:
    change = program.post("/v1/goals", json=GOAL).json()["change"]
    program.post(f"/v1/changes/{change}/undo")

    again = program.post(f"/v1/changes/{change}/undo")

    assert (again.status_code, again.json()["code"]) == (409, "already_undone")


def test_an_accepted_proposal_is_in_the_plan_and_accepting_twice_changes_nothing(
    program: httpx.Client, proposed: dict[str, Any]
) -> None:
    path = f"/v1/proposals/{proposed['id']}"
    waiting = program.get("/v1/proposals?status=pending").json()["proposals"]

    first = program.post(f"{path}/accept")
    again = program.post(f"{path}/accept")

    assert proposed["id"] in [one["id"] for one in waiting]
    assert first.status_code == 200
    assert first.json()["record"]["due"] == "2027-06-30"
    assert again.json() == first.json()
    assert program.get(path).json()["status"] == "accepted"
    assert program.post(f"{path}/reject").json()["code"] == "already_accepted"


def test_a_proposal_can_be_accepted_as_the_person_edits_it(
    program: httpx.Client, proposed: dict[str, Any]
) -> None:
    edited = {"kind": "goal", "record": {"text": "Pass the PL-300 exam by 30 May 2027", "due": "2027-05-30"}}

    saved = program.post(f"/v1/proposals/{proposed['id']}/accept", json=edited).json()

    assert saved["record"]["text"] == edited["record"]["text"]  # type: ignore[index]
    assert saved["record"]["due"] == "2027-05-30"


def test_a_rejected_proposal_leaves_the_plan_as_it_was(
    program: httpx.Client, proposed: dict[str, Any]
) -> None:
    before = program.get("/v1/plan").json()

    rejected = program.post(f"/v1/proposals/{proposed['id']}/reject")

    assert rejected.json()["status"] == "rejected"
    assert program.get("/v1/plan").json() == before
    assert program.post(f"/v1/proposals/{proposed['id']}/accept").json()["code"] == "already_rejected"


def test_an_edit_with_a_past_date_is_refused_and_the_proposal_waits_on(
    program: httpx.Client, proposed: dict[str, Any]
) -> None:
    edited = {
        "kind": "bundle",
        "changes": [{"kind": "goal", "record": {"text": "Pass", "due": "2020-05-30"}}],
    }

    answer = program.post(f"/v1/proposals/{proposed['id']}/accept", json=edited)

    assert (answer.status_code, answer.json()["code"]) == (422, "past_date")
    assert program.get(f"/v1/proposals/{proposed['id']}").json()["status"] == "pending"


def test_a_goal_is_checked_as_the_command_line_checks_it(program: httpx.Client) -> None:
    text = "Pass the PL-300 exam by 30 June 2027"

    checked = program.post("/v1/goals/check", json={"text": text, "today": "2026-11-22"}).json()

    assert list(checked) == [
        "text",
        "verdict",
        "criteria",
        "deadline",
        "measure",
        "action",
        "language",
        "goals",
    ]
    assert checked["deadline"]["date"] == "2027-06-30"


@pytest.mark.parametrize(("text", "code"), [("", "empty"), ("a" * 100_001, "too_long")])
def test_a_text_that_cannot_be_checked_is_refused(program: httpx.Client, text: str, code: str) -> None:
    answer = program.post("/v1/goals/check", json={"text": text})

    assert (answer.status_code, answer.json()["code"]) == (422, code)


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/v1/goals", {"text": "Pass the exam", "due": "2020-01-01"}),
        ("POST", "/v1/goals", {"text": "Pass the exam", "review_on": "2020-01-01"}),
        ("POST", "/v1/agendas", {"with": "Martin", "on": "2020-01-01"}),
    ],
)
def test_a_day_that_lies_behind_is_refused_and_nothing_stored(
    program: httpx.Client, method: str, path: str, body: dict[str, Any]
) -> None:
    before = program.get("/v1/plan").json()

    answer = program.request(method, path, json=body)

    assert (answer.status_code, answer.json()["code"]) == (422, "past_date")
    assert program.get("/v1/plan").json() == before


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/v1/goals", {"text": ""}),
        ("POST", "/v1/goals", {"text": "a", "nonsense": 1}),
        ("POST", "/v1/goals", {"text": "a", "hours_week": "NaN"}),
        ("POST", "/v1/goals", {"text": "a", "due": "30 June"}),
        ("POST", "/v1/goals", ["a"]),
        ("POST", "/v1/goals", None),
        ("POST", "/v1/search", {"query": ""}),
        ("POST", "/v1/search", {"query": "a", "limit": 0}),
        ("POST", "/v1/agendas", {"with": "", "on": "2026-12-03"}),
        ("POST", "/v1/agendas", {"with": "Martin", "on": "soon"}),
        ("POST", "/v1/agendas", {"with": "Martin", "on": "2026-12-03", "minutes": 1}),
        ("POST", "/v1/conversations/x/messages", {"texts": "a"}),
    ],
)
def test_a_body_of_another_shape_is_refused_with_a_sentence(
    program: httpx.Client, method: str, path: str, body: Any
) -> None:
    before = program.get("/v1/plan").json()

    answer = program.request(method, path, json=body) if body is not None else program.post(path)

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"].count(" ") > 3
    assert program.get("/v1/plan").json() == before


def test_a_patch_of_another_shape_is_refused(program: httpx.Client) -> None:
    handle = program.post("/v1/goals", json=GOAL).json()["handle"]

    answer = program.patch(f"/v1/goals/{handle}", json={"due": "soon"})

    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
    assert program.get("/v1/plan").json()["goals"][handle]["due"] == GOAL["due"]


def test_unknown_records_are_refused_alike(program: httpx.Client) -> None:
    answers = [
        program.patch("/v1/goals/goal-999", json={"why": "x"}),
        program.delete("/v1/goals/goal-999"),
        program.get("/v1/proposals/nobody"),
        program.post("/v1/proposals/nobody/accept"),
        program.post("/v1/proposals/nobody/reject"),
        program.post("/v1/changes/nobody/undo"),
        program.get("/v1/agendas/agenda-999.md"),
    ]

    assert [answer.status_code for answer in answers] == [404] * 7


def test_an_agenda_is_kept_and_opens_as_markdown_and_json(program: httpx.Client) -> None:
    wanted = {"with": "Martin", "on": "2026-12-03", "minutes": 30, "purpose": "promotion"}

    drafted = program.post("/v1/agendas", json=wanted)

    body = drafted.json()
    assert drafted.status_code == 201
    assert drafted.headers["location"] == f"/v1/agendas/{body['id']}.json"
    assert [section["id"] for section in body["sections"]] == [
        "why",
        "their_needs",
        "done",
        "wanted",
        "ask",
        "questions",
        "next_step",
    ]
    assert sum(section["minutes"] for section in body["sections"]) <= 30
    assert program.get(f"/v1/agendas/{body['id']}.json").json() == body
    markdown = program.get(f"/v1/agendas/{body['id']}.md")
    assert markdown.headers["content-type"].startswith("text/markdown")
    assert "Martin" in markdown.text


def test_a_search_answers_with_cards_and_a_query_without_bearing_with_none(program: httpx.Client) -> None:
    found = program.post(
        "/v1/search", json={"query": "How do I ask my manager for a promotion?", "limit": 2}
    ).json()
    none = program.post("/v1/search", json={"query": "zxqv wvut"}).json()

    assert list(found) == ["query", "results"]
    assert 1 <= len(found["results"]) <= 2
    assert found["results"][0]["passages"]
    assert none["results"] == []
