"""Whether the type of a style is large enough to be read."""

from briefing.load.syntax.problems import Problems
from briefing.model.style import Style

LEAST = 6.0
"""In points: smaller type is hard to read on paper."""


def check_sizes(style: Style, problems: Problems) -> None:
    """Take down every paragraph that is set too small, or may be to fit a number of pages."""
    least = style.fitting.size[0]
    for name, paragraph in style.paragraphs.items():
        size = paragraph.text.size
        if size * least < LEAST:
            squeezed = f", squeezed to {size * least:.2f}pt" if least < 1 else ""
            message = f"the paragraph {name!r} is small: {size:g}pt{squeezed}"
            problems.warning(style.where, message, f"at least {LEAST:g}pt")
