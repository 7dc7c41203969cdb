"""Templates, and the coach's Markdown as harmless HTML."""

from functools import cache
from typing import Any
from urllib.parse import urlsplit

import nh3
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup, escape

_TAGS = {
    "p",
    "em",
    "strong",
    "ul",
    "ol",
    "li",
    "code",
    "pre",
    "blockquote",
    "a",
    "br",
    "hr",
    "h1",
    "h2",
    "h3",
}


def page(
    name: str, *, status: int = 200, headers: dict[str, str] | None = None, **shown: Any
) -> HTMLResponse:
    """Return a template filled with what it shows."""
    return HTMLResponse(_templates().get_template(name).render(**shown), status, headers)


def html_of(text: str) -> Markup:
    """Return Markdown as HTML without pictures, scripts or anything else that acts; links name their host."""
    return Markup(nh3.clean(_markdown().render(text), tags=_TAGS, attributes={"a": {"href"}}))  # noqa: S704


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("api.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["markdown"] = html_of
    return environment


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}).disable("image")
    markdown.add_render_rule("link_close", _close_link)
    return markdown


def _close_link(
    renderer: RendererHTML, tokens: list[Token], place: int, options: OptionsDict, env: dict[str, Any]
) -> str:
    """Return a link's end, with the host it leads to."""
    del renderer, options, env
    opened = next(token for token in reversed(tokens[:place]) if token.type == "link_open")
    host = urlsplit(str(opened.attrGet("href") or "")).hostname
    return f"</a> ({escape(host)})" if host else "</a>"
