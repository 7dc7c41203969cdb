"""Which language a message is in."""

import re

from coaching.listening.text import plain
from coaching.listening.words import words

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_FILE = "languages.txt"
_SCRIPTS = (
    ("ru", r"[\u0400-\u04ff]"), ("el", r"[\u0370-\u03ff]"), ("ar", r"[\u0600-\u06ff]"), ("he", r"[\u0590-\u05ff]"),
    ("ja", r"[\u3040-\u30ff]"), ("ko", r"[\uac00-\ud7af]"), ("zh", r"[\u4e00-\u9fff]"), ("hi", r"[\u0900-\u097f]"),
    ("th", r"[\u0e00-\u0e7f]"),
)  # fmt: skip
_CODES = ("de", "fr", "es", "it", "pt", "nl", "pl", "tr", "sv")


def language_of(message: str) -> str:
    """Return "en", or the code of another language where its script or its small words prevail."""
    text = plain(message[:2000]).lower()
    letters = sum(char.isalpha() for char in text)
    if not letters:
        return "en"
    for code, script in _SCRIPTS:
        if len(re.findall(script, text)) * 2 > letters:
            return code
    return _by_words(_WORD.findall(text))


def _by_words(found: list[str]) -> str:
    """Return the language with clearly more small words than English."""
    scores = {code: sum(word in words(_FILE, code) for word in found) for code in _CODES}
    best = max(scores, key=lambda code: scores[code])
    english = sum(word in words(_FILE, "en") for word in found)
    clear = scores[best] >= 2 and scores[best] > english * 1.5 and scores[best] * 5 >= len(found)
    return best if clear else "en"
