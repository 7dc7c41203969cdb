import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from knowledge.documents.index import REBUILDING, DocumentIndex, IndexUnavailableError, StoredChunk
from knowledge.embedding import EmbedderUnavailableError
from knowledge.minilm import MiniLm

TEXTS = [
    "The company opens a second site for claims in spring and needs people who can lead a new team there.",
    "Expenses for travel are paid back within thirty days when the receipts are handed in.",
    "A senior adjuster settles any claim alone and teaches newcomers how to read a policy.",
]


class Recording:
    """The installed embedder, with a count of the texts it was given; told to, it is missing."""

    def __init__(self, real: MiniLm, model_id: str = "recording-1") -> None:
        self.real, self.model_id, self.missing = real, model_id, False
        self.dimension, self.tuning = real.dimension, real.tuning
        self.given: list[str] = []

    def embed(self, texts: Sequence[str]) -> Any:
        if self.missing:
            raise EmbedderUnavailableError("the model is missing")
        self.given += texts
        return self.real.embed(texts)


def chunks(document: str = "doc-1", texts: Sequence[str] = TEXTS) -> list[StoredChunk]:
    return [
        StoredChunk(document=document, title="Strategy", position=n, page=n + 1, heading="Plans", text=text)
        for n, text in enumerate(texts)
    ]


@pytest.fixture
def counting(embedder: MiniLm) -> Recording:
    return Recording(embedder)


@pytest.fixture
def index(tmp_path: Path, counting: Recording) -> Iterator[DocumentIndex]:
    opened = DocumentIndex(tmp_path / "vectors", counting)
    yield opened
    opened.close()


def test_a_document_is_found_with_its_page_and_heading(index: DocumentIndex) -> None:
    index.sync("jo", chunks())

    answer = index.search("jo", "Where could I become a team leader?", chunks())

    first = answer.results[0]
    assert (first.document, first.title, first.page, first.heading) == ("doc-1", "Strategy", 1, "Plans")
    assert first.text == TEXTS[0]
    assert [span.text for span in first.matched] == ["lead", "team"]
    assert answer.notice is None


def test_what_no_document_bears_on_finds_nothing(index: DocumentIndex) -> None:
    index.sync("jo", chunks())

    assert index.search("jo", "best pizza in Rome", chunks()).results == ()
    assert index.search("jo", "  ", chunks()).results == ()
    assert index.search("jo", "team", []).results == ()


def test_a_code_that_means_nothing_to_the_embedder_is_found_by_its_letters(index: DocumentIndex) -> None:
    held = chunks(texts=[*TEXTS, "Certificate XQ-7741 is wanted for grade five."])
    index.sync("jo", held)

    assert index.search("jo", "XQ-7741", held).results[0].text.startswith("Certificate XQ-7741")


def test_documents_are_found_by_their_owner_only(index: DocumentIndex) -> None:
    index.sync("jo", chunks())
    index.sync("sam", chunks("doc-2", TEXTS[1:2]))

    found = index.search("sam", "leading a new team at the second site", chunks("doc-2", TEXTS[1:2]))

    assert {hit.document for hit in found.results} <= {"doc-2"}


def test_an_unchanged_document_embeds_nothing_and_an_edited_chunk_embeds_one(
    index: DocumentIndex, counting: Recording
) -> None:
    first = index.sync("jo", chunks())
    counting.given.clear()

    same = index.sync("jo", chunks())
    edited = index.sync("jo", chunks(texts=[*TEXTS[:2], "A principal adjuster sets the rules."]))

    assert first == (3, 0, 0)
    assert same == (0, 3, 0)
    assert edited == (1, 2, 1)
    assert counting.given == ["A principal adjuster sets the rules."]


def test_progress_is_told_in_chunks(index: DocumentIndex) -> None:
    told: list[tuple[int, int]] = []

    index.sync(
        "jo",
        chunks(texts=[f"Sentence number {n}." for n in range(300)]),
        lambda done, of: told.append((done, of)),
    )

    assert told == [(256, 300), (300, 300)]


def test_vectors_are_still_there_after_a_restart(tmp_path: Path, counting: Recording) -> None:
    before = DocumentIndex(tmp_path, counting)
    before.sync("jo", chunks())
    before.close()
    counting.given.clear()

    after = DocumentIndex(tmp_path, counting)

    assert after.is_ready("jo", chunks())
    assert after.search("jo", "teaching newcomers", chunks()).results[0].text == TEXTS[2]
    assert counting.given == ["teaching newcomers"]
    after.close()


