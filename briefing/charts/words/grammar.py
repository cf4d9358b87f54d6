"""What sentences of several subjects are made of."""

from collections.abc import Sequence


def sentence(text: str) -> str:
    """End a sentence."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def listed(names: Sequence[str], link: str) -> str:
    """List names, the last after a word such as "and"."""
    *others, last = names
    return f"{', '.join(others)} {link} {last}" if others else last


def paired(pairs: Sequence[tuple[str, str]]) -> str:
    """Write names and values; a name that ends in a digit must not run into its value."""
    link = ": " if any(name[-1:].isdigit() for name, _ in pairs) else " "
    comma = "; " if any("," in name for name, _ in pairs) else ", "
    return comma.join([f"{name}{link}{text}" for name, text in pairs])


def russian_count(count: int, one: str, few: str, many: str) -> str:
    """Count in Russian.

    Source:
        CLDR, Language Plural Rules, ru.
    """
    last, teen = count % 10, count % 100 // 10 == 1
    if last == 1 and not teen:
        return f"{count} {one}"
    return f"{count} {few if last in (2, 3, 4) and not teen else many}"
