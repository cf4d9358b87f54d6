"""Where who reads the output has gone, as ``head`` does after some lines."""

import os
import select
import sys
from typing import TextIO

from briefing.cli.exits import Exit


def leave_unread() -> None:
    """Leave in silence if nobody reads the output any more; come back if some other pipe broke."""
    unread = [stream for stream in (sys.stdout, sys.stderr) if _is_unread(stream)]
    if not unread:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in unread:  # or what is left in it would be tried again at the end
        os.dup2(nowhere, stream.fileno())
    sys.exit(Exit.UNREAD)


def _is_unread(stream: TextIO) -> bool:
    """Ask the system, for a stream without a buffer forgets what it could not write."""
    if not hasattr(select, "poll"):
        return True  # Windows cannot be asked
    try:
        number = stream.fileno()
    except OSError:
        return False  # no file of the system's
    asked = select.poll()
    asked.register(number, 0)
    return any(told & select.POLLERR for _, told in asked.poll(0))
