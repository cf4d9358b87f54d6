"""All fixed words of charts, by language, read from the source: what is filled in is left out."""

import ast
import inspect
import pkgutil
from collections.abc import Iterator, Mapping
from importlib import import_module

from briefing.charts import words

LANGUAGES: Mapping[str, str] = {"en": "English", "de": "German", "fr": "French", "ru": "Russian"}
_NEVER_PRINTED = ("rest",)  # these names are looked for in what authors write


def phrases(language: str) -> tuple[str, ...]:
    """The texts of one language, those in front of and behind a gap each for itself."""
    return tuple(text for module in _modules() for text in _texts_of(module, language))


def stray_texts() -> tuple[str, ...]:
    """Texts with letters that are of no language; codes of two letters are no words."""
    return tuple(
        text
        for module in _modules()
        for node in _tree(module).body
        if _language(module, node) is None
        for text in _texts(node)
        if len(text) > 2 and any(map(str.isalpha, text)) and "\\" not in text
    )


def _modules() -> Iterator[str]:
    for module in pkgutil.iter_modules(words.__path__):
        if module.name not in _NEVER_PRINTED:
            yield module.name


def _tree(module: str) -> ast.Module:
    return ast.parse(inspect.getsource(import_module(f"{words.__name__}.{module}")))


def _texts_of(module: str, language: str) -> Iterator[str]:
    for node in _tree(module).body:
        if _language(module, node) == language:
            yield from _texts(node)


def _language(module: str, node: ast.stmt) -> str | None:
    """Of a module named like a language, a class named so, or a table named by its code."""
    name = ""
    if isinstance(node, ast.ClassDef):
        name = node.name
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        name = node.target.id
    for code, called in LANGUAGES.items():
        if module == called.lower() or name in (f"_{called}", f"_{code.upper()}"):
            return code
    return None


def _texts(statement: ast.stmt) -> Iterator[str]:
    if not isinstance(statement, ast.Assign | ast.AnnAssign | ast.ClassDef | ast.FunctionDef):
        return
    left_out = {node.value for node in ast.walk(statement) if isinstance(node, ast.Expr)}
    left_out |= {
        key for node in ast.walk(statement) if isinstance(node, ast.Dict) for key in node.keys
    }
    for node in ast.walk(statement):
        if isinstance(node, ast.Constant) and node not in left_out and isinstance(node.value, str):
            yield node.value
