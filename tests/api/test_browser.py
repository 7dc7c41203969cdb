"""The page in Chromium: without script, narrow, dark, by keyboard, and with nothing fetched from elsewhere."""

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

pytestmark = pytest.mark.browser
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
GOAL = (
    "Pass the PL-300 exam by 30 June 2027 by studying four hours a week, because the analytics role needs it"
)
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsanwärterin" * 6

if CHROMIUM is None and os.environ.get("CI") != "true":
    pytest.skip("no Chromium here; `make test` says how to get it", allow_module_level=True)

CONTRASTS = """() => {
  const parse = c => { const m = c.match(/[\\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m };
  const linear = v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4 };
  const light = ([r, g, b]) => .2126 * linear(r) + .7152 * linear(g) + .0722 * linear(b);
  const behind = e => {
    for (; e; e = e.parentElement) {
      const c = parse(getComputedStyle(e).backgroundColor);
      if (c[3] > 0) return c;
    }
    return [255, 255, 255, 1];
  };
  const poor = [];
  for (const e of document.querySelectorAll('body *')) {
    const says = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!e.checkVisibility() || !says) continue;
    const a = light(parse(getComputedStyle(e).color)), b = light(behind(e));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) poor.push(`${e.tagName}.${e.className} ${ratio.toFixed(2)}`);
  }
  return poor;
}"""
WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
  .filter(e => e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML.slice(0, 200))"""
UNNAMED = """() => [...document.querySelectorAll('input:not([type=hidden]), textarea, select, button, a, summary')]
  .filter(e => !(e.labels?.length || e.textContent.trim() || e.getAttribute('aria-label'))).map(e => e.outerHTML)"""
SMALL = """() => [...document.querySelectorAll('button, summary, input:not([type=hidden]), textarea, select')]
  .filter(e => e.checkVisibility()).map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
  .filter(([_, r]) => r.width < 24 || r.height < 24).map(([h]) => h)"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Return a browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Browser, started: Callable[[Path | None], Any]) -> Iterator[Callable[..., Page]]:
    """Open the page of a Cairn of its own; the browser's complaints and foreign requests fail the test."""
    contexts = []
    complaints: list[str] = []

    def complain(said: ConsoleMessage) -> None:
        if said.type == "error" and not said.location["url"].endswith(("/nowhere", "/v1/goals/check")):
            complaints.append(said.text)

    def open_page(**options: Any) -> Page:
        running = started(None)
        context = chromium.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", complain)
        page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
        page.on(
            "request",
            lambda asked: (
                None if asked.url.startswith(running.serving.address) else complaints.append(asked.url)
            ),
        )
        page.goto(running.serving.first_visit)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def say(page: Page, text: str) -> None:
    """Say something by the form."""
    page.get_by_label("Your words").fill(text)
    page.get_by_role("button", name="Send").click()


def with_goal(page: Page) -> None:
    """Get to a goal in the plan."""
    say(page, f"My goal: {GOAL}")
    page.get_by_role("button", name="Accept").click()
    page.get_by_text("due 30 June 2027").wait_for()


def test_the_goal_flow_works_with_script_off(opened: Callable[..., Page]) -> None:
    page = opened(java_script_enabled=False)

    with_goal(page)
    page.get_by_text("Make an agenda").click()
    page.get_by_label("With whom").fill("Martin")
    page.get_by_label("On", exact=True).fill("2026-12-03")
    page.get_by_role("button", name="Make the page").click()

    assert page.get_by_role("heading", level=1).inner_text().startswith("Martin")
    assert page.get_by_role("link", name="Markdown").is_visible()


# Colours don't depend on the width, so the dark ones are looked at once.
@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "light"), (320, "dark"), (768, "light"), (1280, "light")]
)
def test_every_screen_fits_its_width_and_can_be_read(
    opened: Callable[..., Page], scheme: str, width: int
) -> None:
    page = opened(viewport={"width": width, "height": 800}, color_scheme=scheme)
    home = page.url
    say(page, f"I want to lead {LONG}. How do people get picked for bigger jobs?")
    with_goal(page)
    say(page, "My goal: get better at things")

    brought = Path(tempfile.mkdtemp()) / f"{LONG[:60]}.html"
    brought.write_text(f"<html><p>{LONG} leads a team.</p><p hidden>{LONG}</p></html>", encoding="utf-8")
    page.goto(home + "documents")
    page.get_by_label("Files").set_input_files(brought)
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_text("was added").wait_for()
    document = str(page.locator(".documents a").first.get_attribute("href")).lstrip("/")
    library = ("library", "library/ask-where-you-can-grow", "library?q=how+do+I+grow")

    for path in ("", "new", "talks", "changes", "check", "help", "nowhere", "documents", document, *library):
        if path:
            page.goto(home + path)
        page.evaluate("document.querySelectorAll('details').forEach(folded => folded.open = true)")

        assert page.evaluate(WIDE) == [], path
        assert page.evaluate(CONTRASTS) == [], path
        assert page.evaluate(UNNAMED) == [], path
        assert page.evaluate(SMALL) == [], path
        assert page.get_by_role("heading", level=1).count() == 1


