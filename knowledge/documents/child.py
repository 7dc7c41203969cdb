"""Reads one document inside limits, as a process: `python -m knowledge.documents.child KIND LIMITS`.

The document comes on standard input; what was read goes to standard output as JSON, and a reason why not is
the exit code. The process may not reach the network, start programs or write files, and the system ends it
when it takes too much. Nothing of the person stands in its arguments, which every account of the machine can list.
"""

import sys
from hashlib import sha256
from typing import cast

from knowledge.documents.chunks import CHUNKER, chunks
from knowledge.documents.ladder import find_ladder
from knowledge.documents.values import HiddenText, Kind, Limits, Parsed, ReadDocument, Reason, RefusedError

# Exit codes by which the process says why a document is not taken; 1 is Python's own, for a parser that fell.
REASONS: dict[int, Reason] = {
    11: "encrypted",
    12: "damaged",
    13: "empty",
    14: "too_large",
    15: "not_what_it_says",
}
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "ctypes.",
)
_WRITING = frozenset("wax+")
# As much of what was hidden as a person will look at.
_MOST_HIDDEN = 50
_LONGEST_HIDDEN = 2_000


def confine(limits: Limits) -> None:
    """Give this process no more than its limits, for good; on Windows only the parent's clock limits it."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds))
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    writes = event == "open" and bool(_WRITING & set(str(arguments[1] or "")))
    if writes or event.startswith(_FORBIDDEN):
        raise PermissionError(event)


def parse(kind: Kind, content: bytes, limits: Limits) -> Parsed:
    """Return what a document of a kind holds.

    Raises:
        RefusedError: when it is not to be taken.
    """
    if kind == "pdf":
        from knowledge.documents.pdf import parse_pdf

        return parse_pdf(content, limits)
    if kind == "docx":
        from knowledge.documents.word import parse_docx

        return parse_docx(content)
    if kind == "html":
        from knowledge.documents.html import parse_html

        return parse_html(content)
    from knowledge.documents.plain import parse_markdown, parse_text

    return parse_markdown(content) if kind == "markdown" else parse_text(content)


def _shown(found: HiddenText) -> HiddenText:
    return found.model_copy(update={"text": found.text[:_LONGEST_HIDDEN]})


def read(kind: Kind, content: bytes, limits: Limits) -> ReadDocument:
    """Return a document as it will be found, still without its name.

    Raises:
        RefusedError: when it is not to be taken.
    """
    parsed = parse(kind, content, limits)
    if sum(len(block.text) for block in parsed.blocks) > limits.characters:
        raise RefusedError("too_large")
    if not parsed.blocks and not parsed.hidden:
        raise RefusedError("empty")
    return ReadDocument(
        name="",
        kind=kind,
        digest=sha256(content).hexdigest(),
        chunker=CHUNKER,
        pages=parsed.pages,
        chunks=chunks(parsed.blocks),
        hidden=tuple(_shown(found) for found in parsed.hidden[:_MOST_HIDDEN]),
        ladder=find_ladder(parsed.blocks),
    )


def main(kind: Kind, limits: Limits) -> int:
    """Read standard input as a document and return the code to end with."""
    confine(limits)
    try:
        document = read(kind, sys.stdin.buffer.read(), limits)
    except RefusedError as error:
        return next(code for code, reason in REASONS.items() if reason == error.reason)
    except MemoryError:
        return 14
    sys.stdout.buffer.write(document.model_dump_json().encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(cast("Kind", sys.argv[1]), Limits.model_validate_json(sys.argv[2])))
