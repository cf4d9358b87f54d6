"""What a flow says, as the tree that `tests.pdf.reader` takes from its file.

White at the ends of texts is left out, because a space at a line's end is painted with the word
before it, in whatever element that is; other white is one space. Soft hyphens are left out.
"""

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from briefing.model.drawing import Drawing, Label
from briefing.model.flow import Flow, Run
from briefing.model.structure import LinkPlace, Node
from tests.pdf.reader import Tree

UNKNOWN = "\ufffc"
"""Stands for what only layout knows: the number of a page."""


def tree_of(flow: Flow) -> Tree:
    """The tree with its texts, those of neighbouring leaves joined."""
    return _tree(flow.structure, _texts(flow), flow)


def differences(wanted: Tree, got: Tree, path: str = "") -> Iterator[str]:
    """Where two trees differ; a text that ends in `UNKNOWN` matches any with a page behind it."""
    path = f"{path}/{wanted[0]}"
    if wanted[0] != got[0]:
        yield f"{path}: is {got[0]}"
        return
    ours, theirs = _bare(wanted), _bare(got)
    for at, (one, other) in enumerate(zip(ours, theirs, strict=False)):
        if isinstance(one, str) or isinstance(other, str):
            if not (isinstance(one, str) and isinstance(other, str) and _same(one, other)):
                yield f"{path}[{at}]: expected {one!r}, got {other!r}"
        else:
            yield from differences(one, other, f"{path}[{at}]")
    if len(ours) != len(theirs):
        yield f"{path}: expected {len(ours)} kids, got {len(theirs)}"


def _same(wanted: str, got: str) -> bool:
    parts = [re.escape(part) for part in wanted.split(UNKNOWN)]
    return re.fullmatch(" ?[0-9a-z]+ ?".join(parts), got) is not None


def _bare(tree: Tree) -> list[Any]:
    kids = [_plain(kid) if isinstance(kid, str) else kid for kid in tree[1]]
    kids = [kid for kid in kids if kid != ""]
    if tree[0] == "Link":  # it has an annotation on every page that it is on
        kids = [kid for at, kid in enumerate(kids) if not at or kid != kids[at - 1]]
    return kids


def _plain(text: str) -> str:
    return " ".join(text.replace("\xad", "").split())


def _tree(node: Node, texts: dict[int, str], flow: Flow) -> Tree:
    kids: list[Any] = []
    joined = False
    for kid in node.kids:
        if isinstance(kid, int):
            text = texts[kid]
            if joined:
                text = kids.pop() + text
            kids.append(text)
        elif isinstance(kid, LinkPlace):
            kids.append(flow.links[kid.link].description)
        else:
            kids.append(_tree(kid, texts, flow))
        joined = isinstance(kid, int)
    return node.role, tuple(kids)


def _texts(flow: Flow) -> dict[int, str]:
    texts: dict[int, str] = {}
    last = None
    for one, leaf in [*_painted(flow.items), *_painted(flow.notes)]:
        if isinstance(one, Drawing):
            texts[leaf] = "".join(label.text for label in _labels(one.items))
            continue
        if one.leaf is None:
            if one.text == "\n" and last is not None:
                texts[last] += " "
            continue
        texts[one.leaf] = texts.get(one.leaf, "") + (UNKNOWN if one.field else one.text)
        last = one.leaf
    return texts


def _painted(value: Any) -> Iterator[tuple[Any, Any]]:
    """Runs, and drawings with their leaves."""
    if isinstance(value, Run):
        yield value, None
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _painted(one)
    elif isinstance(value, Struct) and not isinstance(value, Drawing):
        fields = {name: getattr(value, name) for name in value.__struct_fields__}
        for name in ("drawing", "picture"):
            if isinstance(fields.get(name), Drawing) and fields.get("leaf") is not None:
                yield fields[name], fields["leaf"]
        first = [fields.pop(name) for name in ("label", "runs", "end") if name in fields]
        for one in (*first, *fields.values()):
            yield from _painted(one)


def _labels(items: Any) -> Iterator[Label]:
    for item in items:
        if isinstance(item, Label):
            yield item
        yield from _labels(getattr(item, "items", ()))
