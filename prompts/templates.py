"""Rendering: strict Jinja2 templates from this package; a missing variable is an error."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template


@cache
def _environment() -> Environment:
    """Return the environment; text goes to people and models, not to HTML, so nothing is escaped here."""
    return Environment(
        loader=PackageLoader("prompts", "."),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701
    )


def template(name: str) -> Template:
    """Return the template of that file name, such as `guided/lines.j2`."""
    return _environment().get_template(name)


def render(name: str, **slots: Any) -> str:
    """Return the whole template with the slots filled."""
    return template(name).render(**slots).strip()


def blocks(name: str) -> tuple[str, ...]:
    """Return the names of the template's blocks, in alphabetical order."""
    return tuple(sorted(template(name).blocks))


def render_block(name: str, block: str, **slots: Any) -> str:
    """Return one block of a template with the slots filled, on one line where it was written over several."""
    found = template(name)
    text = "".join(found.blocks[block](found.new_context(slots)))
    return " ".join(text.split())
