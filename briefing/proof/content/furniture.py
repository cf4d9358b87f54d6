"""Words that are in every file and tell nobody anything: the product's own.

A forbidden text that is one of these could not be told from them.
"""

from collections.abc import Mapping
from functools import cache

from briefing.proof.content.chart_words import CHART_NUMBERED, CHART_PHRASES
from briefing.proof.fold import fold, words_of

_PRINTED: Mapping[str, tuple[str, ...]] = {
    "": (
        "sRGB IEC61966-2.1", "briefing", "Adobe", "Identity", "Regular", "Bold", "Semibold",
        "Italic", "It", "Roman",
        "http", "https", "www", "mailto", "doi.org",
        "all figures.csv", "all sources.json", "figure", "other figure",
        "same figure", "figure of the range", "city", "capital", "mark",
        "about", "at least", "over", "up to", "nearly", "reported",
        "TLP", "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED",
        "null", "content", "sections", "charts", "tables", "documents", "pictures",
        "readings", "yaml", "pdf", "csv", "json",
    ),
    "en": (
        "Key messages", "Key facts", "Source", "Sources", "note", "Notes",
        "Page", "of", "For", "Facts as known on", "Publisher",
        "This paper may be used under the licence", "Opens", "Back to the text of note",
        "Goes to", "Contents", "Figure", "Figures", "Table", "Tables", "Abbreviations", "cover",
        "title page", "back cover", "Cover", "Title page", "Back cover", "page", "pages",
        "Draft", "Embargoed until", "Copy for",
        "The sources give", "Data as of", "Data under", "Period", "Indicators",
        "All figures of this paper, with their sources",
        "All works that this paper cites",
        "continued", "no data", "scale does not start at zero",
        "Bar chart", "Line chart", "Values", "Points", "bars", "1 bar", "lines", "1 line",
        "All are", "Highest", "Lowest", "Longest", "Shortest", "Highlighted",
        "joint rank", "rank", "and", "from", "to", "No data for",
        "between", "more lines",
    ),
    "de": (
        "Kernaussagen", "Zahlen und Fakten", "Quelle", "Quellen",
        "Anmerkung", "Anmerkungen", "Seite", "von", "Für", "Stand der Fakten", "Herausgeber",
        "Dieses Papier steht unter der Lizenz", "Öffnet",
        "Zurück zur Textstelle der Anmerkung", "Führt zu", "Inhalt", "Abbildung", "Abbildungen",
        "Tabelle", "Tabellen", "Abkürzungen", "Umschlag", "Titelseite", "Umschlagrückseite",
        "Seiten", "Fortsetzung", "Daten", "Entwurf", "Gesperrt bis", "Exemplar für",
        "Angaben der Quellen", "Datenstand", "Daten unter", "Zeitraum",
        "Indikatoren",
        "Alle Zahlen dieses Papiers mit ihren Quellen",
        "Alle Werke, die dieses Papier zitiert",
        "keine Daten", "und", "bis",
    ),
    "fr": (
        "Messages clés", "Chiffres clés", "Source", "Sources", "note",
        "Note", "Notes", "Page", "sur", "Pour", "Faits connus au", "Éditeur",
        "Ce document est diffusé sous la licence", "Ouvre", "Retour au texte de la note",
        "Mène à", "Sommaire", "Figure", "Figures", "Tableau", "Tableaux", "Abréviations",
        "couverture", "page de titre", "quatrième de couverture", "pages", "suite", "données",
        "Projet", "Sous embargo jusqu’au", "Exemplaire pour",
        "Chiffres des sources", "État des données", "Données sous", "Période",
        "Indicateurs",
        "Tous les chiffres de ce document, avec leurs sources",
        "Toutes les œuvres que cite ce document",
        "pas de données", "et", "de", "à",
    ),
    "ru": (
        "Главное", "Ключевые данные", "Источник", "Источники",
        "Данные источников", "Состояние данных", "Лицензия данных", "Период",
        "Показатели",
        "Все показатели этого документа с их источниками",
        "Все работы, на которые ссылается этот документ",
        "Примечание", "Примечания", "Стр.", "из", "Для", "Данные по состоянию на", "Издатель",
        "Материал распространяется по лицензии", "Открывает",
        "Назад к тексту примечания", "Переход к", "Содержание", "Рисунок", "Рисунки", "Таблица",
        "Таблицы", "Сокращения", "обложка", "титульный лист", "последняя сторона обложки",
        "продолжение", "данные", "Черновик", "Эмбарго до", "Экземпляр для",
        "нет данных", "и", "от", "до",
    ),
}  # fmt: skip

