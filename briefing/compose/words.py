"""The words that the product itself prints, one table for each language."""

from msgspec import Struct


class Words(Struct, frozen=True):
    """What is printed beside the authors' own words.

    Attributes:
        page: With the places ``{page}`` and ``{pages}``.
        audience: With the place ``{name}``, in the title band.
        facts_as_of: With the place ``{date}``.
        licence: With the place ``{name}``.
        opens: With the place ``{target}``, what a link leads to.
        goes_to_note: With the place ``{number}``, of the note.
        goes_back: Likewise, for the link from a note to its marker.
        goes_to: With the place ``{target}``, what an anchor of this document is.
        quoted: With the place ``{words}``, in quotation marks.
        figure: With the place ``{number}``, and a no-break space before it.
        table: Likewise.
        page_reference: With the place ``{page}``, and a no-break space before it.
        works: Over the list of all works that are cited.
        cover: As the list of credits names it, like the following; the first of an entry gets
            a capital.
        credit_page: Before the number of one page.
        credit_pages: Before those of several.
        colon: Behind the places of a credit.
        continued: Behind the title of a table that runs over a page.
        data: With the place ``{figure}``, over a table of what a figure shows.
        embargo: With the place ``{date}``, a day.
        copy: With the place ``{name}``, of the reader whose copy it is.
        all_figures: What the attached table is.
        all_sources: What the attached list is.
        other_figures: Before what other sources say; with the place ``{which}``, of which figure.
        sources_give: Likewise, before what all of them say.
        as_of: With the place ``{date}``, a day, month or year; a full stop or a licence follows.
        under: With the place ``{name}``, of a licence; for a figure that does not say as of when.
        as_of_beside: As `as_of`, within a sentence.
        under_beside: As `under`, within a sentence.
    """

    key_messages: str
    key_facts: str
    source: str
    sources: str
    remark: str
    page: str
    audience: str
    facts_as_of: str
    published_by: str
    licence: str
    opens: str
    goes_to_note: str
    goes_back: str
    goes_to: str
    quoted: str
    figure: str
    table: str
    page_reference: str
    contents: str
    figures: str
    tables: str
    abbreviations: str
    indicators: str
    works: str
    notes: str
    cover: str
    title_page: str
    back_cover: str
    credit_page: str
    credit_pages: str
    colon: str
    continued: str
    data: str
    draft: str
    embargo: str
    copy: str
    all_figures: str
    all_sources: str
    other_figures: str
    sources_give: str
    as_of: str
    under: str
    as_of_beside: str
    under_beside: str


