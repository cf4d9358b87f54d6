"""Units as files of figures name them, held against those of indicators.

Source: ISO 4217 (codes of currencies); SDMX code list CL_UNIT_MEASURE.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from briefing.model.country import Unit

_CODES = frozenset(
    """
    AED AFN AMD AOA ARS AUD AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF
    CHF CLP CNY COP CRC CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ
    GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK
    LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR
    NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD
    SSP STN SVC SYP SZL THB TJS TMT TND TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XDR
    XOF XPF YER ZAR ZMW ZWL
    """.split()  # noqa: SIM905 (a column of quotation marks is no table)
)
"""Those that are no words of English too."""

_SIGNS: Mapping[str, str] = {
    "€": "EUR", "£": "GBP", "$": "$", "¥": "¥", "₽": "RUB", "₸": "KZT", "₹": "INR", "₩": "KRW",
    "₺": "TRY", "₪": "ILS", "₴": "UAH", "₾": "GEL", "₼": "AZN", "֏": "AMD",
}  # fmt: skip
"""Sign → what it is of; the dollar's and the yen's are signs of several currencies."""

_WORDS: Mapping[str, tuple[str, ...]] = {
    "$": ("$", "dollar", "доллар", "usd", "aud", "cad", "hkd", "nzd", "sgd"),
    "USD": ("usd", "$", "dollar", "доллар"),
    "EUR": ("eur", "€", "евро"),
    "GBP": ("gbp", "£", "pound", "sterling"),
    "¥": ("¥", "jpy", "cny", "yen", "yuan", "rmb", "renminbi"),
    "JPY": ("jpy", "¥", "yen"),
    "CNY": ("cny", "¥", "yuan", "rmb", "renminbi"),
    "RUB": ("rub", "₽", "rouble", "руб"),
    "KZT": ("kzt", "₸", "tenge", "тенге"),
    "CHF": ("chf", "franc", "franken"),
}
"""What a unit that is of a currency holds, where that is more than its code."""

_MULTIPLES = {
    "THS": 1_000,
    "TH": 1_000,
    "MIO": 1_000_000,
    "MLN": 1_000_000,
    "BIO": 10**9,
    "BN": 10**9,
}
_PARITIES = frozenset({"PPP", "PPS"})
_PERCENT = frozenset({"PC", "PCT", "PERCENT", "PERC", "PT"})
_PARTS = re.compile("[^A-Za-z]+")
_FOREIGN = re.compile(r"\[\$([^]-]+)")
_LOCALE = re.compile(r"\[[^]]*\]")
_THOUSANDS = re.compile(r"[0#?](,+)(?![0#?,])")


def measure(code: str) -> str:
    """Tell which currency a code such as ``EUR`` or ``MIO_EUR`` is of, or ``%``; else empty."""
    parts = _PARTS.split(code.upper())
    found = next((part for part in parts if part in _CODES), "")
    return found or ("%" if parts[0] in _PERCENT else "")


def multiple(code: str) -> int:
    """Tell how many a code such as ``MIO_EUR`` or ``THS_PER`` counts together; 0 for one."""
    return _MULTIPLES.get(_PARTS.split(code.upper())[0], 0)


def is_parity(code: str) -> bool:
    """Tell whether a code is of money at purchasing power parity, such as ``USD_PPP``."""
    return not _PARITIES.isdisjoint(_PARTS.split(code.upper()))


def says_parity(unit: Unit) -> bool:
    """Tell whether a unit says that it is of such money."""
    held = " ".join((unit.key, unit.pattern, unit.one, unit.short, unit.label)).upper()
    return any(word in held for word in (*_PARITIES, "PURCHASING", "KAUFKRAFT", "ППС"))


@lru_cache(maxsize=256)
def shown_currency(form: str) -> str:
    """Tell in which currency a format of a cell shows a number; empty for none."""
    named = _FOREIGN.search(form)
    text = named[1] if named else _LOCALE.sub("", form)
    found = next((of for sign, of in _SIGNS.items() if sign in text), "")
    return found or next((part for part in _PARTS.split(text) if part in _CODES), "")


@lru_cache(maxsize=256)
def shown_scale(form: str) -> int:
    """Tell by what a format of a cell divides a number: 1000 where it shows thousands."""
    first = re.sub(r'"[^"]*"|\\.|_.', "", form).partition(";")[0]
    found = _THOUSANDS.search(_LOCALE.sub("", first))
    return 1000 ** len(found[1]) if found else 1


def fits(said: str, unit: Unit) -> bool:
    """Tell whether a unit may be that of which a file speaks.

    Args:
        said: A currency, or ``%``, as other functions here give it; empty for neither.
        unit: An indicator's.
    """
    if not said:
        return True
    if said == "%":
        return unit.is_percent
    held = " ".join((unit.key, unit.pattern, unit.one, unit.short, unit.label)).lower()
    return any(word in held for word in _WORDS.get(said, (said.lower(),)))
