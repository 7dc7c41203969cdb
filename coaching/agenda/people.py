"""Who is who on a page: the one it is for, and the others that it names."""

import re
from collections.abc import Iterable

from coaching.agenda.wordlists import NOT_A_NAME, word_set
from coaching.agenda.words import flat
from coaching.plan import Plan, manager_of

_TITLES = word_set("my manager boss the line supervisor head mr mrs ms dr")
_MANAGER = re.compile(r"(?:my |the )?(?:line )?(?:manager|boss|supervisor)", re.IGNORECASE)
_DOES = "who|runs|leads|said|told|agreed|knows|could take|can take|would take|is keen|is happy|has agreed"
_ASIDE = re.compile(rf"\b([A-Z][a-zà-ÿ]+)(?=['’]s\b| (?:{_DOES})\b)")


def other_party(name: str, plan: Plan) -> str:
    """Return the name of the person it is for; "my manager" is the manager whose name is known."""
    known = manager_of(plan)
    return flat(known) if known and _MANAGER.fullmatch(flat(name)) else flat(name)


def same(one: str | None, other: str) -> bool:
    """Return whether two names mean one person: "Martin" and "Martin Weber" do."""
    if one is None:
        return False
    if _folded(one) == _folded(other):
        return True
    a, b = _parts(one), _parts(other)
    return bool(a and b) and (a <= b or b <= a)


def is_manager(name: str, plan: Plan) -> bool:
    """Return whether the name is the manager's, or means the manager."""
    return bool(_MANAGER.fullmatch(name)) or same(manager_of(plan), name)


def means(who: str, name: str, plan: Plan) -> bool:
    """Return whether `who` is the person called `name`, also where they are called "my manager"."""
    return same(who, name) or (bool(_MANAGER.fullmatch(flat(who))) and is_manager(name, plan))


def known_names(plan: Plan, without: str) -> tuple[str, ...]:
    """Return the names in the plan in order, without the person it is for and the one who asks only at home."""
    goals = (goal for goal in plan.goals.values())
    found = [plan.profile.manager or "", *(person.name for person in plan.people.values())]
    found += [approval.who for goal in goals for approval in goal.approvals]
    found += [question.to or "" for question in plan.questions.values()]
    found += [plan.account.who] if plan.account else []
    named = (flat(name) for name in found)
    return tuple(dict.fromkeys(n for n in named if n and not _MANAGER.fullmatch(n) and not same(n, without)))


def mentioned(names: Iterable[str], text: str) -> tuple[str, ...]:
    """Return which of the names the text holds as words, by any part of the name of three letters or more."""
    return tuple(name for name in names if any(_holds(text, part) for part in (name, *name.split())))


def _holds(text: str, part: str) -> bool:
    if len(part) < 2 or part.casefold() in _TITLES or part.casefold() in NOT_A_NAME:
        return False
    return bool(re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text, re.IGNORECASE if len(part) > 4 else 0))


def named_on(lines: Iterable[str], plan: Plan, party: str) -> tuple[str, ...]:
    """Return the people, other than the one it is for, whom the lines name; each once."""
    text = "\n".join(lines)
    known = _each_once(mentioned(known_names(plan, party), text))
    aside = (match.group(1) for match in _ASIDE.finditer(text))
    fresh = (name for name in aside if name.casefold() not in NOT_A_NAME and not same(name, party))
    return (*known, *dict.fromkeys(name for name in fresh if not any(same(name, other) for other in known)))


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names without those that mean somebody named already."""
    found: list[str] = []
    for name in names:
        if not any(same(name, other) for other in found):
            found.append(name)
    return tuple(found)


def _folded(name: str) -> str:
    return flat(name).casefold()


def _parts(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", _folded(name))) - _TITLES
