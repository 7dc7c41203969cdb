"""Cleans text of what can't be seen, and tells what was hidden in it."""

import re

_TAGS = re.compile("[\U000e0000-\U000e007f]+")
_UNSEEN = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"[^\S\n]+")


def cleaned(text: str) -> str:
    """Return the text without control characters, invisible ones and runs of spaces."""
    seen = _CONTROLS.sub("", _UNSEEN.sub("", _TAGS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))))
    return _SPACES.sub(" ", seen).strip()


def smuggled(text: str) -> str:
    """Return what a text spells in tag characters, which no font shows but a language model reads."""
    return "".join(chr(ord(c) - 0xE0000) for run in _TAGS.findall(text) for c in run if ord(c) > 0xE001F)


def shown_name(name: str) -> str:
    """Return a file's name fit to be shown: its last part, without tricks, at most 80 characters."""
    plain = cleaned(name).replace("\n", " ").replace("\\", "/").rstrip("/").rpartition("/")[2]
    return plain if 0 < len(plain) <= _LONGEST else f"{plain[:40]}…{plain[-30:]}" if plain else "the file"


_LONGEST = 80
