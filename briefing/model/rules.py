"""What the rules that a project may lower ask of words and of the heads of tables.

Whoever reads a text judges what stands in it; where a condition or an expression decides what is
printed, whoever words it does. Both ask here, and tell of a fault in the same words.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol, assert_never
from urllib.parse import unquote

from briefing.errors import Diagnostic
from briefing.model.country import Amount, Reading
from briefing.model.prose import (
    ALWAYS,
    Citation,
    Emphasis,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Reference,
    Span,
    Strong,
    Text,
    Worded,
)


class Fault(NamedTuple):
    """What is wrong, and what would be right."""

    message: str
    hint: str


def fixed_words(inlines: Iterable[Inline]) -> str | None:
    """Give words that are the same for every reader, without notes; None where they are not."""
    words: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text=text):
                words.append(text)
            case Emphasis(children=children) | Strong(children=children) | Link(children=children):
                inner = fixed_words(children)
            case Span(children=children, attributes=attributes):
                inner = fixed_words(children) if attributes.conditions == ALWAYS else None
            case LineBreak():
                words.append(" ")
            case Citation() | Footnote():
                pass
            case Worded() | Reference():
                return None
            case _:
                assert_never(inline)
        if isinstance(inline, Emphasis | Strong | Link | Span):
            if inner is None:
                return None
            words.append(inner)
    return " ".join("".join(words).split())


# --- links -------------------------------------------------------------------------------------

_VAGUE: Mapping[str, str] = {
    "en": """
        click | click here | click this link | continue | continue reading | details | download |
        download here | find out more | follow this link | further information | go | go here |
        here | info | information | learn more | link | more | more details | more info |
        more information | more here | online | page | read here | read more | read on | see |
        see here | see more | site | the link | the page | the site | the website | this |
        this link | this page | this site | this website | visit | web page | web site | webpage |
        website
    """,
    "de": """
        details | dieser link | diesem link | diese seite | dieser seite | download | hier |
        hier klicken | herunterladen | internetseite | klick | klicken | klicken sie hier | link |
        mehr | mehr dazu | mehr erfahren | mehr infos | mehr informationen | mehr lesen | online |
        seite | siehe hier | webseite | website | weiter | weitere informationen | weiterlesen
    """,
    "fr": """
        ce lien | ce site | cette page | cliquer ici | cliquez | cliquez ici | détails | en ligne |
        en savoir plus | ici | la suite | le lien | le site | lien | lire ici | lire la suite |
        lire plus | page | page web | par ici | plus | plus d'infos | plus d'informations | site |
        site internet | site web | suite | télécharger | voir | voir ici | voir plus
    """,
    "ru": """
        веб-сайт | далее | ещё | еще | здесь | на сайте | нажмите | нажмите здесь | нажмите сюда |
        на этой странице | онлайн | по ссылке | по этой ссылке | подробнее | подробности |
        перейти | сайт | скачать | ссылка | страница | сюда | тут | узнать больше |
        читать далее | читать дальше | эта ссылка | эта страница | этот сайт
    """,
}
_LINKS = {
    language: frozenset(" ".join(one.split()) for one in listed.split("|"))
    for language, listed in _VAGUE.items()
}
"""What says nothing of where a link leads, by language."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_SCHEME = re.compile(r"https?://(?:www\.)?|www\.", re.IGNORECASE)
_DASHES = re.compile("[-\u2013\u2014]+")  # two hyphens may have become a dash
_EDGES = re.compile(r"^\W+|\W+$")


def vague_link(words: str, target: str, language: str) -> Fault | None:
    """Tell what is wrong with the words of a link, which many hear without those around them.

    An address as its own words is taken: it is what a reader on paper needs.
    """
    plain = _plain(words)
    if plain in _LINKS.get(language.partition("-")[0], ()):
        hint = "say what it leads to, such as 'the report of 2022'"
        return Fault(f"a link says only {words!r}", hint)
    if _ADDRESS.fullmatch(words) and not _is_within(_bare(words), _bare(target)):
        hint = "write the address that it leads to, or what stands there"
        return Fault(f"a link says {words!r} and leads to {target!r}", hint)
    return None


def _bare(address: str) -> str:
    """Strip an address of what is often left out of it in print."""
    return _DASHES.sub("-", _SCHEME.sub("", unquote(address), count=1)).rstrip("/.").lower()


def _is_within(said: str, target: str) -> bool:
    return target.startswith(said) and target[len(said) :][:1] in ("", "/", "?", "#")


# --- alternatives ------------------------------------------------------------------------------

