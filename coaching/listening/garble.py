"""Text that says nothing: keyboard mash, single signs, loose words; and text in another language."""

import re
from functools import cache

from coaching.listening.text import MOST_READ, plain
from coaching.listening.words import words

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_FILE = "languages.txt"


def is_nonsense(message: str) -> bool:
    """Return whether a message holds nothing to work with."""
    text = plain(message[:MOST_READ]).lower().strip()
    found = _WORD.findall(text)
    if not found:
        return not re.search(r"\d", text)
    if len(found) == 1 and len(found[0]) == 1 and not re.search(r"\d", text):
        return found[0] not in {"y", "n", "k"}
    mashed = [word for word in found if _mashed(word)]
    if len(mashed) * 2 >= len(found):
        return True
    return _repeated(found) or _loose(found, text)


def _mashed(word: str) -> bool:
    """Return whether a word cannot be spoken: no vowel, long runs of consonants, keys in a row."""
    if word in {
        "hmm",
        "hm",
        "mmm",
        "pm",
        "tbh",
        "idk",
        "btw",
        "hr",
        "thx",
        "pls",
        "yrs",
        "mgr",
        "hrs",
        "nhs",
        "shh",
        "nvm",
        "lgtm",
        "np",
        "mrs",
        "mr",
        "ms",
        "dr",
        "vp",
        "pdf",
        "crm",
        "sql",
        "kpi",
        "phd",
        "xml",
        "html",
        "php",
        "css",
        "gp",
        "bbc",
        "kg",
        "km",
        "ngl",
        "fyi",
        "msgs",
        "dms",
        "brb",
        "ty",
        "wtf",
        "psst",
        "grr",
        "pfft",
        "tv",
        "pc",
        "cv",
        "jr",
        "sr",
        "st",
        "rn",
        "md",
        "ct",
        "mrt",
        "crt",
        "csv",
        "pwc",
        "kpmg",
        "gcse",
        "gmbh",
        "ltd",
        "ngo",
        "ngos",
        "kpis",
        "sdr",
        "bdr",
        "qc",
        "r",
        "d",
        "s",
        "t",
        "m",
        "x",
        "k",
        "n",
        "y",
        "w",
        "rhythm",
        "sync",
        "lynch",
        "gym",
        "fly",
        "try",
        "why",
        "my",
        "by",
        "dry",
        "cry",
        "sky",
        "shy",
        "spy",
        "sly",
        "ply",
        "pry",
        "hymn",
        "myth",
        "nymph",
        "crypt",
        "lymph",
        "psych",
        "glyph",
        "tryst",
        "wry",
        "tsk",
        "brr",
        "zzz",
        "ww",
        "nth",
        "dhl",
        "pvc",
        "bmw",
        "smb",
        "b2b",
        "rsvp",
        "lng",
        "hgv",
        "lgv",
        "dvla",
        "dwp",
        "hmrc",
        "nvq",
        "btec",
        "mp",
        "nfl",
        "pr",
        "qs",
        "pm's",
    }:
        return False
    if not word.isascii():
        return False
    if len(word) >= 3 and not re.search(r"[aeiouy]", word):
        return True
    if re.search(r"(.)\1{3,}", word) or re.search(r"[bcdfghjklmnpqrstvwxz]{6,}", word):
        return True
    rows = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "poiuytrewq", "lkjhgfdsa", "mnbvcxz")
    if (
        len(word) >= 4
        and any(word[at : at + 4] in row for row in rows for at in range(len(word) - 3))
        and word not in {"property", "properties"}
        and not any(ok in word for ok in ("power", "type", "were", "pert", "tree", "opera"))
    ):
        return True
    return len(word) >= 7 and _odd_pairs(word) >= 3


def _odd_pairs(word: str) -> int:
    """Return how many pairs of letters no English word has."""
    return len(
        re.findall(
            r"(?=(?:[bcdfghjkpqtvwxz]j|j[bcdfghjklmnpqrstvwxyz]|q[^ua]|[vwx][bcfgjkqvxz]|[bcdfgjkpq]x|z[bcdfgjkpqrstvwx]|[fghjkpqvwz]q|[dfgjk][bcfkpqvz]|[hk][dfgjqvxz]|sd|fj|gf|hg|lk[bdfghjq]|dk|kd))",
            word,
        )
    )


def _repeated(found: list[str]) -> bool:
    return (len(found) >= 4 and len(set(found)) == 1) or (
        len(found) >= 3
        and len(set(found)) == 1
        and found[0] in {"blah", "bla", "test", "foo", "la", "ha", "asd", "lorem"}
    )


def _loose(found: list[str], text: str) -> bool:
    """Return whether four or more words stand beside each other with nothing that joins them."""
    if len(found) < 4 or re.search(r"[,;:.!?\d]", text.rstrip(".!?")):
        return text.startswith(("lorem ipsum", "foo bar", "test test", "blah blah", "bla bla", "asdf"))
    known = words(_FILE, "en")
    joined = sum(word in known or word.split("'")[0] in known for word in found)
    return joined == 0 and not _phrase(found)


def _phrase(found: list[str]) -> bool:
    """Return whether loose words still read as a phrase of work: an ending that marks a verb, a title or a plural."""
    return len(found) < 5 or any(
        re.search(r"(?:ing|tion|ment|ship|er|or|ist|ed|ly|ness|ity|ance|ence|s)$", word) for word in found
    )


def language_of(message: str) -> str:
    """Return "en", or the code of another language where most of the small words are of it."""
    text = plain(message[:2000]).lower()
    letters = [char for char in text if char.isalpha()]
    if not letters:
        return "en"
    for code, pattern in _SCRIPTS:
        if len(re.findall(pattern, text)) * 2 > len(letters):
            return code
    found = _WORD.findall(text)
    scores = {code: _score(found, code) for code in _languages()}
    best = max(scores, key=lambda code: scores[code])
    english = _score(found, "en")
    return (
        best
        if scores[best] >= 2 and scores[best] > english * 1.5 and scores[best] * 5 >= len(found)
        else "en"
    )


_SCRIPTS = (
    ("ru", r"[\u0400-\u04ff]"), ("el", r"[\u0370-\u03ff]"), ("ar", r"[\u0600-\u06ff]"), ("he", r"[\u0590-\u05ff]"),
    ("ja", r"[\u3040-\u30ff]"), ("ko", r"[\uac00-\ud7af]"), ("zh", r"[\u4e00-\u9fff]"), ("hi", r"[\u0900-\u097f]"),
    ("th", r"[\u0e00-\u0e7f]"),
)  # fmt: skip


@cache
def _languages() -> tuple[str, ...]:
    return ("de", "fr", "es", "it", "pt", "nl", "pl", "tr", "sv")


def _score(found: list[str], code: str) -> int:
    known = words(_FILE, code)
    return sum(word in known for word in found)
