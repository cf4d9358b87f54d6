"""Formulas in words: what a reader who hears or searches a page gets of matplotlib's mathtext.

It follows the TeX that authors write, as far as mathtext knows it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

from matplotlib._mathtext_data import tex2uni

_TOKEN = re.compile(r"\\[a-zA-Z]+\*?|\\.|[{}^_]|\s+|.", re.DOTALL)
_DOLLAR = re.compile(r"(?<!\\)\$")

_FRACTIONS = {r"\frac", r"\dfrac", r"\tfrac", r"\cfrac"}
_PAIRS = {r"\binom", r"\overset", r"\underset"}
_SPACES = {
    r"\,": "\u2009", r"\/": "", r"\!": "", r"\ ": " ", r"\:": " ", r"\;": " ", r"\>": " ",
    r"\quad": " ", r"\qquad": " ", r"\thinspace": "\u2009", r"\enspace": " ",
    r"\space": " ", "~": " ",
}  # fmt: skip
_QUIET = {
    "mathrm", "mathit", "mathbf", "mathsf", "mathtt", "mathcal", "mathfrak", "mathscr", "mathbb",
    "mathdefault", "mathregular", "mathnormal", "mathbfit", "mathcircled", "operatorname", "text",
    "rm", "it", "bf", "sf", "tt", "cal", "frak", "scr", "bb", "default", "regular", "bfit",
    "displaystyle", "textstyle", "scriptstyle", "boldsymbol",
    "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "limits", "nolimits",
    "substack", "textrm", "textit", "textbf",
}  # fmt: skip
_ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303",
    "bar": "\u0304", "overline": "\u0305", "dot": "\u0307", "ddot": "\u0308", "dddot": "\u20db",
    "acute": "\u0301", "grave": "\u0300", "breve": "\u0306", "vec": "\u20d7",
    "overrightarrow": "\u20d7", "overleftarrow": "\u20d6", "mathring": "\u030a", "check": "\u030c",
}  # fmt: skip
_SIGNS = {"-": "−", "'": "′", r"\$": "$", r"\%": "%", r"\{": "{", r"\}": "}", r"\|": "‖"}
_RAISED = str.maketrans("0123456789+−-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_SIMPLE = re.compile(r"\w*|.", re.DOTALL)


def worded(text: str, missing: Callable[[str], str]) -> str:
    """Read a line with formulas between dollar signs as plain text.

    Args:
        text: As matplotlib has it.
        missing: Tells which characters of a text no face has; these are named or taken apart.
    """
    parts = _DOLLAR.split(text)
    told = [_Reader(p).told() if n % 2 else p.replace(r"\$", "$") for n, p in enumerate(parts)]
    return _spelled(unicodedata.normalize("NFC", "".join(told)), missing)


def _spelled(text: str, missing: Callable[[str], str]) -> str:
    for character in missing(text):
        plain = unicodedata.normalize("NFKC", character)
        if plain == character or missing(plain):
            plain = f" {unicodedata.name(character, '').lower()} "
        text = text.replace(character, plain)
    return " ".join(text.split())


class _Reader:
    """Reads the TeX of one formula."""

    __slots__ = ("_tokens",)

    def __init__(self, tex: str) -> None:
        self._tokens: Iterator[str] = iter(_TOKEN.findall(tex))

    def told(self) -> str:
        """Read to the end of the formula or of the group that is open."""
        parts: list[str] = []
        for token in self._tokens:
            if token == "}":
                break
            parts.append(self._one(token))
        return "".join(parts)

    def _next(self) -> str:
        """Read what stands next: a sign or a group."""
        for token in self._tokens:
            if not token.isspace():
                return self._one(token)
        return ""

    def _one(self, token: str) -> str:
        if token in _SPACES:
            return _SPACES[token]
        if token in _SIGNS:
            return _SIGNS[token]
        if token == "{":
            return self.told()
        if token == "^":
            return _raised(self._next())
        if token == "_" or token.isspace():
            return ""
        if token.startswith("\\"):
            return self._command(token)
        return token

    def _command(self, token: str) -> str:
        name = token[1:].rstrip("*")
        if token in _FRACTIONS:
            above, below = self._next(), self._next()
            return f"{_grouped(above)}/{_grouped(below)}"
        if token in _PAIRS:
            return f"({self._next()} {self._next()})"
        if token == r"\sqrt":
            return self._root()
        if token == r"\genfrac":
            opening, closing, _, _, above, below = [self._next() for _ in range(6)]
            return f"{opening}{_grouped(above)}/{_grouped(below)}{closing}"
        if token == r"\hspace":
            self._next()
            return " "
        if token in (r"\left", r"\right", r"\middle"):
            sign = self._next()
            return "" if sign == "." else sign
        if name in _ACCENTS:
            return self._next() + _ACCENTS[name]
        if name in _QUIET:
            return ""
        if name in tex2uni:
            return chr(tex2uni[name])
        return name if name.isalpha() else name.removeprefix("\\")

    def _root(self) -> str:
        """An index in brackets is a raised one before the root."""
        first = self._next()
        if first != "[":
            return f"√{_grouped(first)}"
        index = ""
        for token in self._tokens:
            if token == "]":
                break
            index += self._one(token)
        return f"{_raised(index)}√{_grouped(self._next())}"


def _raised(text: str) -> str:
    """Raise digits; what cannot be raised stands behind a circumflex."""
    raised = text.translate(_RAISED)
    if all(sign not in text for sign in raised) or not text:
        return raised
    if text in ("∘", "°"):
        return "°"
    return text if text in ("′", "*", "∗", "†") else f"^{_grouped(text)}"


def _grouped(text: str) -> str:
    return text if _SIMPLE.fullmatch(text) else f"({text})"
