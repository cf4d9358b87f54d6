"""The judgement of veraPDF, where it is to be had.

``VERAPDF`` names a command that is called with files and a list of flavours, and prints a line
that begins with ``PASS FILE [FLAVOUR]`` for each of them that passes. Without it veraPDF's own
command is taken from the path. ``BRIEFING_JUDGE=required`` makes a fault of doing without it.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

DEFAULT = "ua1,3a"
MISSING = "veraPDF is not here"

_GIVEN = os.environ.get("VERAPDF")
_FOUND = shutil.which("verapdf")
_REQUIRED = os.environ.get("BRIEFING_JUDGE") == "required"

needs_judge = pytest.mark.skipif(not (_GIVEN or _FOUND or _REQUIRED), reason=MISSING)
"""On a test that cannot do without it."""


def judged(paths: Sequence[Path], flavours: str = DEFAULT) -> str:
    """What is wrong with files that say they keep these flavours; empty for nothing.

    Raises:
        ValueError: There is no file, about which nothing could be said.
    """
    if not paths:
        raise ValueError("no file to judge")
    files = [str(path) for path in sorted(paths)]
    names = flavours.split(",")
    if _GIVEN:
        said = _run(_GIVEN, *files, flavours)
        passed = [f"PASS {file} [{name}]" for file in files for name in names]
    elif _FOUND:
        runs = [(name, _run(_FOUND, "--format", "text", "-f", name, *files)) for name in names]
        said = "".join(f"{name}: {line}\n" for name, text in runs for line in text.splitlines())
        passed = [f"{name}: PASS {file}" for name in names for file in files]
    else:
        return MISSING
    return verdict(said, passed)


def verdict(said: str, passed: Sequence[str]) -> str:
    """What a judge said, where it did not say each of these once, at the beginning of a line.

    An exit code tells nothing of files at which a judge never looked.
    """
    lines = [f"{line} " for line in said.splitlines()]
    unsaid = [one for one in passed if sum(line.startswith(f"{one} ") for line in lines) != 1]
    if not unsaid:
        return ""
    return "\n".join([said.strip(), *(f"not said: {one}" for one in unsaid)])


def _run(*command: str) -> str:
    try:
        run = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as problem:
        return f"{command[0]}: {problem.strerror}\n"
    return f"{run.stdout}\n{run.stderr}\nexit code {run.returncode}\n"
