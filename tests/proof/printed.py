"""What charts print by themselves, read from where their words are kept."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "briefing"
FILES = (*sorted((PACKAGE / "charts/words").glob("*.py")), PACKAGE / "tailor/charts/map_words.py")
LANGUAGES = {"english": "en", "german": "de", "french": "fr", "russian": "ru"}

_PLACE = re.compile(r"\{[^}]*\}")
_WORD = re.compile(r"[^\W\d_]{2}")


def printed_by_charts(language: str) -> set[str]:
    """Give the stretches of words between what data fill in."""
    found: set[str] = set()
    for path in FILES:
        tree = ast.parse(path.read_text("utf-8"))
        documented = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in tree.body:
            for of, text in _texts(node, _language_of(node, path.stem), documented):
                if of == language:
                    stretches = [part.strip("\u00a0 .:;,()–„“”«»‘’") for part in _PLACE.split(text)]
                    found.update(part for part in stretches if _WORD.search(part))
    return found


def _texts(node: ast.AST, language: str, documented: set[int]) -> Iterator[tuple[str, str]]:
    """Give each text below a node with its language; mappings may be by language."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and id(node) not in documented:
            yield language, node.value
    elif isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            of = key.value if isinstance(key, ast.Constant) else None
            inner = of if isinstance(of, str) and of in LANGUAGES.values() else language
            yield from _texts(value, inner, documented)
    else:
        for child in ast.iter_child_nodes(node):
            yield from _texts(child, language, documented)


def _language_of(node: ast.stmt, stem: str) -> str:
    """Tell the language by the name of a class, function, variable or file; empty for none."""
    names = [stem, getattr(node, "name", "")]
    if isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        names += [target.id for target in targets if isinstance(target, ast.Name)]
    for name in names:
        if name.strip("_").lower() in LANGUAGES.values():
            return name.strip("_").lower()
    said = " ".join(names).lower()
    return next((key for name, key in LANGUAGES.items() if name in said), "")
