"""Codes of languages."""

import re

from briefing.load.syntax.fields import Name
from briefing.load.syntax.problems import Problems
from briefing.model.prose import LANGUAGES

UNKNOWN = "und"
"""The code for a language that is not known."""

_CODE = re.compile(r"([a-z]{2,3})(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")

# Source: ISO 639-1, all codes, and what ISO 639-2 keeps for special use.
_SHORT = re.compile(
    r"a[abefkmnrsvyz]|b[aegimnors]|c[aehorsuvy]|d[aevz]|e[elnostu]|f[afijory]|"
    r"g[adlnuv]|h[aeiortuyz]|i[adegikostu]|j[av]|k[agijklmnorsuvwy]|l[abginotuv]|"
    r"m[ghiklnrsty]|n[abdeglnorvy]|o[cjmrs]|p[ailst]|q[u]|r[mnouw]|"
    r"s[acdegiklmnoqrstuvw]|t[aeghiklnorstwy]|u[gkrz]|v[eio]|w[ao]|x[h]|y[io]|z[ahu]|mul|und|zxx"
)


def check_printed(name: Name, problems: Problems) -> str:
    """Check that documents can be made in a language and give its code back."""
    if name.text not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        message = f"no documents can be made in {name.text!r}"
        problems.error(name.where, message, f"the product's own words exist in: {known}")
    return name.text


def check_language(name: Name, problems: Problems) -> str:
    """Check a language's code and give it back; `UNKNOWN` where it is none.

    Source: RFC 5646 2.1, of which language, script and region are taken, and 4.5, by which each
    language has one code.
    """
    form = _CODE.fullmatch(name.text)
    if form is None:
        hint = "write it like 'en', 'pt-BR' or 'zh-Hans'"
        message = f"{name.text!r} is no code of a language"
        problems.error(name.where, message, hint, "language")
        return UNKNOWN
    code = form[1]
    if _SHORT.fullmatch(code):
        return name.text
    usual, known = _look_up(code)
    if not known:
        hint = "wanted: a code of ISO 639, such as 'ru'; 'und' where nobody knows the language"
        message = f"no language has the code {code!r}"
        problems.error(name.where, message, hint, "language")
        return UNKNOWN
    if usual:
        code = usual + name.text.removeprefix(code)
        message = f"{name.text!r} is not the usual code of its language"
        problems.error(name.where, message, f"write {code!r}", "language")
        return code
    return name.text


def _look_up(code: str) -> tuple[str, bool]:
    """Find what a code is usually instead, empty for itself, and whether there is such a language.

    Source: CLDR, Aliases and Likely Subtags, which list the languages of ISO 639-3.
    """
    from babel.core import get_global  # late: it takes 10 ms, and few texts need it

    alias = get_global("language_aliases").get(code, "")
    known = bool(alias) or code in get_global("likely_subtags") or "qaa" <= code <= "qtz"
    return alias if len(alias) == 2 else "", known
