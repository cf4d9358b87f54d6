"""How a command leaves."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes. Scripts rely on them: add, never renumber."""

    MADE = 0
    CONTENT = 1  # the author can mend it
    USAGE = 2  # click's own
    PROOF = 3  # a file holds what its audience may not see
    UNREAD = 141  # whoever read the output has gone: what shells say of programs that SIGPIPE ends
