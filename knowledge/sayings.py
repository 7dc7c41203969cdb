"""How people say that a passage's idea would help them: lines by passage, for finding only."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

import yaml

from knowledge.articles import is_passage
from knowledge.cards import YAML_LOADER, CardError

_OUTSIDE = "outside"


class Sayings(NamedTuple):
    """Lines that people say: those a passage helps with, by passage, and those nothing here bears on."""

    by_passage: Mapping[str, tuple[str, ...]]
    outside: tuple[str, ...]


NO_SAYINGS = Sayings({}, ())


@cache
def load_sayings(folder: Traversable | None = None) -> Sayings:
    """Return the lines that ship with the product, or those of another folder.

    Raises:
        CardError: when a line stands under a passage that no article has, or is not text.
    """
    source = folder or files("knowledge").joinpath("sayings")
    by_passage: dict[str, tuple[str, ...]] = {}
    for entry in sorted(source.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".yaml"):
            name = entry.name.removesuffix(".yaml")
            by_passage.update(_parsed(name, entry.read_text(encoding="utf-8")))
    return Sayings(by_passage, by_passage.pop(_OUTSIDE, ()))


def _parsed(article: str, content: str) -> dict[str, tuple[str, ...]]:
    found = yaml.load(content, Loader=YAML_LOADER)  # noqa: S506 - a safe loader either way
    named = {key if key == _OUTSIDE else f"{article}/{key}": lines for key, lines in found.items()}
    for passage, lines in named.items():
        if passage != _OUTSIDE and not is_passage(passage):
            raise CardError(article, f"no article has a passage {passage}")
        if not all(isinstance(line, str) for line in lines):
            raise CardError(article, f"a line under {passage} is not text; put it in quotes")
    return {passage: tuple(lines) for passage, lines in named.items()}
