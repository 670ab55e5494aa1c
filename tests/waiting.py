"""Waiting for what another program does."""

import time

PATIENCE = 60
"""How long a browser, or a server, may take to come up, or to answer, in seconds."""


class LateError(AssertionError):
    """What was waited for never came."""


def until(asked, patience: int = PATIENCE):
    """What comes of a question that is asked until there is an answer; LateError where none comes."""
    end = time.monotonic() + patience
    while not (answer := asked()):
        if time.monotonic() > end:
            raise LateError("it never came to this")
        time.sleep(0.1)
    return answer
