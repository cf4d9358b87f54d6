"""What all pages of a file are painted with, and told to."""

from typing import NamedTuple

from briefing.pdf.looks import Looks
from briefing.pdf.named import Named
from briefing.pdf.rasters import Rasters
from briefing.pdf.recorder import Recorder


class Tools(NamedTuple):
    """What all pages are painted with, and told to."""

    looks: Looks
    rasters: Rasters
    named: Named
    recorder: Recorder