WORDS = {
    "en": Words(
        key_messages="Key messages",
        key_facts="Key facts",
        source="Source: ",
        sources="Sources: ",
        remark="Note: ",
        page="Page {page} of {pages}",
        audience="For {name}",
        facts_as_of="Facts as known on {date}.",
        published_by="Publisher:",
        licence="This paper may be used under the licence {name}.",
        opens="Opens {target}",
        goes_to_note="Note {number}",
        goes_back="Back to the text of note {number}",
        goes_to="Goes to “{target}”",
        quoted="“{words}”",
        figure="Figure\u00a0{number}",
        table="Table\u00a0{number}",
        page_reference="page\u00a0{page}",
        contents="Contents",
        figures="Figures",
        tables="Tables",
        abbreviations="Abbreviations",
        indicators="Indicators",
        works="Sources",
        notes="Notes",
        cover="cover",
        title_page="title page",
        back_cover="back cover",
        credit_page="page\u00a0",
        credit_pages="pages\u00a0",
        colon=": ",
        continued="(continued)",
        data="{figure}: data",
        draft="Draft",
        embargo="Embargoed until {date}",
        copy="Copy for {name}",
        all_figures="All figures of this paper, with their sources",
        all_sources="All works that this paper cites",
        other_figures="Other figures{which}: ",
        sources_give="The sources give{which}: ",
        as_of="Data as of {date}",
        under="Data under {name}",
        as_of_beside="data as of {date}",
        under_beside="data under {name}",
    ),
    "de": Words(
        key_messages="Kernaussagen",
        key_facts="Zahlen und Fakten",
        source="Quelle: ",
        sources="Quellen: ",
        remark="Anmerkung: ",
        page="Seite {page} von {pages}",
        audience="Für {name}",
        facts_as_of="Stand der Fakten: {date}.",
        published_by="Herausgeber:",
        licence="Dieses Papier steht unter der Lizenz {name}.",
        opens="Öffnet {target}",
        goes_to_note="Anmerkung {number}",
        goes_back="Zurück zur Textstelle der Anmerkung {number}",
        goes_to="Führt zu „{target}“",
        quoted="„{words}“",
        figure="Abbildung\u00a0{number}",
        table="Tabelle\u00a0{number}",
        page_reference="Seite\u00a0{page}",
        contents="Inhalt",
        figures="Abbildungen",
        tables="Tabellen",
        abbreviations="Abkürzungen",
        indicators="Indikatoren",
        works="Quellen",
        notes="Anmerkungen",
        cover="Umschlag",
        title_page="Titelseite",
        back_cover="Umschlagrückseite",
        credit_page="Seite\u00a0",
        credit_pages="Seiten\u00a0",
        colon=": ",
        continued="(Fortsetzung)",
        data="{figure}: Daten",
        draft="Entwurf",
        embargo="Gesperrt bis {date}",
        copy="Exemplar für {name}",
        all_figures="Alle Zahlen dieses Papiers mit ihren Quellen",
        all_sources="Alle Werke, die dieses Papier zitiert",
        other_figures="Andere Angaben{which}: ",
        sources_give="Angaben der Quellen{which}: ",
        as_of="Datenstand: {date}",
        under="Daten unter {name}",
        as_of_beside="Datenstand: {date}",
        under_beside="Daten unter {name}",
    ),
    "fr": Words(
        key_messages="Messages clés",
        key_facts="Chiffres clés",
        source="Source : ",
        sources="Sources : ",
        remark="Note : ",
        page="Page {page} sur {pages}",
        audience="Pour : {name}",
        facts_as_of="Faits connus au {date}.",
        published_by="Éditeur :",
        licence="Ce document est diffusé sous la licence {name}.",
        opens="Ouvre {target}",
        goes_to_note="Note {number}",
        goes_back="Retour au texte de la note {number}",
        goes_to="Mène à « {target} »",
        quoted="«\u00a0{words}\u00a0»",
        figure="Figure\u00a0{number}",
        table="Tableau\u00a0{number}",
        page_reference="page\u00a0{page}",
        contents="Sommaire",
        figures="Figures",
        tables="Tableaux",
        abbreviations="Abréviations",
        indicators="Indicateurs",
        works="Sources",
        notes="Notes",
        cover="couverture",
        title_page="page de titre",
        back_cover="quatrième de couverture",
        credit_page="page\u00a0",
        credit_pages="pages\u00a0",
        colon="\u00a0: ",
        continued="(suite)",
        data="{figure}\u00a0: données",
        draft="Projet",
        embargo="Sous embargo jusqu’au {date}",
        copy="Exemplaire pour\u00a0: {name}",
        all_figures="Tous les chiffres de ce document, avec leurs sources",
        all_sources="Toutes les œuvres que cite ce document",
        other_figures="Autres chiffres{which}\u00a0: ",
        sources_give="Chiffres des sources{which}\u00a0: ",
        as_of="État des données\u00a0: {date}",
        under="Données sous {name}",
        as_of_beside="état des données\u00a0: {date}",
        under_beside="données sous {name}",
    ),
    "ru": Words(
        key_messages="Главное",
        key_facts="Ключевые данные",
        source="Источник: ",
        sources="Источники: ",
        remark="Примечание: ",
        page="Стр. {page} из {pages}",
        audience="Для: {name}",
        facts_as_of="Данные по состоянию на {date}.",
        published_by="Издатель:",
        licence="Материал распространяется по лицензии {name}.",
        opens="Открывает {target}",
        goes_to_note="Примечание {number}",
        goes_back="Назад к тексту примечания {number}",
        goes_to="Переход к «{target}»",
        quoted="«{words}»",
        figure="Рисунок\u00a0{number}",
        table="Таблица\u00a0{number}",
        page_reference="стр.\u00a0{page}",
        contents="Содержание",
        figures="Рисунки",
        tables="Таблицы",
        abbreviations="Сокращения",
        indicators="Показатели",
        works="Источники",
        notes="Примечания",
        cover="обложка",
        title_page="титульный лист",
        back_cover="последняя сторона обложки",
        credit_page="стр.\u00a0",
        credit_pages="стр.\u00a0",
        colon=": ",
        continued="(продолжение)",
        data="{figure}: данные",
        draft="Черновик",
        embargo="Эмбарго до {date}",
        copy="Экземпляр для: {name}",
        all_figures="Все показатели этого документа с их источниками",
        all_sources="Все работы, на которые ссылается этот документ",
        other_figures="Другие данные{which}: ",
        sources_give="Данные источников{which}: ",
        as_of="Состояние данных: {date}",
        under="Лицензия данных: {name}",
        as_of_beside="состояние данных: {date}",
        under_beside="лицензия данных: {name}",
    ),
}
"""Every language that a document can be made in (`briefing.model.content.LANGUAGES`)."""
