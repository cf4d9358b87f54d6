"""The objects of one file.

Numbers, pages and catalogue are reportlab's. What there are thousands of is kept as plain text
beside them, because its dictionaries are slow to write.
"""

from collections.abc import Callable, Iterable, Sequence

from reportlab.pdfbase import pdfdoc

from briefing.model.conformance import UA1_A3A, Conformance
from briefing.pdf.objects.serialise import packed_stream, serialise, stream

_CATALOGUE_KEYS = ("OutputIntents", "AF")  # that reportlab's catalogue would not write
_PAGE_KEYS = ("Group", "StructParents", "Tabs")  # likewise, of its pages
_STREAM_END = b"endstream\n"


class Document:
    """Collects objects under their numbers and writes them all at the end.

    Bodies are Latin-1 texts in the syntax of PDF.

    Args:
        conformance: The standards that the file keeps.
    """

    def __init__(self, conformance: Conformance = UA1_A3A) -> None:
        self._conformance = conformance
        self._register = pdfdoc.PDFDocument(invariant=1)
        self._objects: dict[int, str] = {}
        self._streams: dict[int, bytes] = {}
        self._last: dict[int, Callable[[str], bytes]] = {}
        self._pages: list[pdfdoc.PDFPage] = []
        # Shared: every page may use every font and picture.
        self._resources = pdfdoc.PDFResourceDictionary()
        self._catalogue = self._register.Catalog
        self._catalogue.Outlines = None  # reportlab's own is not used
        self._catalogue.__NoDefault__ = [*self._catalogue.__NoDefault__, *_CATALOGUE_KEYS]

    def reserve(self, count: int = 1) -> int:
        """Set object numbers aside, to be filled in with `put`; the first is returned."""
        first: int = self._register.objectcounter + 1
        self._register.objectcounter += count
        return first

    def put(self, number: int, body: str) -> None:
        """Give a reserved number its object, which is no stream."""
        self._objects[number] = body

    def add(self, body: str) -> int:
        """Add an object that is no stream; its number is returned."""
        number = self.reserve()
        self._objects[number] = body
        return number

    def add_stream(self, entries: str, data: bytes) -> int:
        """Add a stream, deflated here, with the `entries` of its dictionary."""
        number = self.reserve()
        self._streams[number] = packed_stream(entries, data)
        return number

    def add_ready_stream(self, entries: str, data: bytes) -> int:
        """Add a stream that is filtered already, as `entries` says, or not at all."""
        number = self.reserve()
        self._streams[number] = stream(entries, data)
        return number

    def add_last_stream(self, entries: str, write: Callable[[str], bytes]) -> int:
        """Add a stream that is written when all else is, and told the identifier of that."""
        number = self.reserve()
        self._last[number] = lambda identifier: stream(entries, write(identifier))
        return number

    def add_pages(self, sizes: Iterable[tuple[float, float]]) -> tuple[int, ...]:
        """Add empty pages of the given widths and heights; their numbers are returned."""
        register = self._register
        self._resources.basicFonts()
        shared = register.Reference(self._resources)
        numbers = []
        for width, height in sizes:
            page = pdfdoc.PDFPage()
            page.pagewidth, page.pageheight = width, height
            page.__NoDefault__ = [*page.__NoDefault__, *_PAGE_KEYS]
            page.Resources = shared
            page.Tabs = "/S" if self._conformance.is_tagged else None
            register.addPage(page)
            self._pages.append(page)
            numbers.append(register.objectcounter)
        return tuple(numbers)

    def fill_page(
        self,
        index: int,
        code: str,
        *,
        annotations: Sequence[int],
        parents: int | None,
        is_blended: bool = False,
    ) -> None:
        """Give a page its content, and what is laid over it.

        Args:
            index: Of the page, from 0.
            code: Its content stream.
            annotations: Their numbers.
            parents: Its key in the parent tree, None where nothing on it is tagged.
            is_blended: One sees through something on it; says in which colours that is reckoned.
        """
        page = self._pages[index]
        page.Contents = f"{self.add_stream('', code.encode('latin-1'))} 0 R"
        page.Annots = [f"{number} 0 R" for number in annotations]
        page.StructParents = parents
        page.Group = "<</S/Transparency/CS/DeviceRGB>>" if is_blended else None

    def add_font(self, name: str, number: int) -> None:
        """Let all pages call a font by a name."""
        self._register.idToObject[pdfdoc.BasicFonts].dict[name] = f"{number} 0 R"

    def add_picture(self, name: str, number: int) -> None:
        """Let all pages call a bitmap or a form by a name."""
        self._resources.XObject[name] = f"{number} 0 R"

    def add_opacity(self, name: str, body: str) -> None:
        """Let all pages call a set of parameters of the graphics state by a name."""
        self._resources.ExtGState[name] = body

    def add_shading(self, name: str, number: int) -> None:
        """Let all pages call a shading by a name."""
        self._resources.Shading[name] = f"{number} 0 R"

    def set_catalogue(self, **entries: str | None) -> None:
        """Set entries of the catalogue by their keys; None leaves one out."""
        for key, value in entries.items():
            setattr(self._catalogue, key, value)

    def to_bytes(self, *, info: int) -> bytes:
        """Write the file; `info` is the number of the information dictionary."""
        register = self._register
        register.Reference(self._catalogue)
        objects, streams = dict(self._objects), dict(self._streams)
        written = 0
        while written < len(register.numberToId):  # writing one may register another
            for number, key in list(register.numberToId.items())[written:]:
                body = pdfdoc.format(register.idToObject[key], register, toplevel=1)
                if body.endswith(_STREAM_END):  # PDF/A wants it on a line of its own
                    streams[number] = body.removesuffix(_STREAM_END) + b"\nendstream"
                else:
                    objects[number] = body.decode("latin-1")
                written += 1
        root, _ = register.idToObjectNumberAndVersion[self._catalogue.__InternalName__]
        version = self._conformance.version
        return serialise(objects, streams, root=root, info=info, version=version, last=self._last)
