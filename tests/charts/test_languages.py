"""Every kind of chart speaks every language of documents, and none of it is left in English."""

import re
from functools import cache

import pytest

from briefing.charts import draw
from briefing.charts.axes.dates import calendar_ticks
from briefing.charts.axes.scale import value_ticks
from briefing.charts.maps.gazetteer import country_name
from briefing.charts.maps.outlines import atlas_of
from briefing.charts.words import KNOWN as LANGUAGES
from briefing.charts.words import words_of
from briefing.charts.words.french import french_gaps, french_span
from briefing.charts.words.german import german_gaps
from briefing.charts.words.russian import russian_count, russian_gaps
from briefing.errors import ContentError
from briefing.model.chart import BarChart, LineChart
from briefing.model.country import Date
from briefing.model.drawing import Drawing
from briefing.units import Pt
from tests.charts.boxes import outside
from tests.charts.gallery_lines import dated
from tests.charts.maps.samples import NATURAL_EARTH, labels_of
from tests.charts.samples import DOLLARS, FONTS, STYLE, bar, chart, military, scale
from tests.charts.translated import KINDS, drawn, samples, translated
from tests.proof.printed import printed_by_charts

NB, NARROW = "\u00a0", "\u202f"


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}", text.casefold()))


@cache  # one set for each language
def english_only(language: str) -> frozenset[str]:
    """The words of the English phrases that the language does not have, too."""
    english = {word for text in printed_by_charts("en") for word in words(text)}
    return frozenset(
        english - {word for text in printed_by_charts(language) for word in words(text)}
    )


def all_drawn(kind: str, language: str) -> list[Drawing]:
    """What a gallery draws; in longer words, a table of cells may be refused a narrow column."""
    found = []
    for sample in samples(kind):
        try:
            found.append(drawn(sample, language))
        except ContentError as error:
            if "columns are too many for a heat map" not in str(error):
                raise
    return found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_speak_the_language_of_their_paper_and_labels_stay_inside(kind, language):
    drawings = all_drawn(kind, language)

    assert len(drawings) >= 4
    assert [found for drawing in drawings for found in outside(drawing)] == []
    assert_nothing_is_english(drawings, language)
    assert_alternatives_are_written_well(drawings, kind, language)


def assert_nothing_is_english(drawings, language):
    for drawing in drawings:
        printed = " ".join([label.text for label in labels_of(drawing.items)])
        assert not words(drawing.alt) & english_only(language), drawing.alt
        assert not words(printed) & english_only(language), printed


def assert_alternatives_are_written_well(drawings, kind, language):
    for drawing in drawings:
        alt = drawing.alt
        assert ".." not in alt
        assert "  " not in alt
        assert not re.search(r"\. (?=[a-zà-ÿа-яё])", re.sub(r"\bг\. ", "", alt)), alt
        if kind != "cells":
            assert alt.endswith(".")
        if language == "fr":
            assert not re.search(r"(?<!\u00a0):|(?<!\u202f);", alt), alt
            assert not re.search(r"«(?!\u00a0)|(?<!\u00a0)»|'", alt), alt


# --- sentences ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "alt"),
    [
        ("de",
         "Balkendiagramm: A finding. What is measured. 5 Balken. Höchster Wert: Usbekistan, 48%. "
         "Niedrigster Wert: Kasachstan und China, 7%. Hervorgehoben: Kasachstan, 7%, geteilter "
         "Rang 3 von 4. Werte: Usbekistan 48%, Kirgisistan 9%, Kasachstan 7%, China 7%. "
         "Keine Daten: Turkmenistan."),
        ("fr",
         "Diagramme en barres{nb}: A finding. What is measured. 5 barres. Valeur la plus "
         "élevée{nb}: Ouzbékistan, 48%. Valeur la plus basse{nb}: Kazakhstan et Chine, 7%. Mis en "
         "évidence{nb}: Kazakhstan, 7%, rang 3 ex æquo sur 4. Valeurs{nb}: Ouzbékistan 48%, "
         "Kirghizstan 9%, Kazakhstan 7%, Chine 7%. Aucune donnée{nb}: Turkménistan."),
        ("ru",
         "Столбчатая диаграмма: A finding. What is measured. 5 столбцов. Наибольшее значение: "
         "Узбекистан, 48%. Наименьшее значение: Казахстан и Китай, 7%. Выделено: Казахстан, 7%, "
         "делит 3-е место из 4. Значения: Узбекистан{nb}— 48%, Киргизия{nb}— 9%, Казахстан{nb}— "
         "7%, Китай{nb}— 7%. Нет данных: Туркменистан."),
    ],
)  # fmt: skip
def test_bars_are_told(language, alt):
    on = scale(decimals=0)
    values = {
        "Uzbekistan": 48, "Kyrgyzstan": 9, "Kazakhstan": 7, "China": 7, "Turkmenistan": None,
    }  # fmt: skip
    bars = tuple(
        bar(name, value, on=on, highlighted=name == "Kazakhstan") for name, value in values.items()
    )
    data = translated(BarChart(bars, on, None), language)
    drawing = draw(chart(data, language=language), width=Pt(300), style=STYLE, fonts=FONTS)

    assert drawing.alt == alt.format(nb=NB)


