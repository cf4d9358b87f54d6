"""What every test may use: stored texts, stored looks. ``UPDATE_SNAPSHOTS=1`` stores them anew.

Random cases are the same in every run, so that a change that is right is never red by chance;
``FRESH_CASES=1`` draws others.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.pdf.judge import MISSING

settings.register_profile("steady", derandomize=True)
settings.register_profile("fresh", derandomize=False)
settings.load_profile("fresh" if os.environ.get("FRESH_CASES") == "1" else "steady")

HERE = Path(__file__).parent
UPDATE = os.environ.get("UPDATE_SNAPSHOTS") == "1"
GREY_LEVELS = 24  # of 255: what another build of the renderer may differ by


@pytest.fixture
def same_text() -> Callable[[str | Path, str], None]:
    """Compare with ``snapshots/<name>``; an absolute path stands for itself."""

    def check(name: str | Path, got: str) -> None:
        stored = HERE / "snapshots" / name
        if UPDATE:
            stored.parent.mkdir(parents=True, exist_ok=True)
            stored.write_text(got, "utf-8")
        assert got == stored.read_text("utf-8")

    return check


@pytest.fixture
def same_look(tmp_path: Path) -> Callable[..., None]:
    """Compare a page with ``snapshots/<name>``, at 72 dpi in grey, with tolerance."""

    def check(name: str, pdf: bytes, page: int = 0) -> None:
        import pypdfium2
        from PIL import Image, ImageChops

        document = pypdfium2.PdfDocument(io.BytesIO(pdf))
        got = document[page].render(scale=1).to_pil().convert("L")
        document.close()
        stored = HERE / "snapshots" / name
        if UPDATE:
            stored.parent.mkdir(parents=True, exist_ok=True)
            got.save(stored, optimize=True)
        want = Image.open(stored)
        difference = ImageChops.difference(want, got)
        worst = max(difference.tobytes())
        if want.size != got.size or worst > GREY_LEVELS:
            got.save(tmp_path / "got.png")
            difference.save(tmp_path / "difference.png")
            pytest.fail(f"{name} looks different; see {tmp_path}")

    return check


def pytest_unconfigure(config: pytest.Config) -> None:
    """Say last, below all else, that files were not judged for want of a judge."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or hasattr(config, "workerinput"):
        return
    if any(MISSING in str(report.longrepr) for report in reporter.stats.get("skipped", ())):
        reporter.write_line(f"not judged: {MISSING} (set VERAPDF)")
