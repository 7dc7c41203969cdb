"""The vectors of one owner's documents: a folder with chromadb in it, which is told nothing but ids and numbers.

The folder holds generations, each a chromadb of its own. Only a generation whose seal fits is opened: chromadb falls,
and takes the process along, on an index file whose bytes have changed. What is removed is removed by copying the rest
to a new generation and deleting the old one, since chromadb leaves a deleted record's bytes in its files.
"""

import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

_SEAL = "seal.json"
# The approximate search looks at so many neighbours; an owner with fewer chunks gets exact answers.
_LOOKED_AT = 500
_AT_ONCE = 2_000


class VectorsLostError(Exception):
    """The vectors can't be read or written; what they were made from is still there."""


class OwnerVectors:
    """Vectors by id, kept in a folder that this process alone holds."""

    def __init__(self, folder: Path, name: str) -> None:
        """Open the vectors of a name (model, cutting, owner); begin anew where the folder holds none that fit.

        Raises:
            VectorsLostError: when the folder can't be used.
        """
        self._folder, self._name = folder, name
        with _guarded():
            sealed = [path for path in _generations(folder) if _sealed(path, name)]
            self._use(sealed[0] if sealed else self._new_generation())
        self._drop_others()

    def ids(self) -> frozenset[str]:
        """Return the ids of all vectors."""
        with _guarded():
            return frozenset(self._collection.get(include=[])["ids"])

    def add(self, ids: Sequence[str], rows: "Vectors") -> None:
        """Put vectors in, in place of those of the same ids."""
        with _guarded():
            _unseal(self._generation)
            _fill(self._collection, ids, rows)
            _seal(self._generation, self._name)

    def keep(self, ids: Sequence[str]) -> None:
        """Keep these vectors and leave nothing of the others on the disk."""
        with _guarded():
            rows = self._rows(ids)
            old = self._client
            self._use(self._new_generation())
            _fill(self._collection, list(rows), _matrix(list(rows.values())))
            _seal(self._generation, self._name)
            old.close()
        self._drop_others()

    def nearest(self, vector: "Vectors", limit: int) -> dict[str, float]:
        """Return the cosine of the ids closest to a vector, at most so many."""
        with _guarded():
            found = self._collection.query(query_embeddings=[vector], n_results=limit, include=["distances"])
        return {id_: 1.0 - far for id_, far in zip(found["ids"][0], found["distances"][0], strict=True)}

    def close(self) -> None:
        """Let go of the folder."""
        self._client.close()

    def _rows(self, ids: Sequence[str]) -> dict[str, Any]:
        found = (
            self._collection.get(ids=list(ids), include=["embeddings"])
            if ids
            else {"ids": [], "embeddings": []}
        )
        return dict(zip(found["ids"], found["embeddings"], strict=True))

    def _new_generation(self) -> Path:
        generation = self._folder / token_hex(8)
        generation.mkdir(parents=True, mode=0o700)
        return generation

    def _use(self, generation: Path) -> None:
        self._generation = generation
        self._client = _client(generation)
        self._collection = _collection(self._client, self._name)

    def _drop_others(self) -> None:
        for path in _generations(self._folder):
            if path != self._generation:
                shutil.rmtree(path, ignore_errors=True)


def discard(folder: Path) -> None:
    """Delete an owner's vectors."""
    shutil.rmtree(folder, ignore_errors=True)


def _generations(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []


def _client(generation: Path) -> Any:
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(str(generation), Settings(anonymized_telemetry=False, allow_reset=False))


def _collection(client: Any, name: str) -> Any:
    # Every write goes to the index files at once, so that the seal knows them.
    hnsw = {"space": "cosine", "ef_search": _LOOKED_AT, "sync_threshold": 2, "batch_size": 2}
    return client.get_or_create_collection(name, embedding_function=None, configuration={"hnsw": hnsw})


def _fill(collection: Any, ids: Sequence[str], rows: "Vectors") -> None:
    for start in range(0, len(ids), _AT_ONCE):
        chosen = slice(start, start + _AT_ONCE)
        collection.upsert(ids=list(ids[chosen]), embeddings=rows[chosen])


def _matrix(rows: Sequence[Any]) -> "Vectors":
    import numpy as np

    return np.array(rows, dtype=np.float32)


def _index_files(generation: Path) -> Iterator[Path]:
    yield from (path for path in sorted(generation.glob("*/*")) if path.is_file())


def _digests(generation: Path) -> dict[str, str]:
    return {path.relative_to(generation).as_posix(): _digest(path) for path in _index_files(generation)}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _seal(generation: Path, name: str) -> None:
    told = json.dumps({"name": name, "files": _digests(generation)})
    unfinished = generation / f"{_SEAL}.part"
    unfinished.write_text(told, encoding="utf-8")
    unfinished.replace(generation / _SEAL)


def _unseal(generation: Path) -> None:
    (generation / _SEAL).unlink(missing_ok=True)


def _sealed(generation: Path, name: str) -> bool:
    try:
        told = json.loads((generation / _SEAL).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(told == {"name": name, "files": _digests(generation)})


@contextmanager
def _guarded() -> Iterator[None]:
    """Turn what chromadb, SQLite and the disk say into the one error that callers can act on."""
    try:
        yield
    except _faults() as error:
        raise VectorsLostError(f"{type(error).__name__}: {error}") from error


def _faults() -> tuple[type[Exception], ...]:
    import sqlite3

    from chromadb.errors import ChromaError

    return (ChromaError, OSError, ValueError, RuntimeError, sqlite3.Error)
