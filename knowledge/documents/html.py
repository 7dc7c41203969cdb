"""Reads web pages, and tells what of them a browser would not show."""

import re
from html.parser import HTMLParser

from knowledge.documents.characters import cleaned, smuggled
from knowledge.documents.kinds import decoded
from knowledge.documents.values import Block, Cell, HiddenText, How, Parsed

_SKIPPED = frozenset({"script", "style", "noscript", "template", "head", "svg", "select", "object", "iframe"})
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BREAKS = _HEADINGS | frozenset(
    """
    address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer
    form header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_RULE = re.compile(r"([^{}]{1,200})\{([^{}]{0,2000})\}")
_DECLARATION = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
_WHITE = re.compile(
    r"white|#fff(?:fff)?|rgba?\(\s*255\s*,\s*255\s*,\s*255\b.*|hsl\(.*100%\s*\)", re.IGNORECASE
)
_TINY = re.compile(r"(?:0|[01](?:\.\d+)?(?:px|pt)|0?\.0?\d+r?em)", re.IGNORECASE)
# Deeper than this no page was written by hand or by an office program.
_DEEPEST = 2_000


def parse_html(content: bytes) -> Parsed:
    """Return the blocks that a browser would show; what it would not as hidden."""
    whole = decoded(content)
    reader = _Page(_hiding_rules(whole))
    reader.feed(whole)
    reader.close()
    reader.end()
    secret = smuggled(whole)
    smuggled_text = [HiddenText(text=secret, how="invisible characters")] if secret else []
    return Parsed(blocks=tuple(reader.blocks), hidden=tuple(reader.hidden + smuggled_text))


def _hiding_rules(whole: str) -> dict[str, How]:
    rules: dict[str, How] = {}
    for sheet in re.findall(r"<style[^>]*>(.{0,200000}?)</style", whole, re.IGNORECASE | re.DOTALL):
        for selectors, style in _RULE.findall(sheet):
            how = _hidden_by(style)
            if how:
                rules.update((selector.strip().lower(), how) for selector in selectors.split(","))
    return rules


def _hidden_by(style: str) -> How | None:
    said = {name.lower(): value.strip().lower() for name, value in _DECLARATION.findall(style)}
    if said.get("display") == "none" or said.get("visibility") in {"hidden", "collapse"}:
        return "marked hidden"
    if re.fullmatch(r"0?\.?0+%?", said.get("opacity", "1")):
        return "not painted"
    if _TINY.fullmatch(said.get("font-size", "12px")):
        return "tiny"
    ground = said.get("background-color", said.get("background", "white"))
    if _WHITE.fullmatch(said.get("color", "")) and _WHITE.fullmatch(ground):
        return "white"
    return "not painted" if said.get("color") == "transparent" else None


class _Page(HTMLParser):
    """Collects what is shown and what is hidden, element by element."""

    def __init__(self, rules: dict[str, How]) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.hidden: list[HiddenText] = []
        self._rules = rules
        self._open: list[tuple[str, How | None]] = []
        self._skipped = 0
        self._text: list[str] = []
        self._secret: list[str] = []
        self._table, self._row, self._column = -1, -1, -1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKS:
            self.end_block()
        self._place(tag)
        if tag in _VOID or len(self._open) >= _DEEPEST:
            return
        inherited = self._how()
        self._open.append((tag, inherited or self._hiding(tag, dict(attrs))))
        self._skipped += tag in _SKIPPED

    def handle_endtag(self, tag: str) -> None:
        if tag in _BREAKS:
            self.end_block(heading=tag in _HEADINGS)
        if tag == "table":
            self._row = self._column = -1
        if all(name != tag for name, _ in self._open):
            return
        while self._open:
            name, how = self._open.pop()
            self._skipped -= name in _SKIPPED
            if how and not self._how():
                self._end_secret(how)
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            (self._secret if self._how() else self._text).append(data)

    def end_block(self, *, heading: bool = False) -> None:
        text = cleaned("".join(self._text).replace("\n", " "))
        self._text.clear()
        if text:
            self.blocks.append(Block(text=text, heading=heading, cell=self._cell()))

    def end(self) -> None:
        self.end_block()
        self._end_secret(self._how() or "marked hidden")

    def _how(self) -> How | None:
        return self._open[-1][1] if self._open else None

    def _hiding(self, tag: str, attrs: dict[str, str | None]) -> How | None:
        if "hidden" in attrs:
            return "marked hidden"
        named = [tag, f"#{attrs.get('id')}", *(f".{name}" for name in (attrs.get("class") or "").split())]
        by_rule: list[How] = [self._rules[name.lower()] for name in named if name.lower() in self._rules]
        white: How | None = "white" if tag == "font" and _WHITE.fullmatch(attrs.get("color") or "") else None
        return _hidden_by(attrs.get("style") or "") or next(iter(by_rule), None) or white

    def _end_secret(self, how: How) -> None:
        if text := cleaned("".join(self._secret).replace("\n", " ")):
            self.hidden.append(HiddenText(text=text, how=how))
        self._secret.clear()

    def _place(self, tag: str) -> None:
        if tag == "table":
            self._table, self._row, self._column = self._table + 1, -1, -1
        elif tag == "tr":
            self._row, self._column = self._row + 1, -1
        elif tag in {"td", "th"}:
            self._column += 1

    def _cell(self) -> Cell | None:
        inside = self._column >= 0 and self._row >= 0
        return Cell(table=self._table, row=self._row, column=self._column) if inside else None
