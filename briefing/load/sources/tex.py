"""Text as BibTeX files write it, with TeX's commands for letters, into plain text."""

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from briefing.load.sources.csl import words

# Command → the combining mark that it puts over or under the letter that follows.
_ACCENTS: Mapping[str, str] = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
    ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "G": "\u030f",
    "d": "\u0323", "c": "\u0327", "k": "\u0328", "b": "\u0331",
}  # fmt: skip

_LETTERS: Mapping[str, str] = {
    "ss": "ß", "SS": "ẞ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ",
    "OE": "Œ", "aa": "å", "AA": "Å", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ",
    "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "i": "ı", "j": "ȷ", "&": "&", "%": "%", "$": "$", "#": "#",
    "_": "_", "{": "{", "}": "}", " ": " ", "\n": " ", "\t": " ", ",": "\u202f", ";": " ",
    ":": " ", "!": "", "-": "", "/": "", "\\": " ", "@": "", "dots": "…", "ldots": "…",
    "textellipsis": "…", "textendash": "–", "textemdash": "—", "textquoteleft": "‘",
    "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
    "textquotesingle": "'", "textquotedbl": '"', "guillemotleft": "«", "guillemotright": "»",
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textunderscore": "_",
    "textbar": "|", "textless": "<", "textgreater": ">", "S": "§", "P": "¶", "pounds": "£",
    "textsterling": "£", "euro": "€", "texteuro": "€", "EUR": "€", "copyright": "©",
    "textcopyright": "©", "texttrademark": "™", "textregistered": "®", "textdegree": "°",
    "textmu": "µ", "texttimes": "×", "textperiodcentered": "·", "textordfeminine": "ª",
    "textordmasculine": "º", "slash": "/", "TeX": "TeX", "LaTeX": "LaTeX", "newline": " ",
    "space": " ", "nobreakspace": "\u00a0", "relax": "", "bibrangedash": "–", "bibrangessep": ", ",
}  # fmt: skip

# Commands that only say how words look, or what they are.
_LOOKS = words(
    "emph textit textbf textsc texttt textrm textsf textup textnormal textmd textsl text mbox hbox"
    " uppercase lowercase MakeUppercase url path nolinkurl textsuperscript textsubscript"
    " mkbibemph mkbibitalic mkbibbold mkbibparens mkbibquote enquote"
    " em it bf sc tt rm sf sl itshape bfseries scshape upshape normalfont protect bibstring"
    " uline ul"
)

_PIECE = re.compile(
    r"\\(?P<command>[A-Za-z]+|.)(?:(?<=[A-Za-z])\s*)?|(?P<sign>---?|``|''|[`'~{}$])", re.DOTALL
)
_ESCAPED = re.compile(r"\\([%&#_$~{}])")
_QUOTED = ("enquote", "mkbibquote")


_SIGNS: Mapping[str, str] = {
    "---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "'": "’", "~": "\u00a0",
}  # fmt: skip


class Fault(NamedTuple):
    """What cannot be read; `at` is its offset in the text."""

    what: str
    hint: str
    at: int


def plain_address(text: str) -> str:
    """Give an address as it is: nothing in it is markup."""
    return _ESCAPED.sub(r"\1", text.replace("{", "").replace("}", "")).strip()


def plain_text(text: str) -> tuple[str, Fault | None]:
    """Give a text without TeX's commands, and the first that is not known, if any."""
    done: list[str] = []
    at, accent, quotes, fault = 0, "", [False], None

    def add(said: str) -> None:
        nonlocal accent
        if accent and said.strip():
            said = said.lstrip()
            letter = {"ı": "i", "ȷ": "j"}.get(said[0], said[0])
            said, accent = letter + accent + said[1:], ""
        done.append(said)

    opens_quote = False
    for match in _PIECE.finditer(text):
        add(text[at : match.start()])
        at = match.end()
        command, sign = match["command"], match["sign"]
        if sign == "{":
            quotes.append(opens_quote)
            add("“" if opens_quote else "")
            opens_quote = False
        elif sign == "}":
            add("”" if quotes and quotes.pop() else "")
        elif sign == "$":
            fault = fault or Fault("a formula", "write its signs as they are", match.start())
        elif sign:
            add(_SIGNS[sign])
        elif command in _ACCENTS and (len(command) > 1 or not _is_letter(command, text, at)):
            accent = _ACCENTS[command]
        elif command in _LETTERS:
            add(_LETTERS[command])
        elif command in _LOOKS:
            opens_quote = command in _QUOTED
        else:
            hint = "write the sign that it stands for"
            fault = fault or Fault(f"the command '\\{command}'", hint, match.start())
    add(text[at:])
    return unicodedata.normalize("NFC", _joined(done)), fault


def _is_letter(command: str, text: str, at: int) -> bool:
    """Tell a command of one letter that has nothing to stand over."""
    return command.isalpha() and not text[at : at + 1]


def _joined(parts: list[str]) -> str:
    return re.sub(r"[ \t\n]+", " ", "".join(parts)).strip(" ")
