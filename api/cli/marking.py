"""A reviewed goal for a terminal: its words marked by letter with colour, underline and label."""

from typing import Any

from api.pages.marks import ReviewShown, review_shown
from api.texts import visible

# Colour and underline both say the letter; the label says it where neither is seen.
_STYLES = {"S": "34;4", "M": "33;4:2", "A": "32;4:4", "R": "35;4:5", "T": "31;4:3"}


def review_in_text(review: dict[str, Any], *, colour: bool) -> str:
    """Return a review as lines to read; a text that can't be reviewed as its sentence."""
    if "error" in review:
        return f"{visible(review['text'][:80])}\n  {review['error']['message']}\n"
    shown = review_shown(review)
    lines = _lines(shown, colour=colour)
    for number, part in enumerate(shown.parts, 1):
        lines += ["", *(f"  {line}" for line in _lines(part, colour=colour, name=f"Goal {number}"))]
    return "\n".join(lines) + "\n"


def _lines(review: ReviewShown, *, colour: bool, name: str = "As a whole") -> list[str]:
    marked = "".join(_marked(visible(piece.text), piece.letters, colour=colour) for piece in review.pieces)
    due = f" (read as due on {review.date})" if review.date else ""
    lines = [marked, f"  {name}: {review.verdict}{due}"]
    if review.note:
        lines.append(f"  {visible(review.note)}")
    for one in review.letters:
        words = ", ".join(f"“{visible(word)}”" for word in one.words)
        lines.append(f"  {one.letter} {one.name}: {one.word}" + (f": {words}" if words else ""))
        if one.finding or one.question:
            said = " ".join(part for part in (one.finding, one.question) if part)
            lines.append(f"    {visible(said)}")
    return lines


def _marked(text: str, carried: str, *, colour: bool) -> str:
    if not carried or not colour:
        return text
    return f"\x1b[{_STYLES[carried[-1]]}m{text}\x1b[0m\x1b[1m[{carried}]\x1b[0m"
