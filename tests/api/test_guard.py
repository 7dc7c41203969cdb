"""Who and what comes in: host, origin, credentials, sizes, methods; and what every answer carries."""

import socket
from collections.abc import Callable
from typing import Any

import httpx
import pytest

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8000", "", "169.254.169.254"]
)
@pytest.mark.parametrize("path", ["/", "/v1/plan", "/healthz", "/nowhere"])
def test_a_foreign_host_is_refused(program: httpx.Client, host: str, path: str) -> None:
    answer = program.get(path, headers={"Host": host})

    assert (answer.status_code, answer.json()["code"]) == (403, "foreign_host")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]"])
def test_the_names_of_this_machine_are_its_own(running: Any, program: httpx.Client, host: str) -> None:
    port = running.serving.address.rpartition(":")[2]

    assert program.get("/healthz", headers={"Host": f"{host}:{port}"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/v1/conversations"), ("DELETE", "/v1/goals/goal-1"), ("POST", "/talk")]
)
def test_another_sites_request_changes_nothing(
    program: httpx.Client, headers: dict[str, str], method: str, path: str
) -> None:
    answer = program.request(method, path, headers=headers)

    assert (answer.status_code, answer.json()["code"]) == (403, "foreign_origin")


def test_its_own_origin_may_post(running: Any, program: httpx.Client) -> None:
    answer = program.post("/v1/conversations", headers={"Origin": running.serving.address})

    assert answer.status_code == 201


def test_nothing_of_the_plan_is_shown_without_a_credential(running: Any) -> None:
    client = running.client()
    wrong = running.client(authorization="Bearer " + "x" * 43)
    paths = [
        route
        for route in client.get("/v1/openapi.json").json()["paths"]
        if route != "/healthz" and not route.startswith("/static")
    ]

    assert len(paths) > 10
    for path in paths:
        for caller in (client, wrong):
            for method in ("GET", "POST", "PATCH", "DELETE"):
                assert caller.request(method, path).status_code in {401, 405, 422}
    assert client.get("/v1/plan").json()["code"] == "not_signed_in"
    assert client.get("/v1/plan").headers["www-authenticate"].startswith("Bearer")


def test_other_ways_to_show_the_token_do_not_count(running: Any, program: httpx.Client) -> None:
    token = program.headers["authorization"].partition(" ")[2]
    client = running.client()

    answers = [
        client.get("/v1/plan", headers={"X-API-Key": token}),
        client.get(f"/v1/plan?token={token}"),
        client.get("/v1/plan", headers={"Authorization": f"Basic {token}"}),
        client.get("/v1/plan", headers={"Cookie": f"cairn={token}"}),
    ]

    assert [answer.status_code for answer in answers] == [401] * 4


def test_a_first_visit_leaves_a_strict_cookie_that_reads_and_cannot_write_through_the_api(
    running: Any,
) -> None:
    client = running.client()

    first = client.get(running.serving.first_visit)

    cookie = first.headers["set-cookie"]
    assert first.status_code == 303
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert client.get("/v1/plan").status_code == 200
    assert client.post("/v1/goals", json={"text": "a goal"}).json()["code"] == "token_needed"


def test_a_visit_of_another_run_is_refused_with_the_way_in(running: Any) -> None:
    answer = running.client(accept="text/html").get("/?visit=guessed")

    assert answer.status_code == 401
    assert "cairn serve" in answer.text
    assert "set-cookie" not in answer.headers


def test_a_form_that_the_page_did_not_make_changes_nothing(running: Any) -> None:
    browser = running.browser()

    for path in ("/talk", "/talk/x", "/proposals/x", "/changes/x/undo", "/agendas", "/check"):
        answer = browser.post(path, data={"text": "hello"})

        assert answer.status_code == 403
        assert "nothing was changed" in answer.text


def test_a_form_without_the_cookie_is_refused(running: Any) -> None:
    assert running.client().post("/talk", data={"text": "hello"}).status_code == 401


def test_a_body_that_is_too_large_is_refused_by_its_length(program: httpx.Client) -> None:
    answer = program.post("/v1/goals", content=b"x" * (2 * 1024 * 1024 + 1))

    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_a_body_that_does_not_tell_its_length_is_refused_while_it_comes(program: httpx.Client) -> None:
    def parts() -> Any:
        for _ in range(40):
            yield b"x" * 65536

    answer = program.post("/v1/goals", content=parts(), headers={"Content-Type": "application/json"})

    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


@pytest.mark.parametrize(
    ("content", "type_", "status", "code"),
    [
        (b'{"text": "a"', "application/json", 422, "not_json"),
        (b"\xff\xfe\x00", "application/json", 422, "not_json"),
        (b"[" * 100_000, "application/json", 422, "not_json"),
        (b'{"text": ' + b"9" * 10_000 + b"}", "application/json", 422, "not_json"),
        (b'{"text": "a"}', "text/plain", 415, "not_json_type"),
        (b"text=a", "application/x-www-form-urlencoded", 415, "not_json_type"),
        (b"\x89PNG\r\n\x1a\n", "image/png", 415, "not_json_type"),
        (b'"a"', "application/json", 422, "invalid"),
        (b"null", "application/json", 422, "invalid"),
    ],
)
def test_a_body_that_is_not_the_json_meant_is_refused_with_a_sentence(
    program: httpx.Client, content: bytes, type_: str, status: int, code: str
) -> None:
    answer = program.post("/v1/goals", content=content, headers={"Content-Type": type_})

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert "othing was stored" in answer.json()["detail"]


def test_unknown_addresses_and_methods_are_problems_for_programs_and_pages_for_people(
    running: Any, program: httpx.Client
) -> None:
    nowhere, other = program.get("/v1/nowhere"), program.put("/v1/plan")
    page = running.browser().get("/nowhere")

    assert (nowhere.status_code, nowhere.json()["code"]) == (404, "not_found")
    assert (other.status_code, other.json()["code"]) == (405, "method_not_allowed")
    assert page.status_code == 404
    assert "Back to the conversation" in page.text


@pytest.mark.parametrize("path", ["/", "/v1/plan", "/v1/nowhere", "/static/cairn.css", "/healthz"])
def test_every_answer_carries_the_headers_that_protect_it(program: httpx.Client, path: str) -> None:
    headers = program.get(path).headers

    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "script-src 'self';" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"].startswith("no-")
    assert "server" not in headers


def test_a_request_that_is_no_http_does_not_disturb_the_server(running: Any, program: httpx.Client) -> None:
    host, _, port = running.serving.address.removeprefix("http://").partition(":")

    with socket.create_connection((host, int(port)), 5) as raw:
        raw.sendall(b"\x16\x03\x01\x02\x00 not http\r\n\r\n")
        answer = raw.recv(200)

    assert answer.startswith(b"HTTP/1.1 400")
    assert program.get("/healthz").status_code == 200


def test_the_address_space_is_described_without_a_credential(
    running: Any, events: Callable[[str], list[dict[str, Any]]]
) -> None:
    described = running.client().get("/v1/openapi.json").json()

    assert "/v1/conversations/{conversation}/messages" in described["paths"]
    assert not any(path.startswith("/talk") for path in described["paths"])
    assert events("") == []
