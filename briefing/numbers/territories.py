"""Names of countries in any language, taken from CLDR by way of Babel."""

from functools import lru_cache


@lru_cache(maxsize=2048)
def territory(iso2: str, language: str) -> str:
    """Name a country by its ISO 3166-1 alpha-2 code; empty where CLDR does not know it.

    Source:
        CLDR, Display Names, Territories; what stands in brackets behind a name is left out.
    """
    from babel.core import Locale, UnknownLocaleError  # late: it takes 20 ms

    try:
        names = Locale.parse(language, sep="-").territories
    except (UnknownLocaleError, ValueError):
        return ""
    return str(names.get(iso2, "")).partition(" (")[0]
