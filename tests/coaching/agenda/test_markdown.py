"""The page as Markdown: whole, and with nothing in it that acts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from coaching.agenda.draft import draft_agenda
from coaching.agenda.markdown import as_markdown, escaped
from coaching.agenda.types import Agenda, AgendaRequest
from coaching.agenda.words import flat
from coaching.plan import Approval, Evidence, Goal, Need, Person, Plan, Profile, Question, Vision

HOSTILE = (
    "<script>alert(1)</script>",
    "[click](javascript:alert(1))",
    "![x](https://evil.example/p.png)",
    "a | b | c",
    "x\n| y | z |\n\n# heading\n- item",
    "1. first",
    "- dash",
    "`code` *em* __strong__ ~~gone~~",
    "<https://evil.example>",
    "&lt;b&gt; &#124;",
    "\\| \\\\| \\",
    "line\u2028next\u202eturned\x00",
    "=== ___ ***",
    "[ref]: https://evil.example",
)


def tokens(markdown: str) -> list[Token]:
    read = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(markdown)
    return [inner for token in read for inner in (token, *(token.children or ()))]


def shown(markdown: str) -> str:
    return "".join(token.content for token in tokens(markdown) if token.type in {"text", "text_special"})


def page_with(text: str) -> Agenda:
    plan = Plan(
        profile=Profile(unit=text, role=text),
        vision=Vision(target=text, why=text, gaps=(text,), candidates=(text,)),
        needs={"need-1": Need(text=text), "need-2": Need(text=text, unsure=True)},
        evidence={"evidence-1": Evidence(text=text, proof=text), "evidence-2": Evidence(text=text)},
        people={"person-1": Person(name=text)},
        questions={"question-1": Question(text=text)},
        goals={
            "goal-1": Goal(
                text=text,
                why=text,
                starts_with=(text,),
                hours_week=2,
                makes_room=(text,),
                approvals=(Approval(who="Kim", what=text),),
            ),
            "goal-2": Goal(text=text, approvals=(Approval(who=text),)),
        },
    )
    page = draft_agenda(
        plan, AgendaRequest(with_="Kim", on="2026-12-03T10:00", minutes=30), date(2026, 11, 22)
    )
    assert isinstance(page, Agenda)
    return page


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_in_every_field(text: str) -> None:
    page = page_with(text)

    read = tokens(as_markdown(page))

    active = {
        "link_open",
        "image",
        "html_inline",
        "html_block",
        "code_inline",
        "em_open",
        "s_open",
        "code_block",
        "fence",
    }
    assert not [token for token in read if token.type in active]
    assert len([token for token in read if token.type == "heading_open"]) == 1
    assert len([token for token in read if token.type == "tr_open"]) == 1 + sum(
        len(s.items) for s in page.sections
    )
    assert len([token for token in read if token.type == "td_open"]) == 4 * sum(
        len(s.items) for s in page.sections
    )


@given(st.text(max_size=80))
def test_escaped_text_reads_as_it_was_written(text: str) -> None:
    markdown = f"| a |\n|---|\n| x {escaped(text)} |\n\n- {escaped(text)}\n"

    read = tokens(markdown)

    assert {token.type for token in read if token.type.endswith("_open")} <= {
        *("table_open", "thead_open", "tbody_open", "tr_open", "th_open", "td_open", "bullet_list_open"),
        *("list_item_open", "paragraph_open"),
    }
    assert shown(markdown) == f"ax {flat(text)}".rstrip() + flat(text)


def test_bare_addresses_are_broken_for_programs_that_make_links_of_them() -> None:
    assert escaped("see www.x.example or https://x.example or a@x.example") == (
        "see www\\.x.example or https\\://x.example or a\\@x.example"
    )


def test_the_page_shows_each_part_and_what_is_still_open(leader: Plan, today: date) -> None:
    page = draft_agenda(leader, AgendaRequest(with_="Olga", on="2026-12-03T10:00", minutes=30), today)
    assert isinstance(page, Agenda)

    markdown = as_markdown(page)

    assert markdown.startswith("# Olga and me · Thursday 3 December 2026 · 10:00 to 10:30\n")
    assert "| **3 What we have done** | 5 | We brought late loads" in markdown
    assert "|  |  | A smaller ask: ________ | blank, to fill |" in markdown
    for heading in ("Bring", "Find out before", "Named", "Kept off this page", "Still open"):
        assert f"**{heading}**" in markdown
    assert "- Unsure: My guess is something about fuel costs" in markdown


def test_an_unconfirmed_claim_is_marked_on_the_page(today: date) -> None:
    plan = Plan(goals={"goal-1": Goal(text="Lead the pilot, because I cut costs by 40 percent")})
    page = draft_agenda(plan, AgendaRequest(with_="Olga", on="2026-12-03", minutes=30), today)
    assert isinstance(page, Agenda)

    assert "because I cut costs by 40 percent. *(unconfirmed)*" in as_markdown(page)
