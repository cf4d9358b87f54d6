"""What a program may print that makes a figure: the texts it is written with."""

import ast
from collections.abc import Iterator

_WRITING = frozenset(
    """
    annotate bar barh figtext legend set_label set_text set_title set_xlabel set_xticklabels
    set_xticks set_ylabel set_yticklabels set_yticks suptitle supxlabel supylabel text title xlabel
    ylabel
    """.split()  # noqa: SIM905
)
_LABELS = frozenset(
    ("label", "labels", "s", "suptitle", "text", "title", "tick_label", "xlabel", "ylabel")
)
"""Functions and parameters of matplotlib that take what is printed."""


def texts_in(source: str) -> Iterator[str]:
    """Give the texts of a program that may be printed, each once.

    Of single words, most are settings, such as colours. Those are taken that begin with a capital
    letter or stand where matplotlib takes what is printed. A file that is no program has none.
    """
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    printed = {id(text) for node in ast.walk(tree) for text in _printed_by(node)}
    found: dict[str, None] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
            if len(text.split()) > 1 or id(node) in printed or text.strip()[:1].isupper():
                found[text] = None
    yield from found


def _printed_by(node: ast.AST) -> Iterator[ast.AST]:
    """Everything in what a call prints."""
    if not isinstance(node, ast.Call):
        return
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    given: list[ast.expr] = [*node.args] if name in _WRITING else []
    given += (keyword.value for keyword in node.keywords if keyword.arg in _LABELS)
    for one in given:
        yield from ast.walk(one)
