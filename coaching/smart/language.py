"""Which language a text is written in, as far as its small words tell."""

from functools import cache

from coaching.smart.parsed import Reading

NAMES = {
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "nl": "Dutch",
    "pt": "Portuguese",
    "pl": "Polish",
    "sv": "Swedish",
    "da": "Danish",
    "hu": "Hungarian",
    "tr": "Turkish",
    "ro": "Romanian",
    "cs": "Czech",
    "ru": "Russian",
    "el": "Greek",
    "he": "Hebrew",
    "ar": "Arabic",
    "zh": "Chinese",
    "ja": "Japanese",
    "ko": "Korean",
    "hi": "Hindi",
    "th": "Thai",
}

_SMALL_WORDS = {
    "en": "the and to of a in for my i is with by on that be this at it from an as will "
          "would more about so because into our"
    " get become learn improve want make work up am new per how me next every each read job better",
    "de": "ich und der die das bis zum zur ein eine einen mit für möchte will werden nicht "
          "im den dem auf von mein meine meinen"
    " ende jahr wir uns unser mehr damit weil durch pro lernen bestehen besser",
    "fr": "je et le la les des un une pour avec dans mon ma mes veux vais jusqu'à fin sur "
          "du de est en par mieux plus d'ici"
    " apprendre devenir réussir nous notre afin que",
    "es": "yo y el los las un una para con en mi mis quiero voy hasta por de del que es "
          "más mejor antes fin aprender ser nuestro"
    " aprobar nosotros año",
    "it": "io e il lo gli le un una per con nel nella mio mia voglio entro di del della "
          "che più fine anno imparare diventare"
    " superare nostro",
    "nl": "ik en de het een voor met mijn wil worden tot van op te dat niet wij onze eind "
          "jaar leren halen beter om",
    "pt": "eu e o os as um uma para com em meu minha quero vou até por do da que mais fim "
          "ano aprender ser nosso passar",
    "pl": "ja i do na w z się chcę mój moja przez nie jest oraz do końca roku nauczyć zdać lepiej więcej",
    "sv": "jag och att en ett för med min mitt vill ska till på av inte är slutet året lära bli",
    "da": "jeg og at en et for med min mit vil skal til på af ikke er slutningen året lære blive",
    "hu": "én és a az egy hogy szeretnék nem is meg végéig tanulni vagyok lenni akarok év",
    "tr": "ben ve bir için ile bu istiyorum kadar daha olmak yıl sonuna öğrenmek",
    "ro": "eu și si un o pentru cu vreau să sa până la de în mai anul învăț deveni",
    "cs": "já a se do na v s chci můj moje není je roku naučit lépe více",
}  # fmt: skip
_SCRIPTS = (
    (0x0370, 0x03FF, "el"),
    (0x0400, 0x04FF, "ru"),
    (0x0590, 0x05FF, "he"),
    (0x0600, 0x06FF, "ar"),
    (0x0900, 0x097F, "hi"),
    (0x0E00, 0x0E7F, "th"),
    (0x3040, 0x30FF, "ja"),
    (0xAC00, 0xD7AF, "ko"),
    (0x4E00, 0x9FFF, "zh"),
)
_ENOUGH = 2


def language_of(reading: Reading) -> str:
    """Return "en", another ISO 639-1 code, or "und" where no letter tells."""
    script = _script(reading.text)
    if script:
        return script
    words = [low for low in reading.lows[:400] if low.isalpha()]
    if not words:
        return "und"
    scores = {code: sum(word in known for word in words) for code, known in _known().items()}
    best = max(scores, key=lambda code: (scores[code], code == "en"))
    if scores[best] < _ENOUGH or scores[best] <= scores["en"]:
        return "en"
    return best if scores[best] - scores["en"] >= _ENOUGH or scores["en"] == 0 else "en"


def language_name(code: str) -> str:
    """Return the English name of a language."""
    return NAMES.get(code, "another language")


@cache
def _known() -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in _SMALL_WORDS.items()}


def _script(text: str) -> str:
    """Return the language of the script most letters stand in, "" for Latin."""
    counts: dict[str, int] = {}
    latin = 0
    for char in text[:2000]:
        code = ord(char)
        if code < 0x0370:
            latin += char.isalpha()
            continue
        for low, high, name in _SCRIPTS:
            if low <= code <= high:
                counts[name] = counts.get(name, 0) + 1
    if not counts:
        return ""
    if counts.get("ja"):
        counts["ja"] += counts.get("zh", 0)
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] > latin else ""
