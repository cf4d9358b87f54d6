"""``content/pictures/*.yaml``, each with the file of the picture beside it."""

from typing import get_args

from briefing.errors import Location, Rule
from briefing.load.conditions import read_conditions
from briefing.load.expressions import Checker
from briefing.load.pictures.bitmaps import MediaType, Named, is_format, read_bitmap
from briefing.load.pictures.codes import check_told, printed_below, read_code, said_of
from briefing.load.prose import Prose, prose_of
from briefing.load.prose.alternatives import read_alternative
from briefing.load.syntax.fields import Fields
from briefing.load.syntax.files import Files, TextFile, Wanted
from briefing.model.content import PictureSpec
from briefing.model.drawing import Bitmap, Drawing
from briefing.model.prose import Conditions, Width
from briefing.units import Pt

FOLDER = "content/pictures"

ENDINGS = (".png", ".jpg", ".jpeg", ".svg")
"""Of the files that are read."""

BESIDE = (*ENDINGS, ".py")
"""Of what may stand in the folder: pictures, and programs that draw them."""

LARGEST = 64 * 1024 * 1024
"""In bytes."""

_MEDIA: dict[str, MediaType] = {
    ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg",
}  # fmt: skip
_SPANS: tuple[Width, ...] = get_args(Width)


def read_picture(
    key: str, fields: Fields, file: TextFile, checker: Checker, files: Files
) -> PictureSpec | None:
    """Read a picture with what is said of it; None if its file cannot be read."""
    conditions = read_conditions(fields, checker)
    prose = prose_of(checker, file, conditions)
    if fields.has("code"):
        return _code(key, fields, prose, conditions, checker)
    image = _image(key, fields, files)
    title, note = prose.read(fields, "title"), prose.read(fields, "note")
    alt = read_alternative(fields, prose, "picture", key, title)
    _check_ornament(fields)
    credit = prose.read(fields, "credit", None)
    span = fields.choice("span", _SPANS, "full")
    fields.done()
    if image is None:
        return None
    where = Location(file.path, 1)
    return PictureSpec(key, image, alt, title, note, credit, span, conditions, where)


def _code(
    key: str, fields: Fields, prose: Prose, conditions: Conditions, checker: Checker
) -> PictureSpec | None:
    """Read a QR code, of which nothing need be said: its address says it."""
    for name in ("file", "decorative"):
        hint = "a picture is made from 'file' or from 'code', and a code is no ornament"
        fields.refuse(name, f"a picture with 'code' has no {name!r}", hint)
    address, image = read_code(key, fields)
    where = fields.place("code")
    languages = checker.known.languages
    title, credit = prose.read(fields, "title"), prose.read(fields, "credit")
    alt = said_of(address, where, languages)
    if fields.has("alt"):
        alt = read_alternative(fields, prose, "picture", key, title)
        check_told(address, fields)
    note = prose.read(fields, "note") if fields.has("note") else printed_below(address, where)
    span = fields.choice("span", _SPANS, "third")
    fields.done()
    if image is None:
        return None
    place = Location(where.file, 1)
    return PictureSpec(key, image, alt, title, note, credit, span, conditions, place, address)


def _check_ornament(fields: Fields) -> None:
    """Refuse a picture without words that is not declared an ornament."""
    decorative = fields.truth("decorative", False)
    hint = "alt: what it shows, in words; decorative: true for an ornament that shows nothing"
    if decorative == fields.has("alt"):
        message = "a picture has either 'alt' or 'decorative: true'"
        rule: Rule = "" if decorative else "alternative"
        fields.problems.error(fields.place("alt"), message, hint, rule)


def _image(key: str, fields: Fields, files: Files) -> Drawing | None:
    """Read the file that ``file`` names."""
    node = fields.scalar("file", "the name of a file")
    if node is None:
        if not fields.has("file"):
            fields.missing("file", "the name of a picture's file, such as 'ridges.svg'")
        return None
    name, problems = node.text, fields.problems
    ending = next((one for one in ENDINGS if name.lower().endswith(one)), "")
    if "/" in name or "\\" in name:
        message = f"{name!r} does not stand beside this file"
        problems.error(node.where, message, f"put it into '{FOLDER}', and give its name alone")
        return None
    if not ending or name in ENDINGS:
        hint = f"wanted: a file that ends in {', '.join(ENDINGS)}"
        problems.error(node.where, f"{name!r} is no picture that is read here", hint)
        return None
    wanted = Wanted(f"the file {name!r}", LARGEST, "save it smaller")
    data = files.data(f"{FOLDER}/{name}", node.where, wanted)
    if data is None:
        return None
    if ending == ".svg":
        return _vectors(key, Named(name, node.where), data, fields)
    raster = read_bitmap(data, _MEDIA[ending], Named(name, node.where), problems)
    if raster is None:
        return None
    size = Pt(raster.width), Pt(raster.height)
    item = Bitmap(raster, 0.0, 0.0, *size)
    return Drawing(key, *size, (item,), alt="", data="", where=node.where)


def _vectors(key: str, named: Named, data: bytes, fields: Fields) -> Drawing | None:
    from briefing.load.pictures.svg import read_svg  # of use only where there is one

    if not is_format("SVG", data, named, fields.problems):
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        fields.problems.error(named.where, f"{named.name!r} is not in UTF-8", "save it as UTF-8")
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return read_svg(TextFile(f"{FOLDER}/{named.name}", text), key, fields.problems)
