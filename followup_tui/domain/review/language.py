"""Whether a text is plainly not English, by the small words that every sentence of a language is full of."""

import re
from functools import cache

from followup_tui.domain.ordinary import is_ordinary

_SMALL_WORDS = {
    "en": "the and of to i you your that with for my is are was it have be this at from would but not we about which "
    "what when will how has had been as our if by can could there so i'm i'd i've i'll it's don't he she they them "
    "their his her who than then just very also any some more good here up out all us may should must do did does "
    "dear hi hello thank thanks best kind regards sincerely please",
    "de": "der die das und ich sie ihr ihre ihnen nicht mit von für auf ist eine einen dem den zu wir bei im am noch "
    "dass auch sich mich habe vielen dank wie würde sehr gern über haben bin",
    "es": "el la los las y de que en un una por con para su mi muy gracias me se lo del usted ustedes al es como más "
    "pero sobre fue le hola nos quería saludo cuando estoy",
    "fr": "le la les et de des du un une je vous votre vos nous pour que qui dans est avec sur pas au aux ce cette "
    "ma mon très merci en suis bonjour ai été à par",
    "pt": "o os as e de da do que em um uma para com por meu minha muito obrigado obrigada se na no ao é como mais sua "
    "seu foi me não olá pela pelo bom",
    "nl": "de het een en van ik je jullie u niet met voor op is zijn dat die te aan bij nog ook maar als heb was om "
    "wij mijn uw",
    "it": "il lo la gli le e di che un una per con non mi sono del della è in grazie molto anche come più ho suo",
    "sv": "och jag det att en ett som på är för med av till inte har den om vi du er tack så min",
    "pl": "i w na z się nie do że jest za to od po dla jak bardzo dziękuję pana pani oraz",
}
_SETS = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
# Abbreviations and sounds of English that are small words elsewhere.
_IN_ENGLISH_TOO = frozenset(("ai", "av", "com", "er", "med", "min", "op", "os", "um"))
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_ENOUGH_WORDS = 5
_SAMPLE = 4_000
_CLEARLY_ENGLISH = 0.25
_CLEARLY_OTHER = 0.12
_HARDLY_ENGLISH = 0.06
_ENOUGH_FOR_ABSENCE = 12


def is_foreign_small_word(word: str) -> bool:
    """Whether `word` (lower case) is a small word of another language and no English one: the `je` of "dank je wel"."""
    return word in _foreign_small_words() and not is_ordinary(word)


@cache
def _foreign_small_words() -> frozenset[str]:
    words = frozenset().union(*(words for language, words in _SETS.items() if language != "en"))
    return frozenset(word for word in words - _SETS["en"] - _IN_ENGLISH_TOO if len(word) > 1)


def is_plainly_foreign(text: str) -> bool:
    """Whether `text` is plainly in another language than English. What is too short to tell is not."""
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    if len(words) < _ENOUGH_WORDS:
        return False
    if sum(1 for word in words if _LATIN.match(word)) * 2 < len(words):
        return True
    english = _share(words, "en")
    if english >= _CLEARLY_ENGLISH:
        return False
    other = max(_share(words, language) for language in _SETS if language != "en")
    if other > english and other >= _CLEARLY_OTHER:
        return True
    return len(words) >= _ENOUGH_FOR_ABSENCE and english < _HARDLY_ENGLISH


def _share(words: list[str], language: str) -> float:
    small = _SETS[language]
    return sum(1 for word in words if word in small) / len(words)
