"""Places in a work: what authors call them, in every language of the product.

Load tells a locator from the words behind it, compose puts it into the words of the document; both
read it here.

Source: CSL 1.0.2, Appendix IV (locators).
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

_NAMES: Mapping[str, str] = {
    "page": "p pp page pages s seite seiten с сс страница страницы",
    "chapter": "ch chs chap chaps chapter chapters kap kapitel chapitre chapitres гл глава главы",
    "paragraph": "para paras par pars paragraph paragraphs abs absatz absätze paragr paragraphe"
    " paragraphes ¶ ¶¶ п пп параграф параграфы",
    "section": "sec secs sect sects section sections abschn abschnitt abschnitte § §§ разд раздел"
    " разделы",
    "figure": "fig figs figure figures abb abbildung abbildungen рис рисунок рисунки",
    "note": "n nn note notes anm anmerkung anmerkungen прим примечание примечания",
    "volume": "vol vols volume volumes t tome tomes bd bde band bände т тт том тома",
    "issue": "no nos issue issues nr nummer nummern nᵒ nᵒˢ numéro numéros вып выпуск выпуски",
    "act": "act acts akt akte acte actes",
    "appendix": "app apps appendix appendices append appendice anhang anhänge",
    "article-locator": "art arts article articles artikel",
    "book": "bk bks book books buch bücher livre livres кн книга книги",
    "canon": "can cann canon canons",
    "column": "col cols column columns sp spalte spalten colonne colonnes стб столбец столбцы",
    "elocation": "loc locs location locations elocation emplact emplacement emplacements",
    "equation": "eq eqs eqq equation equations eqt équation équations",
    "folio": "fol fols folio folios blatt blätter fᵒ fᵒˢ л лл лист листы",
    "line": "l ll line lines z zeile zeilen ligne lignes стр строка строки",
    "opus": "op opp opus opera opuses соч сочинение сочинения",
    "part": "pt pts part parts teil teile partie parties ч чч часть части",
    "rule": "r rr rule rules règle règles",
    "scene": "sc scs scene scenes scène scènes",
    "supplement": "supp supps suppl suppls supplement supplements supplément suppléments",
    "table": "tbl tbls table tables tab tabelle tabellen tableau tableaux",
    "title-locator": "tit titt title titles titre titres",
    "verse": "v vv verse verses vers verset versets ст стих стихи",
    "version": "version versions версия",
}
"""CSL's kind of place → its names, long and short, one and many; without the full stop."""

KINDS: Mapping[str, str] = {
    name: kind for kind, names in reversed(tuple(_NAMES.items())) for name in names.split()
}
"""Name → kind. Where languages differ, that which stands first above counts."""

# A number as places have them: 12, 4a, A3, 5(2)(b), iv, D, 3.2, in brackets or not, or with f. or
# ff. behind.
_DIGITS = r"[A-Z]?[0-9][\w.:/]*(?<![.:/])(?:\(\w+\))*(?:(?<=f)\.)?"
_ROMAN = r"(?=[ivxlcdm]+\b)[ivxlcdm]+"
_NUMBER = rf"[(\[]?(?:{_DIGITS}|{_ROMAN}|[A-Z]{{1,2}})[)\]]?(?:\sff?\b\.?)?"
_BETWEEN = r"(?:\s?[-–—]\s?|,\s?|\s?&\s?|\s(?:and|und|et|и)\s(?=\W?[0-9]))"
_PLACE = rf"{_NUMBER}(?:{_BETWEEN}{_NUMBER})*(?![\w’'])"
_NAMED = re.compile(rf"(?P<name>§§?|¶¶?|[^\W\d_]+)(?:\.?\s+|\.?(?=[0-9]))(?P<place>{_PLACE})")
_BARE = re.compile(rf"(?P<place>{_PLACE})(?=,|$)")
_WORD = re.compile(r"s\.\s?vv?\.\s*(?P<place>[‘“][^’”]+[’”]|'[^']+'|\"[^\"]+\"|[\w-]+)")


class Place(NamedTuple):
    """A place in a work.

    Attributes:
        kind: As CSL calls it.
        number: Or numbers, as the author wrote them.
        end: The offset of what follows it.
    """

    kind: str
    number: str
    end: int


def find_place(text: str) -> Place | None:
    """Find the place that a text begins with; None where it begins with other words.

    A number without a name is a page where nothing but a comma follows it.
    """
    named = _NAMED.match(text)
    if named is not None:
        kind = KINDS.get(named["name"].lower())
        if kind is not None:
            return Place(kind, named["place"], named.end())
    word = _WORD.match(text)
    if word is not None:
        return Place("sub-verbo", word["place"], word.end())
    bare = _BARE.match(text)
    return Place("page", bare["place"], bare.end()) if bare is not None else None
