"""Vectors in chromadb, embedded and told nothing but ids and numbers."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from knowledge.embedding import Vectors

# How many neighbours the approximate search looks at: above a library's number of parts, so it misses none.
_LOOKED_AT = 2000


def memory_client() -> Any:
    """Return chromadb without a folder."""
    import chromadb

    return chromadb.EphemeralClient(_settings())


def folder_client(folder: Path) -> Any:
    """Return chromadb over a folder that this process alone holds."""
    import chromadb

    return chromadb.PersistentClient(str(folder), _settings())


def _settings() -> Any:
    from chromadb.config import Settings

    return Settings(anonymized_telemetry=False, allow_reset=False)


def open_collection(client: Any, name: str) -> Any:
    """Return the collection of a name, made when it isn't there."""
    hnsw = {"space": "cosine", "ef_search": _LOOKED_AT, "ef_construction": 200, "sync_threshold": 2}
    return client.get_or_create_collection(name, embedding_function=None, configuration={"hnsw": hnsw})


def fill(collection: Any, ids: Sequence[str], rows: "Vectors") -> None:
    """Put vectors into a collection, in place of those of the same ids."""
    for start in range(0, len(ids), _AT_ONCE):
        chosen = slice(start, start + _AT_ONCE)
        collection.upsert(ids=list(ids[chosen]), embeddings=rows[chosen])


_AT_ONCE = 2000


def nearest(collection: Any, vector: "Vectors", limit: int) -> dict[str, float]:
    """Return the cosine of the ids closest to a vector, at most so many."""
    found = collection.query(query_embeddings=[vector], n_results=limit, include=["distances"])
    return {id_: 1.0 - distance for id_, distance in zip(found["ids"][0], found["distances"][0], strict=True)}
