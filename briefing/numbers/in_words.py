"""Words that say amounts: fractions, round magnitudes, multiples, and what stands before numbers.

Whole numbers below a hundred are left to their authors, as most of them count what a text itself
has: two charts, eighteen recommendations. A language that is not listed has none that are known.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

_SIGNS = frozenset("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
_FRACTION = rf"(?:\d\s?)?[{''.join(sorted(_SIGNS))}]"

_EN_UNITS = "two|three|four|five|six|seven|eight|nine"
_EN_TENS = "ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_EN_PART = "half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth"
_EN_PARTS = "halves|thirds|quarters|fifths|sixths|sevenths|eighths|ninths|tenths|hundredths"
_EN_NEAR = "about|around|roughly|some|nearly|almost|over|under|only|than|least|most"
_EN_TIME = "year|month|week|day|hour|minute|decade|century|page|sheet|line|column|table|way"
_EN_OF_TIME = rf" of (?:an?|the|this|that|each|every|its|one)\s(?:\w+\s)?(?:{_EN_TIME})\b"
_EN = (
    rf"(?:{_EN_UNITS})[ -](?:{_EN_PARTS})",
    rf"(?:(?:an?|one)[ -](?:{_EN_PART})|half)(?= of\b)"
    rf"(?!{_EN_OF_TIME})",
    rf"(?:{_EN_NEAR}) (?:(?:an?|one)[ -](?:{_EN_PART})|half)(?![ -](?:{_EN_TIME})\b|{_EN_OF_TIME})",
    r"(?:dozens|scores|hundreds|thousands|millions|billions|trillions)(?= of\b)",
    rf"(?<!\bin )(?:an?|one|several|many|few|{_EN_UNITS}|{_EN_TENS})[ -]"
    r"(?:dozen|hundred|thousand|million|billion|trillion)s?(?! times| and one\b)",
    rf"doubled|tripled|trebled|quadrupled|halved|(?:{_EN_UNITS}|ten|hundred|thousand)fold",
    rf"(?:one|{_EN_UNITS}|{_EN_TENS}|hundred)(?:[ -](?:{_EN_UNITS}))? per ?cent",
    rf"(?:one|{_EN_UNITS}) out of (?:every )?(?:{_EN_UNITS}|{_EN_TENS}|hundred)"
    rf"|one in (?:every )?(?:{_EN_UNITS}|{_EN_TENS}|hundred)(?![ -](?:{_EN_TIME})s?\b)",
    rf"(?:twice|(?:{_EN_UNITS}|{_EN_TENS}|hundred) times)"
    r" (?:as (?:many|much|large|big|high)|more|larger|bigger|higher)",
)

_DE_UNITS = "zwei|drei|vier|fünf|sechs|sieben|acht|neun"
_DE_TENS = "zehn|elf|zwölf|fünfzehn|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig"
_DE_PART = "Drittel|Viertel|Fünftel|Sechstel|Siebtel|Achtel|Neuntel|Zehntel|Hundertstel"
_DE_TIME = "Jahr(?:e?s|zehnts?|hunderts?)?|Monats?|Woche|Tage?s|Stunde|Seite|Tabelle|Spalte"
_DE = (
    rf"(?i:ein|{_DE_UNITS}) (?:{_DE_PART})(?! (?:{_DE_TIME})\b)",
    rf"Hälfte(?= (?:der|des|aller|von|ihrer|seiner)\b)(?! de[rs] (?:{_DE_TIME})\b)",
    r"(?:Dutzende|Hunderte|Tausende|Millionen|Milliarden|Billionen)(?= (?:von|der|[A-ZÄÖÜ]))",
    rf"(?i:ein|einige|mehrere|{_DE_UNITS}|zehn|zwölf|zwanzig)"
    r" (?:Dutzend|Million|Millionen|Milliarde|Milliarden|Billion|Billionen)",
    rf"(?i:ein|{_DE_UNITS}|zehn|zwanzig|dreißig|vierzig|fünfzig)(?:hundert|tausend)",
    rf"(?:verdoppelt|verdreifacht|vervierfacht|halbiert)(?:en|e)?"
    rf"|(?:{_DE_UNITS}|zehn|hundert|tausend)fach\w{{0,2}}",
    rf"(?i:ein|{_DE_UNITS}|{_DE_TENS}|hundert) Prozent",
    r"(?i:jede[mnrs]?) (?:zweite|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte)[nrs]?"
    rf"(?! (?:{_DE_TIME}|Mal)\b)",
    r"(?i:doppelt) so (?:viele?n?|hoch|groß|lang|teuer)",
)

_FR_TIME = "année|mois|semaine|journée|jour|heure|siècle|page|ligne|colonne|tableau"
_FR = (
    rf"(?:un|deux|trois|quatre) (?:tiers|quarts?|cinquièmes?|dixièmes?)"
    rf"(?! d[eu’] ?(?:la |l’)?(?:{_FR_TIME})\b)",
    rf"moitié(?= (?:de|des|du|d’))(?! d[eu’] ?(?:la |l’)?(?:{_FR_TIME})\b)",
    r"(?:dizaines|douzaines|centaines|milliers|millions|milliards)(?= d)",
    r"(?:un|deux|trois|quatre|cinq|dix|vingt|cent|plusieurs) (?:millions?|milliards?|mille)",
    r"(?:doublé|triplé|quadruplé|quintuplé|décuplé)e?s?",
    r"(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|vingt|trente|quarante|cinquante"
    r"|soixante|quatre-vingts|cent) pour cent",
    r"(?:deux|trois|quatre|cinq|dix|cent) fois plus",
    r"une? (?:\w+ )?sur (?:deux|trois|quatre|cinq|six|dix|vingt|cent)"
    rf"(?! (?:{_FR_TIME}|an|pays)s?\b)",
)

_RU = (
    r"(?:две|три|четыре) (?:трети|четверти|пятых)|(?:треть|четверть|половин[ауы])"
    r"(?! (?:года|месяца|недели|дня|часа|века|страницы|строки|таблицы)\b)(?= \w)",
    r"(?:десятки|дюжины|сотни|тысячи|миллионы|миллиарды)(?= \w)",
    r"(?:двести|триста|четыреста|пятьсот|сто) (?:тысяч|миллионов|миллиардов)",
    r"(?:один|два|три|четыре|пять|шесть|семь|восемь|девять|десять|пятнадцать|двадцать|тридцать"
    r"|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто|сто) процент\w*",
    r"кажд(?:ый|ая|ое) (?:втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят)\w+"
    r"(?! (?:год|месяц|неделя|день|час|раз)\b)",
    r"вдвое|втрое|вчетверо|впятеро|вдесятеро|удво(?:ил|ен)\w*|утро(?:ил|ен)\w*",
)

_STEMS: Mapping[str, tuple[str, ...]] = {
    "en": (
        "hal", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "dozen", "scores", "hundred", "thousand", "llion", "doubled", "bled", "pled", "fold",
        "cent", " out of ", "one in ", "twice", " times ",
    ),
    "de": (
        "tel", "hälfte", "dutzend", "hundert", "tausend", "milli", "billion", "fach", "halbiert",
        "doppel", "prozent", "jede",
    ),
    "fr": (
        "tiers", "quart", "ième", "moitié", "aines", "milliers", "milli", "mille", "blé", "plé",
        "pour cent", "fois plus", " sur ",
    ),
    "ru": (
        "трет", "четверт", "половин", "пятых", "сятки", "дюжин", "сотн", "тысяч", "милли", "вдвое",
        "втрое", "вчетвер", "впятер", "вдесят", "удво", "утро", "процент", "кажд",
    ),
}  # fmt: skip
"""Some of these stands in every amount, in small letters; looking for them takes little time."""

_IN_WORDS: Mapping[str, str] = {
    "en": rf"(?i)\b(?:{'|'.join(_EN)})\b|{_FRACTION}",
    "de": rf"\b(?:{'|'.join(_DE)})\b|{_FRACTION}",
    "fr": rf"(?i)\b(?:{'|'.join(_FR)})\b|{_FRACTION}",
    "ru": rf"(?i)\b(?:{'|'.join(_RU)})\b|{_FRACTION}",
}
_MORE_OR_LESS: Mapping[str, str] = {
    "en": "over|up to|more than|fewer than|less than|at least|at most|nearly|almost|another",
    "de": "über|bis zu|mehr als|weniger als|mindestens|höchstens|fast|knapp|weitere",
    "fr": "plus de|moins de|au moins|au plus|près de|presque",
    "ru": "более|свыше|менее|почти|не менее|не более|ещё",
}
_NEAR: Mapping[str, str] = {
    "en": "about|around|roughly|some",
    "de": "etwa|rund|ungefähr",
    "fr": "environ|quelque",
    "ru": "около|примерно|порядка",
}


def may_say_amounts(text: str, language: str) -> bool:
    """Tell whether amounts in words may stand in a text."""
    small = text.lower()
    return any(stem in small for stem in _STEMS.get(language, ())) or not _SIGNS.isdisjoint(small)


@lru_cache(maxsize=8)
def amounts_in(language: str) -> re.Pattern[str] | None:
    """What finds amounts that are written in words."""
    pattern = _IN_WORDS.get(language)
    return re.compile(pattern) if pattern else None


@lru_cache(maxsize=8)
def more_or_less_in(language: str) -> re.Pattern[str] | None:
    """What finds, right before a number, words that hardly ever stand before a year."""
    return _before(_MORE_OR_LESS.get(language))


@lru_cache(maxsize=8)
def near_in(language: str) -> re.Pattern[str] | None:
    """What finds, right before a number, words that stand before amounts and years alike."""
    return _before(_NEAR.get(language))


def _before(words: str | None) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{words})\s\Z", re.IGNORECASE) if words else None
