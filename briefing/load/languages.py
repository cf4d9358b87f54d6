"""Codes of languages."""

import re

from briefing.load.fields import Name
from briefing.load.problems import Problems
from briefing.model.prose import LANGUAGES

_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")


def check_printed(name: Name, problems: Problems) -> str:
    """Check that documents can be made in a language and give its code back."""
    if name.text not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        message = f"no documents can be made in {name.text!r}"
        problems.error(name.where, message, f"the product's own words exist in: {known}")
    return name.text


def check_language(name: Name, problems: Problems) -> str:
    """Check the form of a language's code and give it back.

    Source: RFC 5646 2.1, of which language, script and region are taken.
    """
    if not _CODE.fullmatch(name.text):
        hint = "write it like 'en', 'pt-BR' or 'zh-Hans'"
        problems.error(name.where, f"{name.text!r} is no code of a language", hint)
    return name.text
