"""What pages call by a name beside fonts and bitmaps; each is in the file once."""

import re
import zlib
from functools import lru_cache
from typing import Literal

from briefing.pdf.objects.document import Document
from briefing.pdf.objects.serialise import LEVEL
from briefing.pdf.objects.syntax import number, numbers

_OPACITY = re.compile(r"/(A[0-9]+) gs")

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in the coordinates of what it is around."""


class Named:
    """Names opacities, paths that are painted many times, and meshes; writes them at the end."""

    def __init__(self) -> None:
        self._opacities: dict[str, str] = {}
        self._forms: dict[tuple[str, Box], str] = {}
        self._shadings: dict[tuple[str, bytes], str] = {}

    def opacity(self, of: Literal["ca", "CA"], alpha: float) -> str:
        """The operator that sets the opacity of fills (ca) or strokes (CA); ISO 32000-2 8.4.5."""
        entry = f"/{of} {number(alpha, 3)}"
        called = self._opacities.setdefault(entry, f"A{len(self._opacities) + 1}")
        return f"/{called} gs\n"

    def form(self, code: str, box: Box) -> str:
        """The operator that paints `code`, in the state it is painted in (ISO 32000-2 8.10).

        Args:
            code: Operators that call nothing by a name but opacities.
            box: Around all that they paint.
        """
        called = self._forms.setdefault((code, box), f"X{len(self._forms) + 1}")
        return f"/{called} Do\n"

    def shading(self, entries: str, data: bytes) -> str:
        """The operator that paints a shading (ISO 32000-2 8.7.4.2)."""
        key = (entries, data)
        called = self._shadings.setdefault(key, f"S{len(self._shadings) + 1}")
        return f"/{called} sh\n"

    def write(self, document: Document) -> None:
        """Write all that were called."""
        opacities = {called: f"<<{entry}>>" for entry, called in self._opacities.items()}
        for called, entry in opacities.items():
            document.add_opacity(called, entry)
        for (code, box), called in self._forms.items():
            used = "".join([f"/{one}{opacities[one]}" for one in _opacities_in(code)])
            resources = f"/Resources<<{f'/ExtGState<<{used}>>' if used else ''}>>"
            entries = f"/Subtype/Form/BBox{numbers(box)}{resources}/Filter/FlateDecode"
            document.add_picture(called, document.add_ready_stream(entries, _packed(code)))
        for (entries, data), called in self._shadings.items():
            document.add_shading(called, document.add_stream(entries, data))


def _opacities_in(code: str) -> list[str]:
    """What opacities are called for, each once."""
    return list(dict.fromkeys(_OPACITY.findall(code))) if "/" in code else []


@lru_cache(maxsize=64)  # bounded: mostly markers, and the maps of a batch, of 20 kilobytes or less
def _packed(code: str) -> bytes:
    return zlib.compress(code.encode("latin-1"), LEVEL)