def test_another_model_makes_the_index_anew(tmp_path: Path, embedder: MiniLm) -> None:
    first = DocumentIndex(tmp_path, Recording(embedder, "model-1"))
    first.sync("jo", chunks())
    first.close()
    second = DocumentIndex(tmp_path, Recording(embedder, "model-2"))

    assert not second.is_ready("jo", chunks())
    assert second.search("jo", "team", chunks()).notice == REBUILDING
    assert second.sync("jo", chunks()) == (3, 0, 0)
    second.close()


def test_until_the_index_is_made_words_alone_are_compared_and_it_is_said(index: DocumentIndex) -> None:
    answer = index.search("jo", "travel expenses", chunks())

    assert [hit.text for hit in answer.results] == [TEXTS[1]]
    assert answer.notice == REBUILDING


def test_without_the_embedder_words_alone_are_compared(index: DocumentIndex, counting: Recording) -> None:
    index.sync("jo", chunks())
    counting.missing = True

    answer = index.search("jo", "travel expenses", chunks())

    assert [hit.text for hit in answer.results] == [TEXTS[1]]
    assert answer.notice
    assert "the model is missing" in answer.notice
    with pytest.raises(IndexUnavailableError, match="the model is missing"):
        index.sync("jo", chunks("doc-9"))


def test_a_removed_document_leaves_no_byte_of_its_vectors_or_text(
    tmp_path: Path, index: DocumentIndex, counting: Recording
) -> None:
    gone = chunks("gone", ["My manager said that my weakness is impatience with slow colleagues."])
    index.sync("jo", [*chunks(), *gone])
    vector = counting.embed([gone[0].text])[0].tobytes()[64:128]
    assert holding(tmp_path, vector)

    index.sync("jo", chunks())

    assert holding(tmp_path, vector) == []
    assert holding(tmp_path, b"impatience") == holding(tmp_path, b"second site") == []
    assert index.search("jo", "second site", chunks()).results


def test_a_forgotten_owner_leaves_no_file(tmp_path: Path, index: DocumentIndex) -> None:
    index.sync("jo", chunks())

    index.forget("jo")

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert not index.is_ready("jo", chunks())


def holding(folder: Path, needle: bytes) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and needle in path.read_bytes()]


def _garbage(path: Path) -> None:
    path.write_bytes(random.Random(3).randbytes(path.stat().st_size))


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize(
    "name",
    [
        "chroma.sqlite3",
        "seal.json",
        "header.bin",
        "data_level0.bin",
        "length.bin",
        "link_lists.bin",
        "index_metadata.pickle",
    ],
)
@pytest.mark.parametrize("spoil", [_garbage, _cut, Path.unlink])
def test_a_spoilt_folder_is_noticed_answered_by_words_and_made_again(
    tmp_path: Path, counting: Recording, name: str, spoil: Any
) -> None:
    before = DocumentIndex(tmp_path, counting)
    before.sync("jo", chunks())
    before.close()
    for path in list(tmp_path.rglob(name)):
        spoil(path)

    after = DocumentIndex(tmp_path, counting)
    meanwhile = after.search("jo", "travel expenses", chunks())
    after.sync("jo", chunks())

    assert meanwhile.notice == REBUILDING
    assert [hit.text for hit in meanwhile.results] == [TEXTS[1]]
    assert after.search("jo", "travel expenses", chunks()).notice is None
    after.close()


def test_a_folder_deleted_under_a_running_index_is_made_again(tmp_path: Path, index: DocumentIndex) -> None:
    index.sync("jo", chunks())

    shutil.rmtree(tmp_path / "vectors")
    answer = index.search("jo", "travel expenses", chunks())
    index.sync("jo", chunks())

    assert TEXTS[1] in [hit.text for hit in answer.results]
    assert index.search("jo", "travel expenses", chunks()).notice is None


def test_a_folder_that_can_not_be_written_leaves_the_search_by_words(
    tmp_path: Path, counting: Recording
) -> None:
    (tmp_path / "file").write_text("in the way")
    index = DocumentIndex(tmp_path / "file", counting)

    with pytest.raises(IndexUnavailableError):
        index.sync("jo", chunks())

    answer = index.search("jo", "travel expenses", chunks())
    assert (answer.notice, [hit.text for hit in answer.results]) == (REBUILDING, [TEXTS[1]])
