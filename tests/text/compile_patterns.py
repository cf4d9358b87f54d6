"""Compile hyphenation tables from TeX's patterns. Run by hand, when the patterns are renewed:

python -m tests.text.compile_patterns TEX-HYPHEN/hyph-utf8/tex/generic/hyph-utf8/patterns/tex COMMIT

The folder is that of a checkout of https://github.com/hyphenation/tex-hyphen, COMMIT names its
state. It writes ``briefing/text/patterns``: a table and a licence for each language. The format
of a table is told in the README there. Only patterns whose licence allows it are listed here:
MIT and BSD, the public domain, notices that allow all copying, and the LPPL, which asks for
other names and for the way to the originals; both are given.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

TABLES = {
    "de": "de-1996",
    "en-gb": "en-gb",
    "en-us": "en-us",
    "es": "es",
    "fr": "fr",
    "it": "it",
    "kk": "kk",
    "nl": "nl",
    "pl": "pl",
    "pt": "pt",
    "ru": "ru",
    "tk": "tk",
    "uk": "uk",
}
"""Our tables, and the files ``hyph-NAME.tex`` they come from."""

TARGET = Path(__file__).parents[2] / "briefing" / "text" / "patterns"


def compile_table(tex: str) -> str:
    """Turn a TeX pattern file into a table."""
    title, left, right = _header(tex)
    patterns, exceptions = (_group(tex, name) for name in ("patterns", "hyphenation"))
    by_weights: dict[str, list[str]] = defaultdict(list)
    for pattern in patterns:
        weights, letters = _split(pattern)
        by_weights[weights].append(letters)
    lines = [f"# {title}", f"left {left}", f"right {right}"]
    if exceptions:
        lines.append(" ".join(["exceptions", *sorted(exceptions)]))
    lines += [
        f"{weights} {' '.join(sorted(by_weights[weights]))}" for weights in sorted(by_weights)
    ]
    return "\n".join(lines) + "\n"


def licence(tex: str, name: str, commit: str) -> str:
    """The head of a TeX pattern file, which holds its licence, and what became of the file."""
    head = []
    for line in tex.splitlines():
        if not line.startswith("%"):
            break
        head.append(line[1:].removeprefix(" ").rstrip())
    return (
        f"The table beside this file was compiled from hyph-{name}.tex; the order and notation\n"
        "of the patterns were changed, the patterns were not. The original is at\n"
        f"https://github.com/hyphenation/tex-hyphen, commit {commit}.\n"
        "What it says of itself:\n\n" + "\n".join(head).strip() + "\n"
    )


def _header(tex: str) -> tuple[str, int, int]:
    title = re.search(r"^% title: (.+)$", tex, re.MULTILINE)
    least = re.search(r"typesetting:\s*\n%\s+left:\s+(\d+)\s*\n%\s+right:\s+(\d+)", tex)
    if title is None or least is None:
        raise ValueError("the head of the file gives no title or no hyphenmins")
    return title[1].strip(), int(least[1]), int(least[2])


def _group(tex: str, name: str) -> list[str]:
    """The words in the braces after a TeX command, without comments."""
    text = re.sub(r"%.*", "", tex)
    found = re.search(rf"\\{name}\s*\{{([^}}]*)\}}", text)
    return found[1].split() if found else []


def _split(pattern: str) -> tuple[str, str]:
    """Part a pattern such as ``.a2b1c`` into the weights ``00210`` and the letters ``.abc``."""
    weights = ["0"]
    letters = ""
    for sign in pattern:
        if sign.isdigit():
            weights[-1] = sign
        else:
            letters += sign
            weights.append("0")
    return "".join(weights), letters


def main(source: Path, commit: str) -> None:
    """Write all tables and licences."""
    for name, original in TABLES.items():
        tex = (source / f"hyph-{original}.tex").read_text("utf-8")
        (TARGET / f"{name}.txt").write_text(compile_table(tex), "utf-8")
        (TARGET / f"LICENSE-{name}.txt").write_text(licence(tex, original, commit), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
