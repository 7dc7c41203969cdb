"""An embedder that can be told to leave a long piece of work."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from knowledge.embedding import Embedder, Tuning

if TYPE_CHECKING:
    from knowledge.embedding import Vectors

# A question has fewer texts, and is never left.
_AT_ONCE = 16


class LeftError(Exception):
    """The work was left; what it was for may be asked again."""


class Interruptible:
    """Embeds as another does, a few texts at a time, and asks between them whether to go on."""

    def __init__(self, embedder: Embedder, leave: Callable[[], bool]) -> None:
        """Take what embeds, and what says that its work is to be left."""
        self._embedder = embedder
        self._leave = leave

    @property
    def model_id(self) -> str:
        """Name of the model and its version."""
        return self._embedder.model_id

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self._embedder.dimension

    @property
    def tuning(self) -> Tuning:
        """Weights and thresholds measured for this model."""
        return self._embedder.tuning

    def embed(self, texts: Sequence[str]) -> "Vectors":
        """Return one row of length 1 for each text, in order.

        Raises:
            EmbedderUnavailableError: The model can't be used.
            LeftError: The work is to be left.
        """
        import numpy as np

        rows = [self._embedder.embed(texts[:_AT_ONCE])]
        for start in range(_AT_ONCE, len(texts), _AT_ONCE):
            if self._leave():
                raise LeftError
            rows.append(self._embedder.embed(texts[start : start + _AT_ONCE]))
        return np.concatenate(rows)
