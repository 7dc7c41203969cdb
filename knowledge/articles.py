"""Where the cards' passages stand: the articles they were distilled from, and their headings."""

from typing import NamedTuple


class Section(NamedTuple):
    """A heading of an article and the number of the first passage under it."""

    first: int
    heading: str


class Article(NamedTuple):
    """An article by title, how many passages it was cut into, and its headings in order."""

    title: str
    passages: int
    sections: tuple[Section, ...] = ()


ARTICLES = {
    "performance-goals": Article("What do you really want?", 11),
    "career-management": Article(
        "Career Management: For You And Your Leadership",
        16,
        (
            Section(1, "Know Yourself"),
            Section(4, "Craft Your Brand"),
            Section(6, "Network"),
            Section(10, "Manage Up"),
        ),
    ),
    "career-strategy": Article(
        "Where Is Your Career Going? 5 Steps To Develop A Career Strategy",
        6,
        (
            Section(1, "Step 1: Assess where you are now"),
            Section(2, "Step 2: Know where you are going"),
            Section(3, "Step 3: Identify the gaps"),
            Section(4, "Step 4: Write the plan"),
            Section(5, "Step 5: Someone to hold you accountable"),
        ),
    ),
    "career-conversation": Article(
        "Five things to bear in mind before a career conversation with your manager",
        12,
        (
            Section(2, "Do What You Love"),
            Section(4, "Align With Company Objectives"),
            Section(6, "Think Long-Term And Short-Term"),
            Section(8, "Ask For Support On Areas Of Improvement"),
            Section(10, "Prepare Adequately"),
        ),
    ),
    "run-it-like-a-department": Article(
        "How To Manage Your Career Like You Do Your Department",
        17,
        (
            Section(4, "Be Well Organized"),
            Section(10, "Keep Your Eyes on What is Happening Day to Day"),
            Section(13, "Evolve and Grow"),
        ),
    ),
}


def is_passage(passage: str) -> bool:
    """Return whether an id such as `career-strategy/01` names a passage of an article."""
    article, _, number = passage.partition("/")
    known = ARTICLES.get(article)
    return known is not None and len(number) == 2 and number.isdecimal() and int(number) < known.passages


def section_of(passage: str) -> str:
    """Return the heading that a passage stands under; the article's title where there is none."""
    article, _, number = passage.partition("/")
    headings = [s.heading for s in ARTICLES[article].sections if s.first <= int(number)]
    return headings[-1] if headings else ARTICLES[article].title


def all_passages() -> tuple[str, ...]:
    """Return the id of every passage, in the order of the articles."""
    return tuple(f"{name}/{n:02}" for name, article in ARTICLES.items() for n in range(article.passages))
