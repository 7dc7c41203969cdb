"""A reviewed goal for a terminal: its words marked by letter with colour, underline and label."""

from typing import Any

from api.pages.marks import letters, pieces
from api.texts import visible

# Colour and underline both say the letter; the label says it where neither is seen.
_STYLES = {"S": "34;4", "M": "33;4:2", "A": "32;4:4", "R": "35;4:5", "T": "31;4:3"}
_VERDICTS = {"vague": "vague still", "partial": "partly there", "smart": "SMART"}


def review_in_text(review: dict[str, Any], *, colour: bool) -> str:
    """Return a review as lines to read; a text that can't be reviewed as its sentence."""
    if "error" in review:
        return f"{visible(review['text'][:80])}\n  {review['error']['message']}\n"
    text = review["text"]
    marked = "".join(
        _marked(visible(piece.text), piece.letters, colour=colour) for piece in pieces(text, review)
    )
    lines = [marked, f"  As a whole: {_VERDICTS[review['verdict']]}{_due(review['deadline'])}"]
    for one in letters(review):
        words = ", ".join(f"“{visible(word)}”" for word in one.words)
        lines.append(f"  {one.letter} {one.name}: {one.word}" + (f": {words}" if words else ""))
        if one.finding or one.question:
            lines.append("    " + " ".join(part for part in (one.finding, one.question) if part))
    return "\n".join(lines) + "\n"


def _marked(text: str, carried: str, *, colour: bool) -> str:
    if not carried or not colour:
        return text
    return f"\x1b[{_STYLES[carried[-1]]}m{text}\x1b[0m\x1b[1m[{carried}]\x1b[0m"


def _due(deadline: dict[str, Any] | None) -> str:
    if deadline is None or deadline["date"] is None:
        return ""
    return f" (read as due on {deadline['date']}{', which lies behind' if deadline['past'] else ''})"
