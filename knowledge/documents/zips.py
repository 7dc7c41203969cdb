"""Rules that an archive keeps before anything in it is opened."""

import stat
import struct
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from knowledge.documents.values import Limits, RefusedError

_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 65_535
# A directory record has 46 bytes and a name; more than this for each allowed entry is no document.
_MOST_PER_ENTRY = 512
_SMALL = 1_000_000
_ARCHIVES = (".zip", ".docx", ".xlsx", ".pptx", ".jar", ".gz", ".bz2", ".xz", ".7z", ".rar", ".tar")
_ENCRYPTED = 0x1


def names_in(content: bytes) -> frozenset[str]:
    """Return the names of an archive's entries.

    Raises:
        RefusedError: when its directory can't be read, or is too large to be a document's.
    """
    with _opened(content) as archive:
        return frozenset(archive.namelist())


def check_zip(content: bytes, limits: Limits) -> None:
    """Do nothing when an archive may be opened.

    Raises:
        RefusedError: when it is locked, expands too far, or holds what a document does not hold.
    """
    with _opened(content) as archive:
        entries = archive.infolist()
    if len(entries) > limits.entries or sum(e.file_size for e in entries) > limits.expanded_bytes:
        raise RefusedError("too_large")
    for entry in entries:
        _check_entry(entry, limits)


def _check_entry(entry: ZipInfo, limits: Limits) -> None:
    if entry.flag_bits & _ENCRYPTED:
        raise RefusedError("encrypted")
    if entry.file_size > _SMALL and entry.file_size > limits.expansion * max(entry.compress_size, 1):
        raise RefusedError("too_large")
    if _leads_outside(entry.filename) or stat.S_ISLNK(entry.external_attr >> 16):
        raise RefusedError("not_what_it_says", "an archive whose entries lead out of it")
    if entry.filename.lower().endswith(_ARCHIVES):
        raise RefusedError("not_what_it_says", "an archive with other files inside")


def _leads_outside(name: str) -> bool:
    plain = name.replace("\\", "/")
    return plain.startswith("/") or ":" in plain or ".." in plain.split("/")


def _opened(content: bytes) -> ZipFile:
    _check_directory(content)
    try:
        return ZipFile(BytesIO(content))
    except (BadZipFile, ValueError, NotImplementedError, struct.error) as error:
        raise RefusedError("damaged") from error


def _check_directory(content: bytes) -> None:
    # zipfile reads the whole directory into memory, so its size is looked at first.
    at = content.rfind(_END, max(0, len(content) - _END_SIZE - _LONGEST_COMMENT))
    if at < 0 or at + _END_SIZE > len(content):
        raise RefusedError("damaged")
    (size,) = struct.unpack_from("<I", content, at + 12)
    if size > Limits().entries * _MOST_PER_ENTRY:
        raise RefusedError("too_large")
