import stat
import struct
import time
from io import BytesIO
from typing import Any
from zipfile import ZipFile, ZipInfo

import pytest

from knowledge.documents.values import Limits, RefusedError
from knowledge.documents.zips import check_zip, names_in


def reason(content: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(RefusedError) as refused:
        check_zip(content, limits or Limits())
    return refused.value.reason


def test_a_word_document_keeps_the_rules(make: Any) -> None:
    content = make.docx(("", "Hello"))

    check_zip(content, Limits())

    assert "word/document.xml" in names_in(content)


def test_a_bomb_is_refused_at_once(make: Any) -> None:
    content = make.zip([("word/document.xml", b"0" * 90_000_000)])
    start = time.perf_counter()

    assert reason(content) == "too_large"
    assert time.perf_counter() - start < 0.1


def test_many_harmless_entries_are_too_many(make: Any) -> None:
    assert reason(make.zip([(f"{n}.xml", b"x") for n in range(2_001)])) == "too_large"


def test_entries_that_sum_up_too_far_are_refused(make: Any) -> None:
    import os

    content = make.zip([(f"{n}.xml", os.urandom(1000)) for n in range(20)])

    assert reason(content, Limits(expanded_bytes=10_000)) == "too_large"


@pytest.mark.parametrize("name", ["../up.xml", "/etc/passwd", "a/../../b.xml", "..\\up.xml", "C:\\x.xml"])
def test_an_entry_that_leads_out_of_the_archive_is_refused(make: Any, name: str) -> None:
    assert reason(make.zip([(name, b"x")])) == "not_what_it_says"


def test_a_link_is_refused() -> None:
    link = ZipInfo("word/link.xml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr(link, "/etc/passwd")

    assert reason(out.getvalue()) == "not_what_it_says"


@pytest.mark.parametrize("name", ["word/embeddings/inner.zip", "a.DOCX", "x.tar"])
def test_an_archive_inside_is_refused(make: Any, name: str) -> None:
    assert reason(make.zip([(name, b"x")])) == "not_what_it_says"


def test_a_locked_entry_is_refused(make: Any) -> None:
    content = bytearray(make.zip([("word/document.xml", b"x")]))
    at = content.rindex(b"PK\x01\x02")
    content[at + 8] |= 1

    assert reason(bytes(content)) == "encrypted"


def test_a_directory_that_claims_too_much_is_not_read(make: Any) -> None:
    content = bytearray(make.zip([("word/document.xml", b"x")]))
    at = content.rindex(b"PK\x05\x06")
    struct.pack_into("<I", content, at + 12, 50_000_000)

    assert reason(bytes(content)) == "too_large"


@pytest.mark.parametrize("cut", [10, 30, 60])
def test_an_archive_cut_off_is_damaged(make: Any, cut: int) -> None:
    content = make.docx(("", "Hello"))

    assert reason(content[:-cut]) == "damaged"
