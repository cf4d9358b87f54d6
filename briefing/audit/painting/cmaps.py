"""CMaps: which bytes make a code, which glyph (CID) it selects, and which text it stands for."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

_LARGEST = 0x10000  # codes of one range; beyond that a file is broken or means harm
_MOST = 0x40000  # entries of one map
_BLOCK = re.compile(rb"begin(codespacerange|bfchar|bfrange|cidchar|cidrange)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<\s*([0-9A-Fa-f\s]*)>|(\[)|(\])|(\d+)")

CODECS = {
    "GB-EUC": "gb2312", "GBpc-EUC": "gb2312", "GBK-EUC": "gbk", "GBKp-EUC": "gbk",
    "GBK2K": "gb18030", "B5pc": "big5", "HKscs-B5": "big5hkscs", "ETen-B5": "cp950",
    "ETenms-B5": "cp950", "CNS-EUC": "euc_tw", "83pv-RKSJ": "cp932", "90ms-RKSJ": "cp932",
    "90msp-RKSJ": "cp932", "90pv-RKSJ": "cp932", "Add-RKSJ": "cp932", "Ext-RKSJ": "cp932",
    "EUC": "euc_jp", "KSC-EUC": "euc_kr", "KSCms-UHC": "cp949", "KSCms-UHC-HW": "cp949",
    "KSCpc-EUC": "euc_kr",
}  # fmt: skip
"""Predefined CMaps, without the direction of writing, that are codes known elsewhere.

Source: ISO 32000-1 table 118.
"""


class CMap(Struct):
    """One CMap.

    Attributes:
        spaces: Number of bytes, lowest and highest code of each range that codes may be from.
        texts: Code → text.
        ranges: Lowest and highest code, and the CID of the lowest; sorted.
    """

    spaces: list[tuple[int, bytes, bytes]] = field(default_factory=list)
    texts: dict[int, str] = field(default_factory=dict)
    ranges: list[tuple[int, int, int]] = field(default_factory=list)

    def split(self, data: bytes) -> list[int]:
        """Cut a string into codes (ISO 32000-1 9.7.6.2)."""
        codes, at, end = list[int](), 0, len(data)
        sizes = sorted({size for size, _, _ in self.spaces}) or [2]
        while at < end:
            size = next((n for n in sizes if self._has(data[at : at + n], n)), sizes[0])
            codes.append(int.from_bytes(data[at : at + size], "big"))
            at += size
        return codes

    def cid(self, code: int) -> int:
        """The glyph that a code selects; 0 for none."""
        at = bisect_right(self.ranges, (code, 1 << 62, 0)) - 1
        if at >= 0 and self.ranges[at][0] <= code <= self.ranges[at][1]:
            return self.ranges[at][2] + code - self.ranges[at][0]
        return 0

    def _has(self, code: bytes, size: int) -> bool:
        return len(code) == size and any(
            size == of
            and all(
                low <= one <= high for low, one, high in zip(lowest, code, highest, strict=True)
            )
            for of, lowest, highest in self.spaces
        )


def read_cmap(data: bytes) -> CMap:
    """Read a CMap, as far as it can be read (ISO 32000-1 9.7.5, 9.10.3)."""
    cmap = CMap()
    for block in _BLOCK.finditer(data):
        kind, tokens = block[1], list(_tokens(block[2]))
        if kind == b"codespacerange":
            pairs = zip(tokens[::2], tokens[1::2], strict=False)
            cmap.spaces += [
                (len(low), low, high)
                for low, high in pairs
                if isinstance(low, bytes) and isinstance(high, bytes) and 0 < len(low) == len(high)
            ]
        elif kind == b"bfchar":
            _add_characters(cmap, tokens)
        elif kind == b"bfrange":
            _add_ranges(cmap, tokens)
        else:
            _add_glyphs(cmap, tokens, step=2 if kind == b"cidchar" else 3)
    cmap.ranges.sort()
    return cmap


_Token = bytes | int | list[bytes]


def _tokens(data: bytes) -> Iterator[_Token]:
    inside: list[bytes] | None = None
    for digits, opens, closes, number in _TOKEN.findall(data):
        if opens:
            inside = []
        elif closes:
            if inside is not None:
                yield inside
            inside = None
        elif number:
            yield int(number) if len(number) < 10 else 0
        else:
            value = b"".join(digits.split())
            code = bytes.fromhex((value + b"0" * (len(value) % 2)).decode("ascii"))
            if inside is None:
                yield code
            else:
                inside.append(code)


def _add_characters(cmap: CMap, tokens: Sequence[_Token]) -> None:
    for code, text in zip(tokens[::2], tokens[1::2], strict=False):
        if isinstance(code, bytes) and isinstance(text, bytes):
            cmap.texts[int.from_bytes(code, "big")] = _text(text)


def _add_ranges(cmap: CMap, tokens: Sequence[_Token]) -> None:
    for low, high, text in zip(tokens[::3], tokens[1::3], tokens[2::3], strict=False):
        if not isinstance(low, bytes) or not isinstance(high, bytes) or isinstance(text, int):
            continue
        first, last = int.from_bytes(low, "big"), int.from_bytes(high, "big")
        count = min(last - first + 1, _LARGEST, _MOST - len(cmap.texts))
        if isinstance(text, list):
            for code, one in zip(range(first, first + max(count, 0)), text, strict=False):
                cmap.texts[code] = _text(one)
        elif text:
            base, final = text[:-2], int.from_bytes(text[-2:], "big")
            size = len(text) - len(base)
            for step in range(count):
                value = (final + step) & ((1 << 8 * size) - 1)
                cmap.texts[first + step] = _text(base + value.to_bytes(size, "big"))


def _add_glyphs(cmap: CMap, tokens: Sequence[_Token], *, step: int) -> None:
    for at in range(0, len(tokens) - step + 1, step):
        low, high, cid = tokens[at], tokens[at + step - 2], tokens[at + step - 1]
        if isinstance(low, bytes) and isinstance(high, bytes) and isinstance(cid, int):
            first, last = int.from_bytes(low, "big"), int.from_bytes(high, "big")
            cmap.ranges.append((first, last, cid))


def _text(data: bytes) -> str:
    if len(data) == 1:
        return chr(data[0])
    return data.decode("utf-16-be", "replace")
