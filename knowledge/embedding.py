"""What an embedder is to this room: texts in, unit vectors out, and the figures that belong to its model."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]


class EmbedderUnavailableError(Exception):
    """No meaning can be measured: the model is missing, is another file, or does not answer."""


@dataclass(frozen=True)
class Tuning:
    """What was measured for one model and holds for no other.

    Attributes:
        best: share of a card's closest line in its closeness.
        said: share of the sayings closest to a question; the whole card has what is left of both.
        lexical: share of shared words in the score; closeness has the rest.
        outside: how much likeness to talk of other things counts against bearing on a question.
        cards_from: closeness, less the above, under which the best card does not bear on a question.
        documents_from: closeness under which a chunk of a document does not bear on a question.
    """

    best: float = 0.2
    said: float = 0.6
    lexical: float = 0.1
    outside: float = 0.5
    cards_from: float = 0.12
    documents_from: float = 0.18


class Embedder(Protocol):
    """Turns texts into vectors whose dot product says how close in meaning they are."""

    @property
    def model_id(self) -> str:
        """Name of the model and its version; vectors of two names are never compared."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    @property
    def tuning(self) -> Tuning:
        """Weights and thresholds measured for this model."""

    def embed(self, texts: Sequence[str]) -> "Vectors":
        """Return one row of length 1 for each text, in order.

        Raises:
            EmbedderUnavailableError: when the model can't be used.
        """
