"""A look over the structure tree before anything is painted."""

from collections.abc import Mapping

from msgspec import Struct

from briefing.model.structure import Leaf, LinkPlace, Node

_TYPES = """
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4
    H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code
    Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form
"""
STANDARD = frozenset(_TYPES.split())
"""Structure types of PDF 1.7 (ISO 32000-1 14.8.4)."""

ROLE_MAP = {"Aside": "Div", "Em": "Span", "Strong": "Span", "Sub": "Span", "Title": "P"}
"""Those of PDF 2.0 that may be used as well, and what they are in PDF 1.7."""


class TreeIndex(Struct, frozen=True):
    """What is in a tree.

    Attributes:
        leaves: Leaf → the role of the element that it is in.
        links: The links that have a place in it.
        size: Number of elements.
        roles: Those that occur, sorted.
        problems: What is wrong with it.
    """

    leaves: Mapping[Leaf, str]
    links: frozenset[int]
    size: int
    roles: tuple[str, ...]
    problems: tuple[str, ...]


def index_tree(root: Node) -> TreeIndex:
    """List what is in a tree, and what is wrong with it."""
    leaves: dict[Leaf, str] = {}
    links: set[int] = set()
    roles: set[str] = set()
    problems: list[str] = []
    left, size = [root], 0
    while left:
        node = left.pop()
        size += 1
        role = node.role
        roles.add(role)
        for kid in node.kids:
            if isinstance(kid, Node):
                left.append(kid)
            elif isinstance(kid, LinkPlace):
                if kid.link in links:
                    problems.append(f"link {kid.link} has two places in the structure")
                links.add(kid.link)
            else:
                if kid in leaves:
                    problems.append(f"leaf {kid} is twice in the structure")
                leaves[kid] = role
    problems += [f"{role!r} is no structure type" for role in sorted(_unknown(roles))]
    return TreeIndex(leaves, frozenset(links), size, tuple(sorted(roles)), tuple(problems))


def _unknown(roles: set[str]) -> set[str]:
    return roles - STANDARD - ROLE_MAP.keys()
