"""Words in a script that the language around them does not use.

Nobody hears or hyphenates them right unless their language is said. Latin letters stand in every
language, for names and short forms; so do single letters of any script, for signs such as μ.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple


class Foreign(NamedTuple):
    """Words in a foreign script.

    Attributes:
        words: One, and at most three that follow it.
        around: The language around them.
        at: Where in the text they begin.
        example: A language that they could be in.
    """

    words: str
    script: str
    around: str
    at: int
    example: str


# Ranges: The Unicode Standard, Blocks.txt. Where a sign is a word, one is enough.
_SCRIPTS = (
    ("Greek", "\u0370-\u03ff\u1f00-\u1fff", 2, "el"),
    ("Cyrillic", "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f", 2, "ru"),
    ("Armenian", "\u0530-\u058f", 2, "hy"),
    ("Hebrew", "\u0590-\u05ff\ufb1d-\ufb4f", 2, "he"),
    ("Arabic", "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc", 2, "ar"),
    ("Devanagari", "\u0900-\u097f", 2, "hi"),
    ("Thai", "\u0e00-\u0e7f", 2, "th"),
    ("Tibetan", "\u0f00-\u0fff", 2, "bo"),
    ("Georgian", "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f", 2, "ka"),
    ("Mongolian", "\u1800-\u18af", 2, "mn"),
    ("Japanese", "\u3040-\u30ff", 1, "ja"),
    ("Korean", "\u1100-\u11ff\uac00-\ud7a3", 1, "ko"),
    ("Chinese", "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff", 1, "zh"),
)
_EXAMPLES = {name: example for name, _, _, example in _SCRIPTS}
_ANY = re.compile(f"[{''.join(letters for _, letters, _, _ in _SCRIPTS)}]")
"""A letter of any of them: most texts have none, and this is told fast."""

_OWN: Mapping[str, tuple[str, ...]] = {"en": (), "de": (), "fr": (), "ru": ("Cyrillic",)}
"""The scripts that a language uses beside the Latin; of other languages nothing is said."""


@cache
def _foreign(own: tuple[str, ...]) -> re.Pattern[str]:
    """Compile it where a text has such a letter: it takes 2 ms for each language."""
    runs = [
        f"(?P<{name}>[{letters}]{{{least},}}(?:[ -][{letters}]+){{0,3}})"
        for name, letters, least, _ in _SCRIPTS
        if name not in own
    ]
    return re.compile("|".join(runs))


def find_foreign(text: str, language: str) -> Foreign | None:
    """Find the first words that a text in `language` cannot hold without saying their own."""
    if text.isascii() or not _ANY.search(text):
        return None
    own = _OWN.get(language.partition("-")[0])
    found = None if own is None else _foreign(own).search(text)
    if found is None or found.lastgroup is None:
        return None
    script = found.lastgroup
    return Foreign(found[0], script, language, found.start(), _EXAMPLES[script])


def message_of(foreign: Foreign) -> str:
    """Say what is wrong with words."""
    return f"{foreign.words!r} is in {foreign.script}, which {foreign.around!r} does not use"
