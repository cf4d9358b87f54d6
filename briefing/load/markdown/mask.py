"""Hides what stands in ``{{ … }}`` from Markdown, so that no sign in it means anything there.

Each ASCII sign gives way to a private one, so all places stay as they are and pipes, quotation
marks and asterisks survive in tables as in emphasis. Texts hold no such signs of their own:
`files` refuses them.
"""

import re

_SHIFT = 0xE000
_MASK = {code: code + _SHIFT for code in range(0x21, 0x7F)}
_UNMASK = {masked: code for code, masked in _MASK.items()}
_MASKED = re.compile(f"[{chr(_SHIFT)}-{chr(_SHIFT + 0x7F)}]")

# Quotation marks in pairs, on one line; no blank line, which would end a paragraph.
_EXPRESSION = re.compile(
    r"""(?<!\\)\{\{((?:
        "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' | \n(?![ \t>]*\n) | (?!\}\}|\{\{)[^"'\n]
    )*)\}\}""",
    re.VERBOSE,
)


def mask(text: str) -> str:
    """Hide what every pair of double braces holds; a pair that is not closed stays as it is."""
    if "{{" not in text:
        return text
    return _EXPRESSION.sub(lambda match: "{{" + _hidden(match[1]) + "}}", text)


def _hidden(text: str) -> str:
    """Hide a text, but not the markers of a quotation at the beginning of its further lines."""
    if "\n" not in text:
        return text.translate(_MASK)
    first, *rest = text.split("\n")
    hidden = [first.translate(_MASK)]
    for line in rest:
        words = line.lstrip(" \t>")
        hidden.append(line[: len(line) - len(words)] + words.translate(_MASK))
    return "\n".join(hidden)


def unmask(text: str) -> str:
    """Bring back what was hidden."""
    return text.translate(_UNMASK)


def is_masked(text: str) -> bool:
    """Say whether something in a text was hidden."""
    return not text.isascii() and _MASKED.search(text) is not None
