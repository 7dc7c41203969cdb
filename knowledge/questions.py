"""How a question becomes a vector: a story by the mean of its sentences, so that none drowns the others."""

from typing import TYPE_CHECKING

from knowledge.embedding import Embedder
from knowledge.words import sentences

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# What is read of a question; an embedder's window ends before.
LONGEST = 2000
# A sentence of fewer words ("Help!") says nothing by itself.
_FEWEST_WORDS = 4
# Of a long story the last sentences: there the question stands.
_MOST_SENTENCES = 8


def question_vector(question: str, embedder: Embedder) -> "NDArray[np.float32]":
    """Return the vector of a question, of length 1.

    Raises:
        EmbedderUnavailableError: when the model can't be used.
    """
    import numpy as np

    told = [s for s in sentences(question) if len(s.split()) >= _FEWEST_WORDS][-_MOST_SENTENCES:]
    rows = embedder.embed(told if len(told) > 1 else [question])
    mean: NDArray[np.float32] = rows.mean(axis=0)
    return mean / max(float(np.linalg.norm(mean)), 1e-9)


def cosines_to(rows: "NDArray[np.float32]", vector: "NDArray[np.float32]") -> "NDArray[np.float32]":
    """Return the cosine of each row to a vector, all of length 1."""
    import numpy as np

    # Not `rows @ vector`: the linear algebra library wakes all its threads for so small a product, and eight
    # people who ask at once then wait for each other.
    found: NDArray[np.float32] = np.einsum("td,d->t", rows, vector)
    return found
