"""Error pages: what happened, what is safe, what to do."""

from fastapi.responses import HTMLResponse

from api.pages.rendering import page


def error_page(status: int, title: str, detail: str, headers: dict[str, str] | None = None) -> HTMLResponse:
    """Return the page for an error; it needs nothing but its own words."""
    return page("error.html", status=status, headers=headers, title=title, detail=detail, status_code=status)
