"""The words that the check knows, by class."""

from functools import cache
from pathlib import Path

from coaching.deadlines.listed import word_set

_FILE = Path(__file__).parent.parent / "data" / "smart-words.txt"
_DOUBLED = "bdgklmnprt"


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of a class, spaces as underscores."""
    return _classes()[name]


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        name, colon, rest = line.partition(": ")
        if colon and not line.startswith("#"):
            found.setdefault(name, set()).update(rest.split())
    return {name: frozenset(members) for name, members in found.items()}


VERB_CLASSES = ("learn", "improve", "change", "create", "complete", "become", "attitude", "other")


@cache
def _verbs() -> frozenset[str]:
    return frozenset(word for name in VERB_CLASSES for word in words(name))


@cache
def base_verb(word: str) -> str | None:
    """Return the base form of a known verb, or None: "publishing", "published", "publishes" give "publish"."""
    known = _verbs()
    if word in known:
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return next((form for form in _bases(word) if form in known), None)


def _bases(word: str) -> tuple[str, ...]:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word.removesuffix(ending)
            single = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] in _DOUBLED else stem
            y_form = stem[:-1] + "y" if stem.endswith("i") else stem
            return (stem, stem + "e", single, y_form)
    return ()


@cache
def verb_classes(base: str) -> frozenset[str]:
    """Return the classes a base form belongs to."""
    return frozenset(name for name in VERB_CLASSES if base in words(name))


@cache
def singular(word: str) -> str:
    """Return the noun without a plural ending."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


@cache
def is_a(word: str, name: str) -> bool:
    """Return whether the word, or its singular, belongs to the class."""
    members = words(name)
    return word in members or singular(word) in members


_ADJECTIVES = word_set(
    "clean healthy strong clear fast quick short long big small deep wide smart calm kind fit lean safe cheap"
    " high low light slow early late brave close tidy neat sharp smooth simple easy hard tough rich poor quiet"
    " happy wise young old fresh nice green bold tight loud soft warm cool thin thick tall brisk steady busy"
)


@cache
def compares(word: str) -> bool:
    """Return whether the word is a comparative: "cleaner", "healthier", "better", "more"."""
    if word in {"better", "worse", "more", "less"}:
        return True
    stem = word.removesuffix("er")
    if stem == word:
        return False
    forms = {stem, stem + "e", stem[:-1], stem[:-1] + "y" if stem.endswith("i") else stem}
    return bool(forms & _ADJECTIVES)


_IRREGULAR_FORMS = (
    "be: am is are being was were been i'm | have: has having had | make: made making | write: wrote "
    "written | build: built | get: got gotten | give: gave given | take: took taken | run: ran | sell: "
    "sold | buy: bought | teach: taught | hold: held | lead: led | win: won | meet: met | become: "
    "became | grow: grown grew | speak: spoke spoken | send: sent | pay: paid | draw: drawn | do: done "
    "does doing | show: shown | keep: kept | bring: brought | find: found | know: knew known | "
    "understand: understood | learn: learnt | say: said | lie: lying | cut: cut cutting | hit: hit "
    "hitting | put: put putting | quit: quitting | sit: sat"
)
_IRREGULAR = {
    form: base
    for base, _, forms in (entry.partition(": ") for entry in _IRREGULAR_FORMS.split(" | "))
    for form in forms.split()
}