CITED: Mapping[str, tuple[str, ...]] = {
    "": ("ibid", "et al", "ed", "eds", "vol", "vols", "no", "pp"),
    "en": (
        "accessed", "and", "and others", "app", "apps", "art", "arts", "bks", "can", "cann",
        "chs", "col", "cols", "edited by", "eds", "eqq", "fig", "figs", "fol", "fols", "ibid",
        "loc", "locs", "nos", "opp", "para", "paras", "pts", "scs", "sect", "sects", "suppl",
        "suppls", "tbl", "tbls", "tit", "titt", "vol", "vols",
    ),
    "de": (
        "Abb", "Abs", "Abschn", "Anm", "Bde", "Fol", "Hrsg", "Kap", "Teil", "app", "apps",
        "art", "arts", "ebd", "eqs", "hrsg. von", "loc", "locs", "scs", "supp", "supps", "tbl",
        "tbls", "tit", "tits", "und", "zugegriffen",
    ),
    "fr": (
        "append", "art", "can", "chap", "col", "consulté le", "emplact", "eqt", "fig", "fᵒˢ",
        "ibid", "livre", "livres", "nᵒˢ", "paragr", "part", "règle", "règles", "sect", "suppl",
        "tab", "tit", "vol", "éd. par",
    ),
    "ru": (
        "app", "apps", "art", "arts", "eqs", "loc", "locs", "scs", "supp", "supps", "tbl",
        "tbls", "tit", "tits", "вып", "под ред.", "прим", "просмотрено", "разд", "ред", "рис",
        "соч", "стб", "стр", "там же",
    ),
}  # fmt: skip
"""What citations print by themselves, likewise: terms of the locales of CSL."""

PHRASES: Mapping[str, tuple[str, ...]] = {
    language: (*phrases, *CITED[language], *CHART_PHRASES.get(language, ()))
    for language, phrases in _PRINTED.items()
}
"""What the product itself prints or writes into the manifest, by language; under the empty text, in
every language."""

_NUMBERED: Mapping[str, tuple[str, ...]] = {
    "": ("figure #", "table #", "picture #", "sheet #", "heading #", "box #", "note # back"),
    "en": (
        "Page # of #", "Figure #", "Table #", "Note #", "Back to the text of note #", "pages # # #",
    ),
    "de": (
        "Seite # von #", "Abbildung #", "Tabelle #", "Anm. #", "Anmerkung #",
        "Zurück zur Textstelle der Anmerkung #", "Seiten # # #",
    ),
    "fr": (
        "Page # sur #", "Figure #", "Tableau #", "Note #", "Retour au texte de la note #",
        "pages # # #",
    ),
    "ru": (
        "Стр. # из #", "Рисунок #", "Таблица #", "прим. #", "Примечание #",
        "Назад к тексту примечания #", "стр. # # #",
    ),
}  # fmt: skip

NUMBERED: Mapping[str, tuple[str, ...]] = {
    language: (*phrases, *CHART_NUMBERED.get(language, ()))
    for language, phrases in _NUMBERED.items()
}
"""What the product prints with a number of its own, which is where ``#`` stands, by language; under
the empty text, what it calls places of the file."""

LETTERED: Mapping[str, tuple[str, ...]] = {
    "": ("note #",),
    "en": ("Note #", "Back to the text of note #"),
    "de": ("Anmerkung #", "Zurück zur Textstelle der Anmerkung #"),
    "fr": ("Note #", "Retour au texte de la note #"),
    "ru": ("Примечание #", "Назад к тексту примечания #"),
}
"""What the product prints with a letter of a note under a table or figure, likewise."""

