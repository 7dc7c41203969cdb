"""Finds passages in the documents a person brought. The documents are kept elsewhere; this can always be rebuilt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import RLock
from typing import NamedTuple

from knowledge.answers import DocumentAnswer, DocumentHit, matched_words
from knowledge.bm25 import WordIndex, bm25, covered, index_words
from knowledge.documents.chunks import CHUNKER
from knowledge.documents.vectors import OwnerVectors, VectorsLostError, discard
from knowledge.embedding import Embedder, EmbedderUnavailableError
from knowledge.questions import LONGEST, question_vector
from knowledge.ranking import best_first, fused
from knowledge.words import stems

REBUILDING = "Your documents' index is being rebuilt; until then they are searched by shared words alone."
WORDS_ALONE = "Your documents were searched by shared words alone: {reason}."
# So many chunks are embedded and written at a time; what was written stays when the next batch fails.
_BATCH = 256
_CANDIDATES = 200
# Share of a question's rare words that a chunk must use to count when meanings can't be compared.
_COVERED_FROM = 0.34
# A chunk that uses nearly all of a question's words bears on it, whatever the embedder says of names and codes.
_SURELY_COVERED = 0.8
_KEPT_WORD_INDEXES = 8


@dataclass(frozen=True)
class StoredChunk:
    """A chunk as the store keeps it: whose document, its title, and where in it; `position` counts from 0."""

    document: str
    title: str
    position: int
    page: int | None
    heading: str | None
    text: str


class IndexSynced(NamedTuple):
    """What bringing the index up to date took: chunks embedded, left as they were, and removed."""

    embedded: int
    kept: int
    removed: int


class IndexUnavailableError(Exception):
    """The index could not be brought up to date; searches go on by shared words."""


class DocumentIndex:
    """The vectors of everyone's documents, one collection an owner. This process alone holds the folder."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        """Take the folder that the vectors live in, made when needed, and what embeds."""
        self._folder = folder
        self._embedder = embedder
        self._open: dict[str, OwnerVectors] = {}
        self._ready: dict[str, str] = {}
        self._words: dict[str, WordIndex] = {}
        self._lock = RLock()

    def is_ready(self, owner: str, chunks: Sequence[StoredChunk]) -> bool:
        """Return whether the index holds exactly these chunks; when not, `sync` is due."""
        version = _version(chunks)
        with self._lock:
            if self._ready.get(owner) != version and self._ids(owner) == frozenset(_by_id(chunks)):
                self._ready[owner] = version
            return self._ready.get(owner) == version

    def sync(
        self,
        owner: str,
        chunks: Sequence[StoredChunk],
        progress: Callable[[int, int], None] = lambda _, __: None,
    ) -> IndexSynced:
        """Make the index hold exactly these chunks, embedding only what is new; `progress` hears done and total.

        Raises:
            IndexUnavailableError: when the disk or the embedder does not let it.
        """
        wanted = _by_id(chunks)
        try:
            return self._sync(owner, wanted, _version(chunks), progress)
        except VectorsLostError as error:
            # What was written halfway is never touched again: opened anew, the folder has no seal that fits.
            with self._lock:
                self._let_go(owner)
            raise IndexUnavailableError(str(error)) from error
        except EmbedderUnavailableError as error:
            raise IndexUnavailableError(str(error)) from error

    def search(self, owner: str, query: str, chunks: Sequence[StoredChunk], limit: int = 5) -> DocumentAnswer:
        """Return the chunks of the owner's that bear on a question, and a notice when only words were compared."""
        asked = query[:LONGEST]
        if not chunks or not asked.strip():
            return DocumentAnswer(query=query, results=())
        by_id, asked_words = _by_id(chunks), stems(asked)
        scores, notice = self._scores(owner, asked, asked_words, chunks, by_id)
        results = tuple(_hit(by_id[id_], scores[id_], asked_words) for id_ in best_first(scores)[:limit])
        return DocumentAnswer(query=query, results=results, notice=notice)

    def forget(self, owner: str) -> None:
        """Leave nothing of an owner's in the folder."""
        with self._lock:
            self._let_go(owner)
            discard(self._place(owner))

    def close(self) -> None:
        """Let go of the folder."""
        with self._lock:
            for owner in list(self._open):
                self._let_go(owner)

    def _scores(
        self,
        owner: str,
        asked: str,
        asked_words: Sequence[str],
        chunks: Sequence[StoredChunk],
        by_id: Mapping[str, StoredChunk],
    ) -> tuple[dict[str, float], str | None]:
        words = self._word_index(owner, chunks)
        shares = _covered_shares(words, asked_words, by_id)
        by_words = {id_: share for id_, share in shares.items() if share >= _COVERED_FROM}
        try:
            if not self.is_ready(owner, chunks):
                return by_words, REBUILDING
            dense = self._dense(owner, asked, len(by_id))
        except VectorsLostError:
            self.forget(owner)
            return by_words, REBUILDING
        except EmbedderUnavailableError as error:
            return by_words, WORDS_ALONE.format(reason=error)
        sure = max(shares.values(), default=0.0) >= _SURELY_COVERED
        if max(dense.values(), default=0.0) < self._embedder.tuning.documents_from and not sure:
            return {}, None
        ids = list(by_id)
        lexical = {ids[number]: score for number, score in bm25(words, asked_words).items()}
        return fused(dense, lexical, self._embedder.tuning.lexical), None

    def _dense(self, owner: str, asked: str, count: int) -> dict[str, float]:
        vector = question_vector(asked, self._embedder)
        with self._lock:
            return self._vectors(owner).nearest(vector, min(count, _CANDIDATES))

    def _word_index(self, owner: str, chunks: Sequence[StoredChunk]) -> WordIndex:
        key = f"{owner}/{_version(chunks)}"
        with self._lock:
            if key not in self._words:
                while len(self._words) >= _KEPT_WORD_INDEXES:
                    self._words.pop(next(iter(self._words)))
                self._words[key] = index_words([_words_of(chunk) for chunk in _by_id(chunks).values()])
            return self._words[key]

    def _sync(
        self,
        owner: str,
        wanted: Mapping[str, StoredChunk],
        version: str,
        progress: Callable[[int, int], None],
    ) -> IndexSynced:
        held = self._held(owner)
        kept, gone = sorted(held & wanted.keys()), held - wanted.keys()
        if gone:
            with self._lock:
                self._ready.pop(owner, None)
                self._vectors(owner).keep(kept)
        new = [id_ for id_ in wanted if id_ not in held]
        for start in range(0, len(new), _BATCH):
            batch = new[start : start + _BATCH]
            rows = self._embedder.embed([wanted[id_].text for id_ in batch])
            with self._lock:
                self._vectors(owner).add(batch, rows)
            progress(start + len(batch), len(new))
        with self._lock:
            self._ready[owner] = version
        return IndexSynced(len(new), len(kept), len(gone))

    def _held(self, owner: str) -> frozenset[str]:
        """Return the ids the index holds; begins it anew where it can't be read."""
        with self._lock:
            try:
                return self._vectors(owner).ids()
            except VectorsLostError:
                self.forget(owner)
                return self._vectors(owner).ids()

    def _ids(self, owner: str) -> frozenset[str]:
        if owner not in self._open and not self._place(owner).is_dir():
            return frozenset()
        try:
            return self._vectors(owner).ids()
        except VectorsLostError:
            self.forget(owner)
            return frozenset()

    def _vectors(self, owner: str) -> OwnerVectors:
        if owner not in self._open:
            name = _digest(f"{self._embedder.model_id}\n{CHUNKER}\ncosine\n{owner}")
            self._open[owner] = OwnerVectors(self._place(owner), name)
        return self._open[owner]

    def _let_go(self, owner: str) -> None:
        self._ready.pop(owner, None)
        for key in [key for key in self._words if key.startswith(f"{owner}/")]:
            del self._words[key]
        if vectors := self._open.pop(owner, None):
            vectors.close()

    def _place(self, owner: str) -> Path:
        return self._folder / _digest(owner)


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:32]


def _by_id(chunks: Sequence[StoredChunk]) -> dict[str, StoredChunk]:
    """Return the chunks by the id of their vector, which changes with the text."""
    return {f"{chunk.document}/{chunk.position}/{_digest(chunk.text)}": chunk for chunk in chunks}


def _version(chunks: Sequence[StoredChunk]) -> str:
    return _digest("\n".join(_by_id(chunks)))


def _words_of(chunk: StoredChunk) -> list[str]:
    return stems(f"{chunk.heading or ''} {chunk.text}")


def _covered_shares(
    words: WordIndex, asked_words: Sequence[str], by_id: Mapping[str, StoredChunk]
) -> dict[str, float]:
    ids = list(by_id)
    touched = bm25(words, asked_words)
    return {ids[number]: covered(words, asked_words, _words_of(by_id[ids[number]])) for number in touched}


def _hit(chunk: StoredChunk, score: float, asked_words: Sequence[str]) -> DocumentHit:
    return DocumentHit(
        document=chunk.document,
        title=chunk.title,
        page=chunk.page,
        heading=chunk.heading,
        text=chunk.text,
        score=round(score, 4),
        matched=matched_words(chunk.text, asked_words),
    )
