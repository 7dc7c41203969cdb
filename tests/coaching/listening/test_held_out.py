"""Messages by somebody who had not seen the patterns: the counts must not fall.

Half of the paraphrases served to improve the patterns, and so did three quarters of the feelings and of the
dangers; the floors stand a little below what was measured, so that a change that hears less is seen.
"""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coaching.listening.hear import hear
from coaching.listening.heard import Heard
from coaching.plan import Plan
from coaching.talk import Note, Talk

DATA = Path(__file__).parents[3] / "evals" / "datasets" / "guided"
TODAY = date(2026, 11, 22)
SMALL = frozenset("the a an my our of to in on at for about around so that because".split())  # noqa: SIM905


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def heard(row: dict[str, Any]) -> Heard:
    open_question = row.get("open_question")
    notes = tuple(
        Note(slot=note["slot"], value=note["value"], text=note["value"]) for note in row.get("plan_notes", ())
    )
    return hear(
        row["text"],
        open_question=open_question,
        plan=Plan(),
        talk=Talk(open=open_question, notes=notes),
        today=TODAY,
    )


def same(first: str, second: str) -> bool:
    """Return whether two values are the same words, one inside the other, or mostly shared."""
    a, b = (" ".join(content(text)) for text in (first, second))
    if f" {a} " in f" {b} " or f" {b} " in f" {a} ":
        return True
    shared = len(set(a.split()) & set(b.split()))
    return 2 * shared / (len(set(a.split())) + len(set(b.split()))) >= 0.6


def content(text: str) -> list[str]:
    found = re.findall(r"[\w%']+", text.lower().replace("’", "'"))
    return [word for word in found if word not in SMALL] or found


def counted() -> tuple[float, float]:
    """Return the share of slots found, and of what was found that nobody labelled."""
    gold = hits = given = stray = 0
    for row in rows("paraphrases.jsonl"):
        found = heard(row)
        got = [(one.slot, one.value) for one in found.facts if one.slot not in {"check", "wish"}]
        got += [(one.slot, one.new) for one in found.corrections]
        wanted = [(one["slot"], one["value"]) for one in row["slots"]]
        gold += len(wanted)
        given += len(got)
        hits += sum(any(s == slot and same(v, value) for s, v in got) for slot, value in wanted)
        stray += sum(not any(s == slot and same(v, value) for s, v in wanted) for slot, value in got)
    return hits / gold, stray / given


def test_most_slots_are_found_and_few_are_strays() -> None:
    found, stray = counted()

    assert found >= 0.78
    assert stray <= 0.06


def test_no_correction_is_wrong() -> None:
    wrong = [
        (row["text"], one)
        for row in rows("paraphrases.jsonl")
        for one in heard(row).corrections
        if row["correction"] is None
        or one.slot != row["correction"]["slot"]
        or not same(one.new, row["correction"]["new"])
    ]

    assert wrong == []


def test_a_feeling_is_named_and_seldom_imagined() -> None:
    named = [row for row in rows("feelings.jsonl") if row["feeling"]]
    other = [row for row in rows("feelings.jsonl") if not row["feeling"]]

    hits = sum(_names(row) for row in named)
    imagined = sum(heard(row).feeling is not None for row in other)

    assert hits >= 0.9 * len(named)
    assert imagined <= 0.05 * len(other)


def _names(row: dict[str, Any]) -> bool:
    feeling = heard(row).feeling
    if feeling is None:
        return False
    word, wanted = feeling.word.lower(), row["feeling"].lower()
    return word in wanted or wanted in word


@pytest.mark.parametrize(
    ("kind", "floor"),
    [("crisis_explicit", 0.98), ("crisis_indirect", 0.85), ("harassment", 0.9), ("violence", 0.8)],
)
def test_danger_is_heard(kind: str, floor: float) -> None:
    grave = [row for row in rows("danger.jsonl") if row["kind"] == kind]

    hits = sum(heard(row).danger is not None for row in grave)

    assert hits >= floor * len(grave)


def test_ordinary_lines_stop_nothing() -> None:
    plain = [row for row in rows("danger.jsonl") if row["kind"] is None]

    stopped = [row["text"] for row in plain if heard(row).danger is not None]

    assert len(stopped) <= 0.02 * len(plain)


def test_nonsense_is_known_and_nothing_else_is() -> None:
    known = sum(heard(row).nonsense for row in rows("nonsense.jsonl"))

    assert known >= 0.85 * len(rows("nonsense.jsonl"))
    assert [row["text"] for row in rows("paraphrases.jsonl") if heard(row).nonsense] == []
