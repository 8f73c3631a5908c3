"""What a hand or an ear gets wrong: whether one short word may be another one miswritten.

A short word has many others near it by chance, so that nearness alone says little of it: `udon` is no slip of "upon",
and `carb` none of "card". A slip leaves a letter out, turns two round, doubles one, mixes up vowels or sounds, or hits
the neighbouring key.
"""

from collections.abc import Mapping

_VOWELS = frozenset("aeiouy")
_SOUNDS = tuple(map(frozenset, ("ckqsx", "sz", "gj", "dt", "mn", "fvw", "bp", "lr", "ct")))
_KEYS: Mapping[str, str] = {
    "q": "wa",
    "w": "qesa",
    "e": "wrds",
    "r": "etfd",
    "t": "ryfg",
    "y": "tugh",
    "u": "yihj",
    "i": "uojk",
    "o": "ipkl",
    "p": "ol",
    "a": "qwsz",
    "s": "awedxz",
    "d": "serfcx",
    "f": "drtgvc",
    "g": "ftyhbv",
    "h": "gyujnb",
    "j": "huikmn",
    "k": "jiolm",
    "l": "kop",
    "z": "asx",
    "x": "zsdc",
    "c": "xdfv",
    "v": "cfgb",
    "b": "vghn",
    "n": "bhjm",
    "m": "njk",
}


def is_slip(written: str, meant: str) -> bool:
    """Whether `written` may come of `meant`, from which it differs in one place (lower case)."""
    longer = len(written) - len(meant)
    if longer < 0 or sorted(written) == sorted(meant):
        return True
    place = next((at for at, (one, other) in enumerate(zip(written, meant, strict=False)) if one != other), len(meant))
    put_in, beside = written[place], written[max(0, place - 1) : place] + written[place + 1 : place + 2]
    if longer == 0:
        return put_in in beside or _are_mixed_up(put_in, meant[place])
    if place and (put_in in _VOWELS or put_in == "h"):
        return True
    return put_in in beside or any(put_in in _KEYS.get(key, "") for key in beside)


def _are_mixed_up(one: str, other: str) -> bool:
    if other in _KEYS.get(one, ""):
        return True
    return {one, other} <= _VOWELS or any({one, other} <= sound for sound in _SOUNDS)
