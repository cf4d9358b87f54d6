"""What a part is called that holds all that is left: it is no item of its own, and not ranked."""

from collections.abc import Mapping

_NAMES: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        {"other", "others", "rest", "the rest", "remainder", "all other", "all others"}
    ),
    "de": frozenset({"andere", "anderes", "sonstige", "sonstiges", "übrige", "übriges", "rest"}),
    "fr": frozenset({"autre", "autres", "reste", "le reste", "divers"}),
    "ru": frozenset({"прочие", "прочее", "другие", "другое", "остальные", "остальное"}),
}
_STARTS: Mapping[str, tuple[str, ...]] = {
    "en": ("other ", "others ", "all other "),
    "de": ("andere ", "sonstige ", "übrige "),
    "fr": ("autres ", "autre "),
    "ru": ("прочие ", "другие ", "остальные "),
}


def is_rest(label: str, language: str) -> bool:
    """Tell whether a name means all that is left, in a language that charts have words in."""
    key, text = language.partition("-")[0].lower(), label.strip().casefold()
    return text in _NAMES[key] or text.startswith(_STARTS[key])
