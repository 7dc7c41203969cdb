"""Guidance cards: one idea each, written fresh, with the article passages it distils."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Annotated, Literal

import yaml
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from knowledge.articles import is_passage

Stage = Literal[
    "know-yourself", "where-to", "gaps", "goals", "initiatives", "network",
    "brand", "manage-up", "conversation", "follow-through", "change",
]  # fmt: skip
Scope = Literal["general", "manager", "company"]
Moment = Literal["loss", "refusal", "distress", "mistreatment"]

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
# The C loader is ten times faster, and a wheel without it still works.
YAML_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class CardError(Exception):
    """A card's file can't be used as it stands; says which and why."""

    def __init__(self, name: str, fault: str) -> None:
        self.name, self.fault = name, fault
        super().__init__(f"card {name}: {fault}")


def _short_enough_to_say(gist: str) -> str:
    if len(gist.split()) > 30:
        raise ValueError("a gist has at most 30 words")
    return gist


def _long_enough_to_help(text: str) -> str:
    words = len(text.split())
    if not 60 <= words <= 130:
        raise ValueError(f"a card has 60 to 130 words, this one {words}")
    return text


def _known_passage(passage: str) -> str:
    if not is_passage(passage):
        raise ValueError(f"no article has a passage {passage}")
    return passage


def _as_list(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Line = Annotated[str, Field(min_length=1, max_length=400)]
Passage = Annotated[str, AfterValidator(_known_passage)]


class Card(BaseModel):
    """One idea of the method, ready to be found, shown and said."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
    title: Line
    stage: Stage
    passages: Annotated[tuple[Passage, ...], Field(min_length=1, max_length=3)]
    source: Annotated[tuple[Line, ...], BeforeValidator(_as_list), Field(min_length=1)]
    triggers: Annotated[tuple[Line, ...], Field(min_length=2, max_length=3)]
    gist: Annotated[Line, AfterValidator(_short_enough_to_say)]
    ways: Annotated[tuple[Line, ...], Field(min_length=2, max_length=2)]
    scope: Scope
    not_when: tuple[Moment, ...] = ()
    reviewed: date
    evidence: str | None = None
    text: Annotated[str, AfterValidator(_long_enough_to_help)]


def parse_card(name: str, content: str) -> Card:
    """Return the card that a file's content holds.

    Args:
        name: the file's name without its ending; the card's id must equal it.
        content: YAML front matter between `---` lines, then the body.

    Raises:
        CardError: when the content is not a card, with the field at fault.
    """
    fields = _front_matter(name, content)
    try:
        card = Card.model_validate(fields)
    except ValidationError as error:
        raise CardError(name, _first_fault(error)) from error
    if card.id != name:
        raise CardError(name, f"its id is {card.id}, which is not the file's name")
    return card


def _front_matter(name: str, content: str) -> Mapping[str, object]:
    found = _FRONT_MATTER.match(content.replace("\r\n", "\n"))
    if not found:
        raise CardError(name, "it doesn't begin with front matter between two lines of ---")
    try:
        fields = yaml.load(found[1], Loader=YAML_LOADER)  # noqa: S506 - a safe loader either way
    except yaml.YAMLError as error:
        raise CardError(name, f"its front matter is not YAML: {error}") from error
    if not isinstance(fields, dict):
        raise CardError(name, "its front matter is not a list of fields")
    return {**fields, "text": found[2].strip()}


def _first_fault(error: ValidationError) -> str:
    first = error.errors()[0]
    return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"


def load_cards(corpus: Traversable | None = None) -> tuple[Card, ...]:
    """Return every card of the library, ordered by id.

    Args:
        corpus: a folder of `<id>.md` files; the library's own when not given.

    Raises:
        CardError: when a file is not a card.
    """
    folder = corpus or files("knowledge").joinpath("corpus")
    return tuple(parse_card(name, text) for name, text in sorted(_card_files(folder)))


def _card_files(folder: Traversable) -> Iterator[tuple[str, str]]:
    for entry in folder.iterdir():
        if entry.name.endswith(".md"):
            yield entry.name.removesuffix(".md"), entry.read_text(encoding="utf-8")
