"""What a search answers: cards and passages of documents that bear on a question, best first."""

from collections.abc import Iterable, Iterator

from pydantic import BaseModel, ConfigDict

from knowledge.cards import Stage
from knowledge.words import Word, words


class Span(BaseModel):
    """Words of a text and where they stand in it, in code points."""

    model_config = ConfigDict(frozen=True)

    start: int
    end: int
    text: str


class Hit(BaseModel):
    """A card that bears on a question, with where it comes from and the words it shares."""

    model_config = ConfigDict(frozen=True)

    card: str
    title: str
    stage: Stage
    section: str
    passages: tuple[str, ...]
    text: str
    score: float
    matched: tuple[Span, ...]


class DocumentHit(BaseModel):
    """A piece of one of the person's documents that bears on a question."""

    model_config = ConfigDict(frozen=True)

    document: str
    title: str
    page: int | None
    heading: str | None
    text: str
    score: float
    matched: tuple[Span, ...]


class SearchAnswer(BaseModel):
    """What a search of the library found, and a sentence when it could not search as it should."""

    model_config = ConfigDict(frozen=True)

    query: str
    results: tuple[Hit, ...]
    notice: str | None = None


class DocumentAnswer(BaseModel):
    """What a search of a person's documents found, and a sentence when it could not search as it should."""

    model_config = ConfigDict(frozen=True)

    query: str
    results: tuple[DocumentHit, ...]
    notice: str | None = None


class MixedAnswer(BaseModel):
    """What a search of the library and of a person's documents found together, best first."""

    model_config = ConfigDict(frozen=True)

    query: str
    results: tuple[Hit | DocumentHit, ...]
    notice: str | None = None


def together(cards: SearchAnswer, documents: DocumentAnswer, limit: int = 5) -> MixedAnswer:
    """Return two answers to one question as one; their scores are of one kind."""
    found: list[Hit | DocumentHit] = [*cards.results, *documents.results]
    found.sort(key=lambda hit: -hit.score)
    notices = (notice for notice in (cards.notice, documents.notice) if notice)
    return MixedAnswer(query=cards.query, results=tuple(found[:limit]), notice=" ".join(notices) or None)


def matched_words(text: str, query: Iterable[str]) -> tuple[Span, ...]:
    """Return the places where a text uses a query's stems; words side by side are one place."""
    asked = frozenset(query)
    return tuple(_joined(text, (word for word in words(text) if word.stem in asked)))


def _joined(text: str, found: Iterable[Word]) -> Iterator[Span]:
    start = end = 0
    for word in found:
        if end and not text[end : word.start].strip():
            end = word.end
            continue
        if end:
            yield Span(start=start, end=end, text=text[start:end])
        start, end = word.start, word.end
    if end:
        yield Span(start=start, end=end, text=text[start:end])
