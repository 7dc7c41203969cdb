"""The talks as they can be read: `python -m evals.guided.transcripts` writes docs/talks.md and the README's talk.

A test holds both to what the coach says today.
"""

import asyncio
import re
from pathlib import Path

from evals.guided.suite import dataset
from evals.talks import Transcript, play
from knowledge.library import open_library

ROOT = Path(__file__).parents[2]
BEGIN, END = "<!-- talk: begin -->", "<!-- talk: end -->"


def as_markdown(talk: Transcript, turns: int | None = None) -> str:
    """Return the talk, or its first turns, with the cards it names and the proposals it makes."""
    lines = [f"> **Coach** {talk.opening}", ""]
    for exchange in talk.exchanges[:turns]:
        said, _, page = exchange.reply.partition("\n\n")
        lines += [f"**{_speaker(talk)}** {exchange.said}", "", f"> **Coach** {said}"]
        lines += [
            f"> _proposal: {proposal.kind}, to accept, edit or reject_" for proposal in exchange.proposals()
        ]
        lines += ["", page, ""] if page else [""]
    return "\n".join(lines).strip() + "\n"


def _speaker(talk: Transcript) -> str:
    return talk.name.split(",")[0].split(" who ")[0]


def played() -> list[Transcript]:
    """Return the dataset's talks, played today."""
    library = open_library()

    async def all_talks() -> list[Transcript]:
        cases = [case.inputs for case in dataset().cases]
        return [await play(talk.name, talk.messages, talk.today, library) for talk in cases]

    return asyncio.run(all_talks())


def page(talks: list[Transcript]) -> str:
    """Return docs/talks.md."""
    parts = [
        "# Three talks with the guided coach",
        "",
        "Written by `python -m evals.guided.transcripts`; no model, no key.",
    ]
    for talk in talks:
        parts += ["", f"## {talk.name}", "", as_markdown(talk)]
    return "\n".join(parts).strip() + "\n"


def readme(current: str, talk: Transcript) -> str:
    """Return the README with the first turns of a talk in their place."""
    shown = f"{as_markdown(talk, turns=6)}\nThe whole talk, and two others: [docs/talks.md](docs/talks.md).\n"
    place = re.compile(re.escape(BEGIN) + r".*?" + re.escape(END), re.DOTALL)
    return place.sub(lambda _: f"{BEGIN}\n\n{shown}\n{END}", current)


def main() -> None:
    """Write both files."""
    talks = played()
    (ROOT / "docs" / "talks.md").write_text(page(talks), encoding="utf-8")
    where = ROOT / "README.md"
    jo = next(talk for talk in talks if talk.name.startswith("Jo"))
    where.write_text(readme(where.read_text(encoding="utf-8"), jo), encoding="utf-8")


if __name__ == "__main__":
    main()