def test_words_without_a_space_do_not_widen_anything(opened: Callable[..., Page]) -> None:
    page = opened(viewport={"width": 320, "height": 800})
    home = page.url
    say(page, f"My goal: Pass the {LONG} exam by 30 June 2027 by reading {LONG}, because {LONG} needs it")
    say(page, LONG)
    say(page, f"How do I ask {LONG} for a promotion?")
    page.get_by_text("Make an agenda").click()
    page.get_by_label("With whom").fill(LONG[:100])
    page.get_by_label("On", exact=True).fill("2026-12-03")
    page.get_by_role("button", name="Make the page").click()
    page.get_by_role("heading", level=1).wait_for()

    for address in (page.url, home, home + "changes", home + "talks"):
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(folded => folded.open = true)")

        assert page.evaluate(WIDE) == [], address


def test_a_message_is_sent_by_keyboard_alone_past_the_navigation(opened: Callable[..., Page]) -> None:
    page = opened()

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("I want to lead the division")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("I want to lead the division").first.wait_for()

    assert "/talk/" in page.url


def test_a_checked_goal_shows_and_tells_each_letter(opened: Callable[..., Page]) -> None:
    page = opened()
    page.get_by_role("link", name="Check a goal").click()

    page.get_by_label("Your goal").fill(GOAL)
    page.get_by_role("button", name="Check", exact=True).click()

    for name in ("Specific", "Measurable", "Achievable", "Relevant", "Time-bound"):
        assert page.get_by_text(re.compile(f"{name}: (stated|in part|missing)")).is_visible()
    styles = {
        mark.evaluate(
            "e => getComputedStyle(e).textDecorationStyle + getComputedStyle(e).textDecorationColor"
        )
        for mark in page.locator("mark").all()
    }
    labels = {mark.locator(".tag").inner_text() for mark in page.locator("mark").all()}
    assert len(styles) == len({label[-1] for label in labels})


def test_a_goal_is_checked_while_it_is_typed_and_told_to_who_can_not_see(opened: Callable[..., Page]) -> None:
    page = opened()
    page.get_by_role("link", name="Check a goal").click()
    box, told = page.get_by_label("Your goal"), page.locator("[role=status]")

    box.press_sequentially("Get better at leading")
    page.get_by_role("heading", name="As a whole: vague still").wait_for()
    vague = told.inner_text()
    box.fill(GOAL)
    page.get_by_role("heading", name="As a whole: SMART").wait_for()
    smart, labels = told.inner_text(), {mark.inner_text() for mark in page.locator("mark .tag").all()}
    box.fill("?!")
    page.locator("#trouble:not([hidden])").wait_for()
    box.fill("")
    page.locator("#checked > *").first.wait_for(state="detached")

    assert "Specific: " in vague
    assert "Time-bound: missing" in vague
    assert smart.startswith("As a whole: SMART.")
    assert "".join(sorted(set("".join(labels)) - {" "})) == "AMRST"
    assert page.locator("#trouble").is_hidden()


def test_words_beyond_the_first_plane_are_marked_in_their_place(opened: Callable[..., Page]) -> None:
    page = opened()
    page.get_by_role("link", name="Check a goal").click()

    page.get_by_label("Your goal").fill("🎓🎓 Pass the PL-300 exam by 30 June 2027")
    page.get_by_role("heading", name="As a whole").wait_for()

    assert page.locator("mark.on-T").inner_text().startswith("by 30 June 2027")


@pytest.mark.parametrize(
    "hostile",
    [
        "<img src=https://evil.example/x onerror=alert(1)>",
        "<script>alert(1)</script>",
        "![](https://evil.example/y)",
    ],
)
def test_hostile_words_fetch_and_run_nothing(opened: Callable[..., Page], hostile: str) -> None:
    page = opened()

    say(page, f"My goal: {GOAL} {hostile}")

    assert page.get_by_text(hostile).first.is_visible()


def test_an_agenda_prints_on_one_page(opened: Callable[..., Page]) -> None:
    page = opened()
    with_goal(page)
    page.get_by_text("Make an agenda").click()
    page.get_by_label("With whom").fill("Martin")
    page.get_by_label("On", exact=True).fill("2026-12-03")
    page.get_by_role("button", name="Make the page").click()

    # Printed before its style sheet came, it would be longer.
    page.wait_for_load_state()
    printed = page.pdf(format="A4")

    assert (
        printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") + printed.count(b"/Type /Page/") == 1
    )