FOR_READERS = ("For", "Für", "Pour", "Для")
PUBLISHED_BY = ("Publisher", "Herausgeber", "Éditeur", "Издатель")
"""What stands before the name of an audience, and of the publisher."""

_LABELS = frozenset(
    """
    also anhang annex appendix article artikel band chapitre chapter column compare confer ebenda
    figure footnote from ibid kapitel line lines minute minutes note notes page pages para paras
    paragraph paragraphs part recital section sections seite siehe slide slides tabelle table teil
    vergleiche voir vols volume глава колонка примечание раздел рисунок смотри страница таблица том
    """.split()  # noqa: SIM905
)


def is_telling(place: str) -> bool:
    """Tell whether the place in a work, or words before it, say more than "see p. 3" does."""
    words = fold(place).replace("-", " ").split()
    return any(len(word) > 3 and word.isalpha() and word not in _LABELS for word in words)


DATA_WORDS: Mapping[str, tuple[str, ...]] = {
    "en": (
        "about", "at least", "over", "up to", "nearly", "reported", "to", "thousand", "million",
        "billion", "trillion", "January", "February", "March", "April", "May", "June", "July",
        "August", "September", "October", "November", "December",
    ),
    "de": (
        "rund", "mindestens", "über", "bis zu", "fast", "gemeldet", "bis", "Tausend", "Million",
        "Millionen", "Mio.", "Milliarde", "Milliarden", "Mrd.", "Billion", "Billionen", "Januar",
        "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
        "November", "Dezember",
    ),
    "fr": (
        "environ", "au moins", "plus de", "jusqu’à", "près de", "rapporté", "à", "mille",
        "million", "millions", "milliard", "milliards", "billion", "billions", "janvier",
        "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
        "novembre", "décembre", "1er",
    ),
    "ru": (
        "около", "не менее", "более", "до", "почти", "сообщено", "тысяча", "тысячи", "тысяч",
        "миллион", "миллиона", "миллионов", "миллиард", "миллиарда", "миллиардов", "триллион",
        "триллиона", "триллионов", "г.", "январь", "января", "февраль", "февраля", "март",
        "марта", "апрель", "апреля", "май", "мая", "июнь", "июня", "июль", "июля", "август",
        "августа", "сентябрь", "сентября", "октябрь", "октября", "ноябрь", "ноября", "декабрь",
        "декабря",
    ),
}  # fmt: skip
"""Words that stand beside numbers and in dates, by language."""

SCALE_WORDS: Mapping[int, tuple[str, ...]] = {
    6: (
        "million", "Million", "Millionen", "Mio", "millions", "миллион", "миллиона", "миллионов",
    ),
    9: (
        "billion", "Milliarde", "Milliarden", "Mrd", "milliard", "milliards", "миллиард",
        "миллиарда", "миллиардов",
    ),
    12: (
        "trillion", "Billion", "Billionen", "billion", "billions", "триллион", "триллиона",
        "триллионов",
    ),
}  # fmt: skip
"""Those of them that say how many zeros are left out, in every language."""

TYPED_WORDS: Mapping[int, tuple[str, ...]] = {
    3: ("thousand", "k", "Tausend", "Tsd", "mille", "тысяча", "тысячи", "тысяч", "тыс"),
    6: (*SCALE_WORDS[6], "млн"),
    9: (*SCALE_WORDS[9], "млрд"),
    12: (*SCALE_WORDS[12], "трлн"),
}
"""Likewise, with those that the product does not print itself, but authors may type."""


@cache
def usual_words() -> frozenset[str]:
    """Folded words of the product's own, in every language."""
    phrases = (*PHRASES.values(), *DATA_WORDS.values(), FOR_READERS, PUBLISHED_BY)
    return frozenset(
        word for several in phrases for text in several for word in words_of(fold(text))
    )