_KINDS = frozenset(
    """
    alt alternative artwork chart cover description diagram drawing figure graph graphic graphics
    icon illustration image img logo map photo photograph pic picture placeholder portrait
    screenshot table text title untitled
    abb abbildung bild foto fotografie grafik karte symbol tabelle titelbild zeichnung
    carte dessin graphique icône photographie tableau
    график диаграмма значок изображение иллюстрация карта картинка логотип рис рисунок снимок
    схема таблица фото фотография
    a an the of this my our ein eine das der die von un une le la l de du des les
    """.split()  # noqa: SIM905 (a column of two hundred quotation marks is no table)
)
"""Words that name what a picture is and not what it shows, and small words beside them."""

_WORD = re.compile(r"\w+")
_FILE = re.compile(
    r"\S+\.(?:bmp|gif|heic|jpe?g|pdf|png|svg|tiff?|webp)|(?:dscn?|img|mvi|pict?|scan)[-_ ]?\d+",
    re.IGNORECASE,
)


def vague_alternative(words: str, what: str, name: str, title: str) -> Fault | None:
    """Tell what is wrong with the words for those who cannot see a picture or chart.

    Args:
        words: Those for it.
        what: ``picture`` or ``chart``.
        name: Of its file.
        title: Printed with it; may be empty.
    """
    said = words.strip()
    kinds = all(word.lower() in _KINDS or word.isdecimal() for word in _WORD.findall(said))
    if kinds or _FILE.fullmatch(said) or said == name:
        hint = "say what can be seen, and what matters in it, in a sentence"
        return Fault(f"{words!r} does not say what the {what} shows", hint)
    if title and _plain(said) == _plain(title):
        hint = "say what can be seen; the title is read out as well"
        return Fault(f"the alternative text repeats the title of the {what}", hint)
    return None


def _plain(words: str) -> str:
    """Give words in small letters, without the signs around them."""
    return _EDGES.sub("", " ".join(words.replace("\u2019", "'").lower().split()))


# --- tables ------------------------------------------------------------------------------------


class _Cell(Protocol):
    @property
    def children(self) -> Sequence[object]: ...

    @property
    def columns(self) -> int: ...


class _Row(Protocol):
    @property
    def cells(self) -> Sequence[_Cell | None]: ...


def headless(head: Sequence[_Row]) -> Fault | None:
    """Tell which columns of a table have no head; the first needs none where others have one."""
    headed: set[int] = set()
    columns = 0
    for row in head:
        columns = len(row.cells)
        for at, cell in enumerate(row.cells):
            if cell is not None and cell.children:
                headed.update(range(at, at + cell.columns))
    hint = "name what stands below, in a word; it is read out with every cell"
    if not headed:
        return Fault("the head of the table is empty", hint)
    lacking = [str(at + 1) for at in range(1, columns) if at not in headed]
    if not lacking:
        return None
    which = f"columns {', '.join(lacking)}" if len(lacking) > 1 else f"column {lacking[0]}"
    return Fault(f"nothing heads {which} of the table", hint)


# --- headings ----------------------------------------------------------------------------------


def skipped_level(level: int, before: int) -> Fault | None:
    """Tell what is wrong with a heading behind one of the level `before`; 1 is a section's own."""
    if level <= before + 1:
        return None
    message = f"a heading of level {level} stands below one of level {before}"
    if before == 1:
        message = f"the first heading is of level {level}"
    return Fault(message, f"write {'#' * (before + 1)}")


def contradiction(reading: Reading, rival: Reading, period: str) -> Diagnostic:
    """Say that two sources give different figures for one thing.

    Args:
        reading: The figure of one; a choice that it carries takes neither.
        rival: That of the other.
        period: Of both.
    """
    same = reading.where.file == rival.where.file
    at = f"line {reading.where.line}" if same else str(reading.where)
    message = (
        f"{rival.indicator!r} for {rival.place!r} in {period} is {told(rival.amount)} by "
        f"{rival.source!r}, and {told(reading.amount)} by {reading.source!r}"
    )
    hint = f"the other is at {at}; say in content/choices.yaml which is printed, or range, and why"
    if reading.choice is not None:
        hint = (
            f"the other is at {at}; those who may see them may not see what the choice at "
            f"{reading.choice.where} takes: name in its 'take', by preference, which they get"
        )
    return Diagnostic(rival.where, message, hint, rule="contradiction")


def told(amount: Amount) -> str:
    """Say an amount in a message."""
    ends = [f"{end:,.15g}" for end in (amount.low, amount.high) if end is not None]
    return f"{amount.qualifier} {' to '.join(dict.fromkeys(ends))}".strip()
