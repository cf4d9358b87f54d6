"""The words that the product itself prints, one table for each language."""

from msgspec import Struct


class Words(Struct, frozen=True):
    """What is printed beside the authors' own words.

    Attributes:
        page: With the places ``{page}`` and ``{pages}``.
        audience: With the place ``{name}``, in the title band.
        facts_as_of: With the place ``{date}``.
        licence: With the place ``{name}``.
        note: With the place ``{number}``, behind a short citation.
        opens: With the place ``{target}``, what a link leads to.
        goes_to_note: With the place ``{number}``, likewise.
        goes_back: Likewise, for the link from a note to its marker.
    """

    key_messages: str
    key_facts: str
    source: str
    sources: str
    note: str
    remark: str
    page: str
    audience: str
    facts_as_of: str
    published_by: str
    contact: str
    licence: str
    opens: str
    goes_to_note: str
    goes_back: str
    goes_to: str


WORDS = {
    "en": Words(
        key_messages="Key messages",
        key_facts="Key facts",
        source="Source: ",
        sources="Sources: ",
        note="(note\u00a0{number})",
        remark="Note: ",
        page="Page {page} of {pages}",
        audience="For {name}",
        facts_as_of="Facts as known on {date}.",
        published_by="Publisher:",
        contact="Contact:",
        licence="This paper may be used under the licence {name}.",
        opens="Opens {target}",
        goes_to_note="Note {number}",
        goes_back="Back to the text of note {number}",
        goes_to="Goes to “{target}”",
    ),
    "de": Words(
        key_messages="Kernaussagen",
        key_facts="Zahlen und Fakten",
        source="Quelle: ",
        sources="Quellen: ",
        note="(Anm.\u00a0{number})",
        remark="Anmerkung: ",
        page="Seite {page} von {pages}",
        audience="Für {name}",
        facts_as_of="Stand der Fakten: {date}.",
        published_by="Herausgeber:",
        contact="Kontakt:",
        licence="Dieses Papier steht unter der Lizenz {name}.",
        opens="Öffnet {target}",
        goes_to_note="Anmerkung {number}",
        goes_back="Zurück zur Textstelle der Anmerkung {number}",
        goes_to="Führt zu „{target}“",
    ),
    "fr": Words(
        key_messages="Messages clés",
        key_facts="Chiffres clés",
        source="Source : ",
        sources="Sources : ",
        note="(note\u00a0{number})",
        remark="Note : ",
        page="Page {page} sur {pages}",
        audience="Pour : {name}",
        facts_as_of="Faits connus au {date}.",
        published_by="Éditeur :",
        contact="Contact :",
        licence="Ce document est diffusé sous la licence {name}.",
        opens="Ouvre {target}",
        goes_to_note="Note {number}",
        goes_back="Retour au texte de la note {number}",
        goes_to="Mène à « {target} »",
    ),
    "ru": Words(
        key_messages="Главное",
        key_facts="Ключевые данные",
        source="Источник: ",
        sources="Источники: ",
        note="(прим.\u00a0{number})",
        remark="Примечание: ",
        page="Стр. {page} из {pages}",
        audience="Для: {name}",
        facts_as_of="Данные по состоянию на {date}.",
        published_by="Издатель:",
        contact="Контакт:",
        licence="Материал распространяется по лицензии {name}.",
        opens="Открывает {target}",
        goes_to_note="Примечание {number}",
        goes_back="Назад к тексту примечания {number}",
        goes_to="Переход к «{target}»",
    ),
}
"""Every language that a document can be made in (`briefing.model.content.LANGUAGES`)."""
