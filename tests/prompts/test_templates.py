import re
from pathlib import Path

import pytest
from jinja2 import UndefinedError

import prompts
from prompts.templates import blocks, render, render_block

ROOT = Path(prompts.__file__).parent
QUESTIONS = sorted(path.stem for path in (ROOT / "guided" / "questions").glob("*.j2"))
PRAISE = re.compile(
    r"\b(great|awesome|amazing|excellent|fantastic|wonderful|well done|impressive|perfect)\b", re.IGNORECASE
)


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_has_its_wording_a_smaller_form_a_reason_and_two_ways(name: str) -> None:
    assert set(blocks(f"guided/questions/{name}.j2")) == {"ask", "smaller", "why", "way_one", "way_two"}


def test_a_missing_slot_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        render_block("guided/lines.j2", "corrected_1", new="six")


def test_a_block_is_said_on_one_line() -> None:
    text = render_block("guided/lines.j2", "corrected_1", new="Six", old="five")

    assert text == "Six, not five: changed."


def test_a_whole_template_is_rendered_without_its_margins() -> None:
    text = render("guided/questions/gap.j2", undecided=False, candidates=(), holder=None)

    assert text.startswith("What would you need to learn")


def test_no_sentence_praises_or_tells_what_one_should_do() -> None:
    source = "\n".join(path.read_text("utf-8") for path in ROOT.rglob("*.j2"))
    said = re.sub(r"\{#.*?#\}", "", source, flags=re.DOTALL)

    assert PRAISE.search(said) is None
    assert re.search(r"\byou (should|must|ought)\b", said, re.IGNORECASE) is None
    assert re.search(r"\bI (feel|understand|hear)\b", said) is None
