"""Work that is shared among the cores of a machine."""

import os
from collections.abc import Callable, Sequence
from multiprocessing.connection import Pipe
from typing import Any

ENOUGH = 8  # pieces for each core, so that it is worth the while to begin
ALL = 4  # processes at most: what they make has to come back through one


def shared(work: Callable[[Any], Any], pieces: Sequence[Any]) -> list[Any]:
    """What the work makes of each piece, in their order.

    Each core but one has its share done by a copy of this process, where that knows how to copy itself; a share that
    does not come back is done here. The caller must be the only thread.
    """
    number = min(ALL, os.cpu_count() or 1, len(pieces) // ENOUGH) if hasattr(os, "fork") else 1
    if number <= 1:
        return [work(piece) for piece in pieces]
    begun = [_begin(work, pieces[share::number]) for share in range(1, number)]
    made = [[work(piece) for piece in pieces[::number]]]
    for share, (child, came_in) in enumerate(begun, 1):
        try:
            made.append(came_in.recv())
        except (EOFError, OSError):
            made.append([work(piece) for piece in pieces[share::number]])
        came_in.close()
        os.waitpid(child, 0)
    return [made[place % number][place // number] for place in range(len(pieces))]


def _begin(work: Callable[[Any], Any], pieces: Sequence[Any]) -> tuple[int, Any]:
    """The child that does a share, and where it hands it in."""
    came_in, ours = Pipe(duplex=False)
    child = os.fork()
    if child:
        ours.close()
        return child, came_in
    try:
        ours.send([work(piece) for piece in pieces])
    finally:
        os._exit(0)
