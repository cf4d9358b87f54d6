"""Shaping: from the letters of a word to the glyphs of one or more faces."""

import re
import unicodedata
from collections.abc import Iterator

import uharfbuzz as hb
from msgspec import Struct

from briefing.text.face import Face, open_face

_CLOSE = 1e-6

MAX_WORDS = 20_000  # kept by each shaper; about 1 kB each

_LONG = 24  # letters of an address from which on it is shaped part by part: breaking asks for
# the widths of many of its beginnings and ends, and these share their parts
_PART = re.compile(r"[^/?&=_#%@.:~+-]*[/?&=_#%@.:~+-]*")


Glyphs = tuple[tuple[int, str], ...]
"""Glyphs, each with the text that it stands for."""


class Part(Struct, frozen=True):
    """A stretch of a word in one face and at one height.

    Attributes:
        code: The body of a PDF ``TJ`` array, without the brackets: hexadecimal glyph numbers of
            two bytes, and adjustments, such as ``<002A0045>-12<0031>``.
        glyphs: Each glyph with the text that it stands for, for ToUnicode; the text of several
            glyphs is with the first of them, the others have none.
        advance: In 1/1000 em, adjustments included.
        rise: How far above the baseline, in 1/1000 em.
    """

    face: Face
    code: str
    glyphs: Glyphs
    advance: float
    rise: float = 0.0


class Word(Struct, frozen=True):
    """A shaped word; there is no space in it.

    Attributes:
        em: Its width in 1/1000 em.
        letters: How many glyphs it has, each of which is followed by the tracking.
    """

    parts: tuple[Part, ...]
    em: float
    letters: int


EMPTY = Word((), 0.0, 0)


class Shaper:
    """Shapes words in a chain of faces with a set of features, and remembers them.

    A character is taken from the first face that has it; the others are opened only when it
    lacks one.

    Attributes:
        words: What was shaped so far; bounded, so it may be empty again at any time.
        space: The space of the first face.
        hyphen: What a soft hyphen looks like at the end of a line.
    """

    __slots__ = ("_features", "_paths", "hyphen", "space", "words")

    def __init__(self, paths: tuple[str, ...], features: tuple[str, ...]) -> None:
        self._paths = paths
        self._features = dict(map(_feature, features))
        self.words: dict[str, Word] = {"": EMPTY}
        first = open_face(paths[0])
        self.space = _glyph_part(first, first.glyph(" "), " ")
        hyphen = _glyph_part(first, first.glyph("\u2010") or first.glyph("-"), "\u00ad")
        self.hyphen = Word((hyphen,), hyphen.advance, 1)

    def shape(self, text: str) -> Word:
        """Shape a word, or find it among those already shaped."""
        word = self.words.get(text)
        if word is None:
            if len(self.words) >= MAX_WORDS:
                self.words.clear()
                self.words[""] = EMPTY
            word = self.words[text] = self._word(text)
        return word

    @property
    def faces(self) -> Iterator[Face]:
        """The faces in their order; each is opened when it is asked for."""
        return map(open_face, self._paths)

    def _word(self, text: str) -> Word:
        if len(text) > _LONG and ("/" in text or "_" in text):
            parts = _PART.findall(text)
            if len(parts) > 2:  # the last one is empty
                return _joined([self.shape(part) for part in parts])
        return self._shaped(text)

    def _shaped(self, text: str) -> Word:
        parts = shape(open_face(self._paths[0]), text, self._features)
        if any([not gid for part in parts for gid, _ in part.glyphs]):
            stretches = tuple(_by_face(text, tuple(self.faces)))
            parts = tuple(p for face, s in stretches for p in shape(face, s, self._features))
        if len(parts) == 1:
            (part,) = parts
            return Word(parts, part.advance, len(part.glyphs))
        return Word(parts, sum(p.advance for p in parts), sum(len(p.glyphs) for p in parts))


def _joined(words: list[Word]) -> Word:
    """One word of several that stand side by side."""
    parts = [part for word in words for part in word.parts]
    em, letters = sum(word.em for word in words), sum(word.letters for word in words)
    first = parts[0]
    if any(part.face is not first.face or part.rise != first.rise for part in parts):
        return Word(tuple(parts), em, letters)
    code = "".join(part.code for part in parts).replace("><", "")
    glyphs = tuple(glyph for part in parts for glyph in part.glyphs)
    return Word((Part(first.face, code, glyphs, em, first.rise),), em, letters)


