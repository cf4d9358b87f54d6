"""The structure tree: the document's logical order, with what was painted for each leaf.

The tree comes whole from `compose`; the marked content of its leaves is filled in here.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from briefing.model.structure import Leaf, LinkPlace, Node
from briefing.pdf.objects.document import Document
from briefing.pdf.objects.syntax import name, name_tree, numbers, references, string
from briefing.pdf.painting.recorder import Recorder
from briefing.pdf.structure.annotations import Annotation
from briefing.pdf.structure.tree import ROLE_MAP, TreeIndex


class Painted(Struct, frozen=True):
    """What the painting brought together for the tree.

    Attributes:
        pages: Their object numbers.
        annotations: Of all links, in the order of pages.
        files: Drawing → the file specifications of its data.
    """

    pages: Sequence[int]
    recorder: Recorder
    annotations: Sequence[Annotation]
    files: Mapping[str, Sequence[int]]


def add_structure(document: Document, root: Node, index: TreeIndex, painted: Painted) -> int:
    """Write the tree; the number of its root is returned.

    Raises:
        ValueError: A leaf was never painted, a painted one is not in the tree, an id is given
            twice, and the like. Every such thing is named.
    """
    problems = [*index.problems, *_strays(index, painted)]
    if problems:
        raise ValueError("; ".join(problems))
    tree = document.reserve()
    writer = _Writer(document, index, painted)
    top = writer.element(root, tree)
    if writer.problems:
        raise ValueError("; ".join(writer.problems))
    parents = document.add(f"<</Nums[{writer.parents()}]>>")
    ids = f"/IDTree{name_tree(writer.ids)}" if writer.ids else ""
    document.put(
        tree,
        f"<</Type/StructTreeRoot/K[{top} 0 R]/ParentTree {parents} 0 R"
        f"/ParentTreeNextKey {writer.next_key}{_role_map(index)}{ids}>>",
    )
    return tree


def _strays(index: TreeIndex, painted: Painted) -> Iterator[str]:
    recorder = painted.recorder
    linked = {annotation.link for annotation in painted.annotations}
    for leaf in dict.fromkeys(recorder.strangers):
        yield f"leaf {leaf} is painted but not in the structure"
    for leaf in sorted(index.leaves.keys() - recorder.places.keys()):
        yield f"leaf {leaf} of the structure, in {index.leaves[leaf]}, is never painted"
    for link in sorted(index.links - linked):
        yield f"link {link} of the structure has no area on any page"
    for link in sorted(linked - index.links):
        yield f"link {link} has an area but no place in the structure"


def _role_map(index: TreeIndex) -> str:
    roles = [f"{name(role)}{name(ROLE_MAP[role])}" for role in index.roles if role in ROLE_MAP]
    return f"/RoleMap<<{''.join(roles)}>>" if roles else ""


class _Writer:
    """Writes elements, and notes which of them owns what.

    Attributes:
        ids: Id → number of the element.
        next_key: The first key that the parent tree does not use.
        problems: What was found wrong on the way.
    """

    def __init__(self, document: Document, index: TreeIndex, painted: Painted) -> None:
        self._document = document
        self._painted = painted
        self._places = painted.recorder.places
        self._next = document.reserve(index.size)
        self._owners = [[0] * count for count in painted.recorder.counts]
        self._annotations: dict[int, list[Annotation]] = {}
        for annotation in painted.annotations:
            self._annotations.setdefault(annotation.link, []).append(annotation)
        self._link_owners: dict[int, int] = {}
        self._own_attributes: dict[str, Callable[[Node], str]] = {
            "Figure": self._layout,
            "L": _list_attributes,
            "TD": _table_attributes,
            "TH": _table_attributes,
        }
        self.ids: dict[str, int] = {}
        self.problems: list[str] = []

    def element(self, node: Node, parent: int) -> int:
        """Write an element and all below it; its number is returned."""
        number = self._next
        self._next += 1
        page, kids, owners = -1, list[str](), self._owners
        for kid in node.kids:
            if isinstance(kid, Leaf):
                places = self._places[kid]
                if page < 0:
                    page = places[0][0]  # the page of an element is that of its first content
                for on, sequence in places:
                    owners[on][sequence] = number
                    kids.append(str(sequence) if on == page else self._elsewhere(on, sequence))
            elif isinstance(kid, Node):
                kids.append(f"{self.element(kid, number)} 0 R")
            else:
                kids += self._link(kid, number)
        content = f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]" if kids else ""
        on_page = "" if page < 0 else f"/Pg {self._painted.pages[page]} 0 R"
        more = self._attributes(node, number)
        self._document.put(number, f"<</S/{node.role}/P {parent} 0 R{on_page}{content}{more}>>")
        return number

    def parents(self) -> str:
        """The entries of the parent tree: pages by their index, then annotations."""
        pages = [f"{key}{references(owners)}" for key, owners in enumerate(self._owners) if owners]
        links = [f"{key} {owner} 0 R" for key, owner in sorted(self._link_owners.items())]
        return "\n".join([*pages, *links])

    @property
    def next_key(self) -> int:
        return len(self._owners) + len(self._link_owners)

    def _elsewhere(self, page: int, sequence: int) -> str:
        """Marked content on another page than most of its element."""
        return f"<</Type/MCR/Pg {self._painted.pages[page]} 0 R/MCID {sequence}>>"

    def _link(self, place: LinkPlace, number: int) -> list[str]:
        kids = []
        for annotation in self._annotations[place.link]:
            self._link_owners[annotation.key] = number
            page = self._painted.pages[annotation.page]
            kids.append(f"<</Type/OBJR/Pg {page} 0 R/Obj {annotation.number} 0 R>>")
        return kids

    def _attributes(self, node: Node, number: int) -> str:
        """What an element says of itself beside its role and kids."""
        entries = ""
        if node.id:
            if node.id in self.ids:
                self.problems.append(f"the id {node.id!r} is given twice in the structure")
            self.ids[node.id] = number
            entries = f"/ID{string(node.id)}"
        if node.language:
            entries += f"/Lang{string(node.language)}"
        if node.alt:
            entries += f"/Alt{string(node.alt)}"
        if node.expansion:
            entries += f"/E{string(node.expansion)}"
        if node.drawing in self._painted.files:
            entries += f"/AF{references(self._painted.files[node.drawing])}"
        own = self._own_attributes.get(node.role)
        owned = own(node) if own else ""
        return f"{entries}/A<<{owned}>>" if owned else entries

    def _layout(self, node: Node) -> str:
        """Where a figure stands (ISO 14289-1 7.3, ISO 32000-1 14.8.5.4)."""
        known = self._painted.recorder.boxes
        boxes = [known[kid] for kid in node.kids if isinstance(kid, Leaf) and kid in known]
        return f"/O/Layout/Placement/Block/BBox{numbers(boxes[0])}" if boxes else ""


def _list_attributes(node: Node) -> str:
    return f"/O/List/ListNumbering{name(node.numbering)}" if node.numbering else ""


def _table_attributes(node: Node) -> str:
    """ISO 32000-1 14.8.5.7."""
    entries = f"/Scope{name(node.scope)}" if node.scope else ""
    if node.headers:
        entries += f"/Headers[{''.join([string(header) for header in node.headers])}]"
    if node.column_span != 1:
        entries += f"/ColSpan {node.column_span}"
    if node.row_span != 1:
        entries += f"/RowSpan {node.row_span}"
    return f"/O/Table{entries}" if entries else ""
