"""The cards' vectors as shipped: made once by `python -m knowledge.build`, kept by the hash of their text."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, NamedTuple

from knowledge.embedding import Embedder
from knowledge.parts import text_digest

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from knowledge.embedding import Vectors

NAMES = "card-vectors.json"
ROWS = "card-vectors.bin"


class KeptVectors(NamedTuple):
    """Vectors of one model by the hash of the text each was made from."""

    model_id: str
    rows: "Mapping[str, NDArray[np.float32]]"


class Synced(NamedTuple):
    """Vectors of some texts, in their order, and how many had to be embedded for it."""

    rows: "Vectors"
    embedded: int


def shipped_vectors(data: Traversable | None = None) -> KeptVectors:
    """Return the vectors that came with the product; none when the files don't belong together."""
    folder = data or files("knowledge").joinpath("data")
    names, rows = folder.joinpath(NAMES), folder.joinpath(ROWS)
    if not names.is_file() or not rows.is_file():
        return KeptVectors("", {})
    return unpack(names.read_text(encoding="utf-8"), rows.read_bytes())


def unpack(names: str, packed: bytes) -> KeptVectors:
    """Return the vectors of a packed pair; none when the hash says that they don't belong together."""
    import numpy as np

    told = json.loads(names)
    if sha256(packed).hexdigest() != told["sha256"]:
        return KeptVectors("", {})
    matrix = np.frombuffer(packed, dtype="<f2").reshape(len(told["texts"]), told["dimension"])
    return KeptVectors(told["model"], dict(zip(told["texts"], matrix.astype(np.float32), strict=True)))


def pack(kept: KeptVectors) -> tuple[str, bytes]:
    """Return the vectors as the two files they ship in, the same bytes for the same vectors."""
    import numpy as np

    texts = sorted(kept.rows)
    matrix = np.array([kept.rows[text] for text in texts], dtype="<f2")
    packed = matrix.tobytes()
    told = {
        "model": kept.model_id,
        "dimension": matrix.shape[1],
        "sha256": sha256(packed).hexdigest(),
        "texts": texts,
    }
    return json.dumps(told, indent=0) + "\n", packed


def sync(texts: Sequence[str], kept: KeptVectors, embedder: Embedder) -> Synced:
    """Return the vectors of texts, embedding only those whose vector is not kept.

    Raises:
        EmbedderUnavailableError: when a text must be embedded and can't be.
    """
    import numpy as np

    digests = [text_digest(text) for text in texts]
    known = kept.rows if kept.model_id == embedder.model_id else {}
    new = sorted({text for text, digest in zip(texts, digests, strict=True) if digest not in known})
    made = embedder.embed(new) if new else ()
    fresh = {text_digest(text): row for text, row in zip(new, made, strict=True)}
    rows = [known[digest] if digest in known else fresh[digest] for digest in digests]
    matrix: Vectors = np.array(rows, dtype=np.float32).reshape(len(texts), embedder.dimension)
    return Synced(matrix, len(new))
