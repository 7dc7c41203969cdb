"""Reads a document that a person brings, in a child process that can be killed."""

import subprocess
import sys
from pathlib import Path

from knowledge.documents.characters import shown_name
from knowledge.documents.child import REASONS
from knowledge.documents.kinds import kind_of
from knowledge.documents.values import Kind, Limits, ReadDocument, Reason, RefusedError, Unreadable
from knowledge.documents.zips import check_zip

_SENTENCES: dict[Reason, str] = {
    "encrypted": "{name} is locked with a password. Save a copy without one and add that.",
    "damaged": "{name} is damaged: it can't be read to its end. Export it again and add the new file.",
    "empty": "{name} has no text in it. If it is a scan, run text recognition over it, or paste its text.",
    "too_large": "{name} is too large to be read here: at most {megabytes} MB, {pages} pages and a few "
    "seconds of work. Add the part that matters.",
    "not_what_it_says": "{name} is not what its name says{seen}. Add a PDF, Word (DOCX), HTML, Markdown or "
    "text file.",
}
_SEEN = ": it looks like {seen}"


def read_document(name: str, content: bytes, limits: Limits | None = None) -> ReadDocument | Unreadable:
    """Return a document as chunks to find, or why it is not taken.

    Blocks for as long as the reading takes: call it in a thread.

    Args:
        name: the file's name as it was given; used to be shown, and to notice a contradiction.
        content: the file's bytes.
        limits: how much the reading may cost.
    """
    allowed, shown = limits or Limits(), shown_name(name)
    try:
        return _read(shown, content, allowed)
    except RefusedError as error:
        seen = _SEEN.format(seen=error.seen) if error.seen else ""
        sentence = _SENTENCES[error.reason].format(
            name=shown, seen=seen, megabytes=allowed.content_bytes // 1_000_000, pages=allowed.pages
        )
        return Unreadable(name=shown, reason=error.reason, sentence=sentence)


def _read(name: str, content: bytes, limits: Limits) -> ReadDocument:
    if len(content) > limits.content_bytes:
        raise RefusedError("too_large")
    kind = kind_of(name, content)
    if kind == "docx":
        check_zip(content, limits)
    document = ReadDocument.model_validate_json(_in_child(kind, content, limits))
    return document.model_copy(update={"name": name})


def _in_child(kind: Kind, content: bytes, limits: Limits) -> bytes:
    # -P keeps the folder this happens to run in out of the child's imports.
    command = [sys.executable, "-P", "-m", "knowledge.documents.child", kind, limits.model_dump_json()]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            command,
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            timeout=limits.wall_seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise RefusedError("too_large") from error
    if done.returncode:
        raise RefusedError(_reason(done.returncode))
    return done.stdout


def _environment() -> dict[str, str]:
    """Return what the child is told of this process: where its modules are, and nothing else."""
    return {"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def _reason(code: int) -> Reason:
    # A negative code is the signal that ended it: out of processor time (24), killed (9), or a fall.
    if code in {-24, -9}:
        return "too_large"
    return REASONS.get(code, "damaged")
