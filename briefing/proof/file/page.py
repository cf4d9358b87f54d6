"""What a stream of content says: text in the order of painting, and by marked content."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from msgspec import Struct

from briefing.proof.file.codes import BEGIN, END, GUESSED, LINE, PART, SIGNS
from briefing.proof.file.fonts import Font
from briefing.proof.file.marks import Properties
from briefing.proof.file.syntax import STRING_OR_NUMBER, UnreadableError, read_string

_WIDE = 180  # thousandths of the size; no pair of letters is kerned by as much
_BEGIN, _END = SIGNS[BEGIN], SIGNS[END]
_MARK = re.compile(f"([{_BEGIN}{_END}])")
_RUNS_ON = re.compile(rf"{LINE}(?:(?<=[^\W\d_]{LINE})(?=[^\W\d_])|(?<=\d{LINE})(?=\d))")

Leaf = tuple[int, int]
"""Number of the page's object, and number of the marked content on it (MCID)."""

Segment = tuple[Font | None, str | Sequence[bytes]]
"""A font, None where nothing is shown; and folded text, or the insides of literal strings that are
still to be read with it. Both with codes in their midst."""


class Page(Struct, frozen=True):
    """The texts of a page, all folded; two words that may be one are parted by `GUESSED`.

    Attributes:
        painted: In the order of painting.
        leaves: Marked content → what it says.
        asides: Texts that are not painted: in properties of marked content, and comments.
        edges: Size → what is painted in it first and last, without a break, where sizes are told
            apart.
    """

    painted: str
    leaves: dict[Leaf, str]
    asides: tuple[str, ...]
    edges: dict[bytes, tuple[str, str]]


class Shown(Struct, frozen=True):
    """What a stream of content shows, in codes of its fonts.

    Attributes:
        segments: In order, with the codes of marked content.
        marks: What begins at each `BEGIN` among them.
        comments: Folded.
    """

    segments: list[Segment]
    marks: list[Properties]
    comments: list[str]


def assemble(shown: Mapping[int, Shown]) -> dict[int, Page]:
    """Put together what pages show, all at once, as reading a font takes its time to begin.

    Args:
        shown: Number of a page's object → what is shown on it.

    Raises:
        UnreadableError: A font does not give the text of what it shows.
    """
    texts = iter(_texts_of([segment for one in shown.values() for segment in one.segments]))
    return {
        number: _page(one, list(islice(texts, len(one.segments))), number)
        for number, one in shown.items()
    }


def _page(shown: Shown, texts: Sequence[str], number: int) -> Page:
    text = _RUNS_ON.sub(GUESSED, "".join(texts)).replace(LINE, " ")
    if text.count(_BEGIN) != len(shown.marks):
        raise UnreadableError("a string of half a code")
    leaves = _plain_leaves(text, shown.marks, number)
    if leaves is None:
        leaves = _leaves(_MARK.split(text), shown.marks, number)
    asides = [text for _, _, several in shown.marks for text in several]
    painted = text.replace(_BEGIN, "").replace(_END, "")
    return Page(painted, leaves, (*shown.comments, *asides), _edges(shown.segments, texts))


def _edges(segments: Iterable[Segment], texts: Iterable[str]) -> dict[bytes, tuple[str, str]]:
    stretches: dict[bytes, list[list[str]]] = {}
    last = b""
    for (font, _), text in zip(segments, texts, strict=True):
        if font and font.size:
            found = stretches.setdefault(font.size, [])
            if font.size != last:
                found.append([])
            found[-1].append(_MARK.sub("", text))
            last = font.size
    return {size: ("".join(s[0]), "".join(s[-1])) for size, s in stretches.items()}


def _plain_leaves(text: str, marks: Iterable[Properties], page: int) -> dict[Leaf, str] | None:
    """Likewise, where no marked content is inside of other; None where some is."""
    before, *parts = text.split(_BEGIN)
    leaves: dict[Leaf, str] = {}
    for (number, said, _), part in zip(marks, parts, strict=True):
        piece, end, behind = part.partition(_END)
        if said is not None or not end or _END in behind:
            return None
        if number is not None and piece:
            leaf = page, number
            if leaf in leaves:
                leaves[leaf] += piece
            else:  # it does not run on from whatever is read before it
                leaves[leaf] = piece if piece[0].isspace() else GUESSED + piece
    return None if _END in before else leaves


def _leaves(parts: Sequence[str], marks: Iterable[Properties], page: int) -> dict[Leaf, str]:
    """Give each piece to the innermost marked content with a number that it stands in.

    What marked content says in place of what is painted (ActualText) is said once, at its start.
    """
    leaves: dict[Leaf, str] = {}
    begun = iter(marks)
    around: list[tuple[int | None, bool]] = []
    leaf: int | None = None
    silent = False

    def say(piece: str) -> None:
        if leaf is not None and not silent:
            before = leaves.get((page, leaf), "" if piece[:1].isspace() else GUESSED)
            leaves[page, leaf] = before + piece

    for piece, sign, following in zip(
        parts[::2], (*parts[1::2], ""), (*parts[2::2], ""), strict=True
    ):
        if piece:
            say(piece)
        if sign == _BEGIN:
            around.append((leaf, silent))
            number, said, _ = next(begun)
            leaf = leaf if number is None else number
            if said is not None:
                first = following[:1]
                say(first + said if first.isspace() else said)
                silent = True
        elif sign:
            if not around:
                raise UnreadableError("marked content that ends before it begins")
            leaf, silent = around.pop()
    return leaves


def _texts_of(segments: Sequence[Segment]) -> list[str]:
    """Read all segments, those of one font at once where that can be."""
    texts = [""] * len(segments)
    by_font: dict[Font, list[tuple[int, Sequence[bytes]]]] = {}
    for index, (font, shown) in enumerate(segments):
        if isinstance(shown, str):
            texts[index] = shown
        elif font:
            by_font.setdefault(font, []).append((index, shown))
    for font, parts in by_font.items():
        bodies = [b"".join(items) for _, items in parts]
        text = font.read_bodies(PART.join(bodies))
        if text is None:
            found = [_read_one_by_one(font, items) for _, items in parts]
        else:
            found = text.split(SIGNS[PART])
        for (index, _), text in zip(parts, found, strict=True):
            texts[index] = text
    return texts


def _read_one_by_one(font: Font, items: Sequence[bytes]) -> str:
    return "".join([SIGNS.get(item) or read_steps(font, b"(%b)" % item) for item in items])


def read_steps(font: Font, operand: bytes) -> str:
    """Read strings, with steps between them that may be as wide as spaces."""
    text = ""
    step = 0.0
    for part in STRING_OR_NUMBER.findall(operand):
        if part[:1] not in b"<(":
            step += float(part)
            continue
        piece = font.read(read_string(part))
        if step < -_WIDE and text[-1:].strip() and piece[:1].strip():
            text += GUESSED
        text += piece
        step = 0.0 if piece else step
    return text
