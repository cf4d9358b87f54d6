"""What all pages of a file are painted with, and told to."""

from typing import NamedTuple

from briefing.pdf.bitmaps.rasters import Rasters
from briefing.pdf.fonts.looks import Looks
from briefing.pdf.painting.named import Named
from briefing.pdf.painting.recorder import Recorder


class Tools(NamedTuple):
    """What all pages are painted with, and told to."""

    looks: Looks
    rasters: Rasters
    named: Named
    recorder: Recorder
