from evals.guided import measures
from evals.guided.suite import BARS, within
from evals.guided.transcripts import ROOT, page, played, readme


def test_the_talks_that_are_shown_are_what_the_coach_says_today() -> None:
    talks = played()
    jo = next(talk for talk in talks if talk.name.startswith("Jo"))
    shown = (ROOT / "README.md").read_text(encoding="utf-8")

    assert (ROOT / "docs" / "talks.md").read_text(encoding="utf-8") == page(talks)
    assert readme(shown, jo) == shown
    for talk in talks:
        missed = {
            name: value
            for name, value in measures.figures(talk).items()
            if name in BARS and not within(name, value)
        }
        assert missed == {}, talk.name