@pytest.mark.parametrize(
    ("language", "alt"),
    [
        ("de",
         "Liniendiagramm: A finding. What is measured. 1 Linie, 1. März 2022 bis 9. März 2022. "
         "Курс: zuerst 5,0% (1. März 2022), zuletzt 8,0% (9. März 2022), am höchsten 9,0% (2. März "
         "2022). Alle Punkte: 5,0% (1. März 2022), 9,0% (2. März 2022), 7,0% (3. März 2022), 8,0% "
         "(9. März 2022). Курс: keine Daten zwischen dem 3. März 2022 und dem 9. März 2022."),
        ("fr",
         "Graphique en courbes{nb}: A finding. What is measured. 1 courbe, du 1er mars 2022 au 9 "
         "mars 2022. Курс{nb}: au début 5,0% (1er mars 2022), à la fin 8,0% (9 mars 2022), au "
         "maximum 9,0% (2 mars 2022). Tous les points{nb}: 5,0% (1er mars 2022), 9,0% (2 mars "
         "2022), 7,0% (3 mars 2022), 8,0% (9 mars 2022). Курс{nb}: aucune donnée entre le 3 mars "
         "2022 et le 9 mars 2022."),
        ("ru",
         "Линейный график: A finding. What is measured. 1 линия, 1 марта 2022{narrow}г.{nb}— 9 "
         "марта 2022{narrow}г. Курс: сначала 5,0% (1 марта 2022{narrow}г.), в конце 8,0% (9 марта "
         "2022{narrow}г.), максимум 9,0% (2 марта 2022{narrow}г.). Все точки: 5,0% (1 марта "
         "2022{narrow}г.), 9,0% (2 марта 2022{narrow}г.), 7,0% (3 марта 2022{narrow}г.), 8,0% (9 "
         "марта 2022{narrow}г.). Курс: нет данных в промежутке 3 марта 2022{narrow}г.{nb}— 9 марта "
         "2022{narrow}г."),
    ],
)  # fmt: skip
def test_lines_are_told(language, alt):
    values = {Date(2022, 3, 1): 5.0, Date(2022, 3, 2): 9, Date(2022, 3, 3): 7, Date(2022, 3, 9): 8}
    data = translated(LineChart((dated("Курс", values),), scale(), None), language)
    drawing = draw(chart(data, language=language), width=Pt(300), style=STYLE, fonts=FONTS)

    assert drawing.alt == alt.format(nb=NB, narrow=NARROW)


@pytest.mark.parametrize(
    ("count", "told"),
    [(1, "1 столбец"), (2, "2 столбца"), (4, "4 столбца"), (5, "5 столбцов"), (11, "11 столбцов"),
     (12, "12 столбцов"), (21, "21 столбец"), (22, "22 столбца"), (25, "25 столбцов"),
     (101, "101 столбец"), (111, "111 столбцов"), (114, "114 столбцов")],
)  # fmt: skip
def test_russian_counts(count, told):
    words = words_of("ru")
    assert words is not None

    assert words.bars(count) == f"{told}."
    assert russian_count(count, "столбец", "столбца", "столбцов") == told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("de", ["1 Balken.", "2 Balken.", "1 weitere Linie.", "3 weitere Linien.",
                "Hervorgehoben: A, 5, Rang 2 bis 4 von 6.", "Höchster Wert: 4 Balken, 5.",
                "Kürzester Balken: A, 5.", "Alle Werte sind gleich: 5.", "2 Balken: A 5, B 6.",
                "A: 5 (2010 und 2020).", "Keine Daten: A, 2010; B."]),
        ("fr", ["1 barre.", "2 barres.", "1 autre courbe.", "3 autres courbes.",
                "Mis en évidence{nb}: A, 5, rang 2 à 4 sur 6.",
                "Valeur la plus élevée{nb}: 4 barres, 5.", "Barre la plus courte{nb}: A, 5.",
                "Toutes les valeurs sont égales{nb}: 5.", "2 barres{nb}: A 5, B 6.",
                "A{nb}: 5 (2010 et 2020).", "Aucune donnée{nb}: A, 2010{narrow}; B."]),
        ("ru", ["1 столбец.", "2 столбца.", "Ещё 1 линия.", "Ещё 3 линии.",
                "Выделено: A, 5, 2–4-е место из 6.", "Наибольшее значение: 4 столбца, 5.",
                "Самый короткий столбец: A, 5.", "Все значения одинаковы: 5.",
                "2 столбца: A{nb}— 5, B{nb}— 6.", "A: 5 (2010 и 2020).",
                "Нет данных: A, 2010; B."]),
    ],
)  # fmt: skip
def test_what_is_rarely_said(language, told):
    words = words_of(language)
    assert words is not None
    said = [
        words.bars(1),
        words.bars(2),
        words.other_lines(1),
        words.other_lines(3),
        words.ranked("A", "5", (2, 4), 6, shared=False),
        words.highest(["A", "B", "C", "D"], "5", sure=True),
        words.lowest(["A"], "5", sure=False),
        words.all_alike("5"),
        words.few_bars(2, [("A", "5"), ("B", "6")]),
        words.change("A", "5", "2010", "5", "2020", ""),
        words.missing(["A, 2010", "B"]),
    ]

    assert said == [text.format(nb=NB, narrow=NARROW) for text in told]


