"""A progress bar on stderr, where somebody looks at it and it is in nobody's way."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Item = TypeVar("Item")


def watched() -> bool:
    """Return whether stderr is a terminal that stdout is not written to."""
    return sys.stderr.isatty() and not sys.stdout.isatty()


@contextmanager
def bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function that takes how much is done and how much there is; it shows nothing where nobody looks."""
    if not watched():
        yield lambda _done, _total: None
        return
    # Too heavy for a pipe, which needs none of it.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(label, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def counted(items: Iterable[Item], label: str, total: int) -> Iterator[Item]:
    """Yield the items, a bar counting them."""
    with bar(label) as told:
        for done, item in enumerate(items, 1):
            yield item
            told(done, total)
