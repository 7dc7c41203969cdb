"""Jo, the sales representative and the ward nurse, through the HTTP door: to an accepted goal and a page."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

TALKS = Path(__file__).parents[2] / "evals" / "datasets" / "guided" / "talks"


@pytest.mark.parametrize("name", ["jo", "rep", "nurse"])
def test_a_person_is_coached_from_a_wish_to_a_goal_and_a_page(
    name: str,
    started: Callable[[Path | None], Any],
    tmp_path: Path,
    events: Callable[[str], list[dict[str, Any]]],
) -> None:
    messages = yaml.safe_load((TALKS / f"{name}.yaml").read_text("utf-8"))["messages"]
    with started(tmp_path / "data").program() as program:
        talk = program.post("/v1/conversations").json()["id"]
        told = [
            event
            for text in messages
            for event in events(program.post(f"/v1/conversations/{talk}/messages", json={"text": text}).text)
        ]
        pages = [event["data"]["id"] for event in told if event["event"] == "proposal"]
        program.post(f"/v1/proposals/{pages[-1]}/accept")
        plan = program.get("/v1/plan").json()

    ends = [event["data"]["status"] for event in told if event["event"] == "done"]
    assert ends == ["complete"] * len(messages)
    assert [goal["due"] for goal in plan["goals"].values()] != []
    assert len(plan["agendas"]) == 1
