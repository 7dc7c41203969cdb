from datetime import date
from importlib.resources import files

import pytest

from knowledge.articles import all_passages, is_passage, section_of
from knowledge.cards import Card, CardError, load_cards, parse_card

FILE = """---
id: {id}
title: "Say it early"
stage: {stage}
passages: {passages}
source: "Career Management: For You And Your Leadership"
triggers:
  - "I'm late and haven't told her"
  - "The date will slip"
gist: "{gist}"
ways:
  - "Who would be caught out?"
  - "What could you say today?"
scope: general
not_when: [distress]
reviewed: 2026-11-22
---

{body}
"""
BODY = " ".join(["word"] * 70)
# Passages that hold no guidance of their own, and why.
UNCOVERED = {
    "performance-goals/10": "an offer of the author's own coaching programme",
    "career-conversation/01": "a sentence that only announces the five points that follow",
    "run-it-like-a-department/00": "a compliment that opens the article, without advice",
}


def a_file(**changes: str) -> str:
    fields = {
        "id": "say-it-early",
        "stage": "manage-up",
        "passages": "[career-management/13]",
        "gist": "Say it early.",
    }
    return FILE.format(**({**fields, "body": BODY} | changes))


def test_a_card_is_read_with_all_its_fields() -> None:
    card = parse_card("say-it-early", a_file())

    assert (card.stage, card.passages, card.reviewed) == (
        "manage-up",
        ("career-management/13",),
        date(2026, 11, 22),
    )
    assert card.source == ("Career Management: For You And Your Leadership",)
    assert (len(card.triggers), len(card.ways), card.not_when, card.evidence) == (2, 2, ("distress",), None)
    assert card.text == BODY


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("no front matter", "front matter"),
        ("---\na: [\n---\ntext", "not YAML"),
        ("---\n- a\n---\ntext", "list of fields"),
        (a_file(stage="somewhere"), "stage"),
        (a_file(passages="[career-management/77]"), "no article has a passage career-management/77"),
        (a_file(passages="[]"), "passages"),
        (a_file(gist=" ".join(["word"] * 31)), "at most 30 words"),
        (a_file(body="Too short."), "60 to 130 words, this one 2"),
        (a_file(id="another-id"), "not the file's name"),
        (a_file().replace("scope: general", "scope: general\ncolour: blue"), "colour"),
    ],
)
def test_a_file_that_is_no_card_is_refused_with_its_name_and_the_reason(content: str, fault: str) -> None:
    with pytest.raises(CardError, match="card say-it-early") as refused:
        parse_card("say-it-early", content)

    assert fault in str(refused.value)


def test_the_library_has_60_to_120_cards_in_order_of_id() -> None:
    ids = [card.id for card in load_cards()]

    assert 60 <= len(ids) <= 120
    assert ids == sorted(set(ids))


def test_every_passage_that_holds_guidance_is_covered_by_a_card() -> None:
    covered = {passage for card in load_cards() for passage in card.passages}

    assert set(all_passages()) - covered == set(UNCOVERED)


def test_no_card_promises_an_outcome() -> None:
    promises = ("will be positive", "guarantee", "you will get the", "always works", "can't fail")

    told = [
        (card.id, promise) for card in load_cards() for promise in promises if promise in card.text.lower()
    ]

    assert told == []


def test_advice_for_good_days_is_marked_for_the_bad_ones(card: Card) -> None:
    moments = {moment for each in load_cards() for moment in each.not_when}

    assert moments == {"loss", "refusal", "distress", "mistreatment"}
    assert card.gist


def test_a_passage_is_known_by_article_and_number() -> None:
    assert is_passage("career-strategy/05")
    assert not is_passage("career-strategy/06")
    assert not is_passage("career-strategy/5")
    assert not is_passage("cooking/00")
    assert len(all_passages()) == 62


def test_a_passage_stands_under_its_heading_or_its_article() -> None:
    assert section_of("career-management/13") == "Manage Up"
    assert (
        section_of("career-conversation/00")
        == "Five things to bear in mind before a career conversation with your manager"
    )
    assert section_of("performance-goals/05") == "What do you really want?"


def test_the_cards_ship_inside_the_package() -> None:
    assert files("knowledge").joinpath("corpus").is_dir()