def test_gaps_and_spans_have_the_articles_and_elisions_of_their_language():
    years, months = ("2010", "2012"), ("avril 2020", "mai 2021")

    assert german_gaps([years, ("2014", "2016")]) == (
        "zwischen 2010 und 2012 sowie zwischen 2014 und 2016"
    )
    assert german_gaps([("3. Mai 2020", "Juni 2020")]) == "zwischen dem 3. Mai 2020 und Juni 2020"
    assert french_gaps([years, months]) == "entre 2010 et 2012 et entre avril 2020 et mai 2021"
    assert french_span(*months) == "d’avril 2020 à mai 2021"
    assert french_span("1er mai 2020", "juin 2020") == "du 1er mai 2020 à juin 2020"
    assert french_span("4%", "6%") == "de 4% à 6%"
    assert russian_gaps([years]) == "в промежутке 2010–2012"
    assert russian_gaps([years, ("май 2020 г.", "2021")]) == (
        f"в промежутках 2010–2012 и май 2020 г.{NB}— 2021"
    )


# --- axes and names ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "dollars", "shares"),
    [
        ("en", ["0", "5", "10", "US$15 million"], ["0", "0.5", "1.0", "1.5%"]),
        ("de", ["0", "5", "10", "US$15 Millionen"], ["0", "0,5", "1,0", "1,5%"]),
        ("fr", ["0", "5", "10", "US$15 millions"], ["0", "0,5", "1,0", "1,5%"]),
        ("ru", ["0", "5", "10", "US$15 миллионов"], ["0", "0,5", "1,0", "1,5%"]),
    ],
)
def test_axes_count_as_the_language_does(language, dollars, shares):
    money = translated(scale(DOLLARS, 1), language)
    on = translated(scale(), language)

    ticks = [tick.text.replace(NB, " ") for tick in value_ticks(0.0, 14.5e6, 4, money)]
    assert ticks == dollars
    assert [tick.text for tick in value_ticks(0.0, 1.4, 4, on)] == shares


@pytest.mark.parametrize(
    ("language", "figure", "thousands"),
    [
        ("en", "US$14.5 million", "US$14,500"), ("de", "US$14,5 Millionen", "US$14.500"),
        ("fr", "US$14,5 millions", "US$14 500"), ("ru", "US$14,5 миллиона", "US$14 500"),
    ],
)  # fmt: skip
def test_figures_are_written_as_in_the_language(language, figure, thousands):
    on = scale(DOLLARS, 1)
    bars = (bar("A", 14.5e6, on=on), bar("B", 14500, on=on), bar("C", -3e6, on=on))
    data = translated(BarChart(bars, on, None), language)
    drawing = draw(chart(data, language=language), width=Pt(482), style=STYLE, fonts=FONTS)
    printed = [re.sub(f"[{NB}{NARROW}]", " ", label.text) for label in labels_of(drawing.items)]

    assert {figure, thousands} <= set(printed)


@pytest.mark.parametrize(
    ("language", "months", "days"),
    [
        ("en", ["January 2021", "July 2021"], ["1 March 2021", "8 March 2021"]),
        ("de", ["Januar 2021", "Juli 2021"], ["1. März 2021", "8. März 2021"]),
        ("fr", ["janvier 2021", "juillet 2021"], ["1er mars 2021", "8 mars 2021"]),
        ("ru", ["январь 2021 г.", "июль 2021 г."], ["1 марта 2021 г.", "8 марта 2021 г."]),
    ],
)
def test_months_and_days_along_an_axis_are_named(language, months, days):
    def ticks(low: float, high: float, per_year: float, room: float) -> list[str]:
        found = calendar_ticks(low, high, language, lambda _: room, per_year, whole=False)
        return [tick.text.replace(NARROW, " ") for tick in found]

    assert ticks(2021.0, 2021.9, 100.0, 45.0) == months
    assert ticks(2021.161, 2021.19, 5000.0, 90.0) == days


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Kazakhstan", "Kyrgyzstan", "Türkiye", "China"]),
        ("de", ["Kasachstan", "Kirgisistan", "Türkei", "China"]),
        ("fr", ["Kazakhstan", "Kirghizstan", "Turquie", "Chine"]),
        ("ru", ["Казахстан", "Киргизия", "Турция", "Китай"]),
    ],
)
def test_countries_have_the_names_of_the_language(language, names):
    atlas = atlas_of(NATURAL_EARTH, "50m")
    lands = [atlas.find(key) for key in ("KAZ", "KGZ", "TUR", "CHN")]

    assert [country_name(land, language) for land in lands if land] == names


def test_a_bar_chart_without_room_to_spare_is_drawn_in_every_language():
    for language in LANGUAGES:
        one = translated(military(), language)
        drawing = draw(one, width=Pt(144), style=STYLE, fonts=FONTS)

        assert outside(drawing) == []
