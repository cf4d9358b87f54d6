"""Finished files of the gallery, to be spoilt in one way each."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from briefing.audit.lint import lint
from briefing.audit.painting.pages import read_pages
from briefing.audit.structure.tree import read_tree
from briefing.audit.values import Fault
from tests import papers

GALLERY = Path(__file__).parents[2] / "examples" / "gallery"


@lru_cache(maxsize=8)
def built(name: str) -> bytes:
    """A paper of the gallery."""
    return papers.opened(GALLERY).brief(name).pdf()


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def faults(data: bytes) -> tuple[Fault, ...]:
    with opened(data) as pdf:
        return lint(pdf, read_tree(pdf), read_pages(pdf))


def spoilt(name: str, spoil: Callable[[pikepdf.Pdf], None]) -> tuple[Fault, ...]:
    """What is found in a paper after it was spoilt and written anew."""
    with opened(built(name)) as pdf:
        spoil(pdf)
        out = BytesIO()
        pdf.save(out)
    return faults(out.getvalue())


def rules(found: tuple[Fault, ...]) -> set[str]:
    return {fault.rule for fault in found}


def walk(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """All elements, in reading order."""
    left = [pdf.Root.StructTreeRoot]
    while left:
        element = left.pop()
        if "/S" in element:
            yield element
        left += [kid for kid in reversed(kids(element)) if is_element(kid)]


def role(pdf: pikepdf.Pdf, name: str, at: int = 0) -> Any:
    """The first element of a role, or a later one."""
    return [element for element in walk(pdf) if f"/{name}" == element.S][at]


def kids(element: Any) -> list[Any]:
    held = element.get("/K", [])
    return list(held) if isinstance(held, pikepdf.Array) else [held]


def is_element(kid: Any) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid


def numbers(element: Any) -> list[int]:
    """The content that an element owns on its page."""
    return [kid for kid in kids(element) if isinstance(kid, int)]


def replace_content(page: Any, old: bytes, new: bytes, count: int = 1) -> None:
    """Change what a page paints."""
    data = page.Contents.read_bytes()
    assert old in data
    page.Contents.write(data.replace(old, new, count))


def parents(pdf: pikepdf.Pdf) -> dict[int, Any]:
    held = pdf.Root.StructTreeRoot.ParentTree.Nums
    return {int(held[at]): held[at + 1] for at in range(0, len(held), 2)}
