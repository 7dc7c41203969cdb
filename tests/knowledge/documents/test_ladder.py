from typing import Any

from knowledge.documents.ladder import find_ladder
from knowledge.documents.plain import parse_markdown
from knowledge.documents.reading import read_document
from knowledge.documents.values import Ladder, ReadDocument


def ladder_of(text: str) -> Ladder | None:
    return find_ladder(parse_markdown(text.encode()).blocks)


def test_headings_that_name_levels_make_a_ladder() -> None:
    ladder = ladder_of(
        "# Engineering ladder\n\nWelcome.\n\n## Level 1\n\n### Craft\n\nFinishes tasks. Asks for help.\n\n"
        "### People\n\n- Works well in a team\n\n## Level 2\n\n### Craft\n\nLeads a project.\n"
    )

    assert ladder
    assert [level.name for level in ladder.levels] == ["Level 1", "Level 2"]
    first = ladder.levels[0].expectations
    assert [(e.competency, e.text) for e in first] == [
        ("Craft", "Finishes tasks."),
        ("Craft", "Asks for help."),
        ("People", "Works well in a team"),
    ]


def test_a_table_with_levels_across_the_top_makes_a_ladder() -> None:
    ladder = ladder_of(
        "| | Junior | Senior | Principal |\n|---|---|---|---|\n"
        "| Scope | own tasks | a project | the whole site |\n| People | learns | teaches | sets direction |\n"
    )

    assert ladder
    assert [level.name for level in ladder.levels] == ["Junior", "Senior", "Principal"]
    assert [(e.competency, e.text) for e in ladder.levels[1].expectations] == [
        ("Scope", "a project"),
        ("People", "teaches"),
    ]


def test_a_table_with_levels_down_the_side_makes_a_ladder() -> None:
    ladder = ladder_of(
        "| Grade | Scope |\n|---|---|\n| L1 | own tasks |\n| L2 | a team |\n| L3 | a division |\n"
    )

    assert ladder
    assert [(level.name, level.expectations[0].text) for level in ladder.levels] == [
        ("L1", "own tasks"),
        ("L2", "a team"),
        ("L3", "a division"),
    ]


def test_a_ladder_is_found_in_a_word_document(make: Any) -> None:
    content = make.docx(
        ("Heading 1", "IC1 Adjuster"), ("", "Settles simple claims."), ("Heading 1", "IC2 Senior adjuster"),
        ("", "Settles any claim and teaches others."),
    )  # fmt: skip

    document = read_document("ladder.docx", content)

    assert isinstance(document, ReadDocument)
    assert document.ladder
    assert [level.name for level in document.ladder.levels] == ["IC1 Adjuster", "IC2 Senior adjuster"]


def test_an_ordinary_document_is_no_ladder() -> None:
    assert (
        ladder_of(
            "# Strategy\n\nWe grow.\n\n## People\n\nWe hire.\n\n## Level with customers\n\nBe honest.\n"
        )
        is None
    )
    assert ladder_of("# CV\n\n## Senior adjuster\n\nSettled claims.\n\n## Education\n\nSchool.\n") is None
    assert ladder_of("| Area | Lead |\n|---|---|\n| Claims | Jo |\n") is None
    assert ladder_of("") is None