def shape(face: Face, text: str, features: dict[str, bool]) -> tuple[Part, ...]:
    """Shape a stretch of text in one face; glyph 0 stands for what it lacks."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.language = "und"  # else HarfBuzz asks the machine's locale
    buffer.guess_segment_properties()
    if not text.isascii():
        # So that a combining mark keeps its own text although it is set with its base.
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    hb.shape(face.font, buffer, features)
    infos, positions = buffer.glyph_infos, [p.position for p in buffer.glyph_positions]
    texts = _texts(text, [info.cluster for info in infos])
    glyphs = tuple(zip([info.codepoint for info in infos], texts, strict=True))
    for x_offset, y_offset, _, _ in positions:
        if x_offset or y_offset:
            return _moved(face, glyphs, positions)
    return (_in_line(face, glyphs, [position[2] for position in positions]),)


def _in_line(face: Face, glyphs: Glyphs, advances: list[int]) -> Part:
    """Write glyphs that all stand on the baseline, where those before them end."""
    codes, per_unit, written = face.codes, 1000 / face.upem, ""
    for (gid, _), advance in zip(glyphs, advances, strict=True):
        code, width = codes[gid]
        written += code
        gap = advance * per_unit - width
        if gap > _CLOSE or gap < -_CLOSE:
            written += f">{_number(-gap)}<"
    return Part(face, f"<{written}>".removesuffix("<>"), glyphs, sum(advances) * per_unit)


def _moved(
    face: Face, glyphs: Glyphs, positions: list[tuple[int, int, int, int]]
) -> tuple[Part, ...]:
    """Write glyphs some of which are moved, as accents are."""
    writer = _PartWriter(face)
    for (gid, text), (x_offset, y_offset, advance, _) in zip(glyphs, positions, strict=True):
        writer.add(gid, text, advance, x_offset, y_offset)
    return writer.done()


def _texts(text: str, starts: list[int]) -> list[str]:
    """The text that each glyph stands for; `starts` says where in `text` it begins."""
    if len(starts) == len(text) and starts == list(range(len(text))):
        return list(text)
    known = sorted(set(starts))
    left = {
        start: "".join(c for c in text[start:end] if not is_ignorable(c))
        for start, end in zip(known, [*known[1:], len(text)], strict=True)
    }
    return [left.pop(start, "") for start in starts]


class _PartWriter:
    """Writes glyphs as the body of a ``TJ`` array, a part for each height."""

    __slots__ = ("_advance", "_code", "_face", "_gap", "_glyphs", "_hex", "_parts", "_rise")

    def __init__(self, face: Face) -> None:
        self._face = face
        self._parts: list[Part] = []
        self._rise = 0
        self._begin()

    def _begin(self) -> None:
        self._code: list[str] = []
        self._hex: list[str] = []
        self._glyphs: list[tuple[int, str]] = []
        self._gap = 0.0  # in 1/1000 em, to be left before the next glyph
        self._advance = 0.0

    def add(self, gid: int, text: str, advance: int, x_offset: int, y_offset: int) -> None:
        """Set one glyph; lengths in font units."""
        if y_offset != self._rise:
            self._end()
            self._rise = y_offset
        per_unit = 1000 / self._face.upem
        gap = self._gap + x_offset * per_unit
        if abs(gap) > _CLOSE:
            self._flush()
            self._code.append(_number(-gap))
        code, width = self._face.codes[gid]
        self._hex.append(code)
        self._glyphs.append((gid, text))
        self._gap = (advance - x_offset) * per_unit - width
        self._advance += advance * per_unit

    def done(self) -> tuple[Part, ...]:
        self._end()
        return tuple(self._parts)

    def _flush(self) -> None:
        if self._hex:
            self._code.append(f"<{''.join(self._hex)}>")
            self._hex = []

    def _end(self) -> None:
        if not self._glyphs:
            return
        self._flush()
        if abs(self._gap) > _CLOSE:
            self._code.append(_number(-self._gap))
        rise = self._rise * 1000 / self._face.upem
        glyphs = tuple(self._glyphs)
        self._parts.append(Part(self._face, "".join(self._code), glyphs, self._advance, rise))
        self._begin()


def _number(value: float) -> str:
    whole = int(value)
    return str(whole) if whole == value else f"{value:.3f}".rstrip("0").rstrip(".")


def _glyph_part(face: Face, gid: int, text: str) -> Part:
    return Part(face, f"<{gid:04X}>", ((gid, text),), face.advance(gid))


def _feature(name: str) -> tuple[str, bool]:
    """Read ``"onum"`` as switched on and ``"-liga"`` as switched off."""
    return (name[1:], False) if name.startswith("-") else (name, True)


def _by_face(text: str, faces: tuple[Face, ...]) -> Iterator[tuple[Face, str]]:
    """Cut text into stretches by the first face that has a character with its marks."""
    current, stretch = faces[0], ""
    for cluster in clusters(text):
        face = _face_for(cluster, faces)
        if face is not current and stretch:
            yield current, stretch
            stretch = ""
        current, stretch = face, stretch + cluster
    if stretch:
        yield current, stretch


def clusters(text: str) -> Iterator[str]:
    """Cut text into characters with the marks, joiners and selectors that belong to them."""
    cluster = ""
    for character in text:
        if cluster and not _continues(character):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def _continues(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf")


def _face_for(cluster: str, faces: tuple[Face, ...]) -> Face:
    wanted = {ord(c) for c in cluster if not is_ignorable(c)}
    composed = {ord(c) for c in unicodedata.normalize("NFC", cluster) if not is_ignorable(c)}
    for face in faces:
        if wanted <= face.characters or composed <= face.characters:
            return face
    base = ord(cluster[0])
    return next((face for face in faces if base in face.characters), faces[0])


def is_ignorable(character: str) -> bool:
    """Whether a character is never drawn: controls, formats, variation selectors.

    Source: Unicode 16, Default_Ignorable_Code_Point, as far as it occurs in our text.
    """
    return unicodedata.category(character) in ("Cc", "Cf") or "\ufe00" <= character <= "\ufe0f"
