"""QR codes of addresses, for ``code`` in ``content/pictures/*.yaml``.

Source: ISO/IEC 18004:2015; the quiet zone is that of 5.3.8, error correction that of level M.
"""

from collections.abc import Sequence
from itertools import groupby

from briefing.errors import Location
from briefing.load.syntax.fields import Fields
from briefing.load.values.keys import read_address
from briefing.model.drawing import Drawing, Segment, Shape
from briefing.model.prose import Attributes, Conditions, Inline, Link, Span, Text
from briefing.units import Pt

QUIET = 4  # modules on every side
MODULE = 1.5  # points, about half a millimetre: what telephones read at arm's length
LONGEST = 250  # characters; more make modules too many to be told apart in print

_SAYS = {
    "en": "QR code of the address",
    "de": "QR-Code der Adresse",
    "fr": "Code QR de l’adresse",
    "ru": "QR-код адреса",
}


def read_code(key: str, fields: Fields) -> tuple[str, Drawing | None]:
    """Read an address and draw its code; without a drawing where it is none."""
    fields.text("code", wanted="the address of a page")
    address = read_address(fields, "code")
    where = fields.place("code")
    if len(address) > LONGEST:
        hint = f"take a shorter one, of {LONGEST} at most"
        fields.problems.error(where, f"the address has {len(address)} characters", hint)
        return address, None
    return address, draw_code(key, address, where) if address else None


def draw_code(key: str, address: str, where: Location) -> Drawing:
    """Draw a code, black on white, with its quiet zone."""
    import segno  # late: of use only where there is a code

    made = segno.make_qr(address, error="m", boost_error=False)
    modules = [[bool(module) for module in row] for row in made.matrix]
    side = (len(modules) + 2 * QUIET) * MODULE
    ground = Shape(_rectangle(0, 0, side, side), fill="#ffffff")
    code = Shape(tuple(_modules(modules)), fill="#000000")
    return Drawing(key, Pt(side), Pt(side), (ground, code), alt="", data="", where=where)


def said_of(address: str, where: Location, languages: Sequence[str]) -> tuple[Inline, ...]:
    """Say in place of a code what it leads to, in each language."""
    texts = {each: _SAYS.get(each.partition("-")[0], _SAYS["en"]) for each in languages}
    if len(texts) == 1:
        return (Text(f"{texts[languages[0]]} {address}", where),)
    return tuple(
        Span(
            (Text(f"{text} {address}", where),),
            Attributes(conditions=Conditions(languages=frozenset((language,)))),
            where,
        )
        for language, text in texts.items()
    )


def check_told(address: str, fields: Fields) -> None:
    """Refuse an alternative that hides where a code leads.

    Those who hear it would not know, and no search of a file reads what modules say.
    """
    node = fields.scalar("alt")
    short = _short(address)
    if node is not None and node.text.strip() and short and short not in node.text:
        # The address may be what some must not read, and they may read messages.
        hint = "let it hold the address that stands under 'code', or leave it out"
        fields.problems.error(node.where, "'alt' does not say where the code leads", hint)


def printed_below(address: str, where: Location) -> tuple[Inline, ...]:
    """Print the address as a link, for those who cannot or need not point a camera at it."""
    return (Link(address, (Text(_short(address), where),), where),)


def _short(address: str) -> str:
    return address.partition("://")[2].removesuffix("/")


def _modules(modules: Sequence[Sequence[bool]]) -> list[Segment]:
    """Draw the dark modules, those that touch in a row as one."""
    path: list[Segment] = []
    for down, row in enumerate(modules):
        across = 0
        for dark, run in groupby(row):
            count = len(list(run))
            if dark:
                x, y = (across + QUIET) * MODULE, (down + QUIET) * MODULE
                path += _rectangle(x, y, x + count * MODULE, y + MODULE)
            across += count
    return path


def _rectangle(left: float, top: float, right: float, bottom: float) -> tuple[Segment, ...]:
    return (("M", left, top), ("L", right, top), ("L", right, bottom), ("L", left, bottom), ("Z",))
