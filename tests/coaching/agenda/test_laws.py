"""What holds of every page, whatever the plan."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.agenda.draft import draft_agenda
from coaching.agenda.markdown import as_markdown
from coaching.agenda.types import SECTION_IDS, Agenda, AgendaRequest
from coaching.plan import (
    Account,
    Approval,
    Evidence,
    Goal,
    Need,
    Person,
    Plan,
    Profile,
    Question,
    Step,
    Vision,
)

TODAY = date(2026, 11, 22)
WORDS = (
    *(
        "the wait for customers from six weeks to three",
        "I cut costs by 40 percent",
        "Lena who runs complaints is keen",
    ),
    *(
        "blame each other and the backlog grows",
        "I'm fed up.",
        "or I'll leave",
        "Could you back me?",
        "my own budget",
    ),
    *(
        "nobody told me why",
        "passed over for team lead in May",
        "a",
        "we",
        "12",
        "I'd like fewer nights",
        "!!",
    ),
    *("across claims and complaints", "until 2030, maybe", "日本語の計画"),
)
texts = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join),
    st.text(min_size=1, max_size=60),
).filter(lambda text: bool(text.strip()))
maybe = st.none() | texts
names = st.sampled_from(["Olga", "Olga Petrova", "Tom", "my manager", "Dr. No", "\u202eevil"])
days = st.dates(TODAY - timedelta(400), TODAY + timedelta(4000))
some = st.lists(texts, max_size=3).map(tuple)

goals = st.builds(
    Goal,
    text=texts,
    why=maybe,
    due=st.none() | days,
    starts_with=some,
    makes_room=some,
    hours_week=st.none() | st.floats(0.5, 40),
    approvals=st.lists(
        st.builds(
            Approval, who=names, what=maybe, status=st.sampled_from(["needed", "asked", "given", "refused"])
        ),
        max_size=3,
    ).map(tuple),
    steps=st.lists(
        st.builds(Step, text=texts, due=st.none() | days, status=st.sampled_from(["open", "done", "not"])),
        max_size=3,
    ).map(tuple),
    review_on=st.none() | days,
    status=st.sampled_from(["active", "done", "dropped"]),
)
# A private line is spelled in letters that no other text here uses, so that finding it means that it leaked.
SECRET_LETTERS = "жщфэ"
secrets = st.lists(st.text(SECRET_LETTERS, min_size=3, max_size=9), min_size=1, max_size=4).map(" ".join)


def numbered(kind: str, records: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    found = st.lists(records, max_size=4)
    return found.map(lambda many: {f"{kind}-{n}": record for n, record in enumerate(many, 1)})


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Plans with anything in them; private lines come back in goals and evidence, too."""
    limit = draw(secrets)
    leaky = texts.map(lambda text: f"{text} {limit}") if draw(st.booleans()) else texts
    return Plan.model_validate(
        {
            "profile": Profile(
                role=draw(maybe), unit=draw(maybe), manager=draw(st.none() | names), limits=(limit,)
            ),
            "vision": Vision(
                wish=draw(maybe),
                target=draw(maybe),
                horizon=draw(maybe),
                why=draw(st.none() | leaky),
                gaps=draw(some),
                halfway=draw(maybe),
            ),
            "account": draw(st.none() | st.builds(Account, who=names)),
            "review_on": draw(st.none() | days),
            "needs": draw(numbered("need", st.builds(Need, text=leaky, unsure=st.booleans()))),
            "evidence": draw(numbered("evidence", st.builds(Evidence, text=leaky, proof=maybe))),
            "people": draw(numbered("person", st.builds(Person, name=names))),
            "questions": draw(numbered("question", st.builds(Question, text=leaky, to=st.none() | names))),
            "goals": draw(numbered("goal", goals)),
        }
    )


requests = st.builds(
    AgendaRequest,
    with_=names,
    on=st.dates(TODAY, date(2030, 1, 1)).map(date.isoformat) | st.just("2026-12-03T23:50"),
    minutes=st.integers(5, 480),
    purpose=st.sampled_from(["promotion", "career", "raise", "sideways", "feedback", "check-in"]),
)


def drawn(plan: Plan, request: AgendaRequest) -> Agenda:
    page = draft_agenda(plan, request, TODAY)
    assert isinstance(page, Agenda)
    return page


@settings(max_examples=120, deadline=None, derandomize=True)
@given(plans(), requests)
def test_a_page_never_takes_more_than_its_minutes(plan: Plan, request: AgendaRequest) -> None:
    minutes = [section.minutes for section in drawn(plan, request).sections]

    assert sum(minutes) <= request.minutes
    assert min(minutes) >= (1 if request.minutes >= len(SECTION_IDS) else 0)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(plans(), requests)
def test_every_line_has_its_origin_and_every_line_of_theirs_is_in_their_words(
    plan: Plan, request: AgendaRequest
) -> None:
    page = drawn(plan, request)

    said = repr(plan.model_dump(mode="json"))
    for section in page.sections:
        assert section.items
        for item in section.items:
            assert item.text.strip()
            if item.origin == "person":
                assert item.records
                assert all(repr(part)[1:-1] in said or part in said for part in item.text.split())
            if item.origin in {"library", "blank"}:
                assert not item.claims


@settings(max_examples=60, deadline=None, derandomize=True)
@given(plans(), requests)
def test_every_claim_quotes_its_line_and_is_traced_or_marked(plan: Plan, request: AgendaRequest) -> None:
    for section in drawn(plan, request).sections:
        for item in section.items:
            for claim in item.claims:
                assert item.text[claim.start : claim.end] == claim.text != ""
                assert claim.status == "unconfirmed" or claim.evidence
                assert all(handle in {*plan.evidence, *plan.goals} for handle in claim.evidence)
            if section.id == "done" and item.origin == "person":
                assert item.claims


@settings(max_examples=60, deadline=None, derandomize=True)
@given(plans(), requests)
def test_what_is_private_never_reaches_the_page(plan: Plan, request: AgendaRequest) -> None:
    page = drawn(plan, request)

    beside = (page.title, *page.bring, *page.before, *page.named)
    on_page = [*beside, *(item.text for section in page.sections for item in section.items)]
    assert not [line for line in on_page if plan.profile.limits[0] in line]
    assert plan.profile.limits[0] in page.kept_off


@settings(max_examples=60, deadline=None, derandomize=True)
@given(plans(), requests)
def test_every_page_can_be_written_and_keeps_one_row_a_line(plan: Plan, request: AgendaRequest) -> None:
    page = drawn(plan, request)

    rows = [line for line in as_markdown(page).split("\n") if line.startswith("| ")]

    assert len(rows) == 1 + sum(len(section.items) for section in page.sections)
    assert all(row.count("|") == 5 for row in rows)
