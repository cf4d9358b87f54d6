"""The judgement of veraPDF, where it is to be had.

``VERAPDF`` names a command that is called with files and a list of flavours, and succeeds when
all of them pass. Without it veraPDF's own command is taken from the path.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

_GIVEN = os.environ.get("VERAPDF")
_FOUND = shutil.which("verapdf")

needs_judge = pytest.mark.skipif(not (_GIVEN or _FOUND), reason="veraPDF is not here")
"""On a test that cannot do without it."""


def judged(paths: Sequence[Path]) -> str:
    """What is wrong with files that say they keep PDF/UA-1 and PDF/A-3a; empty for nothing."""
    files = [str(path) for path in sorted(paths)]
    if _GIVEN:
        return _run(_GIVEN, *files, "ua1,3a")
    return "".join(_run(str(_FOUND), "-f", flavour, *files) for flavour in ("ua1", "3a"))


def _run(*command: str) -> str:
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return run.stdout + run.stderr if run.returncode else ""
