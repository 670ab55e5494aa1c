"""How much room a piece of work takes."""

import tracemalloc
from collections.abc import Callable


def most_held(work: Callable[[], object]) -> int:
    """Bytes that it holds at once, at most, of those that it asks Python for."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
